"""The head of the client in hand: who they are, how they stand, how to reach them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fitwell_desktop.domain.clients.overview import Profile
from fitwell_desktop.ui.tokens import Tone
from fitwell_desktop.ui.widgets.buttons import IconButton
from fitwell_desktop.ui.widgets.flow import FittingRow, FlowLayout
from fitwell_desktop.ui.widgets.labels import Label
from fitwell_desktop.ui.widgets.pill import Pill
from fitwell_desktop.ui.workspace import Workspace
from fitwell_desktop.views.roster.faces import FaceButton, Faces
from fitwell_desktop.views.roster.reach import ReachButton
from fitwell_desktop.views.roster.shapes import STATE_TONES
from fitwell_desktop.vocabulary import ClientState, Right


class ClientHeader(QWidget):
    """A click on an address or number copies it; the lifebelt asks for the emergency contact."""

    emergency = Signal()
    copied = Signal(str)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._formats = workspace.formats
        self.faces = Faces(workspace)
        self.face = FaceButton(side=48)
        self.face.setEnabled(Right.CLIENTS in workspace.store.signed_in.rights)
        self.name = Label("", "title", wrap=True)
        self.state = Pill("", Tone.NEUTRAL)
        self.about = Label("", "quiet", wrap=True)
        self.email, self.phone = ReachButton("mail"), ReachButton("phone")
        for button in (self.email, self.phone):
            button.clicked.connect(lambda _on=False, button=button: self._copy(button.words))
        self.help = IconButton("life-buoy", self.tr("Emergency contact (Ctrl+E)"), side=17)
        self.help.clicked.connect(self.emergency)
        self._arrange()

    def show_profile(self, profile: Profile) -> None:
        """Show a client."""
        self.face.show_face(profile.name, self.faces.photo(profile.photo))
        self.name.setText(profile.name)
        self.state.say(*self._standing(profile))
        self.about.setText(self._words(profile))
        self.email.say(profile.email)
        self.phone.say(self._formats.phone(profile.phone_typed) if profile.phone_typed else "")

    def _words(self, profile: Profile) -> str:
        joined = profile.joined_on
        parts = [
            profile.kind.label,
            f"{profile.age} years" if profile.age is not None else "",
            f"since {self._formats.short_month(joined)}" if joined else "",
        ]
        return " · ".join(part for part in parts if part)

    def _standing(self, profile: Profile) -> tuple[str, Tone]:
        if profile.state is ClientState.PAUSED and profile.paused_until:
            return f"Paused until {self._formats.near_day(profile.paused_until)}", Tone.NEUTRAL
        return profile.state.label, STATE_TONES[profile.state]

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.copied.emit(text)

    def _arrange(self) -> None:
        first, standing = QHBoxLayout(), FittingRow(spacing=8)
        standing.addWidget(self.name)
        standing.addWidget(self.state)
        first.addLayout(standing, 1)
        first.addWidget(self.help, 0, Qt.AlignmentFlag.AlignTop)
        self.reach = QWidget()
        reach = FlowLayout(self.reach, spacing=2)
        reach.addWidget(self.email)
        reach.addWidget(self.phone)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addLayout(first)
        words.addWidget(self.about)
        words.addSpacing(2)
        words.addWidget(self.reach)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 10, 8)
        row.setSpacing(12)
        row.addWidget(self.face, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
