"""What a draft lacks, said above it, with the way to where it is mended."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from fitwell_desktop.domain.billing.gaps import Gaps
from fitwell_desktop.ui.tokens import Tone
from fitwell_desktop.ui.widgets.banner import Banner
from fitwell_desktop.ui.workspace import Workspace
from fitwell_desktop.vocabulary import Right


class GapsView(QWidget):
    """A banner for what the practice lacks and one for the client; none of them while nothing is missing."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._client_id: UUID | None = None
        self.practice, self.client = Banner(), Banner()
        self.practice.acted.connect(lambda: workspace.act("preferences.practice"))
        self.client.acted.connect(self._open_profile)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.practice)
        layout.addWidget(self.client)
        self.hide()

    def show_gaps(self, gaps: Gaps) -> None:
        """Say what is missing; who may not mend it sees no way there."""
        self._client_id = gaps.recipient_id
        self._say(self.practice, gaps.practice, self.tr("Fill in"), Right.PRACTICE)
        self._say(self.client, gaps.recipient, self.tr("Open profile"), Right.CLIENTS)
        self.setVisible(bool(gaps.practice or gaps.recipient))

    def _say(self, banner: Banner, missing: Sequence[str], action: str, needs: Right) -> None:
        may = needs in self._workspace.store.signed_in.rights
        banner.say(" ".join(missing), Tone.WARN, action if may else "")

    def _open_profile(self) -> None:
        self._workspace.open("client", self._client_id)
        self._workspace.act("client.edit")
