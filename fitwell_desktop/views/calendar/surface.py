"""The grid's surface: holds what is shown, and paints it from a picture of what rests and an overlay of what moves."""

from collections.abc import Iterator
from datetime import date, datetime, time
from uuid import UUID

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from fitwell_desktop.domain.scheduling.queries import CalendarEntry
from fitwell_desktop.ui.formats import Formats
from fitwell_desktop.ui.painting import grown, tokens_for
from fitwell_desktop.views.calendar.clash import clash
from fitwell_desktop.views.calendar.cursor import Cursor, landed, on, settled, slot
from fitwell_desktop.views.calendar.drag import Aim, Drag, Ghost
from fitwell_desktop.views.calendar.geometry import DAY, Box, Grid, Lane
from fitwell_desktop.views.calendar.layer import Content, LayerPainter
from fitwell_desktop.views.calendar.overlay import Overlay
from fitwell_desktop.views.calendar.pieces import Piece
from fitwell_desktop.views.calendar.sentences import described

GUTTER = 56
"""The room of the hours' names, in px at 100 percent text."""
USUAL_HOUR = 40


class Surface(QWidget):
    """Shows what `show_lanes` and `show_content` give it."""

    reached = Signal(QRect)
    """What the user looks at now, so that it can be scrolled into sight."""

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self.formats = formats
        self.content = Content()
        self.grid = Grid((), left=0, width=0, hour=USUAL_HOUR)
        self.trainer_id: UUID | None = None
        """Whose session a new one would be."""
        self.usual_minutes = 60
        """How long a new session is where nobody says so."""
        self.cursor_at = slot(0, 9 * 60)
        self.marked = False
        """Whether the keyboard's place is shown though the keyboard is elsewhere: in a popover that belongs to it."""
        self.drag: Drag | None = None
        self.ghost: Ghost | None = None
        self._hour = USUAL_HOUR
        self._now: datetime | None = None
        self._picture: QPixmap | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Calendar"))
        self.dress()

    def show_lanes(self, lanes: tuple[Lane, ...], hour: int) -> None:
        """Lay the lanes out; an hour is `hour` px high at 100 percent text."""
        self._hour = hour
        self.grid = Grid(lanes, left=self.gutter(), width=float(self.width()), hour=float(grown(self, hour)))
        if self.cursor_at.lane >= len(lanes):
            self.cursor_at = slot(max(0, len(lanes) - 1), self.cursor_at.begin)
        self.setFixedHeight(round(self.grid.height))
        self.repaint_all()

    def show_content(self, content: Content) -> None:
        """Show entries. The keyboard's place goes with its entry, and to one that now stands where it was free."""
        self.content = content
        self.cursor_at = settled(self.cursor_at, content.pieces)
        self.setAccessibleDescription(self.cursor_words())
        self.repaint_all()

    def show_now(self, now: datetime) -> None:
        """Move the line of now."""
        self._now = now.astimezone(self.formats.zone)
        self.update()

    def gutter(self) -> int:
        """The room of the hours' names at the left."""
        return grown(self, GUTTER)

    def dress(self) -> None:
        """Take on the font and the colours that the widget wears now."""
        self._layer = LayerPainter(self.font(), tokens_for(self))
        self._overlay = Overlay(self.font(), tokens_for(self))
        self.show_lanes(self.grid.lanes, self._hour)

    def repaint_all(self) -> None:
        """Paint the layer anew."""
        self._picture = None
        self.update()

    def piece_at(self, x: float, y: float) -> Piece | None:
        """The entry's piece at a point."""
        return next((piece for piece in self.content.pieces if piece.box(self.grid).holds(x, y)), None)

    def focused_entry(self) -> CalendarEntry | None:
        """The entry that the keyboard is on."""
        piece = self.cursor_at.piece(self.content.pieces)
        return piece.entry if piece else None

    def put_cursor(self, cursor: Cursor) -> None:
        """Move the keyboard's place, read out what is there, and bring it into sight."""
        self.mark(cursor)
        self.reached.emit(self.cursor_area())

    def mark(self, cursor: Cursor) -> None:
        """Move the keyboard's place to what is in sight, and read out what is there."""
        places = [self.cursor_area(), self.cursor_area(cursor)]
        self.cursor_at = cursor
        for place in places:
            self.update(place)
        words = self.cursor_words()
        self.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def focus_entry(self, entry_id: UUID) -> None:
        """Put the keyboard's place on an entry, if it is shown."""
        found = next((piece for piece in self.content.pieces if piece.entry.id == entry_id), None)
        if found:
            self.put_cursor(on(found))

    def focus_slot(self, day: date, minute: int, minutes: int) -> None:
        """Put the keyboard's place on a stretch of a day, if that is shown."""
        lane = next((number for number, lane in enumerate(self.grid.lanes) if lane.day == day), None)
        if lane is not None:
            self.put_cursor(Cursor(lane, minute, min(DAY, minute + minutes)))

    def enter_lane(self, lane: int) -> None:
        """Put the keyboard's place into a lane, at the height where it is."""
        self.put_cursor(landed(lane, self.cursor_at.begin, self.content.pieces))

    def cursor_words(self) -> str:
        """What stands at the keyboard's place."""
        entry = self.focused_entry()
        if entry:
            return described(entry, self.formats)
        if not self.grid.lanes:
            return ""
        day = self.formats.near_day(self.grid.lanes[self.cursor_at.lane].day)
        return self.tr("{0} {1}, free").format(day, self.words_of(self.cursor_at.ghost))

    def words_of(self, ghost: Ghost) -> str:
        """From when to when a ghost lasts."""
        begin, end = (self.formats.time(time(minute // 60 % 24, minute % 60)) for minute in (ghost.begin, ghost.end))
        return f"{begin} – {end}"

    def show_drag(self, drag: Drag | None, ghost: Ghost | None) -> None:
        """Paint a drag's ghost, or none any more; only what changes is painted."""
        if (drag, ghost) == (self.drag, self.ghost):
            return
        self._update_drag()
        self.drag, self.ghost = drag, ghost
        self._update_drag()

    def taken_by(self, drag: Drag, ghost: Ghost) -> CalendarEntry | None:
        """The entry that what is dragged would meet there."""
        if drag.piece is None:
            return clash(self.content.pieces, self.grid.lanes, ghost, self.trainer_id)
        entry = drag.piece.entry
        ignoring = None if drag.aim is Aim.COPY else entry.id
        return clash(self.content.pieces, self.grid.lanes, ghost, entry.trainer_id, entry.client_ids, ignoring)

    def cursor_area(self, cursor: Cursor | None = None) -> QRect:
        """Where the keyboard's place is painted."""
        return _outer(self._box_of(cursor or self.cursor_at))

    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        if self._picture is None or self._picture.devicePixelRatio() != ratio:
            self._picture = self._layer.picture(self.grid, self.content, ratio)
        painter = QPainter(self)
        dirty = QRectF(event.rect())
        source = QRectF(dirty.x() * ratio, dirty.y() * ratio, dirty.width() * ratio, dirty.height() * ratio)
        painter.drawPixmap(dirty, self._picture, source)
        self._paint_now(painter)
        if (self.hasFocus() or self.marked) and self.grid.lanes and not self.drag:
            free = self.cursor_at.entry_id is None
            self._overlay.cursor(painter, self._box_of(self.cursor_at), free=free)
        self._paint_drag(painter)

    def _paint_now(self, painter: QPainter) -> None:
        if self._now is None:
            return
        minute = self._now.hour * 60 + self._now.minute
        for number, lane in enumerate(self.grid.lanes):
            if lane.day == self._now.date():
                self._overlay.now(painter, self.grid, number, minute)

    def _paint_drag(self, painter: QPainter) -> None:
        if self.drag is None or self.ghost is None:
            return
        if self.drag.piece and self.drag.aim is not Aim.COPY:
            self._overlay.lifted(painter, self.drag.piece.box(self.grid))
        taken = self.taken_by(self.drag, self.ghost) is not None
        label = self.words_of(self.ghost) + (self.tr(" · taken") if taken else "")
        entry = self.drag.piece.entry if self.drag.piece else None
        self._overlay.ghost(painter, self._ghost_box(self.ghost), label, entry, clashes=taken)

    def _update_drag(self) -> None:
        for area in self._drag_areas():
            self.update(area)

    def _drag_areas(self) -> Iterator[QRect]:
        if self.drag and self.drag.piece:
            yield _outer(self.drag.piece.box(self.grid))
        if self.ghost:
            box = self._ghost_box(self.ghost)
            yield _outer(box)
            longest = self.words_of(self.ghost) + self.tr(" · taken")
            yield self._overlay.label_area(box, longest).toAlignedRect().adjusted(-2, -2, 2, 2)

    def _box_of(self, cursor: Cursor) -> Box:
        piece = cursor.piece(self.content.pieces)
        return piece.box(self.grid) if piece else self.grid.box(cursor.lane, cursor.begin, cursor.end)

    def _ghost_box(self, ghost: Ghost) -> Box:
        return self.grid.box(ghost.lane, ghost.begin, min(DAY, ghost.end))


def _outer(box: Box) -> QRect:
    """The whole pixels that a box and its ring touch."""
    return QRectF(box.x, box.y, box.width, box.height).toAlignedRect().adjusted(-3, -3, 3, 3)
