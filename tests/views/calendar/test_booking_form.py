"""The booking form in the real window: how it opens, what it proposes and warns of, and that nothing typed is lost."""

from datetime import date, time, timedelta

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from fitwell_desktop.domain.accounts.practice import change_practice
from fitwell_desktop.domain.scheduling.working_hours import WeeklyWindow, set_working_hours
from fitwell_desktop.vocabulary import Weekday
from tests.views.calendar.conftest import THURSDAY, Studio, form_of

FRIDAY = THURSDAY + timedelta(days=1)
K = Qt.Key


def test_dragging_over_free_time_and_choosing_a_client_books(studio: Studio) -> None:
    studio.client("Ava", "Nguyen")
    studio.client("Leo", "Silva")
    studio.drag(studio.point(FRIDAY, "09:01"), studio.point(FRIDAY, "10:29"))
    line = form_of(studio).client
    QTest.keyClicks(line, "sil")
    assert line.offered() == ["Leo Silva"]
    QTest.keyClick(line, K.Key_Return)
    QTest.keyClick(line, K.Key_Return)
    assert studio.wall_times() == ["Fri 09:00–10:30"]
    assert studio.window.toasts.sentence() == "Booked Leo Silva Fri 09:00"
    assert studio.panel.booking.popover is None


def test_the_client_in_hand_is_proposed(studio: Studio) -> None:
    studio.workspace.selection.choose(studio.client("Ava", "Nguyen"))
    studio.drag(studio.point(FRIDAY, "09:01"), studio.point(FRIDAY, "09:45"))
    QTest.keyClick(form_of(studio).client, K.Key_Return)
    assert studio.wall_times() == ["Fri 09:00–09:45"]


def test_arrows_choose_among_namesakes_and_esc_takes_back_a_name_before_it_closes_the_form(studio: Studio) -> None:
    studio.client("Ava", "Nguyen")
    studio.client("Ava", "Patel")
    studio.drag(studio.point(FRIDAY, "09:01"), studio.point(FRIDAY, "09:45"))
    line = form_of(studio).client
    QTest.keyClicks(line, "ava")
    found = line.offer("ava")
    QTest.keyClick(found, K.Key_Down)
    QTest.keyClick(found, K.Key_Return)
    assert line.text() == "Ava Patel"
    line.selectAll()
    QTest.keyClicks(line, "ngu")
    QTest.keyClick(line.offer("ngu"), K.Key_Escape)
    assert (line.text(), line.offered()) == ("Ava Patel", [])
    QTest.keyClick(line, K.Key_Escape)
    assert form_of(studio).client is line, "who was picked is not lost by one Esc"
    QTest.keyClick(line, K.Key_Escape)
    assert studio.panel.booking.popover is None
    assert studio.entries() == []


def test_a_title_that_was_typed_is_not_lost_by_one_esc(studio: Studio) -> None:
    studio.drag(studio.point(FRIDAY, "09:01"), studio.point(FRIDAY, "09:45"))
    form, popover = form_of(studio), studio.panel.booking.popover
    assert popover is not None
    title = form.form.widget("title")
    for text in ("Knee", " test"):
        QTest.keyClicks(title, text)
        assert not popover.foot.isVisible()
        QTest.keyClick(title, K.Key_Escape)
        assert popover.foot.isVisible()
        assert popover.foot.text() == "Press Esc again to throw away what you typed."
        assert popover.rect().contains(popover.foot.geometry())
    assert form.form.values()["title"] == "Knee test"
    QTest.keyClick(title, K.Key_Escape)
    assert studio.panel.booking.popover is None
    assert studio.entries() == []


