"""The base of dialogs: a title, a body, and a footer with the one thing to do and the way out."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from fitwell_desktop.ui.widgets.buttons import Button
from fitwell_desktop.ui.widgets.esc_warning import EscWarning, forms_in
from fitwell_desktop.ui.widgets.labels import Label
from fitwell_desktop.ui.widgets.menu import ask_for_menu, is_menu_key


class Dialog(QDialog):
    """Put things into `body`. Ctrl+Enter, or Enter in a one-line field, is the primary button; Esc the way out, which
    asks to be pressed twice where something typed would be lost.
    """

    def __init__(
        self, title: str, primary: str, parent: QWidget | None = None, *, dangerous: bool = False, explanation: str = ""
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)  # the window would keep each one until it goes itself
        self.setWindowTitle(title)
        self.setMinimumWidth(420)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(24, 20, 24, 20)
        self.body.setSpacing(10)
        self.body.addWidget(Label(title, "title"))
        if explanation:
            self.body.addWidget(Label(explanation, "quiet", wrap=True))
        self.primary = Button(primary, "danger" if dangerous else "primary")
        self.secondary = Button(self.tr("Cancel"))
        self.foot = EscWarning()
        self.primary.clicked.connect(self.confirm)
        self.secondary.clicked.connect(self.reject)
        outer.addLayout(self.body, 1)
        outer.addWidget(self._footer())
        self.primary.setDefault(True)

    def showEvent(self, event: QShowEvent) -> None:
        self._widen()
        if not self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            self.adjustSize()
            self.resize(self.width(), self._wished())  # Qt guesses the height of sentences for another width
        super().showEvent(event)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._widen()
            if self.height() < self._needed():
                self.resize(self.width(), self._needed())  # room for a sentence that was added
        return done

    def _widen(self) -> None:
        """Let no button be cut: with a width of its own, Qt asks the layout no more how narrow a window may be."""
        layout = self.layout()
        if layout is not None:
            self.setMinimumWidth(max(self.minimumWidth(), layout.totalMinimumSize().width()))

    def _wished(self) -> int:
        """The height at which everything stands as it should."""
        layout = self.layout()
        if layout is None or not layout.hasHeightForWidth():
            return self.sizeHint().height()
        return layout.totalHeightForWidth(self.width())

    def _needed(self) -> int:
        """The height at which nothing is cut."""
        layout = self.layout()
        if layout is None or not layout.hasHeightForWidth():
            return self.minimumSizeHint().height()
        return layout.totalMinimumHeightForWidth(self.width())

    def confirm(self) -> None:
        """The primary button was meant. A subclass does its work first and closes by `accept` when that went well."""
        self.accept()

    def holds_typing(self) -> bool:
        """Whether something typed would be lost if it closed; a subclass that keeps it elsewhere than in forms says so."""
        return any(form.was_typed_in() for form in forms_in(self))

    def add_button(self, button: Button) -> None:
        """Put a further way out between the two."""
        self._buttons.insertWidget(self._buttons.indexOf(self.primary), button)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier and self.primary.isEnabled():
            self.confirm()
        elif is_menu_key(event):
            ask_for_menu()  # the window's keys do not reach into a dialog
        elif not self.foot.holds_back(event, self.holds_typing):
            super().keyPressEvent(event)

    def _footer(self) -> QFrame:
        footer = QFrame()
        footer.setProperty("role", "footer")
        layout = self._buttons = QHBoxLayout(footer)
        layout.setContentsMargins(24, 12, 24, 12)
        layout.addWidget(self.foot, 1)
        layout.addStretch()
        layout.addWidget(self.secondary)
        layout.addWidget(self.primary)
        return footer
