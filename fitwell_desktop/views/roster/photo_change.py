"""Changes the photo of the client in hand: by a picture that is chosen or dropped, cut to a square, or by none."""

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog

from fitwell_desktop.core.progress import Progress
from fitwell_desktop.domain.accounts.attachments import StoredFile
from fitwell_desktop.domain.clients.overview import Profile
from fitwell_desktop.domain.clients.photos import remove_photo, set_photo
from fitwell_desktop.media.attachments import LARGEST_PICTURE
from fitwell_desktop.media.pictures import cleaned_picture, square_picture
from fitwell_desktop.media.user_files import read_file
from fitwell_desktop.ui.panel import Panel
from fitwell_desktop.ui.widgets.menu import Menu
from fitwell_desktop.views.roster.client_header import ClientHeader

PICTURES = "Pictures (*.png *.jpg *.jpeg *.webp)"


class PhotoChange(QObject):
    """Behind the face in the head: its menu, and what is dropped on it."""

    def __init__(self, panel: Panel, header: ClientHeader) -> None:
        super().__init__(panel)
        self._panel, self._header, self._workspace = panel, header, panel.workspace
        self._client: Profile | None = None
        self.menu = Menu(parent=header.face)
        header.face.clicked.connect(self._open_menu)
        header.face.dropped.connect(lambda path: self.take(Path(path)))

    def show_profile(self, profile: Profile) -> None:
        """Whose photo it is about."""
        self._client = profile

    def choose(self) -> None:
        """Ask for a picture's file."""
        chosen, _ = QFileDialog.getOpenFileName(self._panel, self.tr("Choose a photo"), "", self.tr(PICTURES))
        if chosen:
            self.take(Path(chosen))

    def take(self, path: Path) -> None:
        """Read a picture, and let the user choose a square of it."""
        client = self._client
        if client is None:
            return

        def read(_progress: Progress) -> bytes:
            return cleaned_picture(read_file(path, LARGEST_PICTURE))[0]

        self._workspace.tasks.run(
            self.tr("Reading the picture"), read, lambda picture: self._ask_square(client, path.name, picture)
        )

    def remove(self) -> None:
        """Show the initials again."""
        if self._client:
            self._workspace.do(remove_photo, self._client.id)
            self._workspace.said(self.tr("Removed the photo"))

    def _open_menu(self) -> None:
        self.menu.clear()
        has_one = bool(self._client and self._client.photo)
        choose = self.menu.addAction(self.tr("Choose another photo…") if has_one else self.tr("Choose a photo…"))
        choose.triggered.connect(self.choose)
        if has_one:
            self.menu.addAction(self.tr("Remove photo")).triggered.connect(self.remove)
        face = self._header.face
        self.menu.popup(face.mapToGlobal(face.rect().bottomLeft()))

    def _ask_square(self, client: Profile, name: str, picture: bytes) -> None:
        def save(square: QRect) -> None:
            self._keep(client.id, name, picture, square)

        from fitwell_desktop.views.roster.photo_dialog import PhotoDialog

        PhotoDialog(client.name, QImage.fromData(picture), save, self._panel).open()

    def _keep(self, client_id: UUID, name: str, picture: bytes, square: QRect) -> None:
        def write(_progress: Progress) -> StoredFile:
            cut = square_picture(picture, square.left(), square.top(), square.width())
            return self._header.faces.files.take_bytes(f"{Path(name).stem}.jpg", cut)

        def put(stored: StoredFile) -> None:
            self._workspace.do(set_photo, client_id, stored)
            self._workspace.said(self.tr("Set the photo"))

        self._workspace.tasks.run(self.tr("Cutting the photo"), write, put)
