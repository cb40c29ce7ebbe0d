"""The dialog that goes through the screening's questions, each answered by Yes or No."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from fitwell_desktop.domain.clients.overview import profile
from fitwell_desktop.domain.clients.screening import AGES, FURTHER, QUESTIONS, fits_age, record_screening
from fitwell_desktop.ui.tokens import Tone
from fitwell_desktop.ui.widgets.banner import Banner
from fitwell_desktop.ui.widgets.card import rule
from fitwell_desktop.ui.widgets.dialog import Dialog
from fitwell_desktop.ui.widgets.labels import Label
from fitwell_desktop.ui.widgets.segmented import SegmentedControl
from fitwell_desktop.ui.workspace import Workspace
from fitwell_desktop.views.roster.page import show_through
from fitwell_desktop.vocabulary import ScreeningOutcome

INTRODUCTION = "This helps to decide whether a doctor should be asked first. It is advice, not a diagnosis."


class ScreeningDialog(Dialog):
    """Every question wants an answer of its own."""

    def __init__(self, workspace: Workspace, client_id: UUID, parent: QWidget) -> None:
        super().__init__("Readiness screening", "Record answers", parent, explanation=INTRODUCTION)
        self._workspace = workspace
        self._client_id = client_id
        self.answers: dict[str, SegmentedControl] = {}
        self.banner = Banner()
        self.body.addWidget(self.banner)
        paper = QWidget()
        column = QVBoxLayout(paper)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        for number, question in enumerate((*QUESTIONS, *FURTHER), start=1):
            column.addWidget(self._line(number, question.key, question.text))
            column.addWidget(rule())
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows the questions
        area.setWidget(paper)
        show_through(area)
        self.body.addWidget(area, 1)
        self.resize(640, 620)
        next(iter(self.answers.values())).setFocus()
        age = workspace.store.ask(profile, client_id).age
        if not fits_age(age):
            self.banner.say(f"These questions are made for people of {AGES[0]} to {AGES[1]} years.", Tone.WARN)

    def holds_typing(self) -> bool:
        return any(control.value() is not None for control in self.answers.values())

    def confirm(self) -> None:
        answers = {key: control.value() is True for key, control in self.answers.items()}
        if any(control.value() is None for control in self.answers.values()):
            self.banner.say("Please answer every question.", Tone.BAD)
            return
        outcome = self._workspace.do(record_screening, self._client_id, answers)
        self.accept()
        if outcome is ScreeningOutcome.SEE_DOCTOR:
            self._workspace.said("See a doctor first: a medical clearance is needed now")
        else:
            self._workspace.said("Ready to train")

    def _line(self, number: int, key: str, text: str) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Label(f"{number}.  {text}", wrap=True), 1)
        control = SegmentedControl(text, [(None, "–"), (False, "No"), (True, "Yes")])
        self.answers[key] = control
        row.addWidget(control)
        return line
