"""The columns of the wide list of clients, and the one column of the narrow list."""

from fitwell_desktop.domain.clients.ages import age_on
from fitwell_desktop.domain.clients.roster import HealthFlag, RosterRow
from fitwell_desktop.ui.formats import Formats
from fitwell_desktop.ui.rows_model import Column
from fitwell_desktop.ui.tokens import Tone
from fitwell_desktop.views.roster.faces import Faces
from fitwell_desktop.views.roster.shapes import STATE_TONES, owed_words, row_pill, second_line
from fitwell_desktop.vocabulary import RosterOrder

ORDERS = {
    "name": RosterOrder.NAME,
    "state": RosterOrder.STATE,
    "kind": RosterOrder.KIND,
    "joined": RosterOrder.JOINED,
    "next": RosterOrder.NEXT_SESSION,
    "last": RosterOrder.LAST_SESSION,
    "owed": RosterOrder.OWED,
}
"""By which order of the query a column sorts."""


def narrow_column(formats: Formats, faces: Faces, *, sees_money: bool) -> Column[RosterRow]:
    """A client in two lines."""
    return Column(
        name="client",
        title="Client",
        value=lambda row: row.name,
        avatar=lambda row: row.name,
        photo=lambda row: faces.photo(row.photo),
        second=lambda row: second_line(row, formats),
        pill=lambda row: row_pill(row, formats),
        trailing=(lambda row: owed_words(row, formats)) if sees_money else None,
    )


def wide_columns(formats: Formats, faces: Faces, *, sees_money: bool) -> list[Column[RosterRow]]:
    """A client in a row of the table."""
    money = [_owed_column(formats)] if sees_money else []
    return [_name_column(faces), *_first_columns(formats), *money, _heed_column(), *_asked_for(formats)]


def _owed_column(formats: Formats) -> Column[RosterRow]:
    return Column(
        name="owed",
        title="Owed",
        value=lambda row: row.owed,
        text=lambda row: formats.money(row.owed) if row.owed else "",
        right=True,
        width=112,
        tone=lambda row: Tone.BAD if (row.owed or 0) > 0 else Tone.NEUTRAL,
    )


def _heed_column() -> Column[RosterRow]:
    return Column(
        name="heed",
        title="Health",
        value=lambda row: row.id,
        text=lambda row: _heed(row.health),
        width=200,
        sortable=False,
        tone=lambda row: Tone.WARN if row.health else Tone.NEUTRAL,
    )


def _asked_for(formats: Formats) -> list[Column[RosterRow]]:
    """Columns that are shown when the user asks for them."""
    return [
        Column(name="email", title="E-mail", value=lambda row: row.email, width=190, sortable=False, hidden=True),
        Column(
            name="phone",
            title="Phone",
            value=lambda row: row.phone,
            text=lambda row: formats.phone(row.phone) if row.phone else "",
            width=140,
            sortable=False,
            hidden=True,
        ),
        Column(
            name="age",
            title="Age",
            value=lambda row: age_on(formats.today(), row.born_on),
            right=True,
            width=60,
            sortable=False,
            hidden=True,
        ),
        Column(
            name="joined",
            title="Client since",
            value=lambda row: row.joined_on,
            text=lambda row: formats.day(row.joined_on) if row.joined_on else "",
            width=110,
            hidden=True,
        ),
    ]


def _name_column(faces: Faces) -> Column[RosterRow]:
    return Column(
        name="name",
        title="Name",
        value=lambda row: row.name,
        avatar=lambda row: row.name,
        photo=lambda row: faces.photo(row.photo),
        width=190,
    )


def _first_columns(formats: Formats) -> list[Column[RosterRow]]:
    return [
        Column(
            name="state",
            title="Status",
            value=lambda row: row.state.label,
            pill=lambda row: (row.state.label, STATE_TONES[row.state]),
            width=90,
        ),
        Column(name="kind", title="Kind", value=lambda row: row.kind.label, width=90, hidden=True),
        Column(
            name="tags",
            title="Tags",
            value=lambda row: row.tags,
            text=lambda row: ", ".join(row.tags),
            width=140,
            grows=True,
            sortable=False,
        ),
        Column(
            name="next",
            title="Next session",
            value=lambda row: row.next_session_at,
            text=lambda row: formats.moment(row.next_session_at) if row.next_session_at else "",
            width=140,
        ),
        Column(
            name="last",
            title="Last session",
            value=lambda row: row.last_session_at,
            text=lambda row: formats.near_day(formats.local(row.last_session_at).date()) if row.last_session_at else "",
            width=110,
        ),
    ]


def _heed(flag: HealthFlag | None) -> str:
    if flag is None:
        return ""
    concern = "" if flag.clearance.value in {"CLEARED", "NOT_REQUIRED"} else flag.clearance.label
    return ", ".join(part for part in (*flag.limitations, concern) if part)
