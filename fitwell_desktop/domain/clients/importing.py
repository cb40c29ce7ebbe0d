"""Taking in the good rows of a file: all in one transaction, and one step to undo."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from fitwell_desktop.core.database import Session
from fitwell_desktop.core.errors import Conflict
from fitwell_desktop.core.folding import fold
from fitwell_desktop.core.progress import Progress
from fitwell_desktop.core.store import command
from fitwell_desktop.core.tables import Table, new_id
from fitwell_desktop.domain.accounts.today import practice_today
from fitwell_desktop.domain.clients.import_rows import NewClient
from fitwell_desktop.domain.clients.tags import tag_called
from fitwell_desktop.models.accounts import User
from fitwell_desktop.models.circle import EmergencyContact
from fitwell_desktop.models.clients import ClientPause, ClientProfile, ClientTagLink, ClientTrainer
from fitwell_desktop.models.records import Note
from fitwell_desktop.vocabulary import ClientState, Right, UserStatus, UserType

Row = dict[str, Any]


@command("Import clients", needs=Right.CLIENTS)
def import_clients(session: Session, clients: tuple[NewClient, ...], progress: Progress | None = None) -> int:
    """Take these clients in; tells how many. Raises Conflict if one of their addresses was taken meanwhile.

    Whoever cancels before the last row is written finds nothing written.
    """
    _ensure_addresses_free(session, clients)
    people = [(new_id(), client) for client in clients]
    today = practice_today(session)
    parts: tuple[tuple[type[Table], Callable[[], list[Row]]], ...] = (
        (User, lambda: [_user(client_id, client) for client_id, client in people]),
        (ClientProfile, lambda: [_profile(session, *one) for one in people]),
        (ClientTagLink, lambda: _tag_links(session, people)),
        (EmergencyContact, lambda: [_contact(*one) for one in people if one[1].contact_phone]),
        (Note, lambda: [_note(session, *one) for one in people if one[1].notes]),
        (
            ClientPause,
            lambda: [_pause(today, client_id) for client_id, client in people if client.state is ClientState.PAUSED],
        ),
        (ClientTrainer, lambda: _trainers(session, people)),
    )
    progress = progress or Progress()
    for step, (kind, rows) in enumerate(parts):
        progress.at(step, len(parts), "Writing")
        session.insert_rows(kind, rows())
    progress.at(len(parts), len(parts), "Writing")
    return len(people)


def _ensure_addresses_free(session: Session, clients: Iterable[NewClient]) -> None:
    wanted = {client.email.lower() for client in clients if client.email}
    taken = set(session.scalars(sa.select(sa.func.lower(User.email)).where(User.email.is_not(None)))) & wanted
    if taken:
        raise Conflict(f"“{min(taken)}” was given to someone else since the file was checked. Check the file again.")


def _user(client_id: UUID, client: NewClient) -> Row:
    return {
        "id": client_id,
        "user_type": UserType.CLIENT,
        "status": UserStatus.INACTIVE if client.state is ClientState.ARCHIVED else UserStatus.ACTIVE,
        "first_name": client.first_name,
        "last_name": client.last_name,
        "email": client.email,
        "phone": client.phone,
        "phone_typed": client.phone_typed,
        "search_key": fold(client.last_name, client.first_name, client.email, client.phone),
    }


def _profile(session: Session, client_id: UUID, client: NewClient) -> Row:
    return {
        "client_id": client_id,
        "kind": client.kind,
        "date_of_birth": client.date_of_birth,
        "sex": client.sex,
        "height_cm": client.height_cm,
        "address": client.address,
        "occupation": client.occupation,
        "timezone": client.timezone,
        "preferences": {"language": client.language} if client.language else {},
        "referral_source": client.referral_source,
        "joined_on": client.joined_on,  # who was a client already did not join on the day of the import
        "archived_at": session.now if client.state is ClientState.ARCHIVED else None,
    }


def _tag_links(session: Session, people: list[tuple[UUID, NewClient]]) -> list[Row]:
    names = {fold(tag): tag for _, client in people for tag in client.tags}
    ids = {key: tag_called(session, name).id for key, name in names.items()}
    return [
        {"client_id": client_id, "client_tag_id": ids[fold(tag)]} for client_id, client in people for tag in client.tags
    ]


def _contact(client_id: UUID, client: NewClient) -> Row:
    return {
        "client_id": client_id,
        "name": client.contact_name or "Emergency contact",
        "phone": client.contact_phone,
        "is_primary": True,
    }


def _note(session: Session, client_id: UUID, client: NewClient) -> Row:
    return {"client_id": client_id, "author_id": session.user_id, "body": client.notes, "noted_at": session.now}


def _pause(today: date, client_id: UUID) -> Row:
    return {"client_id": client_id, "starts_on": today}


def _trainers(session: Session, people: list[tuple[UUID, NewClient]]) -> list[Row]:
    """Whoever imports clients trains them, if they train."""
    me = session.get(User, session.user_id) if session.user_id else None
    if me is None or me.user_type is UserType.CLIENT:
        return []
    return [{"client_id": client_id, "trainer_id": me.id, "is_primary": True} for client_id, _ in people]
