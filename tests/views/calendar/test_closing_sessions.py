"""What becomes of a session is said by keys and by its card, along the allowed steps only; the card saves as one types."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QToolButton, QWidget

from fitwell_desktop.core.database import Session
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.store import command
from fitwell_desktop.domain.scheduling.queries import AppointmentDetails, appointment
from fitwell_desktop.domain.scheduling.statuses import cancel
from fitwell_desktop.domain.scheduling.working_hours import working_hours
from fitwell_desktop.models.accounts import User
from fitwell_desktop.models.clients import HealthHistory
from fitwell_desktop.ui.widgets.buttons import Button
from fitwell_desktop.views.calendar.booking_form import BookingForm
from fitwell_desktop.views.calendar.cancel_dialog import CancelDialog
from fitwell_desktop.views.calendar.details_card import DetailsCard
from fitwell_desktop.views.calendar.hours_dialog import HoursDialog
from fitwell_desktop.views.calendar.reason_dialog import ReasonDialog
from fitwell_desktop.views.calendar.span import View
from fitwell_desktop.vocabulary import AppointmentStatus, CancelledBy, Clearance, Right, UserStatus
from tests import builders
from tests.views.calendar.conftest import THURSDAY, Studio, type_over

K = Qt.Key
FRIDAY = THURSDAY + timedelta(days=1)


@pytest.fixture
def leo(studio: Studio) -> UUID:
    """A session with Leo Silva this morning, under the keyboard."""
    booked = studio.booked(studio.client("Leo", "Silva"), THURSDAY, "09:00")
    studio.panel.board.grid.focus_entry(booked)
    return booked


def shown(studio: Studio, booked: UUID) -> AppointmentDetails:
    found = studio.store.ask(appointment, booked)
    assert found
    return found


def card_of(studio: Studio) -> DetailsCard:
    popover = studio.panel.booking.popover
    assert popover is not None
    assert isinstance(popover.content, DetailsCard)
    return popover.content


@pytest.mark.parametrize(
    ("key", "status", "sentence"),
    [
        (K.Key_F, AppointmentStatus.CONFIRMED, "Confirmed Leo Silva Thu 09:00"),
        (K.Key_C, AppointmentStatus.COMPLETED, "Completed Leo Silva Thu 09:00"),
        (K.Key_N, AppointmentStatus.NO_SHOW, "Leo Silva did not come Thu 09:00"),
    ],
)
def test_a_key_closes_the_session_under_the_keyboard(
    studio: Studio, leo: UUID, key: K, status: AppointmentStatus, sentence: str
) -> None:
    studio.key(key)
    assert shown(studio, leo).entry.status is status
    assert studio.window.toasts.sentence() == sentence


def test_delete_asks_who_cancels_and_why(studio: Studio, leo: UUID) -> None:
    studio.key(K.Key_Delete)
    dialog = studio.panel.findChild(CancelDialog)
    assert dialog is not None
    QTest.keyClicks(dialog.form.widget("reason"), "Ill")
    dialog.confirm()
    details = shown(studio, leo)
    assert (details.cancel_reason, details.cancelled_by) == ("Ill", CancelledBy.CLIENT)


def test_keys_without_a_session_say_what_to_do(studio: Studio) -> None:
    with studio.qtbot.captureExceptions() as raised:
        studio.key(K.Key_C)
    assert isinstance(raised[0][1], UserError)
    assert "Choose a session first" in str(raised[0][1])


def test_who_wants_to_move_a_session_that_is_over_is_told_that_it_stays(studio: Studio, leo: UUID) -> None:
    studio.key(K.Key_C)
    studio.settle()
    with pytest.raises(UserError, match="This session is “Completed” and stays where it is"):
        studio.panel.move_session()
    assert studio.panel.booking.popover is None


def test_a_click_opens_the_card_with_the_steps_that_are_allowed(studio: Studio, leo: UUID) -> None:
    QTest.mouseClick(studio.panel.board.grid, Qt.MouseButton.LeftButton, pos=studio.point(THURSDAY, "09:30"))
    assert list(card_of(studio).steps) == ["Confirm", "Complete", "No-show", "Cancel…"]
    assert studio.workspace.selection.current == shown(studio, leo).entry.client_id
    card_of(studio).steps["Complete"].click()
    assert shown(studio, leo).entry.status is AppointmentStatus.COMPLETED
    assert studio.panel.booking.popover is None


def test_what_has_not_begun_can_not_be_missed(studio: Studio) -> None:
    booked = studio.booked(studio.client("Ava", "Nguyen"), THURSDAY, "17:00")
    studio.panel.booking.show_details(shown(studio, booked).entry)
    assert list(card_of(studio).steps) == ["Confirm", "Cancel…"]


def test_what_is_completed_has_no_further_step(studio: Studio, leo: UUID) -> None:
    studio.key(K.Key_C)
    studio.panel.booking.show_details(shown(studio, leo).entry)
    assert list(card_of(studio).steps) == []
    assert not card_of(studio).form.widget("start").isEnabled()


def test_a_cancelled_session_is_booked_again_from_its_card(studio: Studio, leo: UUID) -> None:
    studio.store.do(cancel, leo, "Ill", CancelledBy.CLIENT)
    studio.panel.booking.show_details(shown(studio, leo).entry)
    card_of(studio).steps["Book again…"].click()
    popover = studio.panel.booking.popover
    assert popover is not None
    assert isinstance(popover.content, BookingForm)
    form = popover.content.form
    form.set_values({"day": THURSDAY + timedelta(days=1)})
    popover.content.confirm()
    assert studio.wall_times() == ["Thu 09:00–10:00", "Fri 09:00–10:00"]


def test_the_card_saves_what_is_typed(studio: Studio, leo: UUID) -> None:
    studio.panel.booking.show_details(shown(studio, leo).entry)
    form = card_of(studio).form
    for name, text in (("title", "Mobility"), ("start", "11:30"), ("minutes", "45")):
        type_over(form.widget(name), text)
    assert studio.wall_times() == ["Thu 11:30–12:15"]
    assert shown(studio, leo).details.title == "Mobility"


def test_notes_are_kept_when_the_card_is_closed_while_typing(studio: Studio, leo: UUID) -> None:
    studio.panel.booking.show_details(shown(studio, leo).entry)
    notes = card_of(studio).form.widget("notes")
    notes.setFocus()
    QTest.keyClicks(notes, "Left knee")
    studio.panel.booking.close()
    assert shown(studio, leo).details.notes == "Left knee"


def test_a_time_that_is_taken_is_refused_beside_the_field(studio: Studio, leo: UUID) -> None:
    studio.booked(studio.client("Ava", "Nguyen"), THURSDAY, "11:00")
    studio.panel.booking.show_details(shown(studio, leo).entry)
    form = card_of(studio).form
    type_over(form.widget("start"), "11:30")
    assert "already has “PT session” with Ava Nguyen" in form.error("start")
    assert studio.wall_times() == ["Thu 09:00–10:00", "Thu 11:00–12:00"]


def test_a_move_that_wants_a_reason_waits_for_it_or_is_put_back(studio: Studio, leo: UUID) -> None:
    client = shown(studio, leo).entry.client_id
    builders.make(studio.store, HealthHistory, client_id=client, medical_clearance=Clearance.REQUIRED)
    studio.panel.booking.show_details(shown(studio, leo).entry)
    form = card_of(studio).form
    type_over(form.widget("day"), "6 Nov 2026")
    assert form.error("reason")
    popover = studio.panel.booking.popover
    assert popover is not None
    studio.qtbot.waitUntil(lambda: popover.height() >= popover.sizeHint().height())
    assert list(form.refused()) == ["day"]
    titles = {one.accessibleName(): one for one in form.findChildren(Button)}
    titles["Put back Why you book all the same"].click()
    assert (form.widget("day").property("text"), form.error("reason")) == ("05/11/2026", "")
    type_over(form.widget("day"), "6 Nov 2026")
    type_over(form.widget("reason"), "Note seen")
    assert studio.wall_times() == ["Fri 09:00–10:00"]
    type_over(form.widget("day"), "5 Nov 2026")
    assert studio.wall_times() == ["Thu 09:00–10:00"]


def test_a_copy_that_wants_a_reason_asks_for_it(studio: Studio, leo: UUID) -> None:
    client = shown(studio, leo).entry.client_id
    builders.make(studio.store, HealthHistory, client_id=client, medical_clearance=Clearance.REQUIRED)
    studio.drag(
        studio.point(THURSDAY, "09:20"),
        studio.point(THURSDAY, "14:20"),
        modifier=Qt.KeyboardModifier.ControlModifier,
    )
    popover = studio.panel.booking.popover
    assert popover is not None
    assert isinstance(popover.content, BookingForm)
    form = popover.content
    assert form.warning.sentence() == "Leo Silva needs a medical clearance first."
    form.confirm()
    assert "Say why you book all the same" in form.form.error("reason")
    QTest.keyClicks(form.form.widget("reason"), "Seen on paper")
    form.confirm()
    assert studio.wall_times() == ["Thu 09:00–10:00", "Thu 14:00–15:00"]


def needs_clearance(studio: Studio) -> None:
    client = studio.piece("Leo Silva").entry.client_id
    builders.make(studio.store, HealthHistory, client_id=client, medical_clearance=Clearance.REQUIRED)
    studio.settle()


def test_a_drag_to_another_day_asks_for_the_reason_as_booking_does(studio: Studio, leo: UUID) -> None:
    needs_clearance(studio)
    studio.drag(studio.point(THURSDAY, "09:20"), studio.point(THURSDAY, "12:20"))
    assert studio.wall_times() == ["Thu 12:00–13:00"], "the same day asks nothing"
    studio.settle()
    studio.drag(studio.point(THURSDAY, "12:20"), studio.point(FRIDAY, "12:20"))
    dialog = studio.panel.findChild(ReasonDialog)
    assert dialog is not None
    assert dialog.warning.sentence() == "Leo Silva needs a medical clearance first."
    dialog.confirm()
    assert "is needed" in dialog.form.error("reason")
    assert studio.wall_times() == ["Thu 12:00–13:00"]
    QTest.keyClicks(dialog.form.widget("reason"), "Doctor phoned")
    dialog.confirm()
    assert studio.wall_times() == ["Fri 12:00–13:00"]


def test_the_card_asks_for_the_reason_too(studio: Studio, leo: UUID) -> None:
    needs_clearance(studio)
    studio.panel.booking.show_details(shown(studio, leo).entry)
    form = card_of(studio).form
    assert not form.widget("reason").isVisible()
    type_over(form.widget("day"), "06/11/2026")
    assert "Say why you book all the same" in form.error("reason")
    assert form.widget("reason").isVisible()
    assert studio.wall_times() == ["Thu 09:00–10:00"]
    type_over(form.widget("reason"), "Doctor phoned")
    assert studio.wall_times() == ["Fri 09:00–10:00"]


def test_a_late_sessions_card_stays_within_the_window(studio: Studio) -> None:
    booked = studio.booked(studio.client("Ava", "Nguyen"), THURSDAY, "21:00")
    studio.window.resize(1100, 760)
    studio.panel.show_item(booked)
    popover = studio.panel.booking.popover
    assert popover is not None
    assert studio.window.geometry().contains(popover.geometry().adjusted(-2, -2, 2, 2))


def test_working_hours_are_typed_and_shade_the_rest(studio: Studio) -> None:
    studio.panel.change_hours()
    dialog = studio.panel.findChild(HoursDialog)
    assert dialog is not None
    monday = dialog.form.widget("MONDAY")
    room = monday.fontMetrics().horizontalAdvance("06:00–12:30, 13:30–20:30")
    assert monday.width() > room + 24, "both stretches of a day can be read"
    QTest.keyClicks(monday, "6-12, 14:30-20")
    dialog.confirm()
    studio.settle()
    opened = [(t.day.weekday(), t.from_minute, t.until_minute) for t in studio.panel.board.grid.content.open_times]
    assert opened == [(0, 360, 720), (0, 870, 1200)]


def test_hours_that_can_not_be_read_are_said_beside_the_day(studio: Studio) -> None:
    studio.panel.change_hours()
    dialog = studio.panel.findChild(HoursDialog)
    assert dialog is not None
    QTest.keyClicks(dialog.form.widget("MONDAY"), "mornings")
    dialog.confirm()
    assert "“mornings” is not from when to when" in dialog.form.error("MONDAY")


@pytest.mark.parametrize("listed", [False, True], ids=["the list shut", "the list open"])
def test_letters_typed_in_a_card_choose_from_its_lists_and_do_nothing_to_the_session(
    studio: Studio, leo: UUID, *, listed: bool
) -> None:
    studio.key(K.Key_Return)
    card, before = card_of(studio), shown(studio, leo).entry
    kind = card.form.widget("kind")
    assert isinstance(kind, QComboBox)
    kind.setFocus()
    if listed:
        kind.showPopup()
    for key in (K.Key_D, K.Key_T, K.Key_N, K.Key_F, K.Key_Delete, K.Key_G, K.Key_C):
        QTest.keyClick(kind.view() if listed else kind, key)
    kind.hidePopup()
    assert shown(studio, leo).entry == before
    assert studio.window.findChild(CancelDialog) is None
    assert studio.panel.view is View.WEEK
    assert studio.panel.booking.popover is not None, "it is open still"


def test_a_popover_gives_the_keyboard_back(studio: Studio, leo: UUID) -> None:
    grid = studio.panel.board.grid
    studio.key(K.Key_Return)
    assert grid.marked
    studio.panel.booking.close()
    studio.qtbot.waitUntil(lambda: QApplication.focusWidget() is grid)
    assert not grid.marked


def test_hours_typed_for_one_trainer_are_kept_while_another_is_looked_at(studio: Studio) -> None:
    tom = builders.trainer(studio.store)
    studio.panel.change_hours()
    dialog = studio.panel.findChild(HoursDialog)
    assert dialog is not None
    first = dialog.trainer.currentText()
    QTest.keyClicks(dialog.form.widget("MONDAY"), "6-12")
    dialog.trainer.setCurrentIndex(1)
    monday = dialog.form.widget("MONDAY")
    assert isinstance(monday, QLineEdit)
    assert monday.text() == "", "which is another one's"
    QTest.keyClicks(monday, "14-20")
    dialog.trainer.setCurrentText(first)
    assert monday.text() == "6-12"
    QTest.keyClick(monday, K.Key_Escape)
    assert dialog.foot.isVisible(), "for both are not kept yet"
    dialog.confirm()
    hours = {who: studio.store.ask(working_hours, who) for who in (studio.trainer, tom)}
    assert [(w.start.hour, w.end.hour) for w in hours[studio.trainer]] == [(6, 12)]
    assert [(w.start.hour, w.end.hour) for w in hours[tom]] == [(14, 20)]


def test_where_there_is_no_trainer_working_hours_say_so(studio: Studio) -> None:
    studio.store.do(let_go, studio.trainer)
    with pytest.raises(UserError, match="Add a trainer first"):
        studio.panel.change_hours()


@command("Let go", needs=Right.PRACTICE)
def let_go(session: Session, user_id: UUID) -> None:
    session.get_one(User, user_id).status = UserStatus.INACTIVE


def test_the_cards_head_says_what_is_kept_after_each_change(studio: Studio, leo: UUID) -> None:
    studio.panel.booking.show_details(shown(studio, leo).entry)
    card = card_of(studio)
    assert card.when.text().startswith("Today · 09:00 – 10:00")
    type_over(card.form.widget("start"), "18:00")
    assert card.when.text().startswith("Today · 18:00 – 19:00")
    card.steps["Confirm"].click()
    assert studio.window.toasts.sentence() == "Confirmed Leo Silva Thu 18:00"


def test_a_day_that_is_corrected_without_its_year_stays_near_the_sessions_own(studio: Studio) -> None:
    august = date(2026, 8, 4)
    late = studio.booked(studio.client("Leo", "Silva"), august, "09:00")
    studio.panel.booking.show_details(shown(studio, late).entry)
    day = card_of(studio).form.widget("day")
    for typed, kept in (("5.8.", date(2026, 8, 5)), ("5.8.27", date(2027, 8, 5)), ("6.8.", date(2027, 8, 6))):
        type_over(day, typed)
        assert shown(studio, late).entry.start.date() == kept


@pytest.mark.parametrize("scale", [100, 150])
def test_days_are_read_whole_in_card_and_form_at_every_size_of_text(studio: Studio, leo: UUID, scale: int) -> None:
    studio.window.theme.choose(scale=scale)
    studio.panel.booking.show_details(shown(studio, leo).entry)
    assert_whole(card_of(studio).form.widget("day"))
    studio.panel.booking.close()
    studio.panel.new()
    popover = studio.panel.booking.popover
    assert popover is not None
    assert isinstance(popover.content, BookingForm)
    assert_whole(popover.content.form.widget("day"))
    popover.close()


def assert_whole(line: QWidget) -> None:
    """There is room for the text beside the icon."""
    assert isinstance(line, QLineEdit)
    QApplication.processEvents()
    icon = line.findChild(QToolButton)
    assert icon is not None
    line.setCursorPosition(0)
    assert line.cursorRect().left() + line.fontMetrics().horizontalAdvance(line.text()) <= icon.x()
