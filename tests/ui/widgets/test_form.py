"""A form checks fields when they are left, says what is wrong beside them, and keeps what can't be saved in sight."""

from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.ui.formats import Formats
from fitwell_desktop.ui.theme import Theme
from fitwell_desktop.ui.widgets import form_fields as f
from fitwell_desktop.ui.widgets.buttons import Button
from fitwell_desktop.ui.widgets.form import Form

FIELDS = [
    f.TextField(name="name", title="Name", required=True),
    f.EmailField(name="email", title="Email"),
    f.PhoneField(name="phone", title="Phone"),
    f.DayField(name="born_on", title="Born"),
    f.TimeField(name="starts", title="Starts"),
    f.MinutesField(name="minutes", title="Length"),
    f.NumberField(name="seats", title="Seats", least=1, most=20),
    f.WeightField(name="weight", title="Weight"),
    f.LengthField(name="height", title="Height"),
    f.MoneyField(name="price", title="Price"),
    f.PercentField(name="tax", title="Tax"),
    f.ChoiceField(name="state", title="State", choices=[("on", "Active"), ("off", "Paused")]),
    f.CheckField(name="news", title="Send news"),
    f.TagsField(name="tags", title="Tags", known=["rehab"]),
    f.LongTextField(name="notes", title="Notes"),
]
KEPT: dict[str, Any] = {
    "name": "Ava Nguyen",
    "email": "ava@example.com",
    "phone": "+442079460958",
    "born_on": date(1990, 4, 1),
    "starts": time(17, 30),
    "minutes": 45,
    "seats": 8,
    "weight": Decimal("62.5"),
    "height": Decimal(172),
    "price": 4990,
    "tax": Decimal(19),
    "state": "off",
    "news": True,
    "tags": ["rehab", "early"],
    "notes": "Left knee.\nNo jumps.",
}


@pytest.fixture
def form(qtbot: QtBot, theme: Theme, formats: Formats) -> Form:
    made = Form(FIELDS, formats, columns=2)
    qtbot.addWidget(made)
    made.show()
    return made


def test_zero_is_a_value_where_one_is_needed(qtbot: QtBot, formats: Formats) -> None:
    form = Form([f.NumberField(name="days", title="Due after", unit="days", required=True)], formats)
    qtbot.addWidget(form)
    write(form, "days", "0")
    assert form.check()
    assert form.values() == {"days": 0}
    write(form, "days", "")
    assert not form.check()
    assert form.error("days") == "Due after is needed."


def write(form: Form, name: str, text: str) -> None:
    """Type into a field and leave it."""
    widget = form.widget(name)
    assert isinstance(widget, QLineEdit)
    widget.setFocus()
    widget.selectAll()
    if text:
        QTest.keyClicks(widget, text)
    else:
        QTest.keyClick(widget, Qt.Key.Key_Delete)
    QTest.keyClick(widget, Qt.Key.Key_Return)


def test_every_kind_of_field_gives_back_what_it_was_given(form: Form) -> None:
    form.set_values(KEPT)
    assert form.values() == KEPT
    assert not form.is_dirty()


def test_a_form_knows_what_was_typed_from_what_it_was_given(form: Form) -> None:
    form.set_values(KEPT | {"weight": Decimal("62.4999"), "notes": "Left knee.\n"})
    assert form.is_dirty(), "for these read back otherwise"
    assert not form.was_typed_in()
    write(form, "name", "Ava")
    assert form.was_typed_in()
    form.set_values({"name": "Ava"})
    assert not form.was_typed_in(), "for it is kept"


def test_an_empty_form_has_empty_values(form: Form) -> None:
    write(form, "name", "Ava")
    assert {name: value for name, value in form.values().items() if value} == {"name": "Ava"}


def test_what_is_typed_is_read_and_written_the_house_way(form: Form) -> None:
    for name, text in {"price": "49,9", "born_on": "1 apr 90", "weight": "62,5 kg", "tax": "19 %"}.items():
        write(form, name, text)
    shown = {name: form.widget(name).property("text") for name in ("price", "born_on", "weight", "tax")}
    assert shown == {"price": "€49.90", "born_on": "01/04/1990", "weight": "62.5 kg", "tax": "19"}


