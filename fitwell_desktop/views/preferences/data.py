"""Where the practice lies, its backups, and how to take the data elsewhere."""

from PySide6.QtCore import QFileSystemWatcher, QUrl
from PySide6.QtGui import QDesktopServices

from fitwell_desktop.core.folder import PracticeFolder
from fitwell_desktop.core.thinning import dated
from fitwell_desktop.domain.accounts.practice import PracticeSettings
from fitwell_desktop.ui.panel import Panel
from fitwell_desktop.ui.widgets.buttons import Button
from fitwell_desktop.ui.widgets.card import row
from fitwell_desktop.ui.widgets.labels import Label
from fitwell_desktop.views.preferences.section import Section

MEGABYTE = 1_000_000


class DataSection(Section):
    """The folder, the backups in it, and the way out."""

    title = "Data and backups"
    icon = "database"
    sentence = "All of your practice is in one folder on this computer. It is yours."

    def __init__(self, panel: Panel) -> None:
        super().__init__(panel)
        workspace = panel.workspace
        self._folder = PracticeFolder(workspace.store.database.path.parent)
        show = Button(self.tr("Show folder"), icon_name="folder-open")
        show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder.path))))
        path = Label(str(self._folder.path), wrap=True)
        path.setTextInteractionFlags(path.textInteractionFlags().TextSelectableByMouse)
        self.amount = Label("", "quiet")
        folder = self.add_card(self.tr("Folder"), path, self.amount)
        folder.body.addLayout(row(show, self._button("practice.open", self.tr("Open another practice…")), 1))
        self.backups = Label("", wrap=True)
        explanation = self.tr(
            "FitWell backs up while you work and when you close it, checks each backup, and keeps fewer of the older ones. "
            "“Back up now” makes one complete file, which stays: copy that to a stick or another disk now and then."
        )
        backups = self.add_card(self.tr("Backups"), self.backups, Label(explanation, "quiet", wrap=True))
        backups.body.addLayout(
            row(
                self._button("practice.back_up", self.tr("Back up now"), "hard-drive"),
                self._button("practice.restore", self.tr("Restore…"), "history"),
                1,
            )
        )
        export = self.add_card(
            self.tr("Export"),
            Label(self.tr("Your clients as a CSV file, for a spreadsheet or another program."), "quiet"),
        )
        export.body.addLayout(row(self._button("clients.export", self.tr("Export clients as CSV…"), "file-down"), 1))
        self.column.addStretch()
        self._watcher = QFileSystemWatcher([str(self._folder.backups)], self)
        self._watcher.directoryChanged.connect(self._tell)

    def show_settings(self, settings: PracticeSettings) -> None:
        super().show_settings(settings)
        self._tell()

    def _tell(self) -> None:
        formats = self.workspace.formats
        size = self._folder.database.stat().st_size / MEGABYTE
        self.amount.setText(self.tr("The database has {0} MB.").format(formats.number(size)))
        made = [at for _, at in dated(self._folder.backups)]
        if made:
            last = self.tr("The last backup was made: {0}. There are {1}.")
            self.backups.setText(last.format(formats.moment(max(made)), formats.number(len(made), 0)))
        else:
            self.backups.setText(self.tr("There is no backup yet."))

    def _button(self, action: str, text: str, icon_name: str = "") -> Button:
        button = Button(text, icon_name=icon_name)
        button.clicked.connect(lambda: self.workspace.act(action))
        return button
