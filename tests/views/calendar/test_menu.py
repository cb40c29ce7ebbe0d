"""What the menu of a place in the grid offers is what its card and its keys do."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from fitwell_desktop.domain.scheduling.queries import AppointmentDetails, appointment
from fitwell_desktop.domain.scheduling.statuses import cancel
from fitwell_desktop.ui.widgets.menu import Menu
from fitwell_desktop.views.calendar.booking_form import BookingForm
from fitwell_desktop.views.calendar.cancel_dialog import CancelDialog
from fitwell_desktop.views.calendar.details_card import DetailsCard
from fitwell_desktop.vocabulary import AppointmentStatus, CancelledBy
from tests import builders
from tests.views.calendar.conftest import THURSDAY, Studio, berlin

FRIDAY = THURSDAY + timedelta(days=1)


@pytest.fixture
def leo(studio: Studio) -> UUID:
    """A session with Leo Silva this morning."""
    return studio.booked(studio.client("Leo", "Silva"), THURSDAY, "09:00")


def ask_at(studio: Studio, at: QPoint) -> None:
    """Click there with the right button."""
    grid = studio.panel.board.grid
    QTest.mouseClick(grid, Qt.MouseButton.RightButton, pos=at)
    QApplication.sendEvent(grid, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, grid.mapToGlobal(at)))


def asked_at(studio: Studio, at: QPoint) -> Menu:
    """The menu that a right click there opens."""
    ask_at(studio, at)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, Menu)
    return menu


def offered(menu: Menu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def seen(studio: Studio) -> QRect:
    """The part of the grid that is in sight."""
    return studio.panel.board.grid.visibleRegion().boundingRect()


def is_at_the_place(menu: Menu, studio: Studio) -> bool:
    """Whether a menu is open at the keyboard's place."""
    grid = studio.panel.board.grid
    area = grid.cursor_area()
    return menu.geometry().intersects(QRect(grid.mapToGlobal(area.topLeft()), area.size()))


def choose(menu: Menu, text: str) -> None:
    """Click what the menu calls so."""
    (action,) = (action for action in menu.actions() if action.text() == text)
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())


def shown(studio: Studio, booked: UUID) -> AppointmentDetails:
    found = studio.store.ask(appointment, booked)
    assert found
    return found


def content_of(studio: Studio) -> QWidget:
    popover = studio.panel.booking.popover
    assert popover is not None
    return popover.content


def test_a_sessions_menu_offers_what_its_card_and_keys_do(studio: Studio, leo: UUID) -> None:
    menu = asked_at(studio, studio.point(THURSDAY, "09:30"))
    steps = ["Confirm session", "Complete session", "Mark as no-show", "Cancel session…"]
    assert offered(menu) == ["Open session", "Move session…", *steps, "Open client of session"]
    choose(menu, "Complete session")
    assert shown(studio, leo).entry.status is AppointmentStatus.COMPLETED
    assert studio.window.toasts.sentence() == "Completed Leo Silva Thu 09:00"


def test_only_the_steps_that_are_allowed_are_offered(studio: Studio, leo: UUID) -> None:
    studio.booked(studio.client("Ava", "Nguyen"), THURSDAY, "17:00")
    menu = asked_at(studio, studio.point(THURSDAY, "17:30"))
    assert "Complete session" not in offered(menu)
    menu.close()
    studio.store.do(cancel, leo, "Ill", CancelledBy.CLIENT)
    studio.settle()
    menu = asked_at(studio, studio.point(THURSDAY, "09:30"))
    assert offered(menu) == ["Open session", "Book again…", "Open client of session"]
    choose(menu, "Book again…")
    form = content_of(studio)
    assert isinstance(form, BookingForm)
    form.form.set_values({"day": FRIDAY})
    form.confirm()
    assert studio.wall_times() == ["Thu 09:00–10:00", "Thu 17:00–18:00", "Fri 09:00–10:00"]


