"""A banner: something that holds for the whole place, with what can be done about it."""

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from fitwell_desktop.ui.icons import paint_icon
from fitwell_desktop.ui.painting import mirrored, rounded, tokens_for
from fitwell_desktop.ui.tokens import Tone
from fitwell_desktop.ui.widgets.buttons import Button, IconButton
from fitwell_desktop.ui.widgets.labels import Label

SIGN = 18
_ICONS = {Tone.WARN: "triangle-alert", Tone.BAD: "circle-alert", Tone.GOOD: "circle-check"}


class Banner(QWidget):
    """Hidden while it has nothing to say. The icon says the tone, not the colour alone."""

    acted = Signal()
    closed = Signal()

    def __init__(self, *, closable: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = Tone.INFO
        self._words = Label(wrap=True)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._button = Button("", "secondary")
        self._close = IconButton("x", self.tr("Close"), side=16)
        self._button.clicked.connect(self.acted)
        self._close.clicked.connect(self.hide)
        self._close.clicked.connect(self.closed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(13, 8, 10, 8)
        layout.addSpacing(SIGN + 3)
        layout.addWidget(self._words)
        layout.addWidget(self._button)
        layout.addWidget(self._close)
        self._close.setVisible(closable)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    def say(self, sentence: str, tone: Tone = Tone.INFO, action: str = "") -> None:
        """Show a sentence, and a button if there is something to do; an empty sentence hides the banner."""
        self._tone = tone
        self._words.setText(sentence)
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))
        self.update()

    def sentence(self) -> str:
        """What it says."""
        return self._words.text()

    def sizeHint(self) -> QSize:
        """As high as its sentence is at this width: Qt's own guess is too low for a narrow one, which would be cut."""
        return QSize(super().sizeHint().width(), self.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_for(self)
        painter = QPainter(self)
        edge = tokens.tone(self._tone)
        edge.setAlphaF(0.35)
        rounded(painter, self.rect(), 9, tokens.soft(self._tone), edge)
        middle = QRect(13, (self.height() - SIGN) // 2, SIGN, SIGN)
        paint_icon(painter, _ICONS.get(self._tone, "info"), mirrored(self, middle), tokens.tone(self._tone))
