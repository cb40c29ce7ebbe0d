"""One session's card: what is known of it, what can become of it, and its fields, saved as they are typed."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fitwell_desktop.domain.scheduling.choices import Choice
from fitwell_desktop.domain.scheduling.queries import AppointmentDetails, CalendarEntry
from fitwell_desktop.ui.formats import Formats
from fitwell_desktop.ui.painting import grown
from fitwell_desktop.ui.tokens import Tone
from fitwell_desktop.ui.tones import SESSION_TONES
from fitwell_desktop.ui.translation import translated
from fitwell_desktop.ui.widgets.avatar import Avatar
from fitwell_desktop.ui.widgets.banner import Banner
from fitwell_desktop.ui.widgets.buttons import Button, Variant
from fitwell_desktop.ui.widgets.card import row
from fitwell_desktop.ui.widgets.flow import FlowLayout
from fitwell_desktop.ui.widgets.form import Form
from fitwell_desktop.ui.widgets.form_fields import (
    ChoiceField,
    DayField,
    Field,
    LongTextField,
    MinutesField,
    TextField,
    TimeField,
)
from fitwell_desktop.ui.widgets.labels import ElidedLabel, Label
from fitwell_desktop.ui.widgets.pill import Pill
from fitwell_desktop.views.calendar.booking_form import KINDS
from fitwell_desktop.views.calendar.sentences import headline
from fitwell_desktop.views.calendar.steps import steps_from
from fitwell_desktop.views.calendar.work import Work
from fitwell_desktop.vocabulary import AppointmentKind

WIDTH = 380
"""In px at 100 percent text."""
WHEN = ("day", "start", "minutes", "reason")
"""These fields are one move, and kept together."""


class Ways(Struct, frozen=True):
    """Where the card leads: each is called after the card has closed. The last one tells what a move has to answer."""

    cancel: Callable[[CalendarEntry], object]
    book_again: Callable[[], object]
    open_client: Callable[[], object]
    hazards_of_moving: Callable[[CalendarEntry, datetime], tuple[str, ...]]


class DetailsCard(QWidget):
    """Shows a session; `done` says that the card has nothing more to do."""

    done = Signal()

    def __init__(
        self,
        shown: AppointmentDetails,
        rooms: Sequence[Choice],
        work: Work,
        ways: Ways,
        formats: Formats,
        heed: str = "",
    ) -> None:
        super().__init__()
        self.heed = Banner(parent=self)
        self.heed.say(heed, Tone.WARN)
        self._shown, self._work, self._ways, self._formats = shown, work, ways, formats
        self.form = Form(_fields(shown, rooms, self._own_day), formats, columns=2, save=self._save)
        self.form.set_values(_values(shown, formats))
        for name in ("day", "start", "minutes"):
            self.form.widget(name).setEnabled(shown.entry.can_change)
        self.form.show_field("reason", shown=False)
        self.form.show_field("room_id", shown=bool(rooms))
        self.name, self.when = ElidedLabel("", "heading"), ElidedLabel("", "quiet")
        self._tell()
        self.steps = {button.text(): button for button in self._steps()}
        self._arrange()

    def _steps(self) -> Iterator[Button]:
        """A button for each arrow that leads on from the status."""
        work, ways, step = self._work, self._ways, self._step
        buttons: dict[str, tuple[str, Variant, str, Callable[[], object]]] = {
            "session.confirm": (self.tr("Confirm"), "secondary", "check", partial(step, work.confirm)),
            "session.complete": (self.tr("Complete"), "primary", "circle-check", partial(step, work.complete)),
            "session.no_show": (self.tr("No-show"), "secondary", "user-x", partial(step, work.miss)),
            "session.cancel": (self.tr("Cancel…"), "secondary", "calendar-x", partial(step, ways.cancel)),
            "session.book_again": (self.tr("Book again…"), "primary", "calendar-plus", ways.book_again),
        }
        for name in steps_from(self._shown.entry, self._formats.clock.now()):
            text, variant, icon, do = buttons[name]
            yield self._leads(Button(text, variant, icon), do)

    def _step(self, do: Callable[[CalendarEntry], object]) -> None:
        """Do something with the session as it is when the button is pressed."""
        do(self._shown.entry)

    def _leads(self, button: Button, do: Callable[[], object]) -> Button:
        """Let a button close the card, and then do that."""
        button.clicked.connect(self.done)
        button.clicked.connect(lambda: do())  # noqa: PLW0108 -- it would be given Qt's `checked`
        return button

    def focus_day(self) -> None:
        """The keyboard goes to the day: with the fields after it, that is where a session is moved."""
        self.form.widget("day").setFocus(Qt.FocusReason.TabFocusReason)

    def _own_day(self) -> date:
        """The day on which the session is kept now: one that corrects it lies near it, be it long over."""
        return self._formats.local(self._shown.entry.start).date()

    def _save(self, name: str, value: Any) -> None:
        """Keep one field: when it takes place is a move, all else is a detail."""
        self._shown = self._kept(name, value)
        self._tell()

    def _kept(self, name: str, value: Any) -> AppointmentDetails:
        entry, details = self._shown.entry, self._shown.details
        if name in WHEN:
            values = self.form.values()
            start, minutes = self._work.moment(values["day"], values["start"]), values["minutes"]
            self.form.show_field("reason", shown=bool(self._ways.hazards_of_moving(entry, start)))
            self._put(start, minutes, values["reason"])
            self.form.set_values({name: values[name] for name in WHEN})
            return replace(self._shown, entry=replace(entry, start=start, end=start + timedelta(minutes=minutes)))
        details = replace(details, **{name: value})
        self._work.describe(entry, details)
        told = replace(entry, title=details.title, kind=details.kind)
        return replace(self._shown, entry=told, details=details)

    def _put(self, start: datetime, minutes: int, reason: str) -> None:
        entry = self._shown.entry
        if minutes != entry.minutes:
            self._work.resize(entry, start, minutes, reason)
        else:
            self._work.move(entry, start, reason=reason)

    def _arrange(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(12, 10, 12, 10)
        outer.setSpacing(12)
        outer.addLayout(self._head())
        outer.addWidget(self.heed)
        for sentence in self._told():
            outer.addWidget(Label(sentence, "hint", wrap=True))
        steps = FlowLayout()
        for button in self.steps.values():
            steps.addWidget(button)
        if self._shown.entry.client_id:
            steps.addWidget(self._leads(Button(self.tr("Open client"), "ghost", "user"), self._ways.open_client))
        outer.addLayout(steps)
        outer.addWidget(self.form)
        self.setFixedWidth(grown(self, WIDTH))

    def _head(self) -> QHBoxLayout:
        entry = self._shown.entry
        pill = Pill(entry.status.label, SESSION_TONES[entry.status])
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addLayout(row(self.name, pill, 1))
        words.addWidget(self.when)
        line = row(Avatar(headline(entry), 40), spacing=12)
        line.addLayout(words, 1)
        return line

    def _tell(self) -> None:
        """Say who comes, and when, as it is kept now."""
        entry, formats = self._shown.entry, self._formats
        day = formats.near_day(formats.local(entry.start).date())
        self.name.setText(headline(entry))
        self.when.setText(f"{day} · {formats.span(entry.start, entry.end)} · {self._shown.trainer_name}")

    def _told(self) -> Iterator[str]:
        shown = self._shown
        if shown.cancelled_by:
            late = self.tr(", too late for the policy") if shown.is_late_cancellation else ""
            reason = f": {shown.cancel_reason}" if shown.cancel_reason else "."
            yield self.tr("Cancelled by the {0}{1}{2}").format(shown.cancelled_by.label.lower(), late, reason)
        if shown.moved_from:
            yield self.tr("In place of {0}.").format(self._formats.moment(shown.moved_from))


def _fields(shown: AppointmentDetails, rooms: Sequence[Choice], own_day: Callable[[], date]) -> list[Field]:
    group = shown.entry.kind is AppointmentKind.GROUP
    kinds = [AppointmentKind.GROUP] if group else KINDS
    return [
        DayField(name="day", title=translated("Day"), required=True, lean=own_day),
        TimeField(name="start", title=translated("Starts"), required=True),
        MinutesField(name="minutes", title=translated("Length"), required=True),
        ChoiceField(
            name="kind", title=translated("Kind"), choices=[(kind, kind.label) for kind in kinds], required=True
        ),
        TextField(name="title", title=translated("Title"), example=translated("PT session")),
        TextField(name="location", title=translated("Place"), example=translated("Studio A")),
        TextField(
            name="reason",
            title=translated("Why you book all the same"),
            example=translated("Doctor’s note seen on paper"),
            wide=True,
        ),
        ChoiceField(
            name="room_id", title=translated("Room"), choices=[(room.id, room.name) for room in rooms], wide=True
        ),
        LongTextField(name="notes", title=translated("Notes"), lines=3),
    ]


def _values(shown: AppointmentDetails, formats: Formats) -> dict[str, Any]:
    local, details = formats.local(shown.entry.start), shown.details
    return {
        "day": local.date(),
        "start": local.time(),
        "minutes": shown.entry.minutes,
        "title": details.title,
        "kind": details.kind,
        "location": details.location,
        "room_id": details.room_id,
        "notes": details.notes,
    }
