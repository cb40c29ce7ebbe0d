"""Finds widgets as people do: by the name that stands on them, among those that can be seen."""

from collections.abc import Iterator
from typing import TypeVar

from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QWidget

from fitwell_desktop.ui.docks import Dock

W = TypeVar("W", bound=QWidget)


def shown(name: str, kind: type[W], within: QWidget | None = None) -> W | None:
    """The widget of that name and kind: in the popup or dialog in front before all others, in plain sight before
    those that have to be scrolled to.
    """
    for place in [within] if within else _places():
        found = [widget for widget in _inside(place, kind) if called(widget) == name and _is_open(widget)]
        in_sight = [widget for widget in found if not widget.visibleRegion().isEmpty()]
        if found:
            return (in_sight or found)[0]
    return None


def called(widget: QWidget) -> str:
    """The name that a widget is read out by."""
    own = widget.text() if isinstance(widget, QAbstractButton) else widget.windowTitle()
    return widget.accessibleName() or own


def sentences() -> str:
    """All that can be read, or is read out, of what is in sight; a line each."""
    widgets = (widget for place in _places() for widget in place.findChildren(QWidget) if widget.isVisible())
    return "\n".join(widget.text() if isinstance(widget, QLabel) else widget.accessibleName() for widget in widgets)


def bring_into_sight(widget: QWidget) -> None:
    """Scroll whatever is around a widget until it can be seen."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget)
        around = around.parentWidget()


def front() -> QWidget | None:
    """The popup or else the dialog that has to be dealt with first."""
    return QApplication.activePopupWidget() or QApplication.activeModalWidget()


def _places() -> Iterator[QWidget]:
    """What can be clicked, from front to back."""
    first = front()
    if first is not None:
        yield first
    yield from (top for top in QApplication.topLevelWidgets() if top.isVisible() and top is not first)


def _inside(place: QWidget, kind: type[W]) -> Iterator[W]:
    if isinstance(place, kind):
        yield place
    yield from place.findChildren(kind)


def _is_open(widget: QWidget) -> bool:
    """Whether it is visible, and not in a dock that another tab covers, which Qt calls visible too."""
    around = widget.parentWidget()
    while around is not None and not isinstance(around, Dock):
        around = around.parentWidget()
    return widget.isVisible() and (around is None or around.is_seen())
