"""Which of the panel's actions lead on from a place in the grid: its card and its menu offer the same."""

from collections.abc import Iterator
from datetime import datetime

from fitwell_desktop.domain.scheduling.queries import CalendarEntry
from fitwell_desktop.vocabulary import AppointmentStatus

S = AppointmentStatus


def steps_from(entry: CalendarEntry, now: datetime) -> Iterator[str]:
    """For each arrow that leads on from a session's status, the name of the action that takes it."""
    if S.CONFIRMED in entry.status.may_become:
        yield "session.confirm"
    if entry.can_change and entry.start <= now:
        yield "session.complete"
        yield "session.no_show"
    if entry.can_change:
        yield "session.cancel"
    if entry.client_id and entry.status in {S.CANCELLED, S.NO_SHOW}:
        yield "session.book_again"


def offered_on(entry: CalendarEntry, now: datetime) -> Iterator[tuple[str, ...]]:
    """All that can be done with a session, in groups."""
    yield ("session.open", "session.move") if entry.can_change else ("session.open",)
    yield tuple(steps_from(entry, now))
    if entry.client_id:
        yield ("session.client",)