@pytest.mark.parametrize(
    ("name", "text", "hint"),
    [
        ("email", "ava@", "name@example.com"),
        ("seats", "21", "at most 20"),
        ("seats", "2.5", "whole number"),
        ("price", "-5", "less than nothing"),
        ("born_on", "someday", "Type it like"),
    ],
)
def test_what_is_wrong_is_said_beside_the_field_when_it_is_left(form: Form, name: str, text: str, hint: str) -> None:
    write(form, name, text)
    assert hint in form.error(name)
    write(form, name, "")
    assert form.error(name) == ""


def test_a_form_that_lacks_what_it_needs_is_not_submitted(form: Form) -> None:
    done: list[object] = []
    assert not form.submit(done.append)
    assert (done, form.error("name")) == ([], "Name is needed.")
    assert form.widget("name").hasFocus()


def test_a_refusal_stands_beside_the_field_that_it_names_else_at_the_top(form: Form) -> None:
    def refuse(sentence: str, field: str) -> None:
        raise UserError(sentence, field=field)

    form.set_values(KEPT)
    assert not form.submit(lambda _values: refuse("Ava has this address already.", "email"))
    assert form.error("email") == "Ava has this address already."
    assert not form.submit(lambda _values: refuse("The practice is locked.", ""))
    assert form.error() == "The practice is locked."
    assert form.submit(lambda _values: None)
    assert form.error() == ""


def test_a_form_knows_when_it_is_dirty(form: Form, qtbot: QtBot) -> None:
    form.set_values(KEPT)
    with qtbot.waitSignal(form.dirty_changed, check_params_cb=bool):
        write(form, "name", "Ava N")
    assert form.changes() == {"name": "Ava N"}
    assert form.submit(lambda _values: None)
    assert not form.is_dirty()


def test_a_form_saved_as_it_is_typed_saves_each_field_once_when_it_is_left(
    qtbot: QtBot, theme: Theme, formats: Formats
) -> None:
    saved: list[tuple[str, object]] = []
    form = Form(FIELDS, formats, save=lambda name, value: saved.append((name, value)))
    qtbot.addWidget(form)
    form.show()
    form.set_values(KEPT)
    write(form, "seats", "9")
    write(form, "seats", "9")
    write(form, "seats", "many")
    write(form, "email", "ava@example.org")
    assert saved == [("seats", 9), ("email", "ava@example.org")]
    assert "not a number" in form.error("seats")


def test_a_save_that_is_refused_stands_beside_its_field_and_stays_unsaved(
    qtbot: QtBot, theme: Theme, formats: Formats
) -> None:
    def refuse(name: str, value: object) -> None:
        raise UserError("This address is taken.")

    form = Form(FIELDS, formats, save=refuse)
    qtbot.addWidget(form)
    form.set_values(KEPT)
    write(form, "email", "mia@example.com")
    assert form.error("email") == "This address is taken."
    assert form.changes() == {"email": "mia@example.com"}


def test_a_reload_does_not_take_away_what_is_being_typed(form: Form, qtbot: QtBot) -> None:
    form.set_values(KEPT)
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    widget = form.widget("name")
    widget.setFocus()
    QTest.keyClicks(widget, "!")
    form.set_values(KEPT | {"seats": 9})
    assert widget.property("text").count("!") == 1
    assert form.widget("seats").property("text") == "9"


def test_a_reload_does_not_take_away_what_was_refused(qtbot: QtBot, theme: Theme, formats: Formats) -> None:
    form = Form(FIELDS, formats, save=lambda _name, _value: None)
    qtbot.addWidget(form)
    form.show()
    form.set_values(KEPT)
    write(form, "seats", "many")
    form.set_values(KEPT | {"seats": 9, "email": "ava@example.org"})
    assert form.widget("seats").property("text") == "many"
    assert "not a number" in form.error("seats")
    assert form.widget("email").property("text") == "ava@example.org"
    form.show_refused({})
    assert form.widget("seats").property("text") == "9", "what is kept by now"
    assert not form.refused()


