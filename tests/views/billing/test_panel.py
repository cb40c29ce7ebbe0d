"""The Billing panel's list and figures, through real widgets."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest

from fitwell_desktop.core.clock import FixedClock
from fitwell_desktop.domain.billing.amounts import InvoiceLine
from fitwell_desktop.domain.billing.commands import draft_invoice, record_payment
from fitwell_desktop.domain.billing.overdue import mark_overdue
from fitwell_desktop.ui.painting import with_figures
from fitwell_desktop.ui.widgets.menu import Menu
from fitwell_desktop.ui.widgets.table import Table
from fitwell_desktop.vocabulary import InvoiceStatus, PaymentMethod
from tests.views.billing.conftest import SESSION, Desk


def shown(table: Table, column: str) -> list[str]:
    model = table.rows_model
    return [model.columns[model.column(column)].shown(row) for row in model.rows()]


def choose(table: Table, row: int) -> None:
    """Click on a row."""
    place = table.visualRect(table.rows_model.index(row, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_an_empty_practice_is_told_what_to_do(desk: Desk) -> None:
    empty = desk.panel.list.empty
    assert empty.isVisible()
    assert "No invoices yet" in [label.text() for label in empty.findChildren(type(desk.panel.list.sum))]
    assert not desk.panel.hand.isVisible()


def test_the_list_shows_number_client_status_and_what_is_open(desk: Desk) -> None:
    invoice_id = desk.sent(desk.client("Ava", "Nguyen"))
    desk.store.do(record_payment, invoice_id, 2_500, PaymentMethod.CASH)
    desk.draft(desk.client("Ben", "Adeyemi"))
    table = desk.panel.list.table
    assert shown(table, "number") == ["", "2026-0001"]
    assert shown(table, "client") == ["Ben Adeyemi", "Ava Nguyen"]
    assert shown(table, "total") == ["€75.00", "€75.00"]
    assert shown(table, "owed") == ["", "€50.00"]
    assert desk.panel.list.sum.text() == "2 invoices · €150.00"


def test_the_day_on_which_it_was_paid_is_a_column_to_ask_for(desk: Desk) -> None:
    paid, part = desk.sent(desk.client("Ava")), desk.sent(desk.client("Ben"))
    desk.store.do(record_payment, paid, 7_500, PaymentMethod.CASH)
    desk.store.do(record_payment, part, 2_500, PaymentMethod.CASH)
    desk.settle()
    table = desk.panel.list.table
    at = table.rows_model.column("paid")
    assert table.isColumnHidden(at)
    assert table.rows_model.columns[at].title == "Paid"
    assert shown(table, "paid") == ["", "2 Mar 2026"]


def test_parts_and_search_narrow_the_list(desk: Desk) -> None:
    desk.sent(desk.client("Ava", "Nguyen"))
    desk.draft(desk.client("Ben", "Adeyemi"))
    parts = desk.panel.list.parts
    assert parts.accessibleName() == "Invoices: All 2"
    QTest.keyClick(parts, Qt.Key.Key_Right)
    desk.settle()
    assert shown(desk.panel.list.table, "client") == ["Ben Adeyemi"]
    QTest.keyClick(parts, Qt.Key.Key_Left)
    QTest.keyClicks(desk.panel.list.search, "0001")
    desk.settle()
    assert shown(desk.panel.list.table, "client") == ["Ava Nguyen"]
    desk.panel.list.search.setText("nobody")
    desk.settle()
    assert desk.panel.list.empty.isVisible()
    desk.panel.list.empty.acted.emit()
    desk.settle()
    assert len(shown(desk.panel.list.table, "client")) == 2


def test_only_the_newest_are_read_until_more_are_wanted(desk: Desk) -> None:
    client_id = desk.client("Ava")
    for _ in range(3):
        desk.sent(client_id)
    desk.panel.list.limit = 2
    desk.panel.reload()
    assert shown(desk.panel.list.table, "number") == ["2026-0003", "2026-0002"]
    assert desk.panel.list.more.isVisible()
    QTest.mouseClick(desk.panel.list.more, Qt.MouseButton.LeftButton)
    desk.settle()
    assert len(shown(desk.panel.list.table, "number")) == 3
    assert not desk.panel.list.more.isVisible()


@pytest.mark.parametrize(
    ("column", "rising", "falling"),
    [
        ("client", ["Ämil Berg", "Ben Berg"], ["Cleo Berg", "Ben Berg"]),
        ("total", ["Ben Berg", "Cleo Berg"], ["Ämil Berg", "Cleo Berg"]),
        ("number", ["Cleo Berg", "Ämil Berg"], ["Ben Berg", "Ämil Berg"]),
        ("owed", ["Ben Berg", "Cleo Berg"], ["Ämil Berg", "Cleo Berg"]),
    ],
)
def test_all_invoices_are_sorted_and_not_only_those_that_were_read(
    desk: Desk, column: str, rising: list[str], falling: list[str]
) -> None:
    for name, price in (("Cleo", 200), ("Ämil", 300), ("Ben", 100)):
        desk.sent(desk.client(name), InvoiceLine("Session", price))
    table = desk.panel.list.table
    desk.panel.list.limit = 2
    for order, names in ((Qt.SortOrder.AscendingOrder, rising), (Qt.SortOrder.DescendingOrder, falling)):
        table.horizontalHeader().setSortIndicator(table.rows_model.column(column), order)
        desk.panel.list.limit = 2
        desk.panel.reload()
        assert shown(table, "client") == names


def test_the_figures_say_what_is_open_late_and_paid(desk: Desk, clock: FixedClock) -> None:
    late, paid = desk.sent(desk.client("Ava")), desk.sent(desk.client("Ben"))
    clock.moment += timedelta(days=15)
    desk.store.do(mark_overdue, desk.workspace.formats.today())
    desk.store.do(record_payment, paid, 7_500, PaymentMethod.CARD)
    desk.settle()
    panel = desk.panel
    assert panel.open.accessibleName() == "Open: €75.00  1 invoice"
    assert panel.overdue.accessibleName() == "Overdue: €75.00  1 invoice"
    assert panel.paid.accessibleName() == "Paid this month: €75.00"
    assert desk.details(late).status is InvoiceStatus.OVERDUE


def test_choosing_a_row_takes_the_invoice_in_hand(desk: Desk) -> None:
    desk.sent(desk.client("Ava", "Nguyen"))
    desk.sent(desk.client("Ben", "Adeyemi"))
    table = desk.panel.list.table
    table.setFocus()
    choose(table, 1)
    assert desk.panel.sent.number.text() == "2026-0001"
    QTest.keyClick(table, Qt.Key.Key_K)
    assert desk.panel.sent.number.text() == "2026-0002"


def test_a_new_draft_stays_in_hand_whatever_was_chosen_before(desk: Desk) -> None:
    ava = desk.client("Ava", "Nguyen")
    for _ in range(3):
        desk.sent(ava)
    choose(desk.panel.list.table, 1)
    draft_id = desk.store.do(draft_invoice, ava, (SESSION,))
    desk.panel.show_item(draft_id)  # before the list knows of it
    desk.settle()
    assert desk.panel.invoice_id == draft_id
    assert [row.id for row in desk.panel.list.table.keeper.rows()] == [draft_id]


def test_enter_on_an_invoice_goes_into_it_and_e_into_a_draft_alone(desk: Desk) -> None:
    desk.sent(desk.client("Ava", "Nguyen"))
    desk.draft(desk.client("Ben", "Adeyemi"))
    table = desk.panel.list.table
    table.setFocus()
    choose(table, 1)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert desk.panel.sent.pay.hasFocus()
    with desk.qtbot.captureExceptions() as raised:
        QTest.keyClick(desk.panel.sent.pay, Qt.Key.Key_E)
    assert "was sent already" in str(raised[0][1])
    for key in (Qt.Key.Key_Return, Qt.Key.Key_E):
        table.setFocus()
        choose(table, 0)
        QTest.keyClick(table, key)
        assert desk.panel.draft is not None
        assert desk.panel.draft.client.hasFocus()


def test_the_rows_menu_offers_what_can_be_done_with_it(desk: Desk) -> None:
    desk.store.do(record_payment, desk.sent(desk.client("Ava")), 2_500, PaymentMethod.CASH)
    desk.draft(desk.client("Ben"))
    table = desk.panel.list.table
    for row, offered in (
        (0, ["Send invoice", "Delete draft"]),
        (1, ["Record payment…", "Save PDF…", "Print…", "Remove payment of €25.00"]),
    ):
        choose(table, row)
        menu = Menu(parent=table)
        assert table.keeper.fill_menu is not None
        table.keeper.fill_menu(menu, table.keeper.rows())
        assert [entry.text() for entry in menu.actions()] == offered


def test_the_list_has_all_the_room_until_an_invoice_is_in_hand(desk: Desk) -> None:
    desk.store.do(draft_invoice, desk.client("Ava"), (SESSION,))
    desk.settle()
    table, alone = desk.panel.list.table, desk.panel.list.width()
    assert alone > 1_000
    assert table.horizontalHeader().length() == table.viewport().width()
    choose(table, 0)
    desk.qtbot.waitUntil(lambda: desk.panel.list.width() < alone)
    assert desk.panel.hand.mapTo(desk.panel, QPoint()).x() > desk.panel.list.width()


def test_in_a_narrow_panel_the_invoice_stands_below_the_list(desk: Desk) -> None:
    desk.sent(desk.client("Ava"))
    desk.window.resize(900, 900)
    desk.qtbot.waitUntil(lambda: desk.panel.width() < 900)
    place = desk.panel.hand.mapTo(desk.panel, QPoint())
    assert place.y() > desk.panel.list.mapTo(desk.panel, QPoint(0, desk.panel.list.height())).y()
    assert desk.panel.sent.width() > 600


@pytest.mark.parametrize("width", [1100, 1280, 1384, 1440])
def test_beside_an_invoice_or_above_it_the_list_never_scrolls_sideways(desk: Desk, width: int) -> None:
    desk.sent(desk.client("Ava"))
    desk.window.resize(width, 900)
    table = desk.panel.list.table
    desk.qtbot.waitUntil(lambda: desk.window.width() == width)
    desk.qtbot.waitUntil(lambda: table.horizontalHeader().length() <= table.viewport().width())


def test_beside_an_invoice_in_hand_the_list_cuts_no_number_day_or_sum(desk: Desk, clock: FixedClock) -> None:
    clock.moment += timedelta(days=198)  # to September, whose name is the longest of the short ones
    desk.sent(desk.client("Ava", "Nguyen"), InvoiceLine("Season", 12_345_678))
    table = desk.panel.list.table
    assert desk.panel.hand.isVisible()
    assert table.horizontalHeader().length() <= table.viewport().width()
    metrics, padding = QFontMetrics(with_figures(table.font())), 2 * 10
    for name in ("number", "due", "total", "owed"):
        (text,) = shown(table, name)
        room = table.columnWidth(table.rows_model.column(name)) - padding
        assert metrics.horizontalAdvance(text) <= room, text
    assert shown(table, "due") + shown(table, "total") == ["30 Sept 2026", "€123,456.78"]
