"""A figure at a glance: its name, its value, how it changed, and perhaps its course as a small line."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from fitwell_desktop.ui.icons import paint_icon
from fitwell_desktop.ui.painting import font_like, grown, line_of_text, mirrored, rounded, tokens_for
from fitwell_desktop.ui.tokens import Tone
from fitwell_desktop.ui.widgets.sparkline import paint_sparkline


class StatCard(QWidget):
    """`value` and `delta` are shown as they are given; the tone says whether the delta is good. Where there is little
    room, the delta stands beside the value, or the picture is left out: the title is always whole.
    """

    def __init__(self, title: str, icon_name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._icon = title, icon_name
        self._value, self._unit, self._delta = "–", "", ""
        self._tone = Tone.NEUTRAL
        self._course: list[float] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(title)

    def show_figure(
        self,
        value: str,
        *,
        unit: str = "",
        delta: str = "",
        tone: Tone = Tone.NEUTRAL,
        course: Sequence[float] = (),
    ) -> None:
        """Show a figure; `course` are its values over time, the latest last."""
        self._value, self._unit, self._delta, self._tone = value, unit, delta, tone
        self._course = list(course)
        self.setAccessibleName(f"{self._title}: {value} {unit} {delta}".rstrip())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(grown(self, 184), grown(self, 92))

    def minimumSizeHint(self) -> QSize:
        value = QFontMetrics(self._big()).horizontalAdvance(self._value)
        least = max(value, self._title_width()) + grown(self, 32)
        return QSize(max(least, grown(self, 120)), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_for(self)
        painter = QPainter(self)
        rounded(painter, self.rect(), 10, tokens.color("surface"), tokens.color("border"))
        pad = grown(self, 16)
        top = QRect(pad, grown(self, 10), self.width() - 2 * pad, grown(self, 20))
        bottom = QRect(pad, self.height() - grown(self, 46), self.width() - 2 * pad, grown(self, 36))
        rest = bottom.adjusted(self._paint_value(painter, bottom) + grown(self, 8), 0, 0, 0)
        above = self._title_width() + grown(self, 8) + self._delta_width() <= top.width()
        self._paint_title(painter, top, self._delta_width() if above else 0)
        painter.setFont(self._delta_font())
        beside = top if above else mirrored(self, rest.adjusted(0, grown(self, 4), 0, 0))
        line_of_text(painter, beside, self._delta, tokens.tone(self._tone), Qt.AlignmentFlag.AlignRight)
        if above and len(self._course) > 1 and rest.width() > grown(self, 54):
            place = rest.adjusted(max(0, bottom.width() // 2 - rest.left() + bottom.left()), 2, 0, -4)
            color = tokens.tone(Tone.BAD if self._tone is Tone.BAD else Tone.GOOD)
            paint_sparkline(painter, mirrored(self, place), self._course, color)

    def _paint_value(self, painter: QPainter, box: QRect) -> int:
        """The value with its unit; returns how much of the box they take."""
        tokens = tokens_for(self)
        painter.setFont(self._big())
        line_of_text(painter, box, self._value, tokens.color("text"))
        used = painter.fontMetrics().horizontalAdvance(self._value)
        if self._unit:
            used += grown(self, 6)
            painter.setFont(font_like(self.font(), 12))
            beside = mirrored(self, box.adjusted(used, grown(self, 4), 0, 0))
            line_of_text(painter, beside, self._unit, tokens.color("text3"))
            used += painter.fontMetrics().horizontalAdvance(self._unit)
        return used

    def _paint_title(self, painter: QPainter, box: QRect, taken: int) -> None:
        """Rather the whole title than its picture; `taken` is what stands at the end of the line."""
        tokens = tokens_for(self)
        side, gap = grown(self, 16) if self._icon else 0, grown(self, 8)
        if side + self._title_width() + taken + 2 * gap > box.width():
            side = 0
        if side:
            middle = QRect(box.left(), box.center().y() - side // 2, side, side)
            paint_icon(painter, self._icon, mirrored(self, middle), tokens.color("text3"))
        painter.setFont(self._title_font())
        words = box.adjusted(side + gap if side else 0, 0, 0, 0)
        line_of_text(painter, mirrored(self, words), self._title, tokens.color("text2"))

    def _title_width(self) -> int:
        return QFontMetrics(self._title_font()).horizontalAdvance(self._title)

    def _delta_width(self) -> int:
        return QFontMetrics(self._delta_font()).horizontalAdvance(self._delta)

    def _title_font(self) -> QFont:
        return font_like(self.font(), 12, QFont.Weight.Medium)

    def _delta_font(self) -> QFont:
        return font_like(self.font(), 12, QFont.Weight.DemiBold)

    def _big(self) -> QFont:
        return font_like(self.font(), 22, QFont.Weight.DemiBold, figures=True)
