"""Where a practice could not be opened: which ways out fit the reason, and what they do."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from fitwell_desktop.app import whereabouts
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.folder import DamagedError, PracticeFolder
from fitwell_desktop.core.opening import MissingError, NewerError
from fitwell_desktop.views.welcome.refusal import RefusalDialog, Way

if TYPE_CHECKING:
    from fitwell_desktop.app.program import Program

AGAIN = Way("again", "refresh-cw", "Try again", "When you have done what the sentence above says.")
CHOOSE = Way("choose", "folder-open", "Choose another folder…", "Your practice may be somewhere else.")
RESTORE = Way("restore", "history", "Restore a backup…", "The damaged file is kept beside it.")
START = Way("start", "circle-plus", "Start a new practice…", "In a folder of its own; nothing is replaced.")
WAYS: tuple[tuple[type[UserError], tuple[Way, ...]], ...] = (
    (DamagedError, (RESTORE, CHOOSE)),
    (MissingError, (CHOOSE, AGAIN, START)),
    (NewerError, (CHOOSE,)),
    (UserError, (AGAIN, CHOOSE)),
)


class Refusal(QObject):
    """Shows why, and follows the way that is chosen."""

    def __init__(self, program: "Program", folder: PracticeFolder, error: UserError) -> None:
        super().__init__(program)
        self._program = program
        self._folder = folder
        ways = next(ways for kind, ways in WAYS if isinstance(error, kind))
        self.dialog = RefusalDialog(str(error), ways, program.window)
        if program.window is None:
            program.theme.dress(self.dialog)
        self.dialog.chosen.connect(self._follow)
        program.asking = self.dialog

    def show(self) -> None:
        """Show the dialog."""
        self.dialog.open()

    def _follow(self, way: str) -> None:
        ways: dict[str, Callable[[], object]] = {
            "quit": partial(self._program.quit, 1),
            "again": partial(self._program.asked, partial(self._program.open, self._folder)),
            "choose": partial(self._program.choose_folder, self.dialog),
            "start": partial(self._program.asked, partial(self._program.welcome, whereabouts.fresh_folder())),
            "restore": self._restore,
        }
        ways[way]()

    def _restore(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self.dialog, self.tr("Choose a backup"), str(self._folder.backups), self.tr("Backups (*.fwbackup)")
        )
        if chosen:
            self._program.asked(partial(self._program.restore, Path(chosen), self._folder))
