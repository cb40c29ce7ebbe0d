"""The program's life: which practice is open, what is offered where none can be, and how one follows another."""

import gc
import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QEvent, QObject, QSize, QThread, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from fitwell_desktop.app import whereabouts
from fitwell_desktop.app.end_signals import EndSignals
from fitwell_desktop.app.start_time import StartTime
from fitwell_desktop.core import paths
from fitwell_desktop.core.clock import Clock, SystemClock
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.folder import PracticeFolder
from fitwell_desktop.core.progress import Progress
from fitwell_desktop.core.settings import Settings
from fitwell_desktop.ui.errors import ErrorReports
from fitwell_desktop.ui.fore import bring_forward
from fitwell_desktop.ui.main_window import MainWindow
from fitwell_desktop.ui.places import Place
from fitwell_desktop.ui.single_instance import SingleInstance
from fitwell_desktop.ui.tasks import Tasks
from fitwell_desktop.ui.theme import Theme
from fitwell_desktop.ui.toasts import Toasts
from fitwell_desktop.ui.tokens import Tone
from fitwell_desktop.views import LAYOUTS, PANELS

if TYPE_CHECKING:
    from fitwell_desktop.app.loading import Loaded
    from fitwell_desktop.core.restoring import Restored

TITLE_BAR = 40
"""What the system puts above a window at most, in px; its foot has to stay on the screen."""
SLOW_MS = 1000
"""An opening that takes longer is spoken of: after a crash the practice is read through, a large one for a minute."""
PICTURE_MS = 300
"""So long is waited for the screen to show the window; one that is minimized, say, is never shown."""


def start(data: Path | None, *, demo: bool, timing: bool) -> int:
    """Run the program until its last window closes; the exit code."""
    ensure_screen()
    application = QApplication(sys.argv[:1])
    application.setApplicationName("FitWell")
    application.setQuitOnLastWindowClosed(False)
    settings = Settings(paths.config_dir() / "settings.json")
    program = Program(application, settings, SystemClock(), StartTime() if timing else None)
    gc.freeze()
    gc.enable()
    signals = EndSignals(program.end_at_once, application)
    program.begin(data, demo=demo)
    code = application.exec() if program.ending is None else program.ending
    program.end()
    signals.uninstall()
    return code