def test_a_session_is_opened_moved_and_cancelled_from_its_menu(studio: Studio, leo: UUID) -> None:
    choose(asked_at(studio, studio.point(THURSDAY, "09:30")), "Open session")
    assert isinstance(content_of(studio), DetailsCard)
    studio.panel.booking.close()
    choose(asked_at(studio, studio.point(THURSDAY, "09:30")), "Move session…")
    card = content_of(studio)
    assert isinstance(card, DetailsCard)
    assert card.form.widget("day").hasFocus()
    studio.panel.booking.close()
    choose(asked_at(studio, studio.point(THURSDAY, "09:30")), "Cancel session…")
    dialog = studio.panel.findChild(CancelDialog)
    assert dialog is not None
    dialog.reject()


def test_the_keyboard_asks_for_the_session_under_the_keyboard(studio: Studio, leo: UUID) -> None:
    grid = studio.panel.board.grid
    grid.focus_entry(leo)
    QTest.keyClick(grid, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, Menu)
    assert offered(menu)[0] == "Open session"
    assert is_at_the_place(menu, studio)
    menu.close()


def test_the_keyboards_menu_opens_beside_its_place_though_that_was_scrolled_away(studio: Studio, leo: UUID) -> None:
    board = studio.panel.board
    for _step in range(4):
        studio.panel.larger()
    board.grid.focus_entry(leo)
    bar = board.area.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert not seen(studio).intersects(board.grid.cursor_area()), "it is out of sight"
    QTest.keyClick(board.grid, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, Menu)
    assert seen(studio).contains(board.grid.cursor_area())
    assert is_at_the_place(menu, studio)
    menu.close()


def test_a_right_click_in_a_marked_stretch_leaves_it_marked(studio: Studio, leo: UUID) -> None:
    studio.panel.board.grid.focus_slot(FRIDAY, 9 * 60, 120)
    choose(asked_at(studio, studio.point(FRIDAY, "10:20")), "New session here…")
    form = content_of(studio)
    assert isinstance(form, BookingForm)
    values = form.form.values()
    assert (values["day"], f"{values['start']:%H:%M}", values["minutes"]) == (FRIDAY, "09:00", 120)


@pytest.mark.parametrize(("day", "wall"), [(FRIDAY, "11:10"), (THURSDAY, "10:20")])
def test_a_right_click_beside_a_marked_stretch_is_about_where_it_was(studio: Studio, day: date, wall: str) -> None:
    grid = studio.panel.board.grid
    grid.focus_slot(FRIDAY, 9 * 60, 120)
    asked_at(studio, studio.point(day, wall)).close()
    assert grid.grid.lanes[grid.cursor_at.lane].day == day
    assert grid.cursor_at.begin // 60 == int(wall[:2])


def test_an_empty_place_offers_a_session_there(studio: Studio, leo: UUID) -> None:
    menu = asked_at(studio, studio.point(FRIDAY, "14:10"))
    assert offered(menu) == ["New session here…", "Book in words", "Working hours…"]
    choose(menu, "New session here…")
    form = content_of(studio)
    assert isinstance(form, BookingForm)
    values = form.form.values()
    assert (values["day"], f"{values['start']:%H:%M}", values["minutes"]) == (FRIDAY, "14:00", 60)


def test_who_may_only_look_is_offered_nothing_that_changes(onlooker: Studio) -> None:
    ava, start = onlooker.client("Ava", "Nguyen"), berlin(THURSDAY, "09:00")
    builders.appointment(onlooker.store, client_id=ava, scheduled_start=start, scheduled_end=start + timedelta(hours=1))
    onlooker.panel.refresh_now()
    menu = asked_at(onlooker, onlooker.point(THURSDAY, "09:30"))
    assert offered(menu) == ["Open session", "Open client of session"]
    menu.close()
    ask_at(onlooker, onlooker.point(FRIDAY, "14:10"))
    assert QApplication.activePopupWidget() is None, "there is nothing to offer"
