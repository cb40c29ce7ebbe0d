"""One open practice and its window, joined: the workspace, the worker, and what the window's edges tell of it."""

from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView

from fitwell_desktop.app import whereabouts
from fitwell_desktop.app.loading import Loaded
from fitwell_desktop.app.practice_actions import PracticeActions
from fitwell_desktop.app.practice_formats import formats_of
from fitwell_desktop.app.start_time import StartTime
from fitwell_desktop.core.log import start_log, stop_log
from fitwell_desktop.core.store import Announcement
from fitwell_desktop.core.tables import all_tables
from fitwell_desktop.domain.accounts.practice import practice_settings
from fitwell_desktop.domain.analytics.volume import volume
from fitwell_desktop.domain.clients.overview import find_profile
from fitwell_desktop.sync.backups import Backups, BackupState
from fitwell_desktop.sync.daily import DAILY
from fitwell_desktop.sync.tidying import tidy
from fitwell_desktop.sync.worker import Worker
from fitwell_desktop.ui.main_window import MainWindow
from fitwell_desktop.ui.tokens import Tone
from fitwell_desktop.ui.translation import translated
from fitwell_desktop.ui.widgets.banner import Banner
from fitwell_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from fitwell_desktop.app.program import Program
    from fitwell_desktop.ui.palette import Source

COUNTED = frozenset({"user", "appointment"})
WORK_BEGINS_MS = 1_500
"""When the worker begins: its libraries take as long to import as a panel to fill, and nobody waits for it."""
IN_HAND = "in_hand"
"""Under this name is kept who is in hand."""
IN_HAND_MS = 150
"""So long after the panels were attached who was in hand is so again."""


class PracticeWindow(QObject):
    """Fills a window with a practice, and lets go of both in `close`."""

    _backed_up = Signal(BackupState)
    _warned = Signal(str)
    """Both from the worker's thread to the window's."""

    def __init__(self, program: "Program", window: MainWindow, loaded: Loaded, timing: StartTime | None) -> None:
        super().__init__(window)
        self.window = window
        self.folder = loaded.practice.folder
        self._practice = loaded.practice
        self._log = start_log(self.folder.logs)
        formats = formats_of(loaded.settings, program.clock)
        self.workspace = Workspace(
            loaded.store,
            program.clock,
            window.tasks,
            window.toasts,
            formats,
            program.settings,
            window.open_place,
            whereabouts.kept_of(self.folder, program.settings),
        )
        self.workspace.setParent(self)
        self._remember_who_is_in_hand()
        self._follow_backups(loaded)
        window.attach(self.workspace, partial(_sources, self.workspace), program=PracticeActions(program, self))
        if timing:
            timing.watch_panels()
        self._tell_what_is_open(program, loaded)
        self.workspace.announced.connect(self._hear)
        self._in_hand_soon.start()  # the panels are filled first, however long attaching them took
        self._soon.start()

    def close(self) -> None:
        """End the worker with a last backup, and close the practice; whatever fails, all of the rest is done."""
        with ExitStack() as last_first:
            last_first.callback(stop_log, self._log)
            last_first.callback(self.workspace.copies.remove)
            last_first.callback(self._practice.close)
            last_first.callback(self._worker.stop)
            last_first.callback(self._soon.stop)
            last_first.callback(self._in_hand_soon.stop)

    def _follow_backups(self, loaded: Loaded) -> None:
        self._backed_up.connect(self._tell_backup)
        clock = Banner(closable=True)
        self._warned.connect(lambda doubt: clock.say(doubt, Tone.WARN))
        self.window.show_banner(clock)
        self.backups = Backups(self.folder, self.workspace.clock, self._backed_up.emit)
        chores = (partial(tidy, loaded.store, self.folder),)
        self._worker = Worker(loaded.store, self.backups, DAILY, chores, self._warned.emit)
        self._soon = QTimer(self, singleShot=True, interval=WORK_BEGINS_MS)
        self._soon.timeout.connect(self._worker.start)
        self._soon.timeout.connect(self._count)  # what nobody waits for, too

    def _tell_what_is_open(self, program: "Program", loaded: Loaded) -> None:
        demo = whereabouts.is_demo(self.folder)
        whereabouts.remember(self.folder, program.settings)
        self._show_name(loaded.settings.name)
        self._tell_backup(self.backups.state)
        if demo:
            banner = Banner()
            banner.acted.connect(program.leave_demo)
            self.window.show_banner(banner)
            own = whereabouts.last_folder(program.settings) is not None
            banner.say(
                self.tr("This is a demo practice: try anything, nothing here is real."),
                action=self.tr("Open your own") if own else self.tr("Start your own"),
            )
        if program.settings.notice:
            self.window.toasts.show(program.settings.notice, Tone.WARN)

    def _hear(self, news: Announcement) -> None:
        if "practice" in news.tables:
            settings = self.workspace.store.ask(practice_settings)
            self.workspace.formats.become(formats_of(settings, self.workspace.clock))
            self._show_name(settings.name)
            self._show_backup(self.backups.state)
            everything = frozenset(all_tables().tables)
            if news.tables != everything:  # money, days and units may stand anywhere: all panels show themselves anew
                self.workspace.announced.emit(Announcement(everything, news.name, undoable=False))
            for rows in self.window.findChildren(QAbstractItemView):
                rows.viewport().update()  # where the rows are as they were, what is said of them is not
        if "user" in news.tables:
            self._let_go_of_the_gone()
        if news.tables & COUNTED:
            self._count()

    def _remember_who_is_in_hand(self) -> None:
        """From one start to the next. The first data that is shown does not wait for theirs."""
        selection, kept = self.workspace.selection, self.workspace.kept
        selection.awaited = kept.get_id(IN_HAND)
        self._in_hand_soon = QTimer(self, singleShot=True, interval=IN_HAND_MS)
        self._in_hand_soon.timeout.connect(selection.take_up)
        self._in_hand_soon.timeout.connect(self._let_go_of_the_gone)
        self.window.closing.connect(
            lambda: kept.put(IN_HAND, selection.current or selection.awaited)  # it may be closed as soon as it is open
        )

    def _let_go_of_the_gone(self) -> None:
        """Nobody stays in hand who is no longer there, say because their making was undone or a backup restored."""
        selection = self.workspace.selection
        if selection.current and not self.workspace.store.ask(find_profile, selection.current):
            selection.choose(None)

    def _show_name(self, name: str) -> None:
        self.window.setWindowTitle(self.tr("{0} – FitWell").format(name))

    def _count(self) -> None:
        found = self.workspace.store.ask(volume)
        facts = ((found.clients, "client"), (found.sessions, "session"))
        number = self.workspace.formats.number
        self.window.status.show_facts(
            " · ".join(f"{number(many)} {translated(word if many == 1 else f'{word}s')}" for many, word in facts)
        )

    def _tell_backup(self, state: BackupState) -> None:
        if state.problem:
            self.window.toasts.show(state.problem, Tone.BAD)
        self._show_backup(state)

    def _show_backup(self, state: BackupState) -> None:
        if state.problem:
            self.window.status.show_backup(self.tr("Backup failed"))
        elif state.at:
            self.window.status.show_backup(self.tr("Backup {0}").format(self.workspace.formats.moment(state.at)))
        else:
            self.window.status.show_backup(self.tr("No backup yet"))


def _sources(workspace: Workspace) -> "list[Source]":
    """What the palette searches beside actions. It is made when the panels are filled, and imported then."""
    from fitwell_desktop.views.roster.search import ClientSource

    return [ClientSource(workspace)]
