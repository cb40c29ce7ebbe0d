"""The Today panel: the day, who needs something and why, and what was done, through real widgets."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fitwell_desktop.core.clock import FixedClock
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.domain.billing.amounts import InvoiceLine
from fitwell_desktop.domain.billing.commands import draft_invoice, send_invoice
from fitwell_desktop.domain.billing.overdue import mark_overdue
from fitwell_desktop.domain.clients.commands import create_client
from fitwell_desktop.domain.clients.import_rows import NewClient
from fitwell_desktop.domain.clients.importing import import_clients
from fitwell_desktop.domain.clients.limitations import add_limitation
from fitwell_desktop.ui.widgets.menu import Menu
from fitwell_desktop.ui.workspace import Workspace
from fitwell_desktop.views.today.panel import TodayPanel
from fitwell_desktop.views.today.whole_list import WholeList
from fitwell_desktop.views.today.wording import why
from fitwell_desktop.vocabulary import AppointmentStatus, Right
from tests import builders
from tests.checked_store import CheckedStore
from tests.views.one_panel import one_panel, panel_of, settle

HOUR = timedelta(hours=1)


@pytest.fixture
def workspace(qtbot: QtBot, checked_store: CheckedStore, clock: FixedClock, tmp_path: Path) -> Iterator[Workspace]:
    """Monday, 2 March 2026, 09:30 in Berlin."""
    builders.practice(checked_store)
    with one_panel(qtbot, checked_store, clock, tmp_path, "today") as workspace:
        yield workspace


@pytest.fixture
def panel(workspace: Workspace, qtbot: QtBot) -> TodayPanel:
    panel = panel_of(workspace, "today")
    assert isinstance(panel, TodayPanel)
    settle(qtbot, panel)
    return panel


def lines(rows: WholeList) -> list[str]:
    """The first lines of all rows."""
    (column,) = rows.rows_model.columns
    return [column.shown(row) for row in rows.rows_model.rows()]


def booked(workspace: Workspace, first_name: str, in_hours: float, **values: object) -> UUID:
    client_id = builders.client(workspace.store, first_name=first_name, last_name="Berg")
    start = workspace.clock.now() + in_hours * HOUR
    return builders.appointment(
        workspace.store, client_id=client_id, scheduled_start=start, scheduled_end=start + HOUR, **values
    )


def status_of(workspace: Workspace, panel: TodayPanel, at: int) -> AppointmentStatus:
    status = panel.sessions.list.rows_model.rows()[at].status
    assert isinstance(status, AppointmentStatus)
    return status


def test_an_empty_practice_is_told_that_nothing_waits(panel: TodayPanel) -> None:
    assert panel.sessions.empty.isVisible()
    assert panel.nothing.isVisible()
    assert panel.day.text() == "Mon 2 Mar"


def test_the_days_sessions_stand_in_the_order_of_their_times(
    workspace: Workspace, panel: TodayPanel, qtbot: QtBot
) -> None:
    booked(workspace, "Cleo", 4)
    booked(workspace, "Ava", 1)
    booked(workspace, "Ben", 2, status=AppointmentStatus.CANCELLED)
    booked(workspace, "Tomorrow", 24)
    settle(qtbot, panel)
    assert [line.split()[1] for line in lines(panel.sessions.list)] == ["Ava", "Cleo"]
    assert panel.figures.today.accessibleName().startswith("Sessions today: 0 / 2")


def test_a_session_is_completed_with_a_key_and_taken_back_with_undo(
    workspace: Workspace, panel: TodayPanel, qtbot: QtBot
) -> None:
    booked(workspace, "Ava", -1)
    settle(qtbot, panel)
    rows = panel.sessions.list
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_Down)
    QTest.keyClick(rows, Qt.Key.Key_C)
    settle(qtbot, panel)
    assert status_of(workspace, panel, 0) is AppointmentStatus.COMPLETED
    assert panel.figures.today.accessibleName().startswith("Sessions today: 1 / 1")
    workspace.store.undo()
    settle(qtbot, panel)
    assert status_of(workspace, panel, 0) is AppointmentStatus.SCHEDULED


def offered_by_key(rows: WholeList) -> Menu:
    """The menu of the first session, asked for by the keyboard."""
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_Down)
    QTest.keyClick(rows, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, Menu)
    return menu


def texts(menu: Menu) -> list[str]:
    return [entry.text() for entry in menu.actions() if not entry.isSeparator()]


def test_a_sessions_menu_offers_what_its_keys_do(workspace: Workspace, panel: TodayPanel, qtbot: QtBot) -> None:
    ava = booked(workspace, "Ava", -1)
    settle(qtbot, panel)
    opened: list[tuple[str, UUID | None]] = []
    workspace.open = lambda place, item: opened.append((place, item))
    menu = offered_by_key(panel.sessions.list)
    steps = ["Confirm session", "Complete session", "Mark as no-show"]
    assert texts(menu) == ["Open session in the calendar", *steps]
    menu.actions()[0].trigger()
    assert opened == [("calendar", ava)]
    next(entry for entry in menu.actions() if entry.text() == "Complete session").trigger()
    menu.close()
    settle(qtbot, panel)
    assert status_of(workspace, panel, 0) is AppointmentStatus.COMPLETED


def test_a_button_does_what_its_key_does(workspace: Workspace, panel: TodayPanel, qtbot: QtBot) -> None:
    booked(workspace, "Ava", 1)
    settle(qtbot, panel)
    QTest.keyClick(panel.sessions.list, Qt.Key.Key_Down)
    QTest.mouseClick(panel.sessions.buttons[AppointmentStatus.CONFIRMED], Qt.MouseButton.LeftButton)
    settle(qtbot, panel)
    assert status_of(workspace, panel, 0) is AppointmentStatus.CONFIRMED


def test_someone_without_the_right_is_offered_no_step(
    checked_store: CheckedStore, clock: FixedClock, tmp_path: Path, qtbot: QtBot
) -> None:
    builders.practice(checked_store)
    owner = checked_store.signed_in
    checked_store.signed_in = type(owner)(owner.id, "Fred", owner.rights - {Right.SCHEDULE})
    with one_panel(qtbot, checked_store, clock, tmp_path, "today") as workspace:
        panel = panel_of(workspace, "today")
        assert isinstance(panel, TodayPanel)
        booked(workspace, "Ava", -1)
        settle(qtbot, panel)
        menu = offered_by_key(panel.sessions.list)
        assert texts(menu) == ["Open session in the calendar"]
        menu.close()
        assert not any(button.isEnabled() for button in panel.sessions.buttons.values())


def test_a_key_without_a_session_says_what_to_do(workspace: Workspace, panel: TodayPanel) -> None:
    with pytest.raises(UserError, match="Choose one session first"):
        panel.complete_chosen()


def test_what_can_not_be_done_with_a_session_is_not_offered(
    workspace: Workspace, panel: TodayPanel, qtbot: QtBot
) -> None:
    booked(workspace, "Ava", -1, status=AppointmentStatus.COMPLETED)
    settle(qtbot, panel)
    menu = offered_by_key(panel.sessions.list)
    assert texts(menu) == ["Open session in the calendar"]
    menu.close()
    assert [button.isEnabled() for button in panel.sessions.buttons.values()] == [False, False, False]


def test_an_invoice_that_is_late_is_on_the_worklist_with_its_reason_and_opens(
    workspace: Workspace, panel: TodayPanel, clock: FixedClock, qtbot: QtBot
) -> None:
    ava = builders.client(workspace.store, first_name="Ava", last_name="Berg")
    invoice_id = workspace.store.do(draft_invoice, ava, (InvoiceLine("Training", 7_500),))
    workspace.store.do(send_invoice, invoice_id)
    clock.moment += timedelta(days=16)
    workspace.store.do(mark_overdue, date(2026, 3, 18))
    settle(qtbot, panel)
    (first, *_others) = panel.worklist.rows_model.rows()
    assert first.name == "Ava Berg"
    assert why(first, workspace.formats) == "€75.00 on invoice 2026-0001, due 2 days ago"
    opened: list[tuple[str, UUID | None]] = []
    workspace.open = lambda place, item: opened.append((place, item))
    index = panel.worklist.rows_model.index(0, 0)
    QTest.mouseClick(
        panel.worklist.viewport(), Qt.MouseButton.LeftButton, pos=panel.worklist.visualRect(index).center()
    )
    assert opened == [("billing", invoice_id)]
    assert workspace.selection.current == ava


def test_what_was_done_lately_is_told_and_that_it_was_taken_back(
    workspace: Workspace, panel: TodayPanel, qtbot: QtBot
) -> None:
    workspace.store.do(create_client, first_name="Ava", last_name="Berg")
    workspace.store.undo()
    settle(qtbot, panel)
    (column,) = panel.changes.rows_model.columns
    assert column.second is not None
    newest = panel.changes.rows_model.rows()[0]
    assert "taken back" in column.second(newest)


def test_a_step_of_many_clients_is_told_with_how_many_they_are(
    workspace: Workspace, panel: TodayPanel, qtbot: QtBot
) -> None:
    workspace.store.do(import_clients, (NewClient("Ava"), NewClient("Ben")))
    settle(qtbot, panel)
    (column,) = panel.changes.rows_model.columns
    assert column.shown(panel.changes.rows_model.rows()[0]) == "Import clients · 2 clients"


def test_someone_without_the_right_sees_no_money(
    checked_store: CheckedStore, clock: FixedClock, tmp_path: Path, qtbot: QtBot
) -> None:
    builders.practice(checked_store)
    checked_store.signed_in = type(checked_store.signed_in)(None, "Fred", frozenset(Right) - {Right.BILLING})
    with one_panel(qtbot, checked_store, clock, tmp_path, "today") as workspace:
        panel = panel_of(workspace, "today")
        assert isinstance(panel, TodayPanel)
        settle(qtbot, panel)
        assert not panel.figures.open.isVisible()
        assert not panel.figures.late.isVisible()
        assert panel.figures.today.isVisible()


def test_someone_without_the_right_reads_nothing_of_health(
    checked_store: CheckedStore, clock: FixedClock, tmp_path: Path, qtbot: QtBot
) -> None:
    builders.practice(checked_store)
    ava = builders.client(checked_store, first_name="Ava", last_name="Nguyen")
    checked_store.do(add_limitation, ava, "knee")
    owner = checked_store.signed_in
    for rights, is_told in ((owner.rights, True), (frozenset(Right) - {Right.HEALTH}, False)):
        checked_store.signed_in = type(owner)(owner.id, "Fred", rights)
        with one_panel(qtbot, checked_store, clock, tmp_path, "today") as workspace:
            panel = panel_of(workspace, "today")
            assert isinstance(panel, TodayPanel)
            settle(qtbot, panel)
            assert ("Add limitation · Ava Nguyen" in lines(panel.changes)) is is_told


def test_in_a_narrow_panel_its_halves_stand_below_one_another(panel: TodayPanel, qtbot: QtBot) -> None:
    def side_by_side() -> bool:
        return (
            panel.nothing.mapToGlobal(panel.nothing.rect().topLeft()).x()
            > panel.sessions.mapToGlobal(panel.sessions.rect().topRight()).x()
        )

    qtbot.waitUntil(side_by_side)
    panel.resize(600, 900)
    qtbot.waitUntil(lambda: not side_by_side())


def test_shown_again_the_next_morning_it_is_about_that_day(
    workspace: Workspace, panel: TodayPanel, clock: FixedClock
) -> None:
    panel.hide()
    clock.moment += timedelta(days=1)
    panel.show()
    assert panel.day.text() == "Tue 3 Mar"
