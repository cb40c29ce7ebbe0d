"""What can be done with the practice as a whole: back it up, restore it, open another one."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from fitwell_desktop.core.archive import Manifest, manifest_of
from fitwell_desktop.ui.actions import action
from fitwell_desktop.ui.widgets.dialog import Dialog
from fitwell_desktop.vocabulary import Right

if TYPE_CHECKING:
    from fitwell_desktop.app.practice_window import PracticeWindow
    from fitwell_desktop.app.program import Program


class PracticeActions(QObject):
    """The program's own actions, in the menus of the window that a practice is open in."""

    def __init__(self, program: "Program", joined: "PracticeWindow") -> None:
        super().__init__(joined)
        self._program = program
        self._joined = joined

    @action("practice.back_up", text="Back up now", menu="File", icon="hard-drive", also="backup save copy safety")
    def back_up(self) -> None:
        """Write a verified backup into the practice's folder."""
        workspace = self._joined.workspace
        workspace.tasks.run(
            self.tr("Backing up"),
            self._joined.backups.make,
            lambda _: workspace.toasts.show(self.tr("Backed up and verified.")),
        )

    @action(
        "practice.restore",
        text="Restore a backup…",
        menu="File",
        icon="history",
        needs=Right.PRACTICE,
        also="recover go back",
    )
    def restore(self) -> None:
        """Let a backup take the practice's place, once the user has seen from when it is."""
        folder = self._joined.folder
        chosen, _ = QFileDialog.getOpenFileName(
            self._joined.window, self.tr("Choose a backup"), str(folder.backups), self.tr("Backups (*.fwbackup)")
        )
        if chosen:
            self._ask_to_restore(Path(chosen), manifest_of(Path(chosen)))

    @action("practice.open", text="Open another practice…", menu="File", icon="folder-open")
    def open_other(self) -> None:
        """Choose the folder of another practice."""
        self._program.choose_folder(self._joined.window)

    @action("practice.start", text="Start another practice…", menu="File", icon="circle-plus")
    def start_other(self) -> None:
        """Go through the pages that begin a practice."""
        self._program.begin_another()

    @action("practice.demo", text="Open the demo practice", menu="Help", icon="sparkles")
    def open_demo(self) -> None:
        """Look at a practice in which everything can be tried."""
        self._program.follow_with(self._program.open_demo_anew)

    def _ask_to_restore(self, source: Path, manifest: Manifest) -> None:
        dialog = restore_question(self._joined, manifest)
        dialog.accepted.connect(partial(self._program.restore, source, self._joined.folder))
        dialog.open()


def restore_question(joined: "PracticeWindow", manifest: Manifest) -> Dialog:
    """Ask before the practice is replaced."""
    from datetime import datetime

    made = joined.workspace.formats.moment(datetime.fromisoformat(manifest.made_at))
    return Dialog(
        joined.tr("Go back to {0}?").format(made),
        joined.tr("Restore"),
        joined.window,
        dangerous=True,
        explanation=joined.tr(
            "Everything will be as it was then. What you have now is not deleted: it is kept in the practice’s folder, "
            "beside the restored one."
        ),
    )
