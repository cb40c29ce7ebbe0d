"""Taking clients in and changing who they are."""

from typing import Unpack
from uuid import UUID

import sqlalchemy as sa

from fitwell_desktop.core.database import Session
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.store import command
from fitwell_desktop.core.tables import new_id
from fitwell_desktop.domain.accounts.today import practice_today
from fitwell_desktop.domain.clients import finding
from fitwell_desktop.domain.clients.profile_fields import ProfileChanges, write_profile
from fitwell_desktop.models.accounts import User
from fitwell_desktop.models.clients import ClientProfile, ClientTrainer
from fitwell_desktop.vocabulary import Right, UserType


@command("Add client", needs=Right.CLIENTS)
def create_client(session: Session, **details: Unpack[ProfileChanges]) -> UUID:
    """A new client; only `first_name` is required. Whoever takes them in becomes their trainer, if they train."""
    user = User(id=new_id(), user_type=UserType.CLIENT)
    profile = ClientProfile(client_id=user.id, joined_on=practice_today(session), preferences={})
    write_profile(session, user, profile, {"first_name": "", **details})
    session.add_all((user, profile))
    _give_to_own_trainer(session, user.id)
    return user.id


@command("Edit client", needs=Right.CLIENTS)
def edit_client(session: Session, client_id: UUID, **changes: Unpack[ProfileChanges]) -> None:
    """Write the given fields of a client's profile."""
    write_profile(session, finding.client(session, client_id), finding.profile(session, client_id), changes)


@command("Change trainers", needs=Right.CLIENTS)
def assign_trainers(session: Session, client_id: UUID, primary_id: UUID | None, shared: tuple[UUID, ...] = ()) -> None:
    """Let exactly these trainers look after the client, the first of them foremost."""
    if primary_id is None and shared:
        raise UserError("Choose the primary trainer first.", field="primary_trainer")
    finding.client(session, client_id)
    wanted = {trainer: trainer == primary_id for trainer in (*shared, *([primary_id] if primary_id else []))}
    present = session.scalars(sa.select(ClientTrainer).where(ClientTrainer.client_id == client_id)).all()
    for link in present:
        if link.trainer_id not in wanted:
            session.delete(link)
        elif link.is_primary and not wanted[link.trainer_id]:
            link.is_primary = False
    session.flush()  # nobody is foremost twice, not even for a moment
    kept = {link.trainer_id: link for link in present}
    for trainer_id, is_primary in wanted.items():
        if trainer_id in kept:
            kept[trainer_id].is_primary = is_primary
        else:
            session.add(ClientTrainer(client_id=client_id, trainer_id=trainer_id, is_primary=is_primary))


def _give_to_own_trainer(session: Session, client_id: UUID) -> None:
    me = session.get(User, session.user_id) if session.user_id else None
    if me and me.user_type is not UserType.CLIENT:
        session.add(ClientTrainer(client_id=client_id, trainer_id=me.id, is_primary=True))
