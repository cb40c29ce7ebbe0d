"""The mouse on the grid: a click opens, a drag makes, moves, copies or resizes. It tells what is wanted, and no more."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QCursor, QHelpEvent, QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip

from fitwell_desktop.domain.scheduling.queries import CalendarEntry
from fitwell_desktop.ui.formats import Formats
from fitwell_desktop.ui.widgets.labels import tooltip
from fitwell_desktop.views.calendar.cursor import on, slot
from fitwell_desktop.views.calendar.drag import Aim, Drag, Ghost
from fitwell_desktop.views.calendar.geometry import DAY, SNAP, snapped_down
from fitwell_desktop.views.calendar.pieces import Piece
from fitwell_desktop.views.calendar.sentences import told_of
from fitwell_desktop.views.calendar.surface import Surface

EDGE = 6.0
"""So near to its upper or lower edge, in px, an entry is taken by that edge."""
LEAST_FOR_EDGES = 20.0
"""So high must an entry be for its upper edge to be taken."""
FAR_ENOUGH = 5.0
"""So far, in px, the mouse goes before a click is a drag."""


class MouseGrid(Surface):
    """The surface, with a mouse on it."""

    create_wanted = Signal(Ghost)
    open_wanted = Signal(CalendarEntry)
    move_wanted = Signal(CalendarEntry, Ghost)
    copy_wanted = Signal(CalendarEntry, Ghost)
    resize_wanted = Signal(CalendarEntry, Ghost)
    zoom_wanted = Signal(int)
    menu_wanted = Signal(QPoint)
    """What can be done at the keyboard's place is to be offered there on the screen."""

    def __init__(self, formats: Formats) -> None:
        super().__init__(formats)
        self._pressed: Drag | None = None
        """What a drag would be, from the press until the mouse has gone far enough."""
        self.setMouseTracking(True)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or not self.grid.lanes:
            return
        at = event.position()
        piece = self.piece_at(at.x(), at.y())
        if at.x() < self.grid.left:
            return
        self._pressed = Drag(self._aim_at(piece, at), self.grid, at.x(), at.y(), piece)
        self._put_cursor_at(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if self._pressed is None:
            self._show_shape(at)
        elif self.drag or self._is_drag(self._pressed, at):
            self._drag_to(self._pressed, at, event.modifiers())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, drag, ghost = self._pressed, self.drag, self.ghost
        self.stop_drag()
        if drag and ghost:
            self._drop(drag, ghost)
        elif pressed and pressed.piece:
            self.open_wanted.emit(pressed.piece.entry)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if self.piece_at(at.x(), at.y()) is None and at.x() >= self.grid.left and self.grid.lanes:
            begin = min(DAY - self.usual_minutes, snapped_down(self.grid.minute_at(at.y()), SNAP))
            self.create_wanted.emit(Ghost(self.grid.lane_at(at.x()), begin, begin + self.usual_minutes))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done at the mouse, or from the keyboard at its place."""
        if self.drag or not self.grid.lanes:
            return
        if event.reason() is not QContextMenuEvent.Reason.Mouse:
            self.reached.emit(self.cursor_area())  # it may have been scrolled away
            in_sight = self.cursor_area().intersected(self.visibleRegion().boundingRect())
            self.menu_wanted.emit(self.mapToGlobal(in_sight.center()))
        elif event.x() >= self.grid.left:
            if not self._is_marked(event.pos().toPointF()):
                self._put_cursor_at(event.pos().toPointF())
            self.menu_wanted.emit(event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_wanted.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self.show_lanes(self.grid.lanes, self._hour)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tooltip(event)
            return True
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange} and hasattr(self, "_pressed"):
            self.dress()
        return super().event(event)

    def stop_drag(self) -> None:
        """Forget the drag, if there is one; nothing was done yet."""
        self._pressed = None
        self.show_drag(None, None)

    def copy_instead(self, wanted: bool) -> None:
        """Let what is being moved be copied instead, or moved again."""
        if self.drag:
            self._pressed = self.drag.copying(wanted)
            self.show_drag(self._pressed, self.ghost)

    def _put_cursor_at(self, at: QPointF) -> None:
        piece = self.piece_at(at.x(), at.y())
        lane, minute = self.grid.lane_at(at.x()), snapped_down(self.grid.minute_at(at.y()), SNAP)
        self.mark(on(piece) if piece else slot(lane, minute))  # what the mouse is on never moves away from under it

    def _is_marked(self, at: QPointF) -> bool:
        """Whether a point lies in the free stretch that the keyboard's place is."""
        marked, lane, minute = self.cursor_at, self.grid.lane_at(at.x()), self.grid.minute_at(at.y())
        free = marked.entry_id is None and self.piece_at(at.x(), at.y()) is None
        return free and lane == marked.lane and marked.begin <= minute < marked.end

    def _aim_at(self, piece: Piece | None, at: QPointF) -> Aim:
        if piece is None:
            return Aim.CREATE
        box = piece.box(self.grid)
        if piece.is_last and at.y() >= box.y + box.height - EDGE:
            return Aim.END
        if piece.is_first and box.height >= LEAST_FOR_EDGES and at.y() < box.y + EDGE:
            return Aim.BEGIN
        return Aim.MOVE

    def _is_drag(self, pressed: Drag, at: QPointF) -> bool:
        if pressed.piece and not pressed.piece.entry.can_change:
            return False
        return abs(at.x() - pressed.x) + abs(at.y() - pressed.y) >= FAR_ENOUGH

    def _drag_to(self, pressed: Drag, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        drag = pressed.copying(bool(modifiers & Qt.KeyboardModifier.ControlModifier))
        fine = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        self.show_drag(drag, drag.ghost(at.x(), at.y(), fine=fine))
        self.reached.emit(QRect(round(at.x()), round(at.y()) - 20, 1, 40))

    def _drop(self, drag: Drag, ghost: Ghost) -> None:
        if drag.piece is None:
            self.create_wanted.emit(ghost)
        elif drag.aim is Aim.COPY:
            self.copy_wanted.emit(drag.piece.entry, ghost)
        elif (ghost.lane, ghost.begin, ghost.end) != (drag.piece.lane, drag.piece.starts_at, drag.piece.ends_at):
            wanted = self.move_wanted if drag.aim is Aim.MOVE else self.resize_wanted
            wanted.emit(drag.piece.entry, ghost)

    def _show_shape(self, at: QPointF) -> None:
        piece = self.piece_at(at.x(), at.y())
        shape = Qt.CursorShape.ArrowCursor
        if piece:
            edge = piece.entry.can_change and self._aim_at(piece, at) is not Aim.MOVE
            shape = Qt.CursorShape.SizeVerCursor if edge else Qt.CursorShape.PointingHandCursor
        if self.cursor().shape() is not shape:
            self.setCursor(QCursor(shape))

    def _show_tooltip(self, event: QHelpEvent) -> None:
        piece = self.piece_at(event.pos().x(), event.pos().y())
        if piece is None or self.drag:
            QToolTip.hideText()
            return
        box = piece.box(self.grid)
        area = QRect(round(box.x), round(box.y), round(box.width), round(box.height))
        QToolTip.showText(event.globalPos(), tooltip(told_of(piece.entry, self.formats)), self, area)
