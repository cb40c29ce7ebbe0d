"""The proposal to make one client of two: which one stays, what is taken from the other, and what moves over."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QRadioButton, QScrollArea, QVBoxLayout, QWidget

from fitwell_desktop.domain.clients.merging import FieldChoice, MergePreview, merge_clients, merge_preview
from fitwell_desktop.ui.widgets.buttons import Button
from fitwell_desktop.ui.widgets.labels import Label, tooltip
from fitwell_desktop.ui.workspace import Workspace
from fitwell_desktop.views.roster.page import show_through
from fitwell_desktop.views.roster.shapes import plural, readable

EXPLANATION = "Everything of the second client goes to the first. One Undo takes a merge back."
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


class MergeProposal(QScrollArea):
    """`propose` shows what would become of two clients, `merge` does it. Every dialog that merges holds one."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._kept: UUID | None = None
        self._other: UUID | None = None
        self.choices: dict[str, QButtonGroup] = {}
        """By field: the value of the client who stays is 0, the other's 1."""
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows what is inside
        self.propose(None, None)

    def propose(self, kept: UUID | None, other: UUID | None) -> None:
        """Show what merging the second into the first would do; nothing where there are no two."""
        self._kept, self._other = kept, other
        self.choices = {}
        paper = QWidget()
        if kept and other:
            self._fill(paper, self._workspace.store.ask(merge_preview, kept, other))
        if self.widget() is not None:
            self.takeWidget().deleteLater()  # it holds the button that may have asked for this
        self.setWidget(paper)
        show_through(self)

    def merge(self) -> None:
        """Merge the two as it is proposed, and take who stays in hand."""
        if not self._kept or not self._other:
            return
        taken = frozenset(name for name, group in self.choices.items() if group.checkedId() == 1)
        self._workspace.do(merge_clients, self._kept, self._other, taken)
        self._workspace.selection.choose(self._kept)
        self._workspace.said(self.tr("Merged two clients"))

    def swap(self) -> None:
        """Let the other one stay."""
        self.propose(self._other, self._kept)

    def _fill(self, paper: QWidget, preview: MergePreview) -> None:
        column = QVBoxLayout(paper)
        column.setContentsMargins(0, 0, 12, 0)
        column.addWidget(Label(f"{preview.other_name} goes into {preview.kept_name}", "heading", wrap=True))
        swap = Button("The other way round", "link", "arrow-down-up")
        swap.clicked.connect(self.swap)
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
        group = QButtonGroup(grid)
        for at, value in enumerate((choice.kept, choice.other)):
            text = readable(value, self._workspace.formats)
            button = QRadioButton(shortened(text).replace("&", "&&"))
            button.setToolTip(tooltip(text) if text != shortened(text) else "")
            button.setAccessibleName(f"{choice.label}: {text}")
            group.addButton(button, at)
            grid.addWidget(button, line, at + 1)
        group.button(int(choice.kept == "–")).setChecked(True)
        self.choices[choice.name] = group


def moves_in_words(moves: Sequence[tuple[str, int]]) -> str:
    """What goes to the other client: what people know by name, and how many entries besides."""
    counts = dict(moves)
    known = [plural(counts.pop(label), *words) for label, words in KNOWN.items() if label in counts]
    rest = sum(counts.values())
    return ", ".join([*known, *([plural(rest, "further entry", "further entries")] if rest else [])])


def shortened(text: str) -> str:
    """A value cut to what its column holds."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
