"""Paints the cells of tables and lists: text, two lines with an avatar, pills, and numbers at the right."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from fitwell_desktop.ui.icons import paint_icon
from fitwell_desktop.ui.painting import font_like, grown, line_of_text, mirrored, rounded, tokens_for, with_figures
from fitwell_desktop.ui.rows_model import Column, RowsModel
from fitwell_desktop.ui.tokens import Tokens, Tone
from fitwell_desktop.ui.widgets.avatar import paint_avatar
from fitwell_desktop.ui.widgets.pill import paint_pill, pill_size

Index = QModelIndex | QPersistentModelIndex

PLAIN_ROW, LIST_ROW = 36, 56
"""The heights of a table's row of one line and of a list's, in px at 100 percent text where things stand comfortably."""


class CellDelegate(QStyledItemDelegate):
    """Paints what a `Column` declares. In lists (`separate`) a chosen row is a box of its own, with round corners."""

    def __init__(self, view: QAbstractItemView, *, separate: bool = False) -> None:
        super().__init__(view)
        self._view = view
        self._separate = separate
        self._cell = QRect()
        """What is being painted; parts are mirrored in it where one reads from right to left."""
        self.height = grown(view, LIST_ROW if separate else PLAIN_ROW)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(grown(self._view, 160), self.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, RowsModel):
            super().paint(painter, option, index)
            return
        tokens = tokens_for(self._view)
        painter.save()
        painter.setFont(self._view.font())
        self._cell = _rect(option)
        self._paint_ground(painter, _state(option), index, tokens)
        column, row = model.columns[index.column()], model.row(index)
        pad = grown(self._view, 10)
        box = self._paint_lead(painter, self._cell.adjusted(pad, 0, -pad, 0), column, row, tokens)
        if column.second is None and column.trailing is None:
            self._paint_one_line(painter, box, column, row, tokens)
        else:
            self._paint_two_lines(painter, box, column, row, tokens)
        painter.restore()

    def _paint_ground(self, painter: QPainter, state: QStyle.StateFlag, index: Index, tokens: Tokens) -> None:
        box = self._cell
        on = QStyle.StateFlag.State_Selected in state
        over = QStyle.StateFlag.State_MouseOver in state
        fill = tokens.color("accent_soft") if on else tokens.color("hover") if over else None
        if self._separate:
            ring = tokens.color("accent") if QStyle.StateFlag.State_HasFocus in state else None
            if fill is not None or ring is not None:
                rounded(painter, box.adjusted(0, 1, 0, -1), 8, fill, ring)
            return
        if fill is not None:
            painter.fillRect(box, fill)
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), tokens.color("border"))
        if self._leads_held_row(box, index):
            bar = QRect(box.left(), box.top(), grown(self._view, 3), box.height() - 1)
            painter.fillRect(mirrored(self._view, bar, box), tokens.color("accent"))

    def _leads_held_row(self, box: QRect, index: Index) -> bool:
        """Whether this cell is the first of the row that the keyboard is on: rows are chosen, not cells."""
        if not self._view.hasFocus() or self._view.currentIndex().row() != index.row():
            return False
        room = self._view.viewport().rect()
        return box.right() >= room.right() if self._view.isRightToLeft() else box.left() <= room.left()

    def _paint_lead(self, painter: QPainter, box: QRect, column: Column[Any], row: Any, tokens: Tokens) -> QRect:
        """The avatar or icon before the text; the room that is left."""
        if column.avatar is not None:
            side = grown(self._view, 34 if self._separate else 24)
            photo = column.photo(row) if column.photo is not None else None
            paint_avatar(painter, self._at(_middle(box, side)), column.avatar(row), tokens, photo)
        elif column.icon is not None and column.icon(row):
            side = grown(self._view, 16)
            paint_icon(painter, column.icon(row), self._at(_middle(box, side)), tokens.color("text3"))
        else:
            return box
        return box.adjusted(side + grown(self._view, 10), 0, 0, 0)

    def _paint_one_line(self, painter: QPainter, box: QRect, column: Column[Any], row: Any, tokens: Tokens) -> None:
        pill = column.pill(row) if column.pill is not None else None
        if pill is not None:
            size = pill_size(pill[0], painter.font())
            place = QRect(QPoint(box.left(), box.center().y() - size.height() // 2 + 1), size)
            paint_pill(painter, self._at(place), *pill, tokens)
            return
        if column.right:
            painter.setFont(with_figures(painter.font()))
        elif column.avatar is not None:
            painter.setFont(font_like(painter.font(), 13, QFont.Weight.Medium))
        tone = column.tone(row) if column.tone is not None else Tone.NEUTRAL
        color = tokens.color("text") if tone is Tone.NEUTRAL else tokens.tone(tone)
        side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
        line_of_text(painter, self._at(box), column.shown(row), color, side)

    def _paint_two_lines(self, painter: QPainter, box: QRect, column: Column[Any], row: Any, tokens: Tokens) -> None:
        font = painter.font()
        line = grown(self._view, 18)
        upper = QRect(box.left(), box.center().y() - line, box.width(), line)
        lower = upper.translated(0, line + 1)
        pill = column.pill(row) if column.pill is not None else None
        if pill is not None:
            size = pill_size(pill[0], font)
            place = QRect(QPoint(upper.right() - size.width() + 1, upper.center().y() - size.height() // 2), size)
            paint_pill(painter, self._at(place), *pill, tokens)
            upper.setRight(place.left() - 6)
        if column.trailing is not None:
            text, tone = column.trailing(row)
            painter.setFont(font_like(font, 12, QFont.Weight.Medium, figures=True))
            line_of_text(painter, self._at(lower), text, tokens.tone(tone), Qt.AlignmentFlag.AlignRight)
            lower.setRight(lower.right() - painter.fontMetrics().horizontalAdvance(text) - 8)
        painter.setFont(font_like(font, 13, QFont.Weight.DemiBold))
        line_of_text(painter, self._at(upper), column.shown(row), tokens.color("text"))
        painter.setFont(font_like(font, 12))
        line_of_text(painter, self._at(lower), column.second(row) if column.second else "", tokens.color("text2"))

    def _at(self, part: QRect) -> QRectF:
        return QRectF(mirrored(self._view, part, self._cell))


def _middle(box: QRect, side: int) -> QRect:
    return QRect(box.left(), box.center().y() - side // 2 + 1, side, side)


def _rect(option: QStyleOptionViewItem) -> QRect:
    rect: QRect = option.rect
    return rect


def _state(option: QStyleOptionViewItem) -> QStyle.StateFlag:
    state: QStyle.StateFlag = option.state
    return state
