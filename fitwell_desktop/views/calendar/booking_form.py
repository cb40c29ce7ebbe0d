"""The form that books a session: who, when, how long, with whom; warns before, and says why when it can't be."""

from collections.abc import Callable, Sequence
from datetime import date, time
from typing import Any
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.domain.accounts.client_search import ClientChoice
from fitwell_desktop.domain.accounts.queries import Trainer
from fitwell_desktop.domain.scheduling.choices import Choice
from fitwell_desktop.domain.scheduling.details import PLAIN, Details
from fitwell_desktop.domain.scheduling.safety import BookingWarning
from fitwell_desktop.ui.days import Lean
from fitwell_desktop.ui.formats import Formats
from fitwell_desktop.ui.painting import grown
from fitwell_desktop.ui.tokens import Tone
from fitwell_desktop.ui.translation import translated
from fitwell_desktop.ui.widgets.banner import Banner
from fitwell_desktop.ui.widgets.buttons import Button
from fitwell_desktop.ui.widgets.card import row
from fitwell_desktop.ui.widgets.form import Form
from fitwell_desktop.ui.widgets.form_fields import ChoiceField, DayField, Field, MinutesField, TextField, TimeField
from fitwell_desktop.ui.widgets.labels import Label
from fitwell_desktop.ui.widgets.picker import Picker
from fitwell_desktop.vocabulary import AppointmentKind

KINDS = [kind for kind in AppointmentKind if kind is not AppointmentKind.GROUP]
WIDTH = 372
"""In px at 100 percent text."""


class Proposal(Struct, frozen=True):
    """What the form begins with, and what it ends with when the user agrees."""

    trainer_id: UUID
    day: date
    at: time
    minutes: int
    client: ClientChoice | None = None
    details: Details = PLAIN
    reason: str = ""


class Choices(Struct, frozen=True):
    """What there is to choose from, and who answers."""

    trainers: Sequence[Trainer]
    rooms: Sequence[Choice]
    find: Callable[[str], Sequence[ClientChoice]]
    warn: Callable[[Proposal], Sequence[BookingWarning]]


class BookingForm(QWidget):
    """`book` is given the proposal as the user left it; what it refuses is said in the form."""

    done = Signal()

    def __init__(
        self, proposal: Proposal, choices: Choices, formats: Formats, book: Callable[[Proposal], object]
    ) -> None:
        super().__init__()
        self._proposal, self._choices, self._book = proposal, choices, book
        self.client = Picker(self.tr("Client"), self._found, self.tr("Client’s name"), avatars=True)
        self.form = Form(_fields(choices), formats, columns=2)
        self.warning = Banner()
        self.submit = Button(self.tr("Book session"), "primary")
        cancel = Button(self.tr("Cancel"))
        cancel.clicked.connect(self.done)
        self.submit.clicked.connect(self.confirm)
        self._arrange(cancel)
        self.form.set_values(_values(proposal))
        self.form.show_field("reason", shown=False)
        if proposal.client:
            self.client.set_value(proposal.client.id, proposal.client.name)
        self.client.picked.connect(lambda _id: self._warn())
        self.form.edited.connect(lambda _name, _value: self._warn())
        self._warn()

    def confirm(self) -> None:
        """Book, and be done when that went well."""
        if self.form.submit(self._try):
            self.done.emit()
        else:
            self.window().adjustSize()  # there is a sentence more to show

    def was_typed_in(self) -> bool:
        """Whether the user changed something: a field, who is picked, or a name that nobody was picked for yet."""
        named_nobody = bool(self.client.text()) and self.client.named() is None
        return self.form.was_typed_in() or named_nobody or self._client() != self._proposal.client

    def focus_first(self) -> None:
        """The keyboard goes to the client's name: typing replaces it, Enter books."""
        self.client.setFocus(Qt.FocusReason.TabFocusReason)
        self.client.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.confirm()
        else:
            super().keyPressEvent(event)

    def _found(self, words: str) -> list[tuple[UUID, str, str]]:
        return [(choice.id, choice.name, "") for choice in self._choices.find(words)]

    def _client(self) -> ClientChoice | None:
        """Who is picked, while that name still stands in the field."""
        named = self.client.named()
        return ClientChoice(named, self.client.text()) if named else None

    def _try(self, values: dict[str, Any]) -> None:
        if self._client() is None:
            raise UserError(
                self.tr("Choose a client: type a part of the name, and Enter takes the one that is marked.")
            )
        self._book(self._made(values))

    def _made(self, values: dict[str, Any]) -> Proposal:
        return Proposal(
            trainer_id=values["trainer_id"],
            day=values["day"],
            at=values["start"],
            minutes=values["minutes"],
            client=self._client(),
            details=replace(
                self._proposal.details,
                kind=values["kind"],
                title=values["title"],
                room_id=values["room_id"],
                location=values["location"],
            ),
            reason=values["reason"],
        )

    def _warn(self) -> None:
        """Say what should be known of who and when stand in the form now."""
        found: Sequence[BookingWarning] = ()
        if self._client() and self.form.check():
            found = self._choices.warn(self._made(self.form.values()))
        self.warning.say(" ".join(warning.sentence for warning in found), Tone.WARN)
        self.form.show_field("reason", shown=any(warning.wants_reason for warning in found))
        self.form.show_field("room_id", shown=bool(self._choices.rooms))
        self.form.show_field("trainer_id", shown=len(self._choices.trainers) > 1)
        self.window().adjustSize()

    def _arrange(self, cancel: Button) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(10)
        column.addWidget(Label(self.tr("New session"), "heading"))
        for part in (self.client, self.warning, self.form):
            column.addWidget(part)
        column.addLayout(row(1, cancel, self.submit))
        self.setFixedWidth(grown(self, WIDTH))


def _fields(choices: Choices) -> list[Field]:
    kinds = [(kind, kind.label) for kind in KINDS]
    return [
        DayField(name="day", title=translated("Day"), required=True, lean=Lean.AHEAD_OR_JUST_OVER),
        TimeField(name="start", title=translated("Starts"), required=True),
        MinutesField(name="minutes", title=translated("Length"), required=True),
        ChoiceField(name="kind", title=translated("Kind"), choices=kinds, required=True),
        TextField(name="title", title=translated("Title"), example=translated("PT session")),
        TextField(name="location", title=translated("Place"), example=translated("Studio A")),
        # Room is first, and alone fills its row: where there is one trainer, none is asked for.
        ChoiceField(
            name="room_id",
            title=translated("Room"),
            choices=[(room.id, room.name) for room in choices.rooms],
            wide=len(choices.trainers) == 1 or not choices.rooms,
        ),
        ChoiceField(
            name="trainer_id",
            title=translated("Trainer"),
            choices=[(trainer.id, trainer.name) for trainer in choices.trainers],
            required=True,
            wide=not choices.rooms,
        ),
        TextField(
            name="reason",
            title=translated("Why you book all the same"),
            example=translated("Doctor’s note seen on paper"),
            wide=True,
        ),
    ]


def _values(proposal: Proposal) -> dict[str, Any]:
    return {
        "day": proposal.day,
        "start": proposal.at,
        "minutes": proposal.minutes,
        "kind": proposal.details.kind,
        "title": proposal.details.title,
        "location": proposal.details.location,
        "trainer_id": proposal.trainer_id,
        "room_id": proposal.details.room_id,
    }
