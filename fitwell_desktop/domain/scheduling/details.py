"""What is said of an appointment beside who and when."""

from uuid import UUID

from msgspec import Struct

from fitwell_desktop.vocabulary import AppointmentKind


class Details(Struct, frozen=True):
    """What an appointment says beside who and when."""

    kind: AppointmentKind = AppointmentKind.TRAINING
    title: str = ""
    room_id: UUID | None = None
    location: str = ""
    meeting_url: str = ""
    notes: str = ""


PLAIN = Details()
"""A training session of which nothing more is said."""
