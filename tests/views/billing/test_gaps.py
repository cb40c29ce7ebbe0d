"""What a draft lacks is said above it, and a button leads to where it is filled in."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fitwell_desktop.core.clock import FixedClock
from fitwell_desktop.domain.accounts.practice import change_practice
from fitwell_desktop.domain.clients.commands import edit_client
from fitwell_desktop.ui.widgets.banner import Banner
from fitwell_desktop.ui.widgets.buttons import Button
from fitwell_desktop.views.billing.gaps_view import GapsView
from fitwell_desktop.vocabulary import InvoiceStatus, Right
from tests import builders
from tests.checked_store import CheckedStore
from tests.views.billing.conftest import Desk
from tests.views.one_panel import one_panel, panel_of, window_of


@pytest.fixture
def desk(qtbot: QtBot, checked_store: CheckedStore, clock: FixedClock, tmp_path: Path) -> Iterator[Desk]:
    """The desk with the ways out of it: the client and the preferences."""
    builders.practice(checked_store)
    with one_panel(qtbot, checked_store, clock, tmp_path, "billing", "client", "preferences") as workspace:
        yield Desk(window_of(workspace), workspace, checked_store, qtbot)


def gaps(desk: Desk) -> GapsView:
    assert desk.panel.draft is not None
    return desk.panel.draft.gaps


def press(banner: Banner) -> None:
    button = banner.findChild(Button)
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def keyboard_is_in() -> str:
    widget = QApplication.focusWidget()
    return widget.accessibleName() if widget else ""


def test_what_is_missing_is_said_until_it_is_there(desk: Desk) -> None:
    ava = desk.client("Ava")
    desk.draft(ava)
    assert gaps(desk).practice.sentence() == (
        "Your practice’s address is missing. You charge tax, but your tax number is missing."
    )
    assert gaps(desk).client.sentence() == "The address of Ava Berg is missing."
    assert gaps(desk).practice.isVisible()
    desk.store.do(change_practice, "address", "Am Kai 12")
    desk.store.do(change_practice, "tax_number", "27/123")
    desk.settle()
    assert not gaps(desk).practice.isVisible()
    assert gaps(desk).client.isVisible()
    desk.store.do(edit_client, ava, address="Hafenstr. 1")
    desk.settle()
    assert not gaps(desk).isVisible()


def test_a_button_leads_to_the_practices_first_empty_field(desk: Desk) -> None:
    desk.store.do(change_practice, "address", "Am Kai 12")
    desk.draft(desk.client("Ava"))
    press(gaps(desk).practice)
    desk.qtbot.waitUntil(panel_of(desk.workspace, "preferences").isVisible)
    assert keyboard_is_in() == "Tax number"


def test_a_button_leads_to_the_clients_profile(desk: Desk) -> None:
    ava = desk.client("Ava")
    desk.draft(ava)
    press(gaps(desk).client)
    desk.qtbot.waitUntil(panel_of(desk.workspace, "client").isVisible)
    assert desk.workspace.selection.current == ava
    assert keyboard_is_in() == "First name"


def test_who_may_not_change_the_practice_is_told_and_led_nowhere(desk: Desk) -> None:
    ava = desk.client("Ava")
    desk.store.signed_in = type(desk.store.signed_in)(None, "Fred Desk", frozenset(Right) - {Right.PRACTICE})
    desk.draft(ava)
    button = gaps(desk).practice.findChild(Button)
    assert gaps(desk).practice.isVisible()
    assert button is not None
    assert not button.isVisible()


def test_an_invoice_that_lacks_something_can_be_sent(desk: Desk) -> None:
    draft_id = desk.draft(desk.client("Ava"))
    assert gaps(desk).isVisible()
    desk.panel.send()
    assert desk.details(draft_id).status is InvoiceStatus.SENT
