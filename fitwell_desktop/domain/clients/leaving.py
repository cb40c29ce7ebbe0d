"""Archiving, pausing and taking back clients. Their history stays."""

from datetime import date, timedelta
from uuid import UUID

import sqlalchemy as sa

from fitwell_desktop.core.cleaning import clean_line
from fitwell_desktop.core.database import Session
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.store import command
from fitwell_desktop.core.workflow import step
from fitwell_desktop.domain.accounts.today import practice_today
from fitwell_desktop.domain.clients import finding
from fitwell_desktop.domain.clients.attendance import ahead
from fitwell_desktop.domain.clients.states import ensure_no_other_pause, pause_covering
from fitwell_desktop.models.clients import ClientPause
from fitwell_desktop.models.scheduling import Appointment, GroupSession, SessionParticipant
from fitwell_desktop.vocabulary import AttendanceStatus, PauseReason, Right, UserStatus


@command("Archive clients", needs=Right.CLIENTS)
def archive_clients(session: Session, client_ids: tuple[UUID, ...], reason: str = "") -> int:
    """Put clients away, and off the waitlists they are on; tells how many were not away already."""
    _leave_waitlists(session, client_ids)
    moved = 0
    for user in finding.clients(session, client_ids):
        if user.status is not UserStatus.INACTIVE:
            user.status = step(user.status, UserStatus.INACTIVE)
            profile = finding.profile(session, user.id)
            profile.archived_at, profile.archive_reason = session.now, clean_line(reason)
            moved += 1
    return moved


@command("Restore clients", needs=Right.CLIENTS)
def restore_clients(session: Session, client_ids: tuple[UUID, ...]) -> int:
    """Take archived clients back; tells how many were away."""
    moved = 0
    for user in finding.clients(session, client_ids):
        if user.status is not UserStatus.ACTIVE:
            user.status = step(user.status, UserStatus.ACTIVE)
            profile = finding.profile(session, user.id)
            profile.archived_at, profile.archive_reason = None, ""
            moved += 1
    return moved


@command("Pause clients", needs=Right.CLIENTS)
def pause_clients(
    session: Session,
    client_ids: tuple[UUID, ...],
    starts_on: date,
    ends_on: date | None = None,
    reason: PauseReason = PauseReason.BREAK,
    note: str = "",
) -> None:
    """Let billing and compliance stand still on these days, the last included; no end means until further notice."""
    if ends_on and ends_on < starts_on:
        raise UserError("The pause ends before it begins. Choose a later day.", field="ends_on")
    for user in finding.clients(session, client_ids):
        if user.status is UserStatus.INACTIVE:
            raise UserError(f"{user.first_name} is archived. Restore them before you pause them.")
        ensure_no_other_pause(session, user.id, starts_on, ends_on)
        session.add(
            ClientPause(client_id=user.id, starts_on=starts_on, ends_on=ends_on, reason=reason, note=clean_line(note))
        )


@command("Resume clients", needs=Right.CLIENTS)
def resume_clients(session: Session, client_ids: tuple[UUID, ...]) -> int:
    """End the pauses that run today, as of yesterday; tells how many clients were paused."""
    today, resumed = practice_today(session), 0
    for user in finding.clients(session, client_ids):
        pause = pause_covering(session, user.id, today)
        if pause and pause.starts_on == today:
            session.delete(pause)
        elif pause:
            pause.ends_on = today - timedelta(days=1)
        resumed += pause is not None
    return resumed


def _leave_waitlists(session: Session, client_ids: tuple[UUID, ...]) -> None:
    waits = (
        sa.select(SessionParticipant)
        .join(GroupSession, GroupSession.id == SessionParticipant.group_session_id)
        .join(Appointment, Appointment.id == GroupSession.appointment_id)
        .where(SessionParticipant.client_id.in_(client_ids), SessionParticipant.status == AttendanceStatus.WAITLISTED)
    )
    for place in session.scalars(waits.where(*ahead(session.now))):
        place.status, place.cancelled_at = step(place.status, AttendanceStatus.CANCELLED), session.now
