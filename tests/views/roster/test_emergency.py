"""Whom to call is one key away, and so is adding who is missing."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from fitwell_desktop.domain.clients.contacts import contacts, remove_contact
from fitwell_desktop.ui.widgets.menu import Popover
from fitwell_desktop.views.roster.emergency import EmergencyCard
from fitwell_desktop.vocabulary import Right
from tests.views.roster.small_practice import Program
from tests.views.roster.test_client_panel import dialog, emergency_card, in_hand, texts, write


def test_the_emergency_key_offers_to_add_the_contact_that_is_missing(qtbot: QtBot, program: Program) -> None:
    for contact in program.store.ask(contacts, in_hand(program)):
        program.store.do(remove_contact, contact.id)
    program.window.menus.entries["client.emergency"].made.trigger()
    card = emergency_card(program)
    assert "No emergency contact is known." in texts(card)
    assert card.add.hasFocus()
    QTest.keyClick(card.add, Qt.Key.Key_Space)
    asking = dialog(qtbot, program)
    qtbot.waitUntil(lambda: program.window.findChildren(EmergencyCard) == [])
    write(asking.form.widget("name"), "Mum")
    write(asking.form.widget("phone"), "+49 30 901823")
    asking.confirm()
    assert [one.name for one in program.store.ask(contacts, in_hand(program))] == ["Mum"]


def test_who_may_not_change_clients_is_offered_no_contact_to_add(qtbot: QtBot, program: Program) -> None:
    for contact in program.store.ask(contacts, in_hand(program)):
        program.store.do(remove_contact, contact.id)
    who = program.store.signed_in
    program.store.signed_in = type(who)(who.id, who.name, frozenset({Right.LOOK}))
    program.client.emergency()
    card = emergency_card(program)
    assert not card.add.isVisible()
    card.window().close()


def test_whom_to_call_is_nowhere_once_the_card_was_closed(qtbot: QtBot, program: Program) -> None:
    for _time in range(3):
        program.window.menus.run("client.emergency")
        QTest.keyClick(emergency_card(program).numbers[0], Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: program.window.findChildren(EmergencyCard) == [])
    assert program.window.findChildren(Popover) == []
