"""The gallery's pages that need data: a form, a table beside a list, a dialog."""

import tempfile
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fitwell_desktop.core.clock import FixedClock
from fitwell_desktop.core.settings import Settings
from fitwell_desktop.ui.formats import Formats
from fitwell_desktop.ui.rows_model import Column
from fitwell_desktop.ui.toasts import Toasts
from fitwell_desktop.ui.tokens import Tone
from fitwell_desktop.ui.widgets import form_fields as f
from fitwell_desktop.ui.widgets.buttons import Button, IconButton
from fitwell_desktop.ui.widgets.card import Card, row
from fitwell_desktop.ui.widgets.dialog import Dialog
from fitwell_desktop.ui.widgets.form import Form
from fitwell_desktop.ui.widgets.labels import Label
from fitwell_desktop.ui.widgets.month_picker import MonthPicker
from fitwell_desktop.ui.widgets.search_field import SearchField
from fitwell_desktop.ui.widgets.table import RowList, Table

FORMATS = Formats(FixedClock(datetime(2026, 11, 5, 16, 0, tzinfo=UTC)), "en_GB", "Europe/Berlin", "EUR")
FIRST = ("Ava", "Liam", "Noah", "Emma", "Mia", "Leo", "Zoe", "Max", "Ivy", "Eli", "Nora", "Finn")
LAST = (
    "Nguyen",
    "Silva",
    "Tanaka",
    "Rossi",
    "Brown",
    "Okafor",
    "Lindqvist",
    "Patel",
    "Cohen",
    "Kim",
    "Haddad",
    "Garcia",
)
STATES = (None, None, None, ("At risk", Tone.BAD), None, ("Paused", Tone.NEUTRAL), ("New", Tone.INFO))


@dataclass(frozen=True, slots=True)
class Client:
    """A row as a query would return it."""

    id: int
    name: str
    program: str
    state: tuple[str, Tone] | None
    adherence: int
    next_on: date
    owed: int


def clients(count: int = 40) -> list[Client]:
    return [
        Client(
            number,
            f"{FIRST[number % 12]} {LAST[(number + number // 12) % 12]}",
            ("Strength · wk 3 of 8", "Rehab · wk 2 of 6", "Marathon · wk 11 of 16")[number % 3],
            STATES[number % 7],
            38 + number * 17 % 60,
            date(2026, 11, 5 + number % 20),
            number * 1250 % 9000,
        )
        for number in range(count)
    ]


def _adherence(client: Client) -> tuple[str, Tone]:
    return f"{client.adherence}%", Tone.BAD if client.adherence < 60 else Tone.NEUTRAL


CARD = Column[Client](
    name="client",
    title="Client",
    value=lambda client: client.name,
    avatar=lambda client: client.name,
    second=lambda client: client.program,
    pill=lambda client: client.state,
    trailing=_adherence,
)
COLUMNS = [
    Column[Client](name="name", title="Client", value=lambda c: c.name, avatar=lambda c: c.name, width=190),
    Column[Client](
        name="state", title="State", value=lambda c: c.state and c.state[0], pill=lambda c: c.state, width=90
    ),
    Column[Client](name="program", title="Program", value=lambda c: c.program, width=170),
    Column[Client](
        name="next", title="Next", value=lambda c: c.next_on, text=lambda c: FORMATS.near_day(c.next_on), width=110
    ),
    Column[Client](
        name="rate",
        title="Adherence",
        value=lambda c: c.adherence,
        text=lambda c: _adherence(c)[0],
        tone=lambda c: _adherence(c)[1],
        right=True,
        width=100,
    ),
    Column[Client](
        name="owed", title="Owed", value=lambda c: c.owed, text=lambda c: FORMATS.money(c.owed), right=True, width=100
    ),
]


