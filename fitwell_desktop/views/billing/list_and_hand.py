"""The list and what is in hand: side by side where there is room, else above one another; the list alone without it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from fitwell_desktop.ui.painting import grown

LIST, HAND = 674, 600
"""What each wants at least of the width, in px at 100 percent text, to stand beside the other: the list's columns fit."""
NARROWEST = 420
"""What is enough of the width where they stand above one another; the list scrolls sideways then."""
HIGH, TOGETHER = 400, 640
"""What is enough of the height: for the list alone or beside what is in hand, and for both above one another."""
BESIDE, ABOVE = 52, 40
"""The list's share of the room, in percent."""


class ListAndHand(QSplitter):
    """Shows the list; `show_hand` adds what is in hand, or takes it away."""

    def __init__(self, rows: QWidget, hand: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setChildrenCollapsible(False)
        self._frames = _framed(rows), _framed(hand)
        for frame in self._frames:
            self.addWidget(frame)
        rows.setMinimumHeight(grown(self, 200))
        self._frames[1].hide()
        self._arrange()

    def show_hand(self, shown: bool) -> None:
        """Whether something is in hand."""
        if shown != self._frames[1].isVisibleTo(self):
            self._frames[1].setVisible(shown)
            self._arrange()

    def minimumSizeHint(self) -> QSize:
        """As narrow as it can do with one above the other, however it stands now; the panel scrolls for the height."""
        above = self.orientation() is Qt.Orientation.Vertical and self._frames[1].isVisibleTo(self)
        return QSize(grown(self, NARROWEST), grown(self, TOGETHER if above else HIGH))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= grown(self, LIST + HAND)
        if wide != (self.orientation() is Qt.Orientation.Horizontal):
            self.setOrientation(Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical)
            self._arrange()

    def _arrange(self) -> None:
        """Share the room out, and keep the two apart."""
        beside = self.orientation() is Qt.Orientation.Horizontal
        both = self._frames[1].isVisibleTo(self)
        gap = 10 if both else 0
        for place in (0, 1):
            before, behind = gap * place, gap * (1 - place)
            margins = (before, 0, behind, 0) if beside else (0, before, 0, behind)
            self._frames[place].setContentsMargins(*margins)
            self.setStretchFactor(place, 1)
        for frame, wanted in zip(self._frames, (LIST, HAND), strict=True):
            frame.setMinimumWidth(grown(self, wanted) if beside and both else 0)
        whole, share = (self.width(), BESIDE) if beside else (self.height(), ABOVE)
        self.setSizes([whole * share // 100, whole * (100 - share) // 100])
        self.updateGeometry()


def _framed(part: QWidget) -> QWidget:
    frame = QWidget()
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(part)
    return frame
