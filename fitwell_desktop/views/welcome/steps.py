"""The side of the first-run pages: the program's sign, and which step one is at."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from fitwell_desktop.ui.icons import paint_icon
from fitwell_desktop.ui.painting import font_like, grown, line_of_text, rounded, tokens_for
from fitwell_desktop.ui.top_bar import logo


class Steps(QWidget):
    """Done steps have a check mark, the present one is set off."""

    def __init__(self, titles: Sequence[str]) -> None:
        super().__init__()
        self._titles = list(titles)
        self._at = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def show_step(self, number: int) -> None:
        """Be at a step; 0 is before the first."""
        self._at = number
        title = self._titles[number - 1] if number else ""
        self.setAccessibleName(self.tr("Step {0} of {1}: {2}").format(number, len(self._titles), title))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(grown(self, 216), grown(self, 420))

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, painter = tokens_for(self), QPainter(self)
        painter.fillRect(self.rect(), tokens.color("surface2"))
        painter.fillRect(QRect(self.width() - 1, 0, 1, self.height()), tokens.color("border"))
        pad = grown(self, 24)
        side = grown(self, 36)
        painter.drawPixmap(pad, pad, logo(side, tokens))
        painter.setFont(font_like(self.font(), 17, QFont.Weight.Bold))
        line_of_text(painter, QRect(pad + side + 12, pad, self.width(), side), "FitWell", tokens.color("text"))
        top = pad + side + grown(self, 36)
        for number, title in enumerate(self._titles, start=1):
            self._paint_step(painter, QRect(pad, top, self.width() - 2 * pad, grown(self, 24)), number, title)
            top += grown(self, 40)

    def _paint_step(self, painter: QPainter, box: QRect, number: int, title: str) -> None:
        tokens = tokens_for(self)
        done, here = number < self._at, number == self._at
        disc = QRect(box.left(), box.top(), box.height(), box.height())
        rounded(painter, disc, disc.height() / 2, tokens.color("accent" if done or here else "track"))
        if done:
            paint_icon(painter, "check", disc.adjusted(5, 5, -5, -5), tokens.color("on_accent"))
        else:
            painter.setFont(font_like(self.font(), 12, QFont.Weight.DemiBold))
            color = tokens.color("on_accent" if here else "text2")
            line_of_text(painter, disc, str(number), color, Qt.AlignmentFlag.AlignHCenter)
        painter.setFont(font_like(self.font(), 13, QFont.Weight.DemiBold if here else QFont.Weight.Normal))
        words = box.adjusted(disc.width() + grown(self, 12), 0, 0, 0)
        line_of_text(painter, words, title, tokens.color("text" if here or done else "text2"))
