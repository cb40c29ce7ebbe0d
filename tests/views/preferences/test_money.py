"""Taxes and the numbers of invoices: what is typed is kept, or says why not."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from fitwell_desktop.domain.accounts.practice import TaxRate
from fitwell_desktop.domain.billing.numbering import numbering
from fitwell_desktop.ui.widgets.form import Form
from fitwell_desktop.ui.workspace import Workspace
from fitwell_desktop.views.preferences.money import MOST_TAXES, MoneySection
from fitwell_desktop.views.preferences.panel import PreferencesPanel
from tests.views.one_panel import settle
from tests.views.preferences.typing_there import kept


def test_a_tax_is_added_when_both_its_name_and_its_rate_are_there(
    workspace: Workspace, panel: PreferencesPanel, qtbot: QtBot
) -> None:
    section = panel.section(MoneySection)
    assert isinstance(section, MoneySection)
    for name, text in (("name1", "Reduced"), ("rate1", "7")):
        assert len(kept(workspace).tax_rates) == 1
        widget = section.taxes.widget(name)
        widget.setFocus()
        QTest.keyClicks(widget, text)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    assert kept(workspace).tax_rates == (TaxRate("VAT", 190_000), TaxRate("Reduced", 70_000))
    settle(qtbot, panel)
    assert section.taxes.widget("name2").isVisible()


def test_half_a_tax_says_what_is_missing_and_the_others_are_kept_meanwhile(
    workspace: Workspace, panel: PreferencesPanel, qtbot: QtBot
) -> None:
    section = panel.section(MoneySection)
    assert isinstance(section, MoneySection)
    taxes = section.taxes
    type_over(taxes, "name1", "Reduced")
    assert taxes.error("rate1") == "Type its rate too, or clear the name."
    type_over(taxes, "rate0", "20")
    assert kept(workspace).tax_rates == (TaxRate("VAT", 200_000),)
    settle(qtbot, panel)
    name = taxes.widget("name1")
    assert isinstance(name, QLineEdit)
    assert name.text() == "Reduced", "which is not lost"
    type_over(taxes, "rate1", "7")
    assert kept(workspace).tax_rates == (TaxRate("VAT", 200_000), TaxRate("Reduced", 70_000))
    settle(qtbot, panel)
    type_over(taxes, "name0", "")
    assert taxes.error("name0") == "Type its name too, or clear the rate."
    type_over(taxes, "rate0", "")
    assert kept(workspace).tax_rates == (TaxRate("Reduced", 70_000),)
    settle(qtbot, panel)
    assert rows(taxes) == [("Reduced", "7"), ("", "")]


@pytest.mark.parametrize("order", [("name0", "rate0"), ("rate0", "name0")])
def test_a_tax_that_is_removed_takes_no_other_along(
    workspace: Workspace, panel: PreferencesPanel, qtbot: QtBot, order: tuple[str, str]
) -> None:
    section = panel.section(MoneySection)
    assert isinstance(section, MoneySection)
    taxes = section.taxes
    for name, text in (("name1", "Reduced"), ("rate1", "7"), ("name2", "None"), ("rate2", "0")):
        type_over(taxes, name, text)
        settle(qtbot, panel)
    type_over(taxes, "name1", "")
    for name in order:
        type_over(taxes, name, "")
    settle(qtbot, panel)
    assert rows(taxes) == [("Reduced", "7"), ("None", "0"), ("", "")], "and what was half typed is put back"
    assert not any(taxes.error(f"{part}{at}") for at in range(3) for part in ("name", "rate"))
    type_over(taxes, "rate1", "3")
    assert kept(workspace).tax_rates == (TaxRate("Reduced", 70_000), TaxRate("None", 30_000))


def rows(taxes: Form) -> list[tuple[str, str]]:
    """The rows that are seen, as they read."""
    lines = [(taxes.widget(f"name{at}"), taxes.widget(f"rate{at}")) for at in range(MOST_TAXES)]
    return [(name.property("text"), rate.property("text")) for name, rate in lines if name.isVisible()]


def type_over(form: Form, name: str, text: str) -> None:
    """Type something else into a field of a form, and leave it."""
    widget = form.widget(name)
    widget.setFocus()
    QTest.keySequence(widget, "Ctrl+A")
    QTest.keyClick(widget, Qt.Key.Key_Delete)
    QTest.keyClicks(widget, text)
    QTest.keyClick(widget, Qt.Key.Key_Tab)


def test_a_next_number_that_no_invoice_can_have_is_refused_beside_its_field(
    workspace: Workspace, panel: PreferencesPanel
) -> None:
    section = panel.section(MoneySection)
    assert isinstance(section, MoneySection)
    type_over(section.numbers.form, "next_number", str(2**63))
    assert section.numbers.form.error("next_number").startswith("This can be at most 999")
    assert workspace.store.ask(numbering, workspace.formats.today()).next_number == 1


def test_a_prefix_that_other_digits_keep_from_being_saved_is_marked_and_saved_with_them(
    workspace: Workspace, panel: PreferencesPanel, qtbot: QtBot
) -> None:
    section = panel.section(MoneySection)
    assert isinstance(section, MoneySection)
    form = section.numbers.form
    type_over(form, "digits", "many")
    type_over(form, "prefix", "HS-")
    settle(qtbot, panel)
    assert list(form.refused()) == ["digits", "prefix"]
    assert form.widget("prefix").property("wrong") == "true"
    type_over(form, "digits", "5")
    settle(qtbot, panel)
    assert workspace.store.ask(numbering, workspace.formats.today()).next_text == "HS-2026-00001"
    assert not form.refused()
    workspace.store.undo()
    assert workspace.store.ask(numbering, workspace.formats.today()).prefix == "", "one step"


def test_the_next_invoice_number_is_shown_as_it_will_be(
    workspace: Workspace, panel: PreferencesPanel, qtbot: QtBot
) -> None:
    section = panel.section(MoneySection)
    assert isinstance(section, MoneySection)
    prefix = section.numbers.form.widget("prefix")
    prefix.setFocus()
    QTest.keyClicks(prefix, "HS-")
    QTest.keyClick(prefix, Qt.Key.Key_Tab)
    settle(qtbot, panel)
    found = workspace.store.ask(numbering, workspace.formats.today())
    assert found.next_text.startswith("HS-")
    assert found.next_text in section.numbers.preview.text()
