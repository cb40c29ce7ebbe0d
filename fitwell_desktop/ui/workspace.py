"""What each panel is given: the store, the client in hand, tasks, messages, formats; and the way to other places."""

from collections.abc import Callable, Sequence
from typing import ParamSpec, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QMenu

from fitwell_desktop.core.clock import Clock
from fitwell_desktop.core.copies import Copies
from fitwell_desktop.core.settings import Settings, SettingsPart
from fitwell_desktop.core.store import Announcement, Command, Store
from fitwell_desktop.ui.formats import Formats
from fitwell_desktop.ui.tasks import Tasks
from fitwell_desktop.ui.toasts import Toasts

P = ParamSpec("P")
R = TypeVar("R")


class Selection(QObject):
    """The one fact that panels share: who is in hand."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._current: UUID | None = None
        self.awaited: UUID | None = None
        """Who is in hand in a moment, unless somebody else is by then; see `take_up`."""

    @property
    def current(self) -> UUID | None:
        """Who is in hand, or None."""
        return self._current

    def take_up(self) -> None:
        """Take in hand who is awaited, where nobody is."""
        awaited, self.awaited = self.awaited, None
        if self._current is None and awaited:
            self.choose(awaited)

    def choose(self, chosen: UUID | None) -> None:
        """Take another in hand."""
        if chosen != self._current:
            self._current = chosen
            self.changed.emit(chosen)


class Turn(QObject):
    """One panel reloads in a turn of the event loop, so that the window answers in between, however much has changed."""

    def __init__(self) -> None:
        super().__init__()
        self._over = QTimer(self, singleShot=True, interval=0)

    def take(self) -> bool:
        """Whether this turn is still free; it is taken now."""
        if self._over.isActive():
            return False
        self._over.start()
        return True


class Workspace(QObject):
    """All that a panel may use. There is one in the program, and panels get it when they are made."""

    announced = Signal(Announcement)
    """After each commit, on the window's thread, whichever thread committed."""

    wanted = Signal(str)
    """An action is to be done, whoever declared it; see `act`."""

    offered = Signal(QMenu, tuple)
    """A menu is to hold actions, whoever declared them; see `offer`."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        tasks: Tasks,
        toasts: Toasts,
        formats: Formats,
        settings: Settings,
        open_place: Callable[[str, UUID | None], None],
        kept: SettingsPart | None = None,
    ) -> None:
        super().__init__()
        self.store = store
        self.clock = clock
        self.tasks = tasks
        self.toasts = toasts
        self.formats = formats
        self.settings = settings
        self.kept = kept or settings.part("practice")
        """What the next start on this practice takes up: no words of the practice's, they stay in its own folder."""
        self.copies = Copies()
        """Files that other programs are to open; they go when the practice is closed."""
        self.selection = Selection()
        self.turn = Turn()
        self.open = open_place
        """`open("calendar", appointment_id)` shows a place, and there the thing with that id."""
        self._done = ""
        """The name of what was done last, whether it can be taken back or not."""
        self.announced.connect(self._keep_name)
        store.listeners.append(self.announced.emit)

    def do(self, command: Command[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run a command. What it raises goes up to the window, which shows it; see `ui/errors`."""
        return self.store.do(command, *args, **kwargs)

    def act(self, name: str) -> None:
        """Do what an action of that name does, whoever declared it: `act("clients.new")`."""
        self.wanted.emit(name)

    def offer(self, menu: QMenu, *groups: Sequence[str]) -> None:
        """Put the actions of these names into a menu, a line between the groups; what the user may not do is left out."""
        self.offered.emit(menu, groups)

    def said(self, sentence: str) -> None:
        """Tell what was just done; if it can be taken back, with an Undo button that does just that."""
        step = self.store.next_undo
        if step is not None and step.name == self._done:
            self.toasts.show_undoable(sentence, step)
        else:
            self.toasts.show(sentence)

    def _keep_name(self, news: Announcement) -> None:
        self._done = news.name
