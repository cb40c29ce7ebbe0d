"""The dialog that merges the two clients who were marked in the list."""

from uuid import UUID

from PySide6.QtWidgets import QWidget

from fitwell_desktop.ui.widgets.dialog import Dialog
from fitwell_desktop.ui.workspace import Workspace
from fitwell_desktop.views.roster.merge_proposal import EXPLANATION, MergeProposal


class MergeDialog(Dialog):
    """These two and no others; the first is proposed to stay."""

    def __init__(self, workspace: Workspace, first: UUID, second: UUID, parent: QWidget) -> None:
        super().__init__("Merge two clients", "Merge", parent, explanation=EXPLANATION)
        self.proposal = MergeProposal(workspace)
        self.proposal.propose(first, second)
        self.body.addSpacing(6)
        self.body.addWidget(self.proposal, 1)
        self.resize(640, 520)

    def confirm(self) -> None:
        self.proposal.merge()
        self.accept()