def ensure_screen() -> None:
    """Raise UserError where there is nothing to show a window on; Qt would only abort."""
    named = os.environ.keys() & {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    if sys.platform.startswith("linux") and not named:
        raise UserError("There is no screen here. Start FitWell from a desktop, or set QT_QPA_PLATFORM=offscreen.")


class Program(QObject):
    """Opens a practice in a window of its own, and the next when that one was closed for it."""

    def __init__(
        self, application: QApplication, settings: Settings, clock: Clock, timing: StartTime | None = None
    ) -> None:
        super().__init__(application)
        self.application = application
        self.settings = settings
        self.clock = clock
        self.theme = Theme(application, settings)
        self.window: MainWindow | None = None
        self.asking: QWidget | None = None
        """The start dialog or the first-run pages, while they are open."""
        self.ending: int | None = None
        """The code with which the program is to end, once that is decided: perhaps before its event loop runs."""
        self._timing = timing
        self._single: SingleInstance | None = None
        self._errands = Tasks(self)
        self._errors = ErrorReports(self, self._up, self._toasts)
        self._errors.install()
        self._close_practice: Callable[[], None] = lambda: None
        self._after: Callable[[], None] = self.quit
        """What follows when the window has closed."""

    def begin(self, data: Path | None, *, demo: bool) -> None:
        """Open what the command line asks for, or what was open last; the first time, the first-run pages."""
        if demo:
            self.open_demo()
        elif data is not None:
            self.open(PracticeFolder(data.absolute()))
        elif folder := whereabouts.last_folder(self.settings):
            self.open(folder)
        else:
            self.welcome()

    def end(self) -> None:
        """Leave nothing behind: no lock, no thread, no window that asks."""
        self.asked(lambda: None)
        self._errands.shutdown()
        self._leave()
        self._errors.uninstall()
        # No event loop will do it any more; left to Python, a window's parts would go in any order.
        self.application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def end_at_once(self) -> None:
        """The system ends the program: keep what can be kept, ask nothing, and go."""
        self._stay()
        if self.window is not None:
            self.window.close_at_once()
        self.quit()

    def open(self, folder: PracticeFolder, then: str = "") -> None:
        """Show a window and open the practice in it; `then` is an action to do there."""
        window = self._claimed_window(folder)
        if window is None:
            return
        opening = self._errands.run(
            "Opening the practice",
            lambda progress: self._load(folder),
            lambda loaded: self._attach(window, loaded, then),
            lambda error: self._refused(folder, error),
        )
        slow = QTimer(opening, singleShot=True, interval=SLOW_MS)
        slow.timeout.connect(partial(window.status.show_task, self.tr("Opening the practice…")))
        opening.ended.connect(slow.stop)
        opening.ended.connect(partial(window.status.show_task, ""))
        slow.start()

    def open_demo(self) -> None:
        """Open the demo practice; make it first, with its progress in the window, if it was never opened before."""
        folder = whereabouts.demo_folder()
        if folder.holds_practice:
            self.open(folder)
            return
        window = self._claimed_window(folder)
        if window is None:
            return
        from fitwell_desktop.app.loading import build_demo

        def build(progress: Progress) -> None:
            build_demo(folder, self.clock, progress)

        window.tasks.run(
            self.tr("Making the demo practice"),
            build,
            lambda _: self.open(folder),
            partial(self._refused, folder),
            lambda _: self._go_home(),
        )

    def welcome(self, folder: PracticeFolder | None = None) -> None:
        """Ask what is needed to begin."""
        from fitwell_desktop.app.beginning import Beginning

        self._leave()
        Beginning(self, folder or whereabouts.fresh_folder()).show()

    def follow_with(self, then: Callable[[], None]) -> None:
        """Close the practice that is open, then do something: open another, restore a backup. Where its window asks
        first, the answer decides.
        """
        if self.window is None:
            then()
            return
        self._after = then
        self.window.close()

    def _stay(self) -> None:
        """The user keeps working: nothing follows but the end, whenever the window is closed."""
        self._after = self.quit

    def _go_on(self) -> None:
        then, self._after = self._after, self.quit
        QTimer.singleShot(0, then)  # when the window has closed

    def asked(self, then: Callable[[], None]) -> None:
        """The start dialog or the first-run pages have their answer: close them and go on."""
        asking, self.asking = self.asking, None
        if asking is not None:
            asking.hide()
            asking.deleteLater()
        then()

    def choose_folder(self, parent: QWidget | None) -> None:
        """Ask for the folder of a practice, and open that one."""
        chosen = QFileDialog.getExistingDirectory(parent, self.tr("The folder of your practice"), str(paths.data_dir()))
        if chosen:
            self.open_chosen(PracticeFolder(Path(chosen)))

    def open_chosen(self, folder: PracticeFolder) -> None:
        """Open a practice after the one that is open; where the folder holds none, all stays as it is."""
        if not folder.holds_practice:
            raise UserError(
                self.tr("There is no practice in “{0}”. Choose a folder that FitWell keeps one in.").format(folder.path)
            )
        self.asked(partial(self.follow_with, partial(self.open_anew, folder)))

    def begin_another(self) -> None:
        """Ask what is needed to begin a practice beside the one that stays open until there is another."""
        from fitwell_desktop.app.beginning import Beginning

        if self.asking is None:
            Beginning(self, whereabouts.fresh_folder()).show()
        self._come_forward()

    def not_answered(self) -> None:
        """The first-run pages were closed: back to the practice that is open, or to the end."""
        if self.window is None:
            self.quit()
        else:
            self.asked(self._come_forward)

    def restore(self, source: Path, folder: PracticeFolder) -> None:
        """Put a backup into the folder, which is closed meanwhile, and open it."""
        self.follow_with(partial(self._restore, source, folder))

    def errand(
        self,
        title: str,
        work: Callable[[], object],
        done: Callable[[object], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Do something on another thread, without a window that shows it."""
        self._errands.run(title, lambda progress: work(), done, failed)

    def open_demo_anew(self) -> None:
        """Open the demo in the place of what was open."""
        self._leave()
        self.open_demo()

    def leave_demo(self) -> None:
        """From the demo to the user's own practice, or to the pages that begin one."""
        self.follow_with(self._go_home)

    def _go_home(self) -> None:
        own = whereabouts.last_folder(self.settings)
        if own:
            self.open_anew(own)
        else:
            self.welcome()

    def open_anew(self, folder: PracticeFolder, then: str = "") -> None:
        """Open a practice in the place of what was open."""
        self._leave()
        self.open(folder, then)

    def _restore(self, source: Path, folder: PracticeFolder) -> None:
        self._leave()
        window = self._show_window()
        from fitwell_desktop.core.opening import restore_practice

        window.tasks.run(
            self.tr("Restoring the backup"),
            lambda progress: restore_practice(source, folder, self.clock.now()),
            partial(self._restored, window, folder),
            partial(self._refused, folder),
            partial(self._stopped_restoring, window, folder),
        )

    def _stopped_restoring(self, window: MainWindow, folder: PracticeFolder, restored: "Restored | None") -> None:
        if restored is None:
            self.open(folder)
        else:
            window.toasts.show(self.tr("The backup was restored already; it could not be stopped any more."))
            self._restored(window, folder, restored)

    def _restored(self, window: MainWindow, folder: PracticeFolder, restored: "Restored") -> None:
        if restored.missing:
            window.toasts.show(
                self.tr("{0} attachments are neither here nor beside the backup.").format(len(restored.missing)),
                Tone.WARN,
            )
        self.open(folder)

    def _claimed_window(self, folder: PracticeFolder) -> MainWindow | None:
        """The window, where this is the only start on the folder; if not, the first one was asked to show itself. None
        also where the user has closed it already.
        """
        single = self._single or SingleInstance(folder.path, self)
        if single is not self._single:
            if not single.claim():
                self.quit()
                return None
            single.asked_to_show.connect(self._come_forward)
            self._single = single
        window = self._show_window()
        if self.ending is not None:  # closed while its first picture was awaited
            return None
        single.listen_soon()
        return window

    def _show_window(self) -> MainWindow:
        if self.window is None:
            self.window = MainWindow(PANELS, LAYOUTS, self.settings, self.theme)
            self.window.closing.connect(self._go_on)
            self.window.staying.connect(self._stay)
            if self._timing:
                self._timing.watch(self.window)
            room = self.window.screen().availableGeometry().size() - QSize(0, TITLE_BAR)
            self.window.resize(self.window.size().boundedTo(room))
            self.window.show()
            _await_picture(self.window)
        return self.window

    def _load(self, folder: PracticeFolder) -> "Loaded":
        from fitwell_desktop.app.loading import load  # brings the database along: not on the window's thread

        loaded = load(folder, self.clock, _seen_first(self.settings))
        self._close_practice = loaded.practice.close  # until a window has it: the program may end before that
        return loaded

    def _attach(self, window: MainWindow, loaded: "Loaded", then: str) -> None:
        from fitwell_desktop.app.practice_window import PracticeWindow

        joined = PracticeWindow(self, window, loaded, self._timing)
        self._close_practice = joined.close
        if then and then in window.menus.entries:
            window.menus.run(then)

    def _refused(self, folder: PracticeFolder, error: Exception) -> None:
        from fitwell_desktop.app.refusal import Refusal

        if not isinstance(error, UserError):
            Refusal(self, folder, UserError(self.tr("FitWell made a mistake. Your practice was left as it is."))).show()
            raise error  # to the reports, in front of the ways out
        sys.stderr.write(f"fitwell-desktop: {error}\n")
        Refusal(self, folder, error).show()

    def _up(self) -> QWidget | None:
        """The window in which the user is."""
        working = self.window is not None and self.window.isActiveWindow()
        return self.window if working else self.asking or self.window

    def _toasts(self) -> Toasts | None:
        return self.window.toasts if self.window is not None and self._up() is self.window else None

    def _come_forward(self) -> None:
        window = self.asking or self.window
        if window is not None:
            bring_forward(window)

    def _leave(self) -> None:
        """Close the practice, its window, and let others have its folder; whatever fails, all of the rest is done."""
        if self.window is not None:
            self.window.hide()
        if self._single is not None:
            self._single.stop_listening()
        close, self._close_practice = self._close_practice, lambda: None
        try:
            close()
        finally:
            self._let_go()

    def _let_go(self) -> None:
        if self.window is not None:
            self.window.tasks.shutdown()
            self.window.deleteLater()
            self.window = None
        if self._single is not None:
            self._single.release()
            self._single = None

    def quit(self, code: int = 0) -> None:
        """End the program, also where its event loop does not run yet."""
        self.ending = code
        QTimer.singleShot(0, partial(self.application.exit, code))


def _seen_first(settings: Settings) -> list[Place]:
    """The places that the window will show at once: those that were seen last, or those in front of the first layout."""
    front = [stack.places[0] for column in LAYOUTS[0].columns for stack in column.stacks]
    seen = settings.get("window.seen", front)
    return [place for place in PANELS if place.name in seen]


def _await_picture(window: QWidget) -> None:
    """Let the first picture come before anything else is imported: that would hold the interpreter meanwhile."""
    patience = QDeadlineTimer(PICTURE_MS)
    while not window.windowHandle().isExposed() and not patience.hasExpired():
        QApplication.processEvents()
        QThread.msleep(1)
    QApplication.processEvents()
