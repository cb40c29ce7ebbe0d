"""The import of a client list: choose a file, say what its columns hold, look at the dry run, take the good rows in."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.progress import Progress
from fitwell_desktop.domain.clients.csv_cells import LARGEST_FILE, read_table
from fitwell_desktop.domain.clients.import_plan import (
    ClientFile,
    ImportPlan,
    client_file,
    known_clients,
    plan_import,
    report_csv,
)
from fitwell_desktop.domain.clients.importing import import_clients
from fitwell_desktop.media.user_files import read_file, write_table_file
from fitwell_desktop.ui.tasks import Task
from fitwell_desktop.ui.tokens import Tone
from fitwell_desktop.ui.widgets.banner import Banner
from fitwell_desktop.ui.widgets.dialog import Dialog
from fitwell_desktop.ui.widgets.empty_state import EmptyState
from fitwell_desktop.ui.widgets.labels import Label
from fitwell_desktop.ui.widgets.steps import Steps
from fitwell_desktop.ui.workspace import Workspace
from fitwell_desktop.views.roster.import_pages import CheckPage, MappingPage
from fitwell_desktop.views.roster.shapes import plural
from fitwell_desktop.vocabulary import Verdict

CHOOSE, WAIT, MAP, CHECK = range(4)
T = TypeVar("T")


class ImportDialog(Dialog):
    """Nothing is written before the last button; then all good rows are, in one step that can be undone."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__("Import clients", "Choose file…", parent)
        self._workspace = workspace
        self._task: Task | None = None
        self._file: ClientFile | None = None
        self._plan: ImportPlan | None = None
        self._path = Path()
        self._back = CHOOSE
        self._written = 0
        self.setAcceptDrops(True)
        self.banner = Banner()
        self.pages = QStackedWidget()
        self.mapping = MappingPage(workspace.formats)
        self.mapping.read_otherwise.connect(lambda encoding, sign: self.read(self._path, encoding, sign))
        self.check = CheckPage(workspace)
        self.check.report_asked.connect(self._ask_report)
        self._bar, self._doing = QProgressBar(), Label("", "quiet")
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("Progress")
        for page in (self._choose_page(), self._wait_page(), self.mapping, self.check):
            self.pages.addWidget(page)
        self.steps = Steps(("Choose a file", "Say what its columns hold", "Look at each row"))
        self.body.addWidget(self.steps)
        self.body.addWidget(self.banner)
        self.body.addWidget(self.pages, 1)
        self.resize(1000, 660)
        self._show(CHOOSE)

    def confirm(self) -> None:
        steps = {CHOOSE: self._ask_file, MAP: self._try_dry, CHECK: self._import}
        step = steps.get(self.pages.currentIndex())
        if step and self.primary.isEnabled():
            step()

    def reject(self) -> None:
        page = self.pages.currentIndex()
        if page == WAIT:
            self._stop()
        elif page == CHECK:
            self._show(MAP)
        else:
            super().reject()

    def read(self, path: Path, encoding: str = "", delimiter: str = "") -> None:
        """Read a file, as it seems to be written or as the user says, and show what its columns seem to hold."""
        self._path = path

        def work(progress: Progress) -> ClientFile:
            progress.at(0, 0, f"Reading {path.name}")
            return client_file(read_table(read_file(path, LARGEST_FILE), delimiter, encoding, progress))

        self._run(f"Reading {path.name}", work, self._read, MAP if encoding else CHOOSE)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and self.pages.currentIndex() in {CHOOSE, MAP}:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = event.mimeData().urls()[0].toLocalFile()
        if path:
            self.read(Path(path))

    # the steps

    def _ask_file(self) -> None:
        kinds = self.tr("Tables as text (*.csv *.txt *.tsv);;All files (*)")
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a client list"), "", kinds)
        if path:
            self.read(Path(path))

    def _read(self, file: ClientFile) -> None:
        self._file = file
        self.mapping.show_file(file)
        self._show(MAP)

    def _try_dry(self) -> None:
        file, store = self._file, self._workspace.store
        mapping, orders = self.mapping.mapping(), self.mapping.orders()
        if file is None:
            return
        known = store.ask(known_clients)

        def work(progress: Progress) -> ImportPlan:
            return plan_import(file, mapping, known, orders, progress)

        self._run("Checking the list", work, self._checked, MAP)

    def _checked(self, plan: ImportPlan) -> None:
        self._plan = plan
        self.check.show_plan(plan)
        self._show(CHECK)

    def _import(self) -> None:
        plan, store = self._plan, self._workspace.store
        if plan is None or not plan.clients:
            return

        def work(progress: Progress) -> int:
            self._written = store.do(import_clients, plan.clients, progress)
            return self._written

        self._run(f"Importing {plural(len(plan.clients), 'client')}", work, self._done, CHECK)

    def _done(self, count: int) -> None:
        self.accept()
        self._workspace.said(self.tr("Imported {0}").format(plural(count, "client")))

    def _ask_report(self) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save report"), "import-report.csv", self.tr("CSV files (*.csv)")
        )
        if path:
            self.save_report(Path(path))

    def save_report(self, path: Path) -> None:
        """Write what was found in each row to a file."""
        if self._plan:
            write_table_file(path, report_csv(self._plan))
            self._workspace.toasts.show(self.tr("Saved the report as {0}").format(path.name))

    # work that takes time

    def _stop(self) -> None:
        """End what is under way. The dialog waits for that: rows may be written until the very last of them."""
        if self._task and not self._task.cancelling:
            self.secondary.setEnabled(False)
            self._doing.setText(self.tr("Stopping…"))
            self._task.ended.connect(self._stopped)
            self._task.cancel()

    def _stopped(self) -> None:
        self._task = None
        if self._written:
            self._done(self._written)
            return
        self._show(self._back)
        if self._back == CHECK:
            self.banner.say(self.tr("Stopped: nothing was imported."), Tone.INFO)

    def _run(self, title: str, work: Callable[[Progress], T], done: Callable[[T], None], back: int) -> None:
        self._back = back
        self._doing.setText(title)
        self._bar.setRange(0, 0)
        self._show(WAIT)

        def finished(result: T) -> None:
            self._task = None
            done(result)

        def failed(error: Exception) -> None:
            self._task = None
            self._show(back)
            if not isinstance(error, UserError):
                raise error
            self.banner.say(str(error), Tone.BAD)

        self._task = self._workspace.tasks.run(title, work, finished, failed)
        self._task.changed.connect(self._show_progress)

    def _show_progress(self) -> None:
        if self._task and self._task.steps:
            self._bar.setRange(0, self._task.steps)
            self._bar.setValue(self._task.step)

    def _show(self, page: int) -> None:
        self.banner.say("")
        self.pages.setCurrentIndex(page)
        if page != WAIT:
            self.steps.show_step((CHOOSE, MAP, CHECK).index(page))
        names = {CHOOSE: "Choose file…", WAIT: "Working…", MAP: "Check the list", CHECK: self._import_text()}
        self.primary.setText(names[page])
        self.primary.setEnabled(page in {CHOOSE, MAP} or (page == CHECK and bool(self._plan and self._plan.clients)))
        self.secondary.setText({CHECK: "Back"}.get(page, "Cancel"))
        self.secondary.setEnabled(True)
        QTimer.singleShot(0, self, lambda: self.primary.setFocus() if page != WAIT else None)

    def _import_text(self) -> str:
        count = len(self._plan.clients) if self._plan else 0
        refused = self._plan.count(Verdict.REFUSED) if self._plan else 0
        text = f"Import {plural(count, 'client')}"
        return f"{text}, leave out {refused}" if refused and count else text

    def _choose_page(self) -> QWidget:
        page = EmptyState(
            "file-spreadsheet",
            "Drop a CSV file here",
            "A list exported from another program or a spreadsheet. Nothing is written before you have seen what would"
            " become of each row.",
        )
        page.setProperty("role", "drop")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        return page

    def _wait_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.addStretch()
        column.addWidget(self._doing, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._bar)
        column.addStretch()
        return page
