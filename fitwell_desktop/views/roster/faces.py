"""Clients' photos as they are shown beside names, and the one in the head that can be changed."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImageReader, QPainter, QPaintEvent, QPixmap, QPixmapCache
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from fitwell_desktop.core.folder import PracticeFolder
from fitwell_desktop.media.attachments import Attachments
from fitwell_desktop.ui.icons import paint_icon
from fitwell_desktop.ui.painting import tokens_for
from fitwell_desktop.ui.widgets.avatar import paint_avatar
from fitwell_desktop.ui.workspace import Workspace

PIXELS = 128


class Faces:
    """Reads photos from the practice's media folder; those of late are kept."""

    def __init__(self, workspace: Workspace) -> None:
        self.files = Attachments(PracticeFolder(workspace.store.database.path.parent).media)

    def photo(self, digest: str) -> QPixmap | None:
        """The photo with that SHA-256, small; None where there is none, or its file is missing."""
        if not digest:
            return None
        kept = QPixmap()
        if not QPixmapCache.find(f"face {digest}", kept):
            kept = self._read(digest)
            QPixmapCache.insert(f"face {digest}", kept)
        return None if kept.isNull() else kept

    def _read(self, digest: str) -> QPixmap:
        reader = QImageReader(str(self.files.path(digest)))
        reader.setDecideFormatFromContent(False)
        reader.setFormat(b"jpeg")  # as all photos are written here
        reader.setScaledSize(QSize(PIXELS, PIXELS))
        return QPixmap.fromImage(reader.read())


class FaceButton(QAbstractButton):
    """An avatar to click on, or to drop a picture on."""

    dropped = Signal(str)
    """A picture's path."""

    def __init__(self, side: int) -> None:
        super().__init__()
        self._side = side
        self._name = ""
        self._photo: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAcceptDrops(True)

    def show_face(self, name: str, photo: QPixmap | None) -> None:
        """Stand for a client."""
        self._name = name
        self._photo = photo
        self.setAccessibleName(self.tr("Photo of {0}").format(name))
        self.setToolTip(self.tr("Change photo") if self.isEnabled() else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, box, tokens = QPainter(self), QRectF(self.rect()), tokens_for(self)
        paint_avatar(painter, box, self._name, tokens, self._photo)
        if self.isEnabled() and (self.underMouse() or self.hasFocus()):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            badge = QRectF(box.right() - 19, box.bottom() - 19, 19, 19)
            painter.setPen(tokens.color("accent" if self.hasFocus() else "border2"))
            painter.setBrush(tokens.color("surface"))
            painter.drawEllipse(badge)
            paint_icon(painter, "camera", badge.adjusted(4, 4, -4, -4), tokens.color("text2"))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls()[:1]:
            self.dropped.emit(url.toLocalFile())
