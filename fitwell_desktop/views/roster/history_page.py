"""What was changed about a client: who, when, from what to what."""

from datetime import datetime
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from fitwell_desktop.domain.clients.change_history import (
    PAGE,
    HistoryStep,
    client_history,
    client_history_with_health,
)
from fitwell_desktop.ui.panel import Panel
from fitwell_desktop.ui.tokens import Tone
from fitwell_desktop.ui.widgets.buttons import Button
from fitwell_desktop.ui.widgets.card import Card
from fitwell_desktop.ui.widgets.empty_state import EmptyState
from fitwell_desktop.ui.widgets.labels import Label
from fitwell_desktop.views.roster.page import Page, entry, refill
from fitwell_desktop.views.roster.shapes import readable
from fitwell_desktop.vocabulary import ChangeKind, Right

LINES = 6
"""So many changed columns of one step are shown before the rest is counted."""


class HistoryPage(Page):
    """The newest first; older ones on demand."""

    def __init__(self, panel: Panel) -> None:
        super().__init__(panel)
        self._shown_for: UUID | None = None
        self._pages = 1

    def fill(self) -> None:
        if self._shown_for != self.client:
            self._shown_for, self._pages = self.client, 1
        steps: list[HistoryStep] = []
        is_whole = False
        for _page in range(self._pages):
            more = self._ask(steps[-1].at if steps else None)
            steps += more
            is_whole = len(more) < PAGE
        if not steps:
            why = self.tr("Each change will stand here: who, when, what it was before.")
            refill(self.column, [EmptyState("history", self.tr("No changes yet"), why)])
            return
        older = Button(self.tr("Show older changes"), "secondary")
        older.clicked.connect(self._show_older)
        refill(self.column, [*(self._card(step) for step in steps), older])
        older.setVisible(not is_whole)
        self.column.addStretch(1)

    def _ask(self, before: datetime | None) -> tuple[HistoryStep, ...]:
        query = client_history_with_health if self.may(Right.HEALTH) else client_history
        return self.panel.ask(query, self.client, before)

    def _show_older(self) -> None:
        self._pages += 1
        self.fill()

    def _card(self, step: HistoryStep) -> Card:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(2)
        for line in step.lines[:LINES]:
            old, new = (readable(value, self.workspace.formats) for value in (line.old, line.new))
            change = new if old == "–" else f"{old} → {new}"
            column.addWidget(Label(f"{line.what}: {change}", "quiet", wrap=True))
        if len(step.lines) > LINES:
            column.addWidget(Label(self.tr("and {0} more").format(len(step.lines) - LINES), "hint"))
        pill = None if step.kind is ChangeKind.DONE else (step.kind.label, Tone.NEUTRAL)
        when = f"{self.workspace.formats.moment(step.at)} · {step.who}"
        return entry(step.name, [when], pill=pill, inner=inner)
