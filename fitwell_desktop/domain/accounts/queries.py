"""Who works here, and who may sign in with which rights."""

from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct

from fitwell_desktop.core.database import Session
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.store import SignedIn, query
from fitwell_desktop.domain.accounts.names import full_name
from fitwell_desktop.domain.accounts.rights import rights_with
from fitwell_desktop.models.accounts import User, UserRole
from fitwell_desktop.vocabulary import Right, Role, UserStatus, UserType


class Trainer(Struct, frozen=True):
    """Someone whom clients and sessions can be given to."""

    id: UUID
    name: str


@query()
def trainers(session: Session) -> tuple[Trainer, ...]:
    """The trainers who are with the practice, by name."""
    found = sa.select(User.id, User.first_name, User.last_name).where(
        User.user_type.in_((UserType.TRAINER, UserType.ADMIN)), User.status == UserStatus.ACTIVE
    )
    return tuple(
        Trainer(row.id, full_name(row.first_name, row.last_name))
        for row in session.execute(found.order_by(User.search_key))
    )


@query()
def owner_id(session: Session) -> UUID | None:
    """The person whose practice it is, or None before set-up."""
    found = sa.select(User.id).join(UserRole, UserRole.user_id == User.id).where(UserRole.role == Role.OWNER)
    return session.scalar(found.order_by(User.created_at))


@query()
def rights_of(session: Session, user_id: UUID) -> frozenset[Right]:
    """What a user may do, from their roles and the rights added to them."""
    roles = session.execute(sa.select(UserRole.role, UserRole.permissions).where(UserRole.user_id == user_id))
    return rights_with((row.role, row.permissions) for row in roles)


@query()
def identity(session: Session, user_id: UUID) -> SignedIn:
    """The user as the store knows who is at work; raises UserError for who is no longer with the practice."""
    user = session.get(User, user_id)
    if user is None or user.status is not UserStatus.ACTIVE:
        raise UserError("This person is no longer with the practice.")
    return SignedIn(user.id, full_name(user.first_name, user.last_name), rights_of(session, user_id))
