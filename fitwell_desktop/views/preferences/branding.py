"""Logo and colour, and how an invoice looks with them."""

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImageReader, QShowEvent
from PySide6.QtWidgets import QColorDialog, QFileDialog

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.folder import PracticeFolder
from fitwell_desktop.domain.accounts.attachments import StoredFile
from fitwell_desktop.domain.accounts.practice import PracticeSettings, change_logo, change_practice
from fitwell_desktop.domain.billing.sample import sample_document
from fitwell_desktop.media.attachments import Attachments
from fitwell_desktop.ui.painting import grown
from fitwell_desktop.ui.panel import Panel
from fitwell_desktop.ui.tokens import LIGHT
from fitwell_desktop.ui.widgets.buttons import Button
from fitwell_desktop.ui.widgets.card import row
from fitwell_desktop.ui.widgets.document_view import DocumentView
from fitwell_desktop.ui.widgets.form_fields import TextField
from fitwell_desktop.ui.widgets.labels import Label
from fitwell_desktop.views.preferences.section import Section

HEIGHT = 400
"""So much of the sample is seen at once, in px at 100 percent text: its head and its lines."""
REST_MS = 150
"""So long after the last change the sample is drawn anew, so that who types does not wait for it."""
PICTURES = "Pictures (*.png *.jpg *.jpeg *.webp)"


class BrandingSection(Section):
    """A picture can be dropped anywhere on this section."""

    title = "Branding"
    icon = "palette"
    sentence = "Your logo and colour on invoices and reports."

    def __init__(self, panel: Panel) -> None:
        super().__init__(panel)
        workspace = panel.workspace
        self.setAcceptDrops(True)
        self._files = Attachments(PracticeFolder(workspace.store.database.path.parent).media)
        self.preview = DocumentView(self.tr("How your invoices look"))
        self.preview.setFixedHeight(grown(self, HEIGHT))
        self.add_card(self.tr("Preview"), self.preview)
        self._soon = QTimer(self, singleShot=True, interval=REST_MS)
        self._soon.timeout.connect(self._draw)
        self.choose = Button(self.tr("Choose a picture…"), icon_name="image")
        self.remove = Button(self.tr("Remove"), "ghost", "trash-2")
        self.choose.clicked.connect(self._choose_logo)
        self.remove.clicked.connect(lambda: self.workspace.do(change_logo, None))
        card = self.add_card(
            self.tr("Logo"), Label(self.tr("PNG, JPEG or WebP. You can drop the file here."), "quiet", wrap=True)
        )
        card.body.addLayout(row(self.choose, self.remove, 1))
        self.pick = Button(self.tr("Pick a colour…"), icon_name="palette")
        self.pick.clicked.connect(self._pick_color)
        color = TextField(name="brand_color", title=self.tr("Brand colour"), example="#0B7A63")
        self.color = self.add_form(self.tr("Colour"), [color], below=self.pick)
        self.column.addStretch()

    def show_settings(self, settings: PracticeSettings) -> None:
        super().show_settings(settings)
        self._color = settings.brand_color
        self.remove.setEnabled(bool(settings.logo))
        self._draw_soon()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._draw_soon()

    def take_logo(self, path: Path) -> None:
        """Let a picture on this computer be the logo."""
        self.workspace.tasks.run(self.tr("Taking the logo"), lambda progress: self._taken(path), self._put_logo)

    def _taken(self, path: Path) -> StoredFile:
        reader = QImageReader(str(path))
        reader.setDecideFormatFromContent(True)
        if path.is_file() and reader.read().isNull():
            raise UserError(self.tr("“{0}” is no picture that can be read. Please choose another.").format(path.name))
        return self._files.take(path)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls()[:1]:
            self.take_logo(Path(url.toLocalFile()))

    def _draw_soon(self) -> None:
        """Draw the sample while it can be seen, and else when it is next."""
        if self.isVisible():
            self._soon.start()

    def _draw(self) -> None:
        """Let it be drawn by what draws the invoices, which is much to import: not before somebody looks at it."""
        from fitwell_desktop.reports.invoice import invoice_pdf

        document = self.panel.ask(sample_document)
        self.preview.show_pdf(invoice_pdf(document, self._files.read_if_here(document.logo_hash)))

    def _put_logo(self, stored: StoredFile) -> None:
        self.workspace.do(change_logo, stored)
        self.workspace.said(self.tr("The logo is changed."))

    def _choose_logo(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Choose your logo"), "", self.tr(PICTURES))
        if chosen:
            self.take_logo(Path(chosen))

    def _pick_color(self) -> None:
        picked = QColorDialog.getColor(QColor(self._color or LIGHT.accent), self, self.tr("Brand colour"))
        if picked.isValid():
            self.workspace.do(change_practice, "brand_color", picked.name())
