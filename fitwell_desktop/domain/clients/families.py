"""Families: what clients are to each other, and who pays for whom."""

from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct

from fitwell_desktop.core.database import Session
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.store import command, query
from fitwell_desktop.domain.accounts.names import full_name
from fitwell_desktop.domain.clients import finding
from fitwell_desktop.models.accounts import User
from fitwell_desktop.models.circle import FamilyLink
from fitwell_desktop.models.clients import ClientProfile
from fitwell_desktop.vocabulary import FamilyTie, Right

INVERSE = {FamilyTie.PARENT: FamilyTie.CHILD, FamilyTie.CHILD: FamilyTie.PARENT}
"""What the first is to the second, where that is another word."""


class Relative(Struct, frozen=True):
    """Someone of a client's family, and what they are to the client."""

    id: UUID
    name: str
    tie: FamilyTie


class Family(Struct, frozen=True):
    """A client's relatives, who pays for the client, and for whom the client pays."""

    relatives: tuple[Relative, ...]
    payer: tuple[UUID, str] | None
    pays_for: tuple[tuple[UUID, str], ...]


@command("Link family", needs=Right.CLIENTS)
def link_family(session: Session, client_id: UUID, relative_id: UUID, tie: FamilyTie) -> None:
    """Say that the second client is the first one's partner, parent, child …; the way back is told as well."""
    if client_id == relative_id:
        raise UserError("Nobody is their own relative. Choose another client.", field="relative")
    _set_tie(session, client_id, relative_id, tie)
    _set_tie(session, relative_id, client_id, INVERSE.get(tie, tie))


@command("Unlink family", needs=Right.CLIENTS)
def unlink_family(session: Session, client_id: UUID, relative_id: UUID) -> None:
    """Forget what two clients are to each other."""
    for one, other in ((client_id, relative_id), (relative_id, client_id)):
        found = session.scalar(_tie(one, other))
        if found:
            session.delete(found)


@command("Change payer", needs=Right.CLIENTS)
def set_payer(session: Session, client_id: UUID, payer_id: UUID | None) -> None:
    """Let someone else pay for the client, or the client themselves (None)."""
    if payer_id == client_id:
        payer_id = None
    if payer_id and finding.profile(session, payer_id).payer_id:
        name = full_name(*_names(finding.client(session, payer_id)))
        raise UserError(f"Someone else pays for {name}. Choose who pays in the end.", field="payer")
    finding.profile(session, client_id).payer_id = payer_id


@query()
def family(session: Session, client_id: UUID) -> Family:
    """The people around a client who are clients too."""
    linked = sa.select(User.id, User.first_name, User.last_name, FamilyLink.tie).join(
        FamilyLink, FamilyLink.relative_id == User.id
    )
    relatives = session.execute(linked.where(FamilyLink.client_id == client_id).order_by(User.search_key))
    people = sa.select(User.id, User.first_name, User.last_name)
    paid = people.join(ClientProfile, ClientProfile.client_id == User.id).where(ClientProfile.payer_id == client_id)
    payers = people.join(ClientProfile, ClientProfile.payer_id == User.id).where(ClientProfile.client_id == client_id)
    payer = session.execute(payers).first()
    return Family(
        tuple(Relative(row.id, full_name(row.first_name, row.last_name), row.tie) for row in relatives),
        (payer.id, full_name(payer.first_name, payer.last_name)) if payer else None,
        tuple((row.id, full_name(row.first_name, row.last_name)) for row in session.execute(paid)),
    )


def _set_tie(session: Session, client_id: UUID, relative_id: UUID, tie: FamilyTie) -> None:
    finding.client(session, client_id)
    present = session.scalar(_tie(client_id, relative_id))
    if present:
        present.tie = tie
    else:
        session.add(FamilyLink(client_id=client_id, relative_id=relative_id, tie=tie))


def _tie(client_id: UUID, relative_id: UUID) -> sa.Select[FamilyLink]:
    return sa.select(FamilyLink).where(FamilyLink.client_id == client_id, FamilyLink.relative_id == relative_id)


def _names(user: User) -> tuple[str, str]:
    return user.first_name, user.last_name
