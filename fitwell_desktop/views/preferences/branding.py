"""Logo and colour, and how an invoice's head looks with them."""

from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QFont, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QColorDialog, QFileDialog, QSizePolicy, QWidget

from fitwell_desktop.core.folder import PracticeFolder
from fitwell_desktop.domain.accounts.attachments import StoredFile
from fitwell_desktop.domain.accounts.practice import PracticeSettings, change_logo, change_practice
from fitwell_desktop.media.attachments import Attachments
from fitwell_desktop.ui.painting import font_like, grown, line_of_text, rounded
from fitwell_desktop.ui.panel import Panel
from fitwell_desktop.ui.tokens import LIGHT
from fitwell_desktop.ui.widgets.buttons import Button
from fitwell_desktop.ui.widgets.card import row
from fitwell_desktop.ui.widgets.form_fields import TextField
from fitwell_desktop.ui.widgets.labels import Label
from fitwell_desktop.views.preferences.section import Section

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
        self.preview = Letterhead()
        self.add_card(self.tr("Preview"), self.preview)
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
        logo = QImage(str(self._files.path(settings.logo))) if settings.logo else QImage()
        self.preview.show_brand(settings, logo)

    def take_logo(self, path: Path) -> None:
        """Let a picture on this computer be the logo."""
        self.workspace.tasks.run(self.tr("Taking the logo"), lambda progress: self._files.take(path), self._put_logo)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls()[:1]:
            self.take_logo(Path(url.toLocalFile()))

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


class Letterhead(QWidget):
    """The upper part of an invoice: paper is white in both schemes."""

    def __init__(self) -> None:
        super().__init__()
        self._settings: PracticeSettings | None = None
        self._logo = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("How your invoices begin"))

    def show_brand(self, settings: PracticeSettings, logo: QImage) -> None:
        """Show these names, this colour, this logo."""
        self._settings, self._logo = settings, logo
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(grown(self, 520), grown(self, 190))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rounded(painter, self.rect(), 8, QColor("white"), LIGHT.color("border"))
        if self._settings is None:
            return
        pad = grown(self, 24)
        sheet = self.rect().adjusted(pad, pad, -pad, -pad)
        brand = QColor(self._settings.brand_color or LIGHT.accent)
        self._paint_head(painter, sheet, brand)
        line = QRect(sheet.left(), sheet.top() + grown(self, 72), sheet.width(), 2)
        painter.fillRect(line, brand)
        painter.setFont(font_like(self.font(), 17, QFont.Weight.Bold))
        line_of_text(painter, line.translated(0, grown(self, 26)).adjusted(0, -10, 0, 14), self.tr("Invoice"), brand)
        painter.setFont(font_like(self.font(), 12))
        below = line.translated(0, grown(self, 52)).adjusted(0, -8, 0, 12)
        line_of_text(painter, below, self.tr("10 sessions of personal training"), LIGHT.color("text"))

    def _paint_head(self, painter: QPainter, sheet: QRect, brand: QColor) -> None:
        assert self._settings is not None
        side = grown(self, 56)
        left = sheet.left()
        if not self._logo.isNull():
            scaled = self._logo.scaled(
                side * 4, side, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            painter.drawImage(sheet.topLeft(), scaled)
            left += scaled.width() + grown(self, 14)
        box = QRect(left, sheet.top() + grown(self, 4), sheet.right() - left, grown(self, 26))
        painter.setFont(font_like(self.font(), 18, QFont.Weight.DemiBold))
        line_of_text(painter, box, self._settings.name, LIGHT.color("text"))
        painter.setFont(font_like(self.font(), 12))
        address = " · ".join(self._settings.address.splitlines())
        line_of_text(painter, box.translated(0, grown(self, 24)), address, LIGHT.color("text2"))
