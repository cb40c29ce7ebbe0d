"""The grid that one works in: what the mouse does with sessions and free times, keys do too."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from fitwell_desktop.ui.formats import Formats
from fitwell_desktop.views.calendar.cursor import STEP, down, extended, following, sideways, up
from fitwell_desktop.views.calendar.drag import Ghost
from fitwell_desktop.views.calendar.geometry import DAY, SNAP
from fitwell_desktop.views.calendar.mouse_grid import MouseGrid

Key = Qt.Key
NONE, SHIFT, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
NOT_BY_KEY = {Qt.FocusReason.MouseFocusReason, Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}
"""The user points at what they mean, or has looked here all the time: nothing is to be brought into sight."""


class TimeGrid(MouseGrid):
    """Arrows move the focus, Shift+arrows move the end, Alt+Shift+arrows the beginning, Alt+arrows move the session,
    Ctrl+arrows copy it to what is beside it, Enter opens or makes, Esc lets go.
    """

    beyond = Signal(int)
    """The focus went over the edge: -1 before the first lane, 1 after the last."""

    carry_wanted = Signal(object, int)
    """A session is to go so many days beyond the edge."""

    def __init__(self, formats: Formats) -> None:
        super().__init__(formats)
        self._keys: dict[tuple[Qt.KeyboardModifier, Qt.Key], Callable[[], object]] = {
            (NONE, Key.Key_Down): lambda: self.put_cursor(down(self.cursor_at, self.content.pieces)),
            (NONE, Key.Key_Up): lambda: self.put_cursor(up(self.cursor_at, self.content.pieces)),
            (NONE, Key.Key_Left): lambda: self._sideways(-1),
            (NONE, Key.Key_Right): lambda: self._sideways(1),
            (NONE, Key.Key_J): lambda: self._follow(1),
            (NONE, Key.Key_K): lambda: self._follow(-1),
            (NONE, Key.Key_Return): self._enter,
            (NONE, Key.Key_Enter): self._enter,
            (NONE, Key.Key_Space): self._enter,
            (SHIFT, Key.Key_Down): lambda: self._lengthen(1),
            (SHIFT, Key.Key_Up): lambda: self._lengthen(-1),
            (ALT, Key.Key_Down): lambda: self._shift(0, SNAP),
            (ALT, Key.Key_Up): lambda: self._shift(0, -SNAP),
            (ALT, Key.Key_Left): lambda: self._shift(-1, 0),
            (ALT, Key.Key_Right): lambda: self._shift(1, 0),
            (ALT | SHIFT, Key.Key_Down): lambda: self._begin_later(1),
            (ALT | SHIFT, Key.Key_Up): lambda: self._begin_later(-1),
            (CTRL, Key.Key_Down): lambda: self._copy(0, 1),
            (CTRL, Key.Key_Up): lambda: self._copy(0, -1),
            (CTRL, Key.Key_Left): lambda: self._copy(-1, 0),
            (CTRL, Key.Key_Right): lambda: self._copy(1, 0),
        }

    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        do = self._keys.get((modifiers, Qt.Key(event.key())))
        if self._in_drag(event, wanted=True):
            return
        if do is None or not self.grid.lanes:
            super().keyPressEvent(event)
        else:
            do()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not self._in_drag(event, wanted=False):
            super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in NOT_BY_KEY:
            self.update(self.cursor_area())
        else:
            self.put_cursor(self.cursor_at)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update(self.cursor_area())

    def _in_drag(self, event: QKeyEvent, *, wanted: bool) -> bool:
        """While something is dragged, Ctrl copies it and Esc lets it go; other keys do nothing."""
        if self.drag is None:
            return False
        if event.key() == Key.Key_Control:
            self.copy_instead(wanted)
        elif event.key() == Key.Key_Escape and wanted:
            self.stop_drag()
        return True

    def _sideways(self, by: int) -> None:
        there = sideways(self.cursor_at, by, self.content.pieces, len(self.grid.lanes))
        if there:
            self.put_cursor(there)
        else:
            self.beyond.emit(by)

    def _follow(self, by: int) -> None:
        there = following(self.cursor_at, by, self.content.pieces)
        if there:
            self.put_cursor(there)

    def _enter(self) -> None:
        entry = self.focused_entry()
        if entry:
            self.open_wanted.emit(entry)
        else:
            self.create_wanted.emit(self.wanted_slot())

    def wanted_slot(self) -> Ghost:
        """What was marked, or the usual length where nobody marked more than a slot."""
        cursor = self.cursor_at
        end = cursor.end if cursor.end - cursor.begin > STEP else min(DAY, cursor.begin + self.usual_minutes)
        return Ghost(cursor.lane, cursor.begin, end)

    def _lengthen(self, by: int) -> None:
        piece = self.cursor_at.piece(self.content.pieces)
        if piece is None:
            self.put_cursor(extended(self.cursor_at, by))
        elif piece.entry.can_change and piece.minutes + by * SNAP >= SNAP:
            self.resize_wanted.emit(piece.entry, Ghost(piece.lane, piece.starts_at, piece.ends_at + by * SNAP))

    def _begin_later(self, by: int) -> None:
        piece = self.cursor_at.piece(self.content.pieces)
        if piece and piece.entry.can_change and piece.starts_at + by * SNAP >= 0 and piece.minutes - by * SNAP >= SNAP:
            self.resize_wanted.emit(piece.entry, Ghost(piece.lane, piece.starts_at + by * SNAP, piece.ends_at))

    def _copy(self, lanes: int, lengths: int) -> None:
        """Into the next lane at the same time, or right before or after."""
        piece = self.cursor_at.piece(self.content.pieces)
        if piece is None or not 0 <= piece.lane + lanes < len(self.grid.lanes):
            return
        begin = piece.starts_at + lengths * piece.minutes
        if 0 <= begin < DAY:
            self.copy_wanted.emit(piece.entry, Ghost(piece.lane + lanes, begin, begin + piece.minutes))

    def _shift(self, lanes: int, minutes: int) -> None:
        piece = self.cursor_at.piece(self.content.pieces)
        if piece is None or not piece.entry.can_change:
            return
        if not 0 <= piece.lane + lanes < len(self.grid.lanes):
            self.carry_wanted.emit(piece.entry, lanes)
            return
        begin = min(DAY - SNAP, max(0, piece.starts_at + minutes))
        self.move_wanted.emit(piece.entry, Ghost(piece.lane + lanes, begin, begin + piece.minutes))
