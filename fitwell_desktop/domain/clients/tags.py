"""Tags: words that clients are grouped by."""

from collections.abc import Iterable
from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct

from fitwell_desktop.core.cleaning import clean_line
from fitwell_desktop.core.database import Session
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.folding import fold
from fitwell_desktop.core.store import command, query
from fitwell_desktop.domain.clients import finding
from fitwell_desktop.models.accounts import User
from fitwell_desktop.models.clients import ClientTag, ClientTagLink
from fitwell_desktop.vocabulary import Right, UserStatus

LONGEST = 60


class TagCount(Struct, frozen=True):
    """A tag, and how many clients who are not archived wear it."""

    id: UUID
    name: str
    color: str
    clients: int


@command("Tag clients", needs=Right.CLIENTS)
def tag_clients(session: Session, client_ids: tuple[UUID, ...], name: str) -> int:
    """Put a tag, made if it is new, on clients; tells on how many it was not yet."""
    tag = tag_called(session, name)
    wearing = set(session.scalars(sa.select(ClientTagLink.client_id).where(ClientTagLink.client_tag_id == tag.id)))
    fresh = [user.id for user in finding.clients(session, client_ids) if user.id not in wearing]
    session.add_all(ClientTagLink(client_id=client_id, client_tag_id=tag.id) for client_id in fresh)
    return len(fresh)


@command("Untag clients", needs=Right.CLIENTS)
def untag_clients(session: Session, client_ids: tuple[UUID, ...], tag_id: UUID) -> None:
    """Take a tag off clients."""
    worn = sa.select(ClientTagLink).where(ClientTagLink.client_tag_id == tag_id)
    for link in session.scalars(worn.where(ClientTagLink.client_id.in_(client_ids))):
        session.delete(link)


@command("Change tags", needs=Right.CLIENTS)
def set_tags(session: Session, client_id: UUID, names: tuple[str, ...]) -> None:
    """Let a client wear exactly these tags."""
    finding.client(session, client_id)
    wanted = {tag.id for tag in (tag_called(session, name) for name in names)}
    worn = session.scalars(sa.select(ClientTagLink).where(ClientTagLink.client_id == client_id)).all()
    for link in worn:
        if link.client_tag_id not in wanted:
            session.delete(link)
    fresh = wanted - {link.client_tag_id for link in worn}
    session.add_all(ClientTagLink(client_id=client_id, client_tag_id=tag_id) for tag_id in fresh)


@command("Edit tag", needs=Right.CLIENTS)
def edit_tag(session: Session, tag_id: UUID, name: str, color: str = "") -> None:
    """Give a tag another name or colour ("#0B7A63")."""
    tag, word = session.get_one(ClientTag, tag_id), _checked(name)
    other = _known(session).get(fold(word))
    if other is not None and other.id != tag_id:
        raise UserError(f"There already is a tag “{other.name}”.", field="name")
    tag.name, tag.color = word, color


@command("Delete tag", needs=Right.CLIENTS)
def delete_tag(session: Session, tag_id: UUID) -> None:
    """Take a tag off everyone and forget it."""
    session.delete(session.get_one(ClientTag, tag_id))


@query()
def tags(session: Session) -> tuple[TagCount, ...]:
    """All tags by name, with their counts."""
    worn = (
        sa.select(ClientTagLink.client_tag_id, sa.func.count().label("clients"))
        .join(User, User.id == ClientTagLink.client_id)
        .where(User.status != UserStatus.INACTIVE)
        .group_by(ClientTagLink.client_tag_id)
        .subquery()
    )
    found = sa.select(ClientTag.id, ClientTag.name, ClientTag.color, sa.func.coalesce(worn.c.clients, 0)).outerjoin(
        worn, worn.c.client_tag_id == ClientTag.id
    )
    return tuple(sorted((TagCount(*row) for row in session.execute(found)), key=lambda tag: fold(tag.name)))


def tag_called(session: Session, name: str) -> ClientTag:
    """The tag with that name, however it is capitalised; made if there is none."""
    word = _checked(name)
    tag = _known(session).get(fold(word))
    if tag is None:
        tag = ClientTag(name=word)
        session.add(tag)
        session.flush()
    return tag


def tags_by_client(session: Session, client_ids: Iterable[UUID]) -> dict[UUID, tuple[str, ...]]:
    """The tags that each of these clients wears, by name."""
    worn: dict[UUID, tuple[str, ...]] = {}
    for client_id, name in session.execute(_WORN, {"ids": list(client_ids)}):
        worn[client_id] = (*worn.get(client_id, ()), name)
    return worn


_WORN = (
    sa.select(ClientTagLink.client_id, ClientTag.name)
    .join(ClientTag, ClientTag.id == ClientTagLink.client_tag_id)
    .where(ClientTagLink.client_id.in_(sa.bindparam("ids", expanding=True)))
    .order_by(ClientTag.name)
)


def _known(session: Session) -> dict[str, ClientTag]:
    return {fold(tag.name): tag for tag in session.scalars(sa.select(ClientTag))}


def _checked(name: str) -> str:
    word = clean_line(name).strip(",")
    if not word:
        raise UserError("Type a tag.", field="tag")
    if len(word) > LONGEST:
        raise UserError(f"A tag has at most {LONGEST} letters; this has {len(word)}.", field="tag")
    return word