def click_beside(popover: QWidget) -> None:
    """A click elsewhere, of which the popover is told first."""
    at, left = QPointF(-40, 20), Qt.MouseButton.LeftButton
    where = QPointF(popover.mapToGlobal(at.toPoint()))
    press = QMouseEvent(QEvent.Type.MouseButtonPress, at, where, left, left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(popover, press)


def test_what_was_typed_is_not_lost_by_a_click_beside_the_form(studio: Studio) -> None:
    studio.drag(studio.point(FRIDAY, "09:01"), studio.point(FRIDAY, "09:45"))
    form, popover = form_of(studio), studio.panel.booking.popover
    assert popover is not None
    title = form.form.widget("title")
    QTest.keyClicks(title, "Knee test")
    for _click in range(2):
        click_beside(popover)
        assert popover.isVisible()
        assert popover.foot.text() == "Press Esc to throw away what you typed."
    assert form.form.values()["title"] == "Knee test"
    QTest.keyClick(title, K.Key_Escape)
    assert studio.panel.booking.popover is None


def test_a_name_that_is_being_typed_is_not_lost_by_a_click_beside_the_form(studio: Studio) -> None:
    studio.drag(studio.point(FRIDAY, "09:01"), studio.point(FRIDAY, "09:45"))
    form, popover = form_of(studio), studio.panel.booking.popover
    assert popover is not None
    QTest.keyClicks(form.client, "Zoe")
    click_beside(popover)
    assert popover.isVisible()
    assert form.client.text() == "Zoe"
    popover.close()


def test_a_client_who_was_picked_is_not_lost_by_one_esc_nor_by_a_click_beside_the_form(studio: Studio) -> None:
    studio.client("Zoe", "Lindqvist")
    studio.drag(studio.point(FRIDAY, "09:01"), studio.point(FRIDAY, "09:45"))
    form, popover = form_of(studio), studio.panel.booking.popover
    assert popover is not None
    QTest.keyClicks(form.client, "Zo")
    QTest.keyClick(form.client, K.Key_Return)
    QTest.keyClick(form.client, K.Key_Escape)
    assert popover.isVisible()
    assert popover.foot.text() == "Press Esc again to throw away what you typed."
    click_beside(popover)
    assert popover.isVisible()
    assert form.client.text() == "Zoe Lindqvist"
    QTest.keyClick(form.client, K.Key_Escape)
    assert studio.panel.booking.popover is None


def test_a_form_in_which_nothing_was_typed_closes_by_a_click_beside_it(studio: Studio) -> None:
    studio.workspace.selection.choose(studio.client("Ava", "Nguyen"))
    studio.drag(studio.point(FRIDAY, "09:01"), studio.point(FRIDAY, "09:45"))
    popover = studio.panel.booking.popover
    assert popover is not None
    click_beside(popover)
    assert studio.panel.booking.popover is None


def test_a_form_without_a_client_says_so_and_stays(studio: Studio) -> None:
    studio.drag(studio.point(FRIDAY, "09:01"), studio.point(FRIDAY, "09:45"))
    form = form_of(studio)
    form.confirm()
    assert "Choose a client" in form.form.error()
    assert studio.entries() == []


def test_a_name_that_is_typed_but_not_picked_is_nobody(studio: Studio) -> None:
    studio.workspace.selection.choose(studio.client("Ava", "Nguyen"))
    studio.drag(studio.point(FRIDAY, "09:01"), studio.point(FRIDAY, "09:45"))
    form = form_of(studio)
    QTest.keyClicks(form.client, "Zoe")
    form.confirm()
    assert "Choose a client" in form.form.error()
    assert studio.entries() == []


def test_a_double_click_books_the_practices_usual_length(studio: Studio) -> None:
    studio.store.do(change_practice, "session_minutes", 45)
    studio.settle()
    studio.workspace.selection.choose(studio.client("Ava", "Nguyen"))
    QTest.mouseDClick(studio.panel.board.grid, Qt.MouseButton.LeftButton, pos=studio.point(FRIDAY, "09:20"))
    form_of(studio).confirm()
    assert studio.wall_times() == ["Fri 09:15–10:00"]


def test_a_form_at_a_taken_time_says_who_is_taken(studio: Studio) -> None:
    ava = studio.client("Ava", "Nguyen")
    studio.booked(ava, FRIDAY, "09:00")
    studio.workspace.selection.choose(ava)
    studio.drag(studio.point(FRIDAY, "10:10"), studio.point(FRIDAY, "10:45"))
    form = form_of(studio)
    form.form.set_values({"start": time(9, 30)})
    form.confirm()
    assert "already has “PT session” with Ava Nguyen from 09:00 to 10:00" in form.form.error("start")


def test_a_day_without_its_year_is_the_next_one_in_the_form(studio: Studio) -> None:
    studio.drag(studio.point(FRIDAY, "10:10"), studio.point(FRIDAY, "10:45"))
    line = form_of(studio).form.widget("day")
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(line, "31.3.")
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert form_of(studio).form.values()["day"] == date(2027, 3, 31)


def test_a_warning_is_shown_while_the_form_is_open(studio: Studio) -> None:
    studio.store.do(set_working_hours, studio.trainer, (WeeklyWindow(Weekday.FRIDAY, time(9), time(12)),))
    studio.workspace.selection.choose(studio.client("Ava", "Nguyen"))
    studio.settle()
    studio.drag(studio.point(FRIDAY, "11:31"), studio.point(FRIDAY, "12:30"))
    assert form_of(studio).warning.sentence() == "This is outside of Olivia Owner’s working hours."
