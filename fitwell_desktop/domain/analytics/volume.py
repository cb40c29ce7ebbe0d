"""How much a practice holds, for the window's foot."""

import sqlalchemy as sa
from msgspec import Struct

from fitwell_desktop.core.database import Session
from fitwell_desktop.core.store import query
from fitwell_desktop.models.accounts import User
from fitwell_desktop.models.scheduling import Appointment
from fitwell_desktop.vocabulary import UserType


class Volume(Struct, frozen=True):
    """Clients, archived ones too, and sessions of all times."""

    clients: int
    sessions: int


@query()
def volume(session: Session) -> Volume:
    """How many clients and sessions there are."""
    clients = session.scalars(sa.select(sa.func.count()).where(User.user_type == UserType.CLIENT)).one()
    return Volume(clients, session.scalars(sa.select(sa.func.count(Appointment.id))).one())