def rows() -> QWidget:
    """A table beside a list, with a toast."""
    window = QWidget()
    layout = QHBoxLayout(window)
    layout.setContentsMargins(16, 16, 16, 16)
    side, main = Card("Clients"), Card()
    side.head.addWidget(IconButton("arrow-down-up", "Sort"))
    side.head.addWidget(IconButton("user-plus", "New client"))
    people = RowList("Clients", CARD)
    people.rows_model.show(clients())
    people.keeper.choose(0)
    side.body.addWidget(SearchField("Filter clients", "filter"))
    side.body.addWidget(people)
    side.body.setContentsMargins(10, 10, 6, 6)
    side.setFixedWidth(272)
    table = Table("clients", "Clients", COLUMNS, Settings(Path(tempfile.mkdtemp()) / "settings.json"))
    table.rows_model.show(clients())
    table.sortByColumn(0, table.horizontalHeader().sortIndicatorOrder())
    chosen = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    table.selectionModel().select(table.rows_model.index(2, 0), chosen)
    main.body.setContentsMargins(1, 14, 1, 1)
    head = row(
        Label("All clients", "title"),
        Label("40", "quiet"),
        1,
        Button("Import", icon_name="upload"),
        Button("New client", "primary", "plus"),
    )
    head.setContentsMargins(16, 0, 16, 4)
    main.body.addLayout(head)
    main.body.addWidget(table)
    layout.addWidget(side)
    layout.addWidget(main, 1)
    window.setProperty("toasts", toasts := Toasts(window))
    toasts.show_undoable("Moved Leo Silva to Thu 14:00", None)
    return window


def find_client(text: str) -> list[tuple[object, str, str]]:
    found = [client for client in clients() if text.casefold() in client.name.casefold()]
    return [(client.id, client.name, client.program) for client in found[:8]]


FIELDS: list[f.Field] = [
    f.TextField(name="name", title="Name", required=True),
    f.EmailField(name="email", title="Email", example="name@example.com"),
    f.PhoneField(name="phone", title="Phone"),
    f.DayField(name="born", title="Born", hint="Shows a reminder on the day."),
    f.WeightField(name="weight", title="Weight"),
    f.MoneyField(name="price", title="Price"),
    f.NumberField(name="seats", title="Seats", unit="people"),
    f.ChoiceField(name="state", title="State", choices=[("on", "Active"), ("off", "Paused")]),
    f.CheckField(name="news", title="Send the newsletter"),
    f.PercentField(name="tax", title="Tax"),
    f.PickField(name="by", title="Recommended by", search=find_client, title_of=lambda at: clients()[at].name),
    f.TagsField(name="tags", title="Tags", known=["rehab"]),
    f.LongTextField(name="notes", title="Notes"),
]
VALUES = {
    "name": "Ava Nguyen",
    "phone": "+442079460958",
    "weight": Decimal("62.5"),
    "price": 4990,
    "seats": 8,
    "state": "on",
    "news": True,
    "by": 2,
    "tags": ["rehab", "early bird"],
    "notes": "Left knee: no jumps.",
}


def forms() -> QWidget:
    """A form of every kind of field, and a dialog and a month beside it."""
    window = QWidget()
    layout = QHBoxLayout(window)
    layout.setContentsMargins(16, 16, 16, 16)
    layout.addWidget(_form(), 3)
    side = QVBoxLayout()
    side.addWidget(_dialog())
    month = Card()
    month.body.addWidget(MonthPicker("Day", FORMATS, date(2026, 11, 17)), 0, Qt.AlignmentFlag.AlignHCenter)
    side.addWidget(month)
    side.addStretch()
    layout.addLayout(side, 2)
    return window


def _form() -> Card:
    form = Form(FIELDS, FORMATS, columns=2)
    form.set_values(VALUES)
    form.widget("email").setProperty("text", "ava@")
    form.check()
    card = Card("Client")
    card.body.addWidget(form)
    card.body.addStretch()
    return card


def _dialog() -> Card:
    dialog = Dialog(
        "Archive Ava Nguyen?",
        "Archive",
        explanation="She leaves the lists; her history stays, and you can restore her at any time.",
        parent=None,
    )
    dialog.body.addWidget(Form(FIELDS[:2], FORMATS))
    holder = Card()
    holder.body.setContentsMargins(1, 1, 1, 1)
    holder.body.addWidget(dialog)
    return holder
