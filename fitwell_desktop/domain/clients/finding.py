"""Loading the rows of one client for a command, with a sentence where there is none."""

from uuid import UUID

import sqlalchemy as sa

from fitwell_desktop.core.database import Session
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.models.accounts import User
from fitwell_desktop.models.clients import ClientProfile
from fitwell_desktop.vocabulary import UserType


def client(session: Session, client_id: UUID) -> User:
    """The client's user row."""
    found = session.scalar(sa.select(User).where(User.id == client_id, User.user_type == UserType.CLIENT))
    if found is None:
        raise UserError("This client is no longer there.")
    return found


def clients(session: Session, client_ids: tuple[UUID, ...]) -> tuple[User, ...]:
    """Several clients' user rows, in the order of their ids."""
    return tuple(client(session, client_id) for client_id in client_ids)


def profile(session: Session, client_id: UUID) -> ClientProfile:
    """The client's profile row."""
    found = session.scalar(sa.select(ClientProfile).where(ClientProfile.client_id == client_id))
    if found is None:
        raise UserError("This client is no longer there.")
    return found
