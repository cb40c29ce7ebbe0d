"""Paints the cells of tables and lists: text, two lines with an avatar, pills, and numbers at the right."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from fitwell_desktop.ui.icons import paint_icon
from fitwell_desktop.ui.painting import font_like, grown, line_of_text, mirrored, rounded, tokens_for, with_figures
from fitwell_desktop.ui.rows_model import Column, RowsModel
from fitwell_desktop.ui.tokens import Tokens, Tone
from fitwell_desktop.ui.widgets.avatar import paint_avatar
from fitwell_desktop.ui.widgets.labels import tooltip
from fitwell_desktop.ui.widgets.pill import paint_pill, pill_size

Index = QModelIndex | QPersistentModelIndex

PLAIN_ROW, LIST_ROW = 36, 56
"""The heights of a table's row of one line and of a list's, in px at 100 percent text where things stand comfortably."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text in its place, before it is cut to it."""

    box: QRect
    text: str
    font: QFont
    color: QColor
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft

    @property
    def is_cut(self) -> bool:
        """Whether its place is too small for it."""
        return QFontMetrics(self.font).horizontalAdvance(self.text) > self.box.width()


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
        self._paint_lead(painter, self._padded(self._cell), column, row, tokens)
        room = self._room(self._cell, column, row)
        pill = column.pill(row) if column.pill is not None else None
        if pill is not None:
            paint_pill(painter, self._at(self._pill_box(room, column, pill[0])), *pill, tokens)
        for line in self._lines(room, column, row, tokens):
            painter.setFont(line.font)
            line_of_text(painter, self._at(line.box), line.text, line.color, line.side)
        painter.restore()

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """Show what is cut in a cell, in full, under the mouse."""
        model = index.model()
        if event.type() != QEvent.Type.ToolTip or not isinstance(model, RowsModel):
            return super().helpEvent(event, view, option, index)
        cut = self.cut_text(_rect(option), model.columns[index.column()], model.row(index))
        QToolTip.showText(event.globalPos(), tooltip(cut), view.viewport(), _rect(option))
        return True

    def cut_text(self, cell: QRect, column: Column[Any], row: Any) -> str:
        """The lines that have no room in such a cell, in full; nothing where all have."""
        lines = self._lines(self._room(cell, column, row), column, row, tokens_for(self._view))
        return "\n".join(line.text for line in lines if line.is_cut)

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

    def _padded(self, cell: QRect) -> QRect:
        pad = grown(self._view, 10)
        return cell.adjusted(pad, 0, -pad, 0)

    def _lead(self, column: Column[Any], row: Any) -> int:
        """How wide the avatar or icon before the text is."""
        if column.avatar is not None:
            return grown(self._view, 34 if self._separate else 24)
        return grown(self._view, 16) if column.icon is not None and column.icon(row) else 0

    def _paint_lead(self, painter: QPainter, box: QRect, column: Column[Any], row: Any, tokens: Tokens) -> None:
        place = self._at(_middle(box, self._lead(column, row)))
        if column.avatar is not None:
            photo = column.photo(row) if column.photo is not None else None
            paint_avatar(painter, place, column.avatar(row), tokens, photo)
        elif column.icon is not None and column.icon(row):
            paint_icon(painter, column.icon(row), place, tokens.color("text3"))

    def _room(self, cell: QRect, column: Column[Any], row: Any) -> QRect:
        """What the avatar or icon leaves to the text."""
        lead = self._lead(column, row)
        return self._padded(cell).adjusted(lead + grown(self._view, 10) if lead else 0, 0, 0, 0)

    def _pill_box(self, room: QRect, column: Column[Any], text: str) -> QRect:
        """Instead of the text, or at the end of the first of two lines."""
        size = pill_size(text, self._view.font())
        if _is_one_line(column):
            return QRect(QPoint(room.left(), room.center().y() - size.height() // 2 + 1), size)
        upper, _lower = self._halves(room)
        return QRect(QPoint(upper.right() - size.width() + 1, upper.center().y() - size.height() // 2), size)

    def _halves(self, room: QRect) -> tuple[QRect, QRect]:
        height = grown(self._view, 18)
        upper = QRect(room.left(), room.center().y() - height, room.width(), height)
        return upper, upper.translated(0, height + 1)

    def _lines(self, room: QRect, column: Column[Any], row: Any, tokens: Tokens) -> Iterator[Line]:
        """The text of a cell."""
        pill = column.pill(row) if column.pill is not None else None
        if not _is_one_line(column):
            end = self._pill_box(room, column, pill[0]).left() - 6 if pill is not None else room.right()
            yield from self._two_lines(room, end, column, row, tokens)
        elif pill is None:
            yield self._one_line(room, column, row, tokens)

    def _one_line(self, room: QRect, column: Column[Any], row: Any, tokens: Tokens) -> Line:
        font = self._view.font()
        if column.right:
            font = with_figures(font)
        elif column.avatar is not None:
            font = font_like(font, 13, QFont.Weight.Medium)
        tone = column.tone(row) if column.tone is not None else Tone.NEUTRAL
        color = tokens.color("text") if tone is Tone.NEUTRAL else tokens.tone(tone)
        side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
        return Line(room, column.shown(row), font, color, side)

    def _two_lines(self, room: QRect, end: int, column: Column[Any], row: Any, tokens: Tokens) -> Iterator[Line]:
        """The first one ends where the pill begins, the second where the trailing word does."""
        font = self._view.font()
        upper, lower = self._halves(room)
        upper.setRight(end)
        if column.trailing is not None:
            text, tone = column.trailing(row)
            of_trailing = font_like(font, 12, QFont.Weight.Medium, figures=True)
            yield Line(QRect(lower), text, of_trailing, tokens.tone(tone), Qt.AlignmentFlag.AlignRight)
            lower.setRight(lower.right() - QFontMetrics(of_trailing).horizontalAdvance(text) - 8)
        yield Line(upper, column.shown(row), font_like(font, 13, QFont.Weight.DemiBold), tokens.color("text"))
        second = column.second(row) if column.second is not None else ""
        yield Line(lower, second, font_like(font, 12), tokens.color("text2"))

    def _at(self, part: QRect) -> QRectF:
        return QRectF(mirrored(self._view, part, self._cell))


def _is_one_line(column: Column[Any]) -> bool:
    return column.second is None and column.trailing is None


def _middle(box: QRect, side: int) -> QRect:
    return QRect(box.left(), box.center().y() - side // 2 + 1, side, side)


def _rect(option: QStyleOptionViewItem) -> QRect:
    rect: QRect = option.rect
    return rect


def _state(option: QStyleOptionViewItem) -> QStyle.StateFlag:
    state: QStyle.StateFlag = option.state
    return state
