"""The week: sessions are booked by dragging and in words, refused where they clash, moved, resized and closed."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from fitwell_desktop.domain.scheduling.queries import CalendarEntry, calendar_entries
from fitwell_desktop.tour.chapter import Chapter
from fitwell_desktop.tour.driver import LEFT, NOTHING_HELD, click, drag, fill, find, key, type_text, until
from fitwell_desktop.tour.failure import ensure
from fitwell_desktop.tour.finding import front, sentences
from fitwell_desktop.tour.stage import MORNING, Stage
from fitwell_desktop.ui.widgets.picker import Picker
from fitwell_desktop.views.calendar.panel import CalendarPanel
from fitwell_desktop.views.calendar.pieces import Piece
from fitwell_desktop.views.calendar.surface import Surface
from fitwell_desktop.vocabulary import AppointmentStatus

ZONE = ZoneInfo("Europe/Dublin")
TODAY = MORNING.astimezone(ZONE).date()
TOMORROW = TODAY + timedelta(days=1)
AFTERNOON = time(13, 35)
AOIFE, MAEVE = "Aoife Byrne", "Maeve Doyle"


def drag_a_session(stage: Stage) -> None:
    """Dragging over a free hour opens the form, with the client in hand."""
    key("Ctrl+2")
    key("G, A")
    drag(_grid(stage), _point(stage, TOMORROW, 10), _point(stage, TOMORROW, 11))
    until(lambda: "New session" in sentences(), "The booking form does not open.")
    ensure(find("Client", Picker).text() == AOIFE, "The form does not propose the client in hand.")
    fill("Title", "PT session")
    fill("Place", "Main floor")
    stage.picture("booking")


def book_it(stage: Stage) -> None:
    """The session is booked, and stands in the week."""
    click("Book session")
    until(lambda: front() is None, "The booking form stays open.")
    ensure(_spans(stage, AOIFE) == ["Fri 10:00–11:00"], f"Booked is {_spans(stage, AOIFE)}.")
    until(lambda: _piece(stage, AOIFE) is not None, "The week does not show the session.")


def refuse_a_clash(stage: Stage) -> None:
    """A second session at the same time is refused, and the form says what is in the way."""
    drag(_grid(stage), _point(stage, TOMORROW, 10.5, at=0.99), _point(stage, TOMORROW, 11.5, at=0.99))
    until(lambda: "New session" in sentences(), "The booking form does not open.")
    client = find("Client", Picker)
    client.selectAll()
    type_text("maeve")
    until(lambda: client.offered() == [MAEVE], "The form does not find the client.")
    QTest.keyClick(client, Qt.Key.Key_Return)
    click("Book session")
    until(lambda: AOIFE in sentences() and front() is not None, "The form does not say what is in the way.")
    ensure(_spans(stage, MAEVE) == [], "A clash is booked.")
    stage.picture("clash-refused")
    click("Cancel")
    until(lambda: front() is None, "The booking form stays open.")


def book_in_words(stage: Stage) -> None:
    """More sessions are booked in words."""
    for words in ("Tom mon 7:00 1h", "Roisin sat 9:00 1h", "Ciaran tomorrow 8:00 1h", "Maeve today 17:30 45m"):
        find("Calendar", Surface).setFocus()
        key("Q")
        type_text(words)
        key("Return")
        stage.said("Booked")
        key("Esc")
    ensure(_spans(stage, MAEVE) == ["Thu 17:30–18:15"], f"Booked is {_spans(stage, MAEVE)}.")


def move_to_today(stage: Stage) -> None:
    """Dragging the session to another day moves it."""
    drag(_grid(stage), _middle(stage, AOIFE), _point(stage, TODAY, 12.5))
    stage.said(f"Moved {AOIFE}")
    ensure(_spans(stage, AOIFE) == ["Thu 12:00–13:00"], f"Moved to {_spans(stage, AOIFE)}.")


def make_it_longer(stage: Stage) -> None:
    """Dragging its lower edge makes it longer."""
    until(lambda: _box(stage, AOIFE)[1] > _point(stage, TODAY, 11).y(), "The week does not show the move.")
    piece = _shown(stage, AOIFE).box(_grid(stage).grid)
    edge = QPoint(round(piece.x + piece.width / 2), round(piece.y + piece.height - 2))
    drag(_grid(stage), edge, QPoint(edge.x(), _point(stage, TODAY, 13.5).y()))
    stage.said("now lasts")
    ensure(_spans(stage, AOIFE) == ["Thu 12:00–13:30"], f"It lasts {_spans(stage, AOIFE)}.")
    stage.picture("moved-and-longer")


def confirm_on_its_card(stage: Stage) -> None:
    """A click opens the session's card, which confirms it."""
    QTest.mouseClick(_grid(stage), LEFT, NOTHING_HELD, _middle(stage, AOIFE))
    until(lambda: front() is not None, "The session's card does not open.")
    stage.picture("session-card")
    click("Confirm")
    until(lambda: _status(stage, AOIFE) is AppointmentStatus.CONFIRMED, "The session is not confirmed.")


