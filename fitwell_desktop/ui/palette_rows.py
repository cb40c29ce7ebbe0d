"""Paints the palette's rows: what was found with the letters that answer in bold, its kind, and its key at the right."""

import re

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from fitwell_desktop.ui.icons import paint_icon
from fitwell_desktop.ui.painting import font_like, grown, line_of_text, mirrored, rounded, tokens_for
from fitwell_desktop.ui.tokens import Tokens

HEADING = int(Qt.ItemDataRole.UserRole) + 1
HIT = HEADING + 1
SPANS = HEADING + 2

Index = QModelIndex | QPersistentModelIndex


class HitRows(QListView):
    """Paints its own ground, so that the window under the palette is not painted anew with every letter typed."""

    def __init__(self) -> None:
        super().__init__()
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), tokens_for(self).color("surface"))
        painter.end()
        super().paintEvent(event)


class HitPainter(QStyledItemDelegate):
    """The delegate of the palette's list."""

    def __init__(self, rows: QListView) -> None:
        super().__init__(rows)
        self._rows = rows

    def height(self, index: Index) -> int:
        """A row's height in px."""
        return grown(self._rows, 32 if index.data(HEADING) else 35)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, self.height(index))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect, tokens = QRect(option.rect), tokens_for(self._rows)
        painter.save()
        if index.data(HEADING):
            painter.setFont(font_like(self._rows.font(), 12, QFont.Weight.Medium))
            line_of_text(painter, rect.adjusted(18, 6, -18, 0), index.data(), tokens.color("text2"))
        else:
            selected = bool(option.state & QStyle.StateFlag.State_Selected)
            self._paint_hit(painter, rect, index, tokens, selected=selected)
        painter.restore()

    def _paint_hit(self, painter: QPainter, rect: QRect, index: Index, tokens: Tokens, *, selected: bool) -> None:
        hit = index.data(HIT)
        row = rect.adjusted(8, 0, -8, 0)
        if selected:
            rounded(painter, row, 7, tokens.color("accent_soft"))
        sign = QRect(row.left() + 12, row.center().y() - 8, 17, 17)
        paint_icon(painter, hit.icon, mirrored(self._rows, sign, row), tokens.color("accent" if selected else "text2"))
        caps = parts(hit.shortcut) or (["↵"] if selected else [])
        free = self._paint_caps(painter, row, caps, tokens)
        painter.setFont(font_like(self._rows.font(), 13.5))
        start = sign.right() + 13
        room = QRect(start, row.top(), free - start - 8, row.height())
        width = self._paint_title(painter, mirrored(self._rows, room, row), index, tokens)
        painter.setFont(font_like(self._rows.font(), 12.5))
        left = int(start + width + 10)
        rest = QRect(left, row.top(), max(0, free - left - 8), row.height())
        line_of_text(painter, mirrored(self._rows, rest, row), hit.detail, tokens.color("text2"))

    def _paint_title(self, painter: QPainter, room: QRect, index: Index, tokens: Tokens) -> float:
        """Paint the title with the answering letters bold; returns how wide it is."""
        font = painter.font()
        text = QFontMetricsF(font).elidedText(index.data(), Qt.TextElideMode.ElideRight, room.width())
        layout = QTextLayout(text, font)
        layout.setFormats([_bold(start, length) for start, length in index.data(SPANS)])
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        painter.setPen(tokens.color("text"))
        width = line.naturalTextWidth()
        left = room.right() + 1 - width if self._rows.isRightToLeft() else room.left()
        layout.draw(painter, QPointF(left, room.center().y() - line.height() / 2 + 0.5))
        return width

    def _paint_caps(self, painter: QPainter, row: QRect, caps: list[str], tokens: Tokens) -> int:
        """Paint key caps from the right edge; returns where the room left of them ends."""
        painter.setFont(font_like(self._rows.font(), 11.5, QFont.Weight.Medium))
        right = row.right() - 11
        for cap in reversed(caps):
            width = max(20, painter.fontMetrics().horizontalAdvance(cap) + 16)
            box = mirrored(self._rows, QRect(right - width + 1, row.center().y() - 9, width, 20), row)
            rounded(painter, box, 5, tokens.color("surface2"), tokens.color("border"))
            painter.setPen(tokens.color("text2"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, cap)
            right -= width + 10
        return right


def parts(shortcut: str) -> list[str]:
    """The keys of a shortcut, each for a cap of its own: "Ctrl+Shift+L", "G, P", "Ctrl++" and "+"."""
    return [key for chord in shortcut.split(", ") for key in re.findall(r"[^+]+|(?:^|(?<=\+))\+$", chord)]


def _bold(start: int, length: int) -> QTextLayout.FormatRange:
    stretch = QTextLayout.FormatRange()
    stretch.start, stretch.length = start, length
    bold = QTextCharFormat()
    bold.setFontWeight(QFont.Weight.Bold)
    stretch.format = bold
    return stretch
