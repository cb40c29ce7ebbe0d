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
    """`value` and `delta` are shown as they are given; the tone says whether the delta is good."""

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
        width = QFontMetrics(self._big()).horizontalAdvance(self._value) + grown(self, 32)
        return QSize(max(width, grown(self, 120)), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_for(self)
        painter = QPainter(self)
        rounded(painter, self.rect(), 10, tokens.color("surface"), tokens.color("border"))
        pad = grown(self, 16)
        top = QRect(pad, grown(self, 10), self.width() - 2 * pad, grown(self, 20))
        self._paint_head(painter, top)
        bottom = QRect(pad, self.height() - grown(self, 46), self.width() - 2 * pad, grown(self, 36))
        painter.setFont(self._big())
        line_of_text(painter, bottom, self._value, tokens.color("text"))
        used = painter.fontMetrics().horizontalAdvance(self._value) + grown(self, 6)
        if self._unit:
            painter.setFont(font_like(self.font(), 12))
            beside = mirrored(self, bottom.adjusted(used, grown(self, 4), 0, 0))
            line_of_text(painter, beside, self._unit, tokens.color("text3"))
        if len(self._course) > 1 and bottom.width() - used > grown(self, 60):
            beside = bottom.adjusted(max(used + grown(self, 8), bottom.width() // 2), 2, 0, -4)
            color = tokens.tone(Tone.BAD if self._tone is Tone.BAD else Tone.GOOD)
            paint_sparkline(painter, mirrored(self, beside), self._course, color)

    def _paint_head(self, painter: QPainter, box: QRect) -> None:
        tokens = tokens_for(self)
        painter.setFont(font_like(self.font(), 12, QFont.Weight.DemiBold))
        width = painter.fontMetrics().horizontalAdvance(self._delta)
        line_of_text(painter, box, self._delta, tokens.tone(self._tone), Qt.AlignmentFlag.AlignRight)
        painter.setFont(font_like(self.font(), 12, QFont.Weight.Medium))
        side, gap = grown(self, 16) if self._icon else 0, grown(self, 8)
        if side + painter.fontMetrics().horizontalAdvance(self._title) + width + 2 * gap > box.width():
            side = 0  # rather the whole title than its picture
        if side:
            middle = QRect(box.left(), box.center().y() - side // 2, side, side)
            paint_icon(painter, self._icon, mirrored(self, middle), tokens.color("text3"))
        left = side + gap if side else 0
        line_of_text(
            painter, mirrored(self, box.adjusted(left, 0, -width - gap, 0)), self._title, tokens.color("text2")
        )

    def _big(self) -> QFont:
        return font_like(self.font(), 22, QFont.Weight.DemiBold, figures=True)
