"""A month to pick a day from, by mouse or keyboard."""

import calendar
from datetime import date, timedelta

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fitwell_desktop.ui.formats import Formats
from fitwell_desktop.ui.painting import font_like, grown, line_of_text, rounded, tokens_for
from fitwell_desktop.ui.tokens import Tokens
from fitwell_desktop.ui.widgets.buttons import IconButton
from fitwell_desktop.ui.widgets.card import row
from fitwell_desktop.ui.widgets.labels import Label

CELL = 32
WEEKS = 6
_CENTER = Qt.AlignmentFlag.AlignHCenter


class MonthPicker(QWidget):
    """`picked` tells a day: by a click, or by Enter after the arrows, PgUp and PgDn (a month), or T (today)."""

    picked = Signal(object)

    def __init__(self, name: str, formats: Formats, day: date | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._formats = formats
        self.days = _Days(name, formats, day or formats.today())
        self.days.picked.connect(self.picked)
        self.days.turned.connect(self._show_title)
        self._title = Label("", "heading")
        back, on = ("right", "left") if self.isRightToLeft() else ("left", "right")
        earlier = IconButton(f"chevron-{back}", self.tr("Month before"))
        later = IconButton(f"chevron-{on}", self.tr("Next month"))
        earlier.clicked.connect(lambda: self.days.turn(-1))
        later.clicked.connect(lambda: self.days.turn(1))
        head = row(self._title, 1, earlier, later, spacing=2)
        head.setContentsMargins(8, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 2, 4, 4)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.days)
        self.setFocusProxy(self.days)
        self._show_title()

    def _show_title(self) -> None:
        self._title.setText(self._formats.month(self.days.day))


class _Days(QWidget):
    picked = Signal(object)
    turned = Signal()

    def __init__(self, name: str, formats: Formats, day: date) -> None:
        super().__init__()
        self._name = name
        self._formats = formats
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._over: date | None = None
        self.go(day)

    def go(self, day: date) -> None:
        """Put the mark on a day."""
        self.day = day
        self.setAccessibleName(f"{self._name}: {self._formats.weekday_day(day)}")
        self.update()
        self.turned.emit()

    def turn(self, months: int) -> None:
        """Go some months on or back, to the same day or that month's last."""
        years, month = divmod(self.day.year * 12 + self.day.month - 1 + months, 12)
        if 1 <= years <= 9998:
            last = calendar.monthrange(years, month + 1)[1]
            self.go(self.day.replace(year=years, month=month + 1, day=min(self.day.day, last)))

    def sizeHint(self) -> QSize:
        return QSize(7 * grown(self, CELL), (WEEKS + 1) * grown(self, CELL))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def day_at(self, place: QPoint) -> date | None:
        """The day at a place, if one is there."""
        side = grown(self, CELL)
        column, line = place.x() // side, place.y() // side - 1
        if self.isRightToLeft():
            column = (self.width() - 1 - place.x()) // side
        if not (0 <= column < 7 and 0 <= line < WEEKS):
            return None
        return self._first() + timedelta(days=line * 7 + column)

    def box_of(self, day: date) -> QRect:
        """Where a day of the shown weeks stands."""
        line, column = divmod((day - self._first()).days, 7)
        return self._box(line + 1, column)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self.day_at(event.position().toPoint())
        if day is not None:
            self.go(day)
            self.picked.emit(day)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._over = self.day_at(event.position().toPoint())
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.turn(-1 if event.angleDelta().y() > 0 else 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        aside = -1 if self.isRightToLeft() else 1
        key = Qt.Key(event.key())
        steps = {Qt.Key.Key_Left: -aside, Qt.Key.Key_Right: aside, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
        months = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        if key in steps:
            self.go(self.day + timedelta(days=steps[key]))
        elif key in months:
            self.turn(months[key])
        elif key is Qt.Key.Key_T:
            self.go(self._formats.today())
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.picked.emit(self.day)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, painter, first = tokens_for(self), QPainter(self), self._first()
        painter.setFont(font_like(self.font(), 11.5, QFont.Weight.Medium))
        for column in range(7):
            name = self._formats.weekday(first + timedelta(days=column))
            line_of_text(painter, self._box(0, column), name[:3], tokens.color("text3"), _CENTER)
        for number in range(7 * WEEKS):
            self._paint_day(painter, first + timedelta(days=number), tokens)

    def _paint_day(self, painter: QPainter, day: date, tokens: Tokens) -> None:
        box, on, today = self.box_of(day).adjusted(1, 1, -1, -1), day == self.day, day == self._formats.today()
        if on or day == self._over:
            rounded(painter, box, 8, tokens.color("accent" if on else "hover"))
        elif today:
            rounded(painter, box, 8, None, tokens.color("accent"))
        weight = QFont.Weight.DemiBold if on or today else QFont.Weight.Normal
        painter.setFont(font_like(self.font(), 13, weight, figures=True))
        inside = "text" if day.month == self.day.month else "text3"
        color = "on_accent" if on else "accent" if today else inside
        line_of_text(painter, box, str(day.day), tokens.color(color), _CENTER)

    def _first(self) -> date:
        """The day at the top of the first column."""
        start = self.day.replace(day=1)
        return start - timedelta(days=(start.weekday() - self._formats.first_weekday) % 7)

    def _box(self, line: int, column: int) -> QRect:
        side = grown(self, CELL)
        left = self.width() - (column + 1) * side if self.isRightToLeft() else column * side
        return QRect(left, line * side, side, side)