def complete_by_key(stage: Stage) -> None:
    """When the hour is over, one key completes the session; Undo and Redo take it back and do it again."""
    stage.clock.set_to(datetime.combine(TODAY, AFTERNOON, ZONE).astimezone(UTC))
    until(lambda: front() is None, "The session's card stays open.")
    QTest.keyClick(_grid(stage), Qt.Key.Key_C)
    until(lambda: _status(stage, AOIFE) is AppointmentStatus.COMPLETED, "The session is not completed.")
    key("Ctrl+Z")
    until(lambda: _status(stage, AOIFE) is AppointmentStatus.CONFIRMED, "Undo does not take it back.")
    key("Ctrl+Shift+Z")
    until(lambda: _status(stage, AOIFE) is AppointmentStatus.COMPLETED, "Redo does not do it again.")
    stage.both("week")


def _grid(stage: Stage) -> Surface:
    panel = stage.panel("calendar", CalendarPanel)
    until(lambda: bool(panel.board.grid.grid.lanes), "The calendar shows no days.")
    return panel.board.grid


def _point(stage: Stage, day: date, hour: float, at: float = 0.5) -> QPoint:
    """Where a time is, so far across the lane of its day."""
    grid = _grid(stage).grid
    lane = next(number for number, lane in enumerate(grid.lanes) if lane.day == day)
    return QPoint(round(grid.lane_x(lane) + grid.lane_width * at), round(grid.y_of(hour * 60)))


def _entries(stage: Stage) -> tuple[CalendarEntry, ...]:
    start = datetime(2026, 11, 2, tzinfo=UTC)
    return stage.store.ask(calendar_entries, start, start + timedelta(days=14))


def _spans(stage: Stage, client: str) -> list[str]:
    mine = [entry for entry in _entries(stage) if entry.client_name == client]
    spans = [(entry.start.astimezone(ZONE), entry.end.astimezone(ZONE)) for entry in mine]
    return [f"{start:%a %H:%M}–{end:%H:%M}" for start, end in spans]


def _status(stage: Stage, client: str) -> AppointmentStatus:
    return next(entry.status for entry in _entries(stage) if entry.client_name == client)


def _piece(stage: Stage, client: str) -> Piece | None:
    pieces = _grid(stage).content.pieces
    return next((piece for piece in pieces if piece.entry.client_name == client), None)


def _shown(stage: Stage, client: str) -> Piece:
    found = _piece(stage, client)
    ensure(found, f"The week does not show {client}.")
    assert found is not None
    return found


def _box(stage: Stage, client: str) -> tuple[float, float]:
    box = _shown(stage, client).box(_grid(stage).grid)
    return box.x, box.y


def _middle(stage: Stage, client: str) -> QPoint:
    box = _shown(stage, client).box(_grid(stage).grid)
    return QPoint(round(box.x + box.width / 2), round(box.y + box.height / 2))


WEEK = Chapter(
    "The week",
    (
        drag_a_session,
        book_it,
        refuse_a_clash,
        book_in_words,
        move_to_today,
        make_it_longer,
        confirm_on_its_card,
        complete_by_key,
    ),
)
