"""Bars: how far something has come between its start and its goal, and where it should be by now; parts of a whole."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from fitwell_desktop.ui.painting import font_like, grown, line_of_text, mirrored, rounded, tokens_for
from fitwell_desktop.ui.tokens import Tone


class GoalBar(QWidget):
    """From a start to a goal: what is reached is filled, and a mark stands where it should be today.

    Its values are what they are, rising or falling: losing weight from 80 to 72 kg is 50 percent at 76.
    """

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._start, self._goal, self._words = title, "", "", ""
        self._reached = 0.0
        self._due: float | None = None
        self._tone = Tone.ACCENT
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_goal(
        self, start: float, goal: float, now: float, *, due: float | None = None, tone: Tone = Tone.ACCENT
    ) -> None:
        """Show where it is; `due` is the value that was planned for today."""
        self._reached = share(start, goal, now)
        self._due = None if due is None else share(start, goal, due)
        self._tone = tone
        self.update()

    def say(self, now: str, start: str, goal: str) -> None:
        """Show the values in words: above at the right how it is, below where it began and where it goes."""
        self._words, self._start, self._goal = now, start, goal
        self.setAccessibleName(f"{self._title}: {now}, {start} → {goal}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(grown(self, 180), grown(self, 54))

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, painter = tokens_for(self), QPainter(self)
        line = grown(self, 18)
        above, below = QRect(0, 0, self.width(), line), QRect(0, self.height() - line, self.width(), line)
        painter.setFont(font_like(self.font(), 12.5, QFont.Weight.DemiBold, figures=True))
        line_of_text(painter, above, self._words, tokens.tone(self._tone), Qt.AlignmentFlag.AlignRight)
        taken = painter.fontMetrics().horizontalAdvance(self._words) + 8
        painter.setFont(font_like(self.font(), 12.5, QFont.Weight.Medium))
        line_of_text(painter, mirrored(self, above.adjusted(0, 0, -taken, 0)), self._title, tokens.color("text"))
        painter.setFont(font_like(self.font(), 11.5, figures=True))
        line_of_text(painter, below, self._start, tokens.color("text3"))
        line_of_text(painter, below, self._goal, tokens.color("text3"), Qt.AlignmentFlag.AlignRight)
        self._paint_bar(painter, QRect(0, grown(self, 23), self.width(), grown(self, 6)))

    def _paint_bar(self, painter: QPainter, bar: QRect) -> None:
        tokens = tokens_for(self)
        rounded(painter, bar, 3, tokens.color("track"))
        if self._reached:
            done = QRect(bar.left(), bar.top(), max(6, round(bar.width() * self._reached)), bar.height())
            rounded(painter, mirrored(self, done), 3, tokens.tone(self._tone))
        if self._due is not None:
            at = round((bar.width() - 2) * self._due)
            mark = mirrored(self, QRect(at, bar.top() - 3, 2, bar.height() + 6))
            painter.fillRect(mark, tokens.color("text"))


class Bars(QWidget):
    """A few values side by side as upright bars, the last one lit: a week's workouts, twelve months' revenue."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._bars: tuple[tuple[str, float], ...] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_bars(self, bars: Sequence[tuple[str, float]]) -> None:
        """Show values, each with the word under it; a negative one has no height."""
        self._bars = tuple(bars)
        self.setAccessibleName(", ".join([self._name, *(f"{word} {value:g}" for word, value in bars)]))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(grown(self, 180), grown(self, 96))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._bars:
            return
        tokens, painter = tokens_for(self), QPainter(self)
        painter.setFont(font_like(self.font(), 11))
        foot, most = grown(self, 18), max(value for _word, value in self._bars)
        room, step = self.height() - foot, self.width() / len(self._bars)
        for at, (word, value) in enumerate(self._bars):
            slot = QRect(round(at * step), 0, round(step), self.height())
            width = min(slot.width() - 4, grown(self, 28))
            height = round(room * value / most) if most > 0 and value > 0 else 0
            bar = QRect(slot.center().x() - width // 2, room - max(2, height), width, max(2, height))
            lit = at == len(self._bars) - 1
            rounded(painter, mirrored(self, bar), 3, tokens.color("accent" if lit else "border2"))
            under = QRect(slot.left(), room + 2, slot.width(), foot - 2)
            color = tokens.color("text" if lit else "text3")
            line_of_text(painter, mirrored(self, under), word, color, Qt.AlignmentFlag.AlignHCenter)


def share(start: float, goal: float, now: float) -> float:
    """How much of the way from start to goal is behind, from 0 to 1."""
    if start == goal:
        return 1.0
    return min(1.0, max(0.0, (now - start) / (goal - start)))
