"""The list that opens under a field and offers what could be meant: one line each, and what helps to tell them apart."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from fitwell_desktop.ui.painting import font_like, grown, line_of_text, mirrored, rounded, tokens_for
from fitwell_desktop.ui.widgets.avatar import paint_avatar

DETAIL = Qt.ItemDataRole.UserRole + 1
"""Of an item: what is read beside its title, more quietly."""

Index = QModelIndex | QPersistentModelIndex


def open_under(field: QLineEdit, completer: QCompleter, *, avatars: bool = False) -> QListView:
    """Let the completer show its suggestions as this program does. Call it when the completer knows its field."""
    popup = QListView()
    popup.setProperty("role", "suggestions")
    popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    popup.setUniformItemSizes(True)
    popup.setMouseTracking(True)
    popup.setMinimumWidth(grown(field, 180))
    completer.setMaxVisibleItems(8)
    completer.setPopup(popup)
    # the completer leaves it without a parent, and so without a style sheet
    popup.setParent(field, popup.windowFlags() | Qt.WindowType.FramelessWindowHint)
    popup.setAccessibleName(field.accessibleName())
    popup.setItemDelegate(_Painter(popup, avatars=avatars))
    return popup


class _Painter(QStyledItemDelegate):
    def __init__(self, view: QListView, *, avatars: bool) -> None:
        super().__init__(view)
        self._view = view
        self._avatars = avatars

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, grown(self._view, 38 if self._avatars else 32))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens, view = tokens_for(self._view), self._view
        painter.save()
        box, state = QRect(option.rect), option.state
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            rounded(painter, box, 6, tokens.color("accent_soft"))
        start = box = box.adjusted(grown(view, 8), 0, -grown(view, 8), 0)
        title, detail = str(index.data()), str(index.data(DETAIL) or "")
        if self._avatars:
            side = grown(view, 26)
            place = mirrored(view, QRect(box.left(), box.center().y() - side // 2, side, side), box)
            paint_avatar(painter, QRectF(place), title, tokens)
            start = box.adjusted(side + grown(view, 8), 0, 0, 0)
        painter.setFont(font_like(view.font(), 13, QFont.Weight.Medium if detail else QFont.Weight.Normal))
        width = min(start.width(), painter.fontMetrics().horizontalAdvance(title) + 1)
        room = QRect(start.left(), start.top(), width, start.height())
        line_of_text(painter, mirrored(view, room, box), title, tokens.color("text"))
        painter.setFont(font_like(view.font(), 12))
        rest = QRect(room.right() + grown(view, 10), start.top(), box.right() - room.right() - 10, start.height())
        line_of_text(painter, mirrored(view, rest, box), detail, tokens.color("text2"))
        painter.restore()