class Booking:
    """A form that is saved as it is typed, and keeps its length only with a reason."""

    def __init__(self, qtbot: QtBot, formats: Formats) -> None:
        self.kept: dict[str, Any] = {"minutes": 45, "seats": 8, "name": ""}
        fields = [
            f.MinutesField(name="minutes", title="Length"),
            f.NumberField(name="seats", title="Seats"),
            f.TextField(name="name", title="Reason"),
        ]
        self.form = Form(fields, formats, save=self.save)
        qtbot.addWidget(self.form)
        self.form.show()
        self.form.activateWindow()
        qtbot.waitUntil(self.form.isActiveWindow)
        self.form.set_values(self.kept)

    def save(self, name: str, value: object) -> None:
        typed = self.form.values() | {name: value}
        if typed["minutes"] != self.kept["minutes"] and not typed["name"]:
            raise UserError("Type the reason.", field="name")
        self.kept[name] = value

    def reads(self, name: str) -> str:
        return str(self.form.widget(name).property("text"))

    def put_back(self, title: str) -> Button:
        return next(one for one in self.form.findChildren(Button) if one.accessibleName() == f"Put back {title}")


@pytest.fixture
def booking(qtbot: QtBot, theme: Theme, formats: Formats) -> Booking:
    return Booking(qtbot, formats)


def test_what_was_refused_because_of_another_field_is_marked_and_put_back_there(booking: Booking) -> None:
    form = booking.form
    write(form, "minutes", "60")
    assert (form.error("name"), form.error("minutes")) == ("Type the reason.", "")
    assert form.widget("minutes").property("wrong") == "true"
    assert {name: one.typed for name, one in form.refused().items()} == {"minutes": "1 h"}
    form.set_values({"minutes": 45, "seats": 9, "name": ""})
    assert (booking.reads("minutes"), form.error("name")) == ("1 h", "Type the reason."), "a reload leaves it"
    booking.put_back("Reason").click()
    assert (booking.reads("minutes"), form.error("name"), form.refused()) == ("45 min", "", {})
    assert form.widget("minutes").property("wrong") == "false"


def test_what_was_refused_because_of_another_field_is_kept_when_that_is_mended(booking: Booking) -> None:
    form = booking.form
    write(form, "minutes", "60")
    write(form, "name", "Late")
    assert booking.kept == {"minutes": 60, "seats": 8, "name": "Late"}
    assert not form.error("name")
    assert not form.is_dirty()


def test_a_field_that_is_left_empty_again_goes_on_saying_what_it_is_needed_for(booking: Booking) -> None:
    form = booking.form
    write(form, "minutes", "60")
    write(form, "name", "")
    assert form.error("name") == "Type the reason."
    assert list(form.refused()) == ["minutes"]
    write(form, "minutes", "45")
    assert (form.error("name"), form.refused()) == ("", {}), "there is nothing that wants a reason"


def test_what_is_wrong_in_one_field_marks_the_next_that_is_not_kept_for_it(booking: Booking) -> None:
    form = booking.form
    write(form, "seats", "many")
    write(form, "name", "Late")
    assert list(form.refused()) == ["seats", "name"]
    write(form, "name", "")
    assert form.widget("name").property("wrong") == "false"
    assert "not a number" in form.error("seats")
    write(form, "name", "Late")
    write(form, "seats", "9")
    assert booking.kept == {"minutes": 45, "seats": 9, "name": "Late"}
    assert not form.refused()


def test_the_way_back_is_next_for_the_keyboard_and_leads_to_its_field(booking: Booking) -> None:
    form = booking.form
    write(form, "minutes", "long")
    QTest.keyClick(form.widget("minutes"), Qt.Key.Key_Tab)
    way_back = booking.put_back("Length")
    assert way_back.hasFocus()
    QTest.keyClick(way_back, Qt.Key.Key_Space)
    assert form.widget("minutes").hasFocus()
    assert (booking.reads("minutes"), way_back.isVisible()) == ("45 min", False)
