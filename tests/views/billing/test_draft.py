"""A draft is typed, saved as it is typed, sent, deleted; all through the keyboard."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.tables import new_id
from fitwell_desktop.domain.billing.amounts import InvoiceLine, Reduction
from fitwell_desktop.domain.billing.details import invoice
from fitwell_desktop.ui.workspace import Workspace
from fitwell_desktop.views.billing.dialogs import ClientDialog, SessionsDialog
from fitwell_desktop.views.billing.draft_editor import DraftEditor
from fitwell_desktop.vocabulary import AppointmentStatus, InvoiceStatus
from tests import builders
from tests.views.billing.conftest import SESSION, Desk


def editor(desk: Desk) -> DraftEditor:
    assert desk.panel.draft is not None
    return desk.panel.draft


def confirm(dialog: QWidget) -> None:
    assert isinstance(dialog, ClientDialog)
    dialog.confirm()


def in_dialog(act: Callable[[QWidget], object]) -> None:
    """Do this in the dialog that opens next."""

    def meet() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        act(dialog)

    QTimer.singleShot(0, meet)


def test_ctrl_i_makes_a_draft_for_the_client_in_hand(desk: Desk) -> None:
    ava = desk.client("Ava", "Nguyen")
    desk.workspace.selection.choose(ava)
    in_dialog(lambda dialog: QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return))
    QTest.keyClick(desk.window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    assert desk.panel.hand.currentWidget() is editor(desk)
    assert editor(desk).client.text() == "Ava Nguyen"
    keyboard = desk.window.focusWidget()
    assert isinstance(keyboard, QLineEdit)
    QTest.keyClicks(keyboard, "Plan")
    QTest.keyClick(keyboard, Qt.Key.Key_Return)
    QApplication.processEvents()
    desk.settle()
    assert [line.text for line in desk.details(desk.panel.invoice_id or ava).draft.lines] == ["Plan"]


def test_who_is_in_hand_is_offered_and_another_can_be_named(desk: Desk) -> None:
    desk.client("Ben", "Adeyemi")
    desk.workspace.selection.choose(desk.client("Ava", "Nguyen"))

    def choose(dialog: QWidget) -> None:
        assert isinstance(dialog, ClientDialog)
        assert dialog.field.text() == "Ava Nguyen"
        assert dialog.primary.isEnabled()
        QTest.keyClicks(dialog.field, "ade")
        assert not dialog.primary.isEnabled(), "for nobody is named yet"
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)
        dialog.confirm()

    in_dialog(choose)
    desk.panel.new_invoice()
    desk.settle()
    assert editor(desk).client.text() == "Ben Adeyemi"


def test_who_is_gone_is_not_offered(desk: Desk) -> None:
    desk.workspace.selection.choose(new_id())

    def look(dialog: QWidget) -> None:
        assert isinstance(dialog, ClientDialog)
        assert dialog.field.text() == ""
        dialog.reject()

    in_dialog(look)
    desk.panel.new_invoice()
    assert desk.panel.invoice_id is None


def test_letters_begin_a_cell_and_are_no_shortcuts_there(desk: Desk) -> None:
    draft_id = desk.draft(desk.client("Ava"))
    desk.type_line("E/?Gc")
    assert [line.text for line in desk.details(draft_id).draft.lines] == [SESSION.text, "E/?Gc"]


def test_without_a_client_in_hand_one_is_asked_for(desk: Desk) -> None:
    desk.client("Ava", "Nguyen")
    desk.client("Ben", "Adeyemi")

    def choose(dialog: QWidget) -> None:
        assert isinstance(dialog, ClientDialog)
        assert not dialog.primary.isEnabled()
        QTest.keyClicks(dialog.field, "ade")
        assert dialog.field.offered() == ["Ben Adeyemi"]
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)
        dialog.confirm()

    in_dialog(choose)
    desk.panel.new_invoice()
    desk.settle()
    assert editor(desk).client.text() == "Ben Adeyemi"


def test_lines_are_typed_and_the_totals_follow(desk: Desk) -> None:
    draft_id = desk.draft(desk.client("Ava"))
    desk.type_line("Nutrition plan", "1,5", "80", "7", "10%")
    assert desk.details(draft_id).draft.lines == (
        SESSION,
        InvoiceLine("Nutrition plan", 8_000, 1_500, tax_name="VAT", tax_rate_ppm=70_000, discount_rate_ppm=100_000),
    )
    assert desk.grid.rowCount() == 3
    assert [desk.grid.item(row, 5).text() for row in (0, 1)] == ["€75.00", "€108.00"]  # type: ignore[union-attr]
    assert editor(desk).totals.texts() == [
        ("Total", "€183.00"),
        ("of it VAT 19%", "€11.97"),
        ("of it VAT 7%", "€7.07"),
    ]


def test_another_client_does_not_take_over_sessions_and_is_told_so(desk: Desk) -> None:
    ava, ben = desk.client("Ava", "Nguyen"), desk.client("Ben", "Adeyemi")
    had = builders.appointment(desk.store, client_id=ava, status=AppointmentStatus.COMPLETED)
    draft_id = desk.draft(ava, InvoiceLine("Session", 6_000, appointment_id=had), SESSION)
    editor(desk).client.picked.emit(ben)
    desk.settle()
    assert desk.details(draft_id).draft.lines == (SESSION,)
    assert desk.window.toasts.sentence() == "1 session of Ava Nguyen left out"
    assert desk.grid.rowCount() == 2, "the line that stays, and the empty one"
    desk.store.undo()
    assert len(desk.details(draft_id).draft.lines) == 2


def test_each_thing_typed_is_one_step_of_undo(desk: Desk) -> None:
    draft_id = desk.draft(desk.client("Ava"))
    desk.type_line("Towel")
    desk.store.undo()
    desk.settle()
    assert desk.details(draft_id).draft.lines == (SESSION,)
    assert desk.grid.rowCount() == 2


@pytest.mark.parametrize(
    ("column", "typed", "said"),
    [
        (1, "0", "Line 1: the quantity must be more than 0."),
        (2, "-5", "Line 1: the price can’t be negative."),
        (2, "1.234", "too many decimals"),
        (3, "-1", "Line 1: the tax can’t be negative."),
        (3, "101", "Line 1: the tax can’t be more than 100 %."),
        (4, "75.01", "Line 1: the discount can’t be more than the amount"),
        (4, "110%", "Line 1: the discount can’t be more than 100 %."),
        (2, "dear", "is not an amount of money"),
    ],
)
def test_what_no_line_may_have_is_said_below_it_and_not_kept(desk: Desk, column: int, typed: str, said: str) -> None:
    draft_id = desk.draft(desk.client("Ava"))
    desk.grid.setFocus()
    desk.grid.setCurrentCell(0, column)
    desk.type_cell(typed, Qt.Key.Key_Return)
    assert said in editor(desk).lines.complaint.text()
    assert editor(desk).lines.complaint.isVisible()
    assert desk.details(draft_id).draft.lines == (SESSION,)


def test_what_a_line_refused_stays_when_another_is_kept_and_is_kept_when_it_may_be(desk: Desk) -> None:
    draft_id = desk.draft(desk.client("Ava"))
    for column, typed in ((1, "abc"), (4, "80")):
        desk.grid.setFocus()
        desk.grid.setCurrentCell(0, column)
        desk.type_cell(typed, Qt.Key.Key_Return)
    desk.grid.setCurrentCell(0, 2)
    desk.type_cell("100", Qt.Key.Key_Return)
    desk.settle()
    assert [desk.grid.item(0, column).text() for column in (1, 2, 4)] == ["abc", "100.00", "80.00"]  # type: ignore[union-attr]
    assert "not a number" in editor(desk).lines.complaint.text()
    (kept,) = desk.details(draft_id).draft.lines
    assert (kept.unit_price, kept.discount, kept.quantity) == (10_000, 8_000, 1_000)


def test_what_a_draft_refused_is_asked_about_before_closing(desk: Desk) -> None:
    desk.draft(desk.client("Ava", "Nguyen"))
    assert not desk.panel.unsaved()
    desk.grid.setFocus()
    desk.grid.setCurrentCell(0, 1)
    desk.type_cell("abc", Qt.Key.Key_Return)
    (one,) = desk.panel.unsaved()
    assert one.what == "The draft for Ava Nguyen"
    one.discard()
    assert not desk.panel.unsaved()
    assert desk.grid.item(0, 1).text() == "1"  # type: ignore[union-attr]


def test_due_day_discount_and_note_are_saved_when_they_are_left(desk: Desk) -> None:
    draft_id = desk.draft(desk.client("Ava"))
    for form, name, text in (
        (editor(desk).terms, "due_on", "1.2."),
        (editor(desk).notes, "reduction", "5 %"),
        (editor(desk).notes, "reduction_reason", "Friend"),
    ):
        line = form.widget(name)
        line.setFocus()
        QTest.keyClicks(line, text)
        QTest.keyClick(line, Qt.Key.Key_Return)
        desk.settle()
    draft = desk.details(draft_id).draft
    assert (str(draft.due_on), draft.reduction, draft.reduction_reason) == (
        "2027-02-01",
        Reduction(rate_ppm=50_000),
        "Friend",
    )
    assert ("Discount", "−€3.75") in editor(desk).totals.texts()


def test_a_discount_that_is_too_large_is_said_beside_its_field(desk: Desk) -> None:
    desk.draft(desk.client("Ava"))
    line = editor(desk).notes.widget("reduction")
    QTest.keyClicks(line, "80")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert "can’t be more than the amount" in editor(desk).notes.error("reduction")


def test_the_client_of_a_draft_can_be_changed(desk: Desk) -> None:
    draft_id = desk.draft(desk.client("Ava"))
    ben = desk.client("Ben", "Adeyemi")
    field = editor(desk).client
    field.setFocus()
    field.clear()
    QTest.keyClicks(field, "adey")
    QTest.keyClick(field, Qt.Key.Key_Return)
    desk.settle()
    assert desk.details(draft_id).draft.client_id == ben


def test_sending_closes_the_draft_and_shows_the_document(desk: Desk) -> None:
    draft_id = desk.draft(desk.client("Ava"))
    QTest.mouseClick(editor(desk).send, Qt.MouseButton.LeftButton)
    desk.settle()
    assert desk.details(draft_id).status is InvoiceStatus.SENT
    assert desk.panel.hand.currentWidget() is desk.panel.sent
    assert desk.panel.sent.number.text() == "2026-0001"
    assert desk.window.toasts.sentence() == "Sent as 2026-0001"


def press_send(desk: Desk) -> None:
    QTest.keyClick(
        desk.window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    )
    desk.settle()


def click_send(desk: Desk) -> None:
    QTest.mouseClick(editor(desk).send, Qt.MouseButton.LeftButton)
    desk.settle()


@pytest.mark.parametrize("send", [press_send, click_send])
def test_what_is_being_typed_goes_out_with_the_invoice(desk: Desk, send: Callable[[Desk], None]) -> None:
    draft_id = desk.draft(desk.client("Ava"))
    line = editor(desk).notes.widget("reduction")
    line.setFocus()
    QTest.keyClicks(line, "5 %")
    send(desk)
    sent = desk.details(draft_id)
    assert (sent.status, sent.draft.reduction) == (InvoiceStatus.SENT, Reduction(rate_ppm=50_000))


@pytest.mark.parametrize("send", [press_send, click_send])
def test_a_line_that_is_being_typed_goes_out_with_the_invoice(desk: Desk, send: Callable[[Desk], None]) -> None:
    draft_id = desk.draft(desk.client("Ava"))
    desk.grid.setFocus()
    desk.grid.setCurrentCell(0, 2)
    QTest.keyClicks(desk.grid, "9")
    QTest.keyClicks(desk.window.focusWidget(), "0")
    send(desk)
    sent = desk.details(draft_id)
    assert (sent.status, sent.draft.lines[0].unit_price) == (InvoiceStatus.SENT, 9_000)


def test_an_invoice_is_not_sent_without_what_can_not_be_read(desk: Desk) -> None:
    draft_id = desk.draft(desk.client("Ava"))
    line = editor(desk).notes.widget("reduction")
    line.setFocus()
    QTest.keyClicks(line, "a lot")
    with desk.qtbot.captureExceptions() as refused:
        press_send(desk)
    assert "Mend what is marked" in str(refused[0][1])
    assert desk.details(draft_id).status is InvoiceStatus.DRAFT


def test_an_unfinished_draft_is_not_sent(desk: Desk) -> None:
    draft_id = desk.draft(desk.client("Ava"), InvoiceLine("", 100))
    with pytest.raises(UserError, match="needs a description"):
        desk.panel.send()
    assert desk.details(draft_id).status is InvoiceStatus.DRAFT


def test_a_deleted_draft_can_be_taken_back(desk: Desk) -> None:
    draft_id = desk.draft(desk.client("Ava"))
    desk.panel.delete()
    desk.settle()
    assert desk.store.ask(invoice, draft_id) is None
    assert not desk.panel.hand.isVisible()
    desk.store.undo()
    assert desk.details(draft_id).draft.lines == (SESSION,)


def test_sessions_that_wait_become_an_invoice(desk: Desk) -> None:
    ava = desk.client("Ava")
    for _ in range(2):
        builders.appointment(desk.store, client_id=ava, status=AppointmentStatus.COMPLETED)
    desk.workspace.selection.choose(ava)

    def fill(dialog: QWidget) -> None:
        assert isinstance(dialog, SessionsDialog)
        assert dialog.count.text() == "2 sessions chosen"
        item = dialog.list.item(0)
        item.setCheckState(Qt.CheckState.Unchecked)
        dialog.confirm()
        assert dialog.form.error("unit_price"), "a price is needed"
        QTest.keyClicks(dialog.form.widget("unit_price"), "65")
        dialog.confirm()

    def go_on(dialog: QWidget) -> None:
        in_dialog(fill)
        confirm(dialog)

    in_dialog(go_on)
    desk.panel.invoice_sessions()
    desk.settle()
    (line,) = desk.details(desk.panel.invoice_id or ava).draft.lines
    assert (line.text, line.unit_price, line.tax_rate_ppm) == ("Personal training, 60 min", 6_500, 190_000)


def test_of_whom_nothing_is_to_be_invoiced_is_told_by_name(desk: Desk) -> None:
    desk.workspace.selection.choose(desk.client("Ava", "Nguyen"))
    in_dialog(confirm)
    with pytest.raises(UserError, match="Ava Nguyen has had no session that is not invoiced"):
        desk.panel.invoice_sessions()


def test_a_panel_in_which_nothing_is_chosen_says_so(desk: Desk) -> None:
    assert isinstance(desk.workspace, Workspace)
    for act in (desk.panel.send, desk.panel.record_payment, desk.panel.save_pdf, desk.panel.delete):
        with pytest.raises(UserError, match="Choose an invoice first"):
            act()
