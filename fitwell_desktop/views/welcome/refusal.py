"""What is shown where a practice can't be opened: why, and what can be done about it."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from fitwell_desktop.ui.widgets.dialog import Dialog
from fitwell_desktop.ui.widgets.labels import Label
from fitwell_desktop.views.welcome.option import Option


class Way(Struct, frozen=True):
    """One way out."""

    name: str
    icon: str
    title: str
    explanation: str


class RefusalDialog(Dialog):
    """The sentence, the ways out as large choices, and Quit."""

    chosen = Signal(str)

    def __init__(self, sentence: str, ways: Sequence[Way], parent: QWidget | None) -> None:
        super().__init__(self.tr("Your practice can’t be opened"), self.tr("Quit"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # the program looks at it until it goes on
        self.setMinimumWidth(520)
        self.sentence = Label(sentence, wrap=True)
        self.body.addWidget(self.sentence)
        self.body.addSpacing(8)
        self.options = {way.name: Option(way.icon, way.title, way.explanation) for way in ways}
        for name, option in self.options.items():
            option.clicked.connect(lambda checked=False, name=name: self._choose(name))
            self.body.addWidget(option)
        self.secondary.hide()
        self.rejected.connect(lambda: self.chosen.emit("quit"))

    def confirm(self) -> None:
        self.reject()

    def _choose(self, name: str) -> None:
        self.chosen.emit(name)
