"""What stands in a field is kept before anything is done with it, whichever key or button does it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid


def keep_what_is_typed() -> None:
    """Let the field that has the keyboard keep its text as if it were left, and give the keyboard back to it."""
    field = QApplication.focusWidget()
    if not isinstance(field, (QLineEdit, QPlainTextEdit, QTextEdit)):
        return
    around = field.parentWidget()
    field.clearFocus()
    if QApplication.focusWidget() is None:
        _focus_first_of(field, around)


def _focus_first_of(field: QWidget, around: QWidget | None) -> None:
    """A table's line goes when it is left; the table has the keyboard then."""
    widget = field if isValid(field) and field.isVisible() else around
    while widget is not None and not widget.isWindow():
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            widget.setFocus()
            return
        widget = widget.parentWidget()
