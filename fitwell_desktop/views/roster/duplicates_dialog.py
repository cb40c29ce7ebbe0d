"""The dialog that shows who may be in the list twice, and merges two after a look at what becomes of them."""

from msgspec import Struct
from PySide6.QtWidgets import QHBoxLayout, QWidget

from fitwell_desktop.domain.clients.duplicates import DuplicatePair, duplicates
from fitwell_desktop.ui.rows_model import Column
from fitwell_desktop.ui.tokens import Tone
from fitwell_desktop.ui.widgets.dialog import Dialog
from fitwell_desktop.ui.widgets.empty_state import EmptyState
from fitwell_desktop.ui.widgets.table import RowList
from fitwell_desktop.ui.workspace import Workspace
from fitwell_desktop.views.roster.merge_proposal import EXPLANATION, MergeProposal

PAIRS_WIDE = 300


class PairRow(Struct, frozen=True):
    """A pair as the list shows it."""

    id: str
    pair: DuplicatePair


class DuplicatesDialog(Dialog):
    """Pairs at the left, the merge of the chosen one at the right."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__("Merge duplicates", "Merge", parent, explanation=EXPLANATION)
        self._workspace = workspace
        self.secondary.setText("Close")
        self.pairs = RowList("Pairs", _pair_column())
        self.pairs.keeper.empty = EmptyState(
            "badge-check", "No duplicates", "No two clients share a phone, a mailbox, or a name and birthday."
        )
        self.pairs.keeper.chosen.connect(lambda _rows: self._propose())
        self.proposal = MergeProposal(workspace)
        self.pairs.setMinimumWidth(PAIRS_WIDE)
        row = QHBoxLayout()
        row.setSpacing(22)
        row.addWidget(self.pairs)
        row.addWidget(self.proposal, 1)
        self.body.addLayout(row, 1)
        self.resize(940, 620)
        self._load()

    def confirm(self) -> None:
        self.proposal.merge()
        self._load()

    def _load(self) -> None:
        found = self._workspace.store.ask(duplicates)
        rows = [PairRow(f"{pair.first.id} {pair.second.id}", pair) for pair in found]
        self.pairs.rows_model.show(rows)
        self.pairs.setMaximumWidth(PAIRS_WIDE if rows else self.maximumWidth())  # “none” stands in the middle
        self.proposal.setVisible(bool(rows))
        self.pairs.keeper.place_empty()
        if rows:
            self.pairs.keeper.choose(rows[0].id)
        self._propose()

    def _propose(self) -> None:
        rows = self.pairs.keeper.rows()
        self.primary.setEnabled(bool(rows))
        pair = rows[0].pair if rows else None
        self.proposal.propose(pair.first.id if pair else None, pair.second.id if pair else None)


def _pair_column() -> Column[PairRow]:
    return Column(
        name="pair",
        title="Pair",
        value=lambda row: row.pair.first.name,
        avatar=lambda row: row.pair.first.name,
        text=lambda row: (
            row.pair.first.name
            if row.pair.first.name == row.pair.second.name
            else f"{row.pair.first.name} – {row.pair.second.name}"
        ),
        second=lambda row: ", ".join(row.pair.reasons),
        trailing=lambda row: ("", Tone.NEUTRAL),
    )
