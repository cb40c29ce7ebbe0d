"""The head of the client in hand: who they are, how they stand, how to reach them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fitwell_desktop.domain.clients.overview import Profile
from fitwell_desktop.ui.formats import Formats
from fitwell_desktop.ui.tokens import Tone
from fitwell_desktop.ui.widgets.avatar import Avatar
from fitwell_desktop.ui.widgets.buttons import Button, IconButton
from fitwell_desktop.ui.widgets.flow import FlowLayout
from fitwell_desktop.ui.widgets.labels import ElidedLabel
from fitwell_desktop.ui.widgets.pill import Pill
from fitwell_desktop.views.roster.shapes import STATE_TONES
from fitwell_desktop.vocabulary import ClientState


class ClientHeader(QWidget):
    """A click on an address or number copies it; the lifebelt asks for the emergency contact."""

    emergency = Signal()
    copied = Signal(str)

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self._formats = formats
        self.avatar = Avatar(side=48)
        self.name = ElidedLabel("", "title")
        self.state = Pill("", Tone.NEUTRAL)
        self.about = ElidedLabel("", "quiet")
        self.email, self.phone = self._reach("mail"), self._reach("phone")
        self.help = IconButton("life-buoy", self.tr("Emergency contact (Ctrl+E)"), side=17)
        self.help.clicked.connect(self.emergency)
        self._arrange()

    def show_profile(self, profile: Profile) -> None:
        """Show a client."""
        self.avatar.show_name(profile.name)
        self.name.setText(profile.name)
        self.state.say(*self._standing(profile))
        self.about.setText(self._words(profile))
        for button, text in ((self.email, profile.email), (self.phone, self._formats.phone(profile.phone_typed))):
            button.setText(" " + text.replace("&", "&&") if text else "")
            button.setToolTip(self.tr("Copy") if text else "")
            button.setVisible(bool(text))

    def _words(self, profile: Profile) -> str:
        joined = profile.joined_on
        parts = [
            profile.kind.label,
            f"{profile.age} years" if profile.age is not None else "",
            f"since {self._formats.month(joined)}" if joined else "",
        ]
        return " · ".join(part for part in parts if part)

    def _standing(self, profile: Profile) -> tuple[str, Tone]:
        if profile.state is ClientState.PAUSED and profile.paused_until:
            return f"Paused until {self._formats.near_day(profile.paused_until)}", Tone.NEUTRAL
        return profile.state.label, STATE_TONES[profile.state]

    def _reach(self, icon_name: str) -> Button:
        button = Button("", "link", icon_name)
        button.clicked.connect(lambda: self._copy(button.text().strip().replace("&&", "&")))
        return button

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.copied.emit(text)

    def _arrange(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.name, 1)
        first.addWidget(self.state)
        first.addWidget(self.help)
        reach = FlowLayout(spacing=2)
        reach.addWidget(self.email)
        reach.addWidget(self.phone)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addLayout(first)
        words.addWidget(self.about)
        words.addLayout(reach)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 10, 8)
        row.setSpacing(12)
        row.addWidget(self.avatar, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
