"""Layouts that set things side by side and go on in the next line where there is no more room."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QLayoutItem, QWidget

from fitwell_desktop.ui.widgets.labels import Label

Sized = tuple[QLayoutItem, QSize]


class FlowLayout(QLayout):
    """Like words in a paragraph."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def insert(self, index: int, widget: QWidget) -> None:
        """Put a widget at a place among the others."""
        self.addWidget(widget)
        self._items.insert(index, self._items.pop())
        self.invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize(0, 0)
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Set the lines into the rectangle; the height that they take."""
        margins = self.contentsMargins()
        inner = rect.marginsRemoved(margins)
        top = inner.top()
        for line in self._lines(inner.width()):
            height = max(size.height() for _item, size in line)
            if move:
                self._place(line, QRect(inner.left(), top, inner.width(), height))
            top += height + self.spacing()
        bottom = max(inner.top(), top - self.spacing())
        return bottom - rect.top() + margins.bottom()

    def _lines(self, width: int) -> Iterator[list[Sized]]:
        """What can be seen, line by line."""
        line: list[Sized] = []
        left = width
        for item in self._items:
            widget = item.widget()
            if widget is not None and widget.isHidden():
                continue
            size = self._size_in(item, width)
            if line and size.width() > left:
                yield line
                line, left = [], width
            line.append((item, size))
            left -= size.width() + self.spacing()
        if line:
            yield line

    def _size_in(self, item: QLayoutItem, width: int) -> QSize:
        """How large something is in a line of that width."""
        return item.sizeHint()

    def _place(self, line: list[Sized], room: QRect) -> None:
        left = room.left()
        for item, size in line:
            item.setGeometry(self._mirrored(QRect(QPoint(left, room.top()), size), room))
            left += size.width() + self.spacing()

    def _mirrored(self, box: QRect, inner: QRect) -> QRect:
        owner = self.parentWidget()
        if owner is not None and owner.isRightToLeft():
            box.moveLeft(inner.left() + inner.right() - box.right())
        return box


class FittingRow(FlowLayout):
    """A row whose first thing takes what room is left, so that the others stand at its end; where there is no room for all
    of it, it goes on below, and nothing is cut that has room in a line of its own.
    """

    def __init__(self, parent: QWidget | None = None, spacing: int = 6, grows: int = 0) -> None:
        super().__init__(parent, spacing)
        self._grows = grows

    def setGeometry(self, rect: QRect) -> None:
        spare = max(0, rect.height() - self.heightForWidth(rect.width()))
        super().setGeometry(rect.adjusted(0, spare // 2, 0, 0))  # in the middle of what stands beside it

    def _size_in(self, item: QLayoutItem, width: int) -> QSize:
        words = item.widget()
        whole = words.width_in_one_line() if isinstance(words, Label) and words.wordWrap() else item.sizeHint().width()
        wanted = min(width, whole)
        return QSize(wanted, item.heightForWidth(wanted) if item.hasHeightForWidth() else item.sizeHint().height())

    def _place(self, line: list[Sized], room: QRect) -> None:
        taken = sum(size.width() for _item, size in line) + self.spacing() * (len(line) - 1)
        left, grown = room.left(), self._items[self._grows]
        for item, size in line:
            width = size.width() + (room.width() - taken if item is grown else 0)
            top = room.top() + (room.height() - size.height()) // 2
            item.setGeometry(self._mirrored(QRect(left, top, width, size.height()), room))
            left += width + self.spacing()


class Beside(QWidget):
    """Things side by side as long as each has the room that it needs at least, else one under the other."""

    def __init__(self, *things: QWidget, spacing: int = 8) -> None:
        super().__init__()
        self._things = things
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(spacing)
        for thing in things:
            self._line.addWidget(thing)

    def minimumSizeHint(self) -> QSize:
        widest = max((thing.minimumSizeHint().width() for thing in self._things), default=0)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        needed = sum(thing.minimumSizeHint().width() + self._line.spacing() for thing in self._things)
        fits = needed - self._line.spacing() <= self.width()
        self._line.setDirection(QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom)
