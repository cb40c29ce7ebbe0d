"""A segmented control: one of a few, all in sight (Day, Week, Month)."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from fitwell_desktop.ui.painting import font_like, grown, line_of_text, rounded, tokens_for


class SegmentedControl(QWidget):
    """Pairs of value and text; `chosen` tells the value that a person chose. Arrow keys move the choice."""

    chosen = Signal(object)

    def __init__(self, name: str, choices: Sequence[tuple[object, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = list(choices)
        self._index = 0
        self._name = name
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._say()

    def set_choices(self, choices: Sequence[tuple[object, str]]) -> None:
        """Word the choices anew; what is chosen stays so."""
        if list(choices) != self._choices:
            value = self.value()
            self._choices = list(choices)
            self.set_value(value)
            self.updateGeometry()

    def value(self) -> object:
        """What is chosen."""
        return self._choices[self._index][0]

    def set_value(self, value: object) -> None:
        """Choose without telling."""
        self._index = next(index for index, (own, _text) in enumerate(self._choices) if own == value)
        self._say()
        self.update()

    def box_of(self, value: object) -> QRect:
        """Where a choice stands."""
        return next(box for box, (own, _text) in zip(self._boxes(), self._choices, strict=True) if own == value)

    def choose_at(self, place: QPoint) -> None:
        """Choose what stands there."""
        for index, box in enumerate(self._boxes()):
            if box.contains(place):
                self._choose(index)

    def sizeHint(self) -> QSize:
        return QSize(sum(self._widths()) + grown(self, 6), grown(self, 34))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_for(self)
        painter = QPainter(self)
        ring = tokens.color("accent") if self.hasFocus() else None
        rounded(painter, self.rect(), 9, tokens.color("surface2" if tokens.dark else "hover"), ring)
        for index, ((_value, text), box) in enumerate(zip(self._choices, self._boxes(), strict=True)):
            on = index == self._index
            if on:
                rounded(painter, box, 7, tokens.color("bg" if tokens.dark else "surface"), tokens.color("border"))
            painter.setFont(self._font(on))
            line_of_text(painter, box, text, tokens.color("text" if on else "text2"), Qt.AlignmentFlag.AlignHCenter)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.choose_at(event.position().toPoint())
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        if self.isRightToLeft():
            step = -step
        if not step:
            super().keyPressEvent(event)
        elif 0 <= self._index + step < len(self._choices):
            self._choose(self._index + step)

    def _choose(self, index: int) -> None:
        if index != self._index:
            self._index = index
            self._say()
            self.update()
            self.chosen.emit(self.value())

    def _say(self) -> None:
        self.setAccessibleName(f"{self._name}: {self._choices[self._index][1]}")

    def _font(self, on: bool) -> QFont:
        return font_like(self.font(), 13, QFont.Weight.DemiBold if on else QFont.Weight.Medium)

    def _widths(self) -> list[int]:
        metrics = QFontMetrics(self._font(on=True))
        return [metrics.horizontalAdvance(text) + grown(self, 26) for _value, text in self._choices]

    def _boxes(self) -> list[QRect]:
        left, boxes = grown(self, 3), []
        for width in self._widths():
            boxes.append(QRect(left, 3, width, self.height() - 6))
            left += width
        if self.isRightToLeft():
            boxes = [QRect(self.width() - box.right() - 1, box.top(), box.width(), box.height()) for box in boxes]
        return boxes
