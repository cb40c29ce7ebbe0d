"""The dialog that shows who may be in the list twice, and merges two after a look at what becomes of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from fitwell_desktop.domain.clients.duplicates import DuplicatePair, duplicates
from fitwell_desktop.domain.clients.merging import FieldChoice, MergePreview, merge_clients, merge_preview
from fitwell_desktop.ui.rows_model import Column
from fitwell_desktop.ui.tokens import Tone
from fitwell_desktop.ui.widgets.buttons import Button
from fitwell_desktop.ui.widgets.dialog import Dialog
from fitwell_desktop.ui.widgets.empty_state import EmptyState
from fitwell_desktop.ui.widgets.labels import Label
from fitwell_desktop.ui.widgets.table import RowList
from fitwell_desktop.ui.workspace import Workspace
from fitwell_desktop.views.roster.page import show_through
from fitwell_desktop.views.roster.shapes import plural, readable

LONGEST = 28
KNOWN = {
    "Appointment": ("session",),
    "Invoice": ("invoice",),
    "Payment": ("payment",),
    "Workout session": ("workout",),
    "Goal": ("goal",),
    "Note": ("note",),
    "Document": ("document",),
    "Emergency contact": ("emergency contact",),
    "Message": ("message",),
    "Video": ("video",),
    "Health history": ("health history", "health histories"),
}
"""What a row of the change log's words is called here, if it is named at all."""


@dataclass(frozen=True, slots=True)
class PairRow:
    """A pair as the list shows it."""

    id: str
    pair: DuplicatePair


class DuplicatesDialog(Dialog):
    """Pairs at the left, the merge of the chosen one at the right."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(
            "Merge duplicates",
            "Merge",
            parent,
            explanation="Everything of the second client goes to the first. One Undo takes a merge back.",
        )
        self._workspace = workspace
        self._swapped = False
        self.secondary.setText("Close")
        self.pairs = RowList("Pairs", _pair_column())
        self.pairs.keeper.empty = EmptyState(
            "badge-check", "No duplicates", "No two clients share a phone, a mailbox, or a name and birthday."
        )
        self.pairs.keeper.chosen.connect(lambda _rows: self._preview())
        self.pairs.setFixedWidth(300)
        self.paper = QWidget()
        self._column = QVBoxLayout(self.paper)
        self._column.setContentsMargins(16, 0, 12, 0)
        self._shown = QWidget()
        self._column.addWidget(self._shown)
        self._groups: dict[str, QButtonGroup] = {}
        row = QHBoxLayout()
        row.addWidget(self.pairs)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows what is inside
        area.setWidget(self.paper)
        show_through(area)
        row.addWidget(area, 1)
        self.body.addLayout(row, 1)
        self.resize(940, 620)
        self._load()

    def confirm(self) -> None:
        pair = self._pair()
        if pair is None:
            return
        kept, other = self._sides(pair)
        taken = frozenset(name for name, group in self._groups.items() if group.checkedId() == 1)
        self._workspace.do(merge_clients, kept, other, taken)
        self._workspace.selection.choose(kept)
        self._workspace.said(self.tr("Merged two clients"))
        self._load()

    def _load(self) -> None:
        found = self._workspace.store.ask(duplicates)
        rows = [PairRow(f"{pair.first.id} {pair.second.id}", pair) for pair in found]
        self.pairs.rows_model.show(rows)
        self.pairs.keeper.place_empty()
        if rows:
            self.pairs.keeper.choose(rows[0].id)
        self._preview()

    def _pair(self) -> DuplicatePair | None:
        rows = self.pairs.keeper.rows()
        return rows[0].pair if rows else None

    def _sides(self, pair: DuplicatePair) -> tuple[UUID, UUID]:
        first, second = pair.first.id, pair.second.id
        return (second, first) if self._swapped else (first, second)

    def _preview(self) -> None:
        pair = self._pair()
        self.primary.setEnabled(pair is not None)
        fresh = QWidget()
        self._groups = {}
        if pair is not None:
            self._fill(fresh, self._workspace.store.ask(merge_preview, *self._sides(pair)))
        self._column.replaceWidget(self._shown, fresh)
        self._shown.hide()
        self._shown.deleteLater()
        self._shown = fresh

    def _fill(self, paper: QWidget, preview: MergePreview) -> None:
        column = QVBoxLayout(paper)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Label(f"{preview.other_name} goes into {preview.kept_name}", "heading", wrap=True))
        swap = Button("The other way round", "link", "arrow-down-up")
        swap.clicked.connect(self._swap)
        column.addWidget(swap, 0, Qt.AlignmentFlag.AlignLeft)
        grid = QGridLayout()
        grid.setVerticalSpacing(8)
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        for line, choice in enumerate(preview.fields):
            self._add_choice(grid, line, choice)
        column.addLayout(grid)
        moves = moves_in_words(preview.moves)
        if moves:
            column.addWidget(Label("Moves over", "label"))
            column.addWidget(Label(moves, "quiet", wrap=True))
        if preview.unites_health:
            united = "Their health histories become one that holds what either holds; the stricter clearance counts."
            column.addWidget(Label(united, "quiet", wrap=True))
        column.addStretch(1)

    def _add_choice(self, grid: QGridLayout, line: int, choice: FieldChoice) -> None:
        grid.addWidget(Label(choice.label, "label"), line, 0)
        group = QButtonGroup(self)
        for at, value in enumerate((choice.kept, choice.other)):
            text = readable(value, self._workspace.formats)
            button = QRadioButton(shortened(text).replace("&", "&&"))
            button.setToolTip(text if text != shortened(text) else "")
            button.setAccessibleName(f"{choice.label}: {text}")
            group.addButton(button, at)
            grid.addWidget(button, line, at + 1)
        group.button(int(choice.kept == "–")).setChecked(True)
        self._groups[choice.name] = group

    def _swap(self) -> None:
        self._swapped = not self._swapped
        self._preview()


def moves_in_words(moves: Sequence[tuple[str, int]]) -> str:
    """What goes to the other client: what people know by name, and how many entries besides."""
    counts = dict(moves)
    known = [plural(counts.pop(label), *words) for label, words in KNOWN.items() if label in counts]
    rest = sum(counts.values())
    return ", ".join([*known, *([plural(rest, "further entry", "further entries")] if rest else [])])


def shortened(text: str) -> str:
    """A value cut to what its column holds."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


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
