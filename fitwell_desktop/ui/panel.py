"""A panel: one place of the program. It reloads itself when a table that it read has changed, while it can be seen."""

from collections.abc import Sequence
from typing import ParamSpec, TypeVar
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QPlainTextEdit, QWidget

from fitwell_desktop.core.store import Announcement, Query
from fitwell_desktop.ui.docks import takes_focus
from fitwell_desktop.ui.unsaved import Unsaved
from fitwell_desktop.ui.workspace import Workspace

P = ParamSpec("P")
R = TypeVar("R")


class Panel(QWidget):
    """Base of all panels. A subclass builds its widgets in `__init__` and fills them in `reload`."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self._tables: frozenset[str] = frozenset()
        self._stale = True
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._refresh_in_turn)
        workspace.announced.connect(self._hear)

    def reload(self) -> None:
        """Ask for the data and show it."""
        raise NotImplementedError

    def tools(self) -> list[QWidget]:
        """Small widgets for the head of the panel's dock, asked for once."""
        return []

    def show_item(self, item_id: UUID) -> None:
        """Show the thing with that id; what that means is the panel's own."""

    def take_keyboard(self) -> None:
        """Take the keyboard: the focus proxy, else what is worked with; rather a list than a field, in which plain
        letters would be text and no shortcuts.
        """
        proxy = self.focusProxy()
        offered = [proxy] if proxy else self.findChildren(QWidget)
        able = [widget for widget in offered if takes_focus(widget)]
        first = min(able, key=_rank, default=None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def unsaved(self) -> Sequence[Unsaved]:
        """What is typed here and would be lost if the window closed."""
        return ()

    def ask(self, query: Query[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run a query and remember which tables it read."""
        reading = self.workspace.store.read(query, *args, **kwargs)
        self._tables |= reading.tables
        return reading.value

    def fill(self) -> None:
        """Reload, if something has changed that this panel reads. Who shows it does so first: an empty panel that fills
        in sight is laid out, and painted, several times.
        """
        if self._stale:
            self._stale = False
            self.reload()

    def refresh_soon(self) -> None:
        """Reload when the event loop is free, or when next shown; many calls make one reload."""
        self._stale = True
        if self.isVisible():
            self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fill()

    def _hear(self, news: Announcement) -> None:
        if news.tables & self._tables:
            self.refresh_soon()

    def _refresh_in_turn(self) -> None:
        if self.workspace.turn.take():
            self.fill()
        else:
            self._soon.start()


def _rank(widget: QWidget) -> int:
    """Lists come first and text last."""
    if isinstance(widget, QAbstractItemView):
        return 0
    return 2 if isinstance(widget, (QLineEdit, QPlainTextEdit)) else 1
