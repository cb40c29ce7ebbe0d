"""A sent invoice: its document is shown, saved and dragged out; payments are recorded."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from threading import Event, Thread

import pytest
import sqlalchemy as sa
from pypdf import PdfReader
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fitwell_desktop.core.database import Session
from fitwell_desktop.core.errors import Conflict, UserError
from fitwell_desktop.core.folder import PracticeFolder
from fitwell_desktop.core.store import Store, command
from fitwell_desktop.domain.accounts.attachments import StoredFile, attach
from fitwell_desktop.domain.billing.amounts import InvoiceLine
from fitwell_desktop.domain.billing.commands import record_payment
from fitwell_desktop.domain.billing.document import InvoiceDocument
from fitwell_desktop.media.attachments import Attachments
from fitwell_desktop.models.accounts import Practice
from fitwell_desktop.reports.invoice import invoice_pdf
from fitwell_desktop.views.billing.dialogs import PaymentDialog
from fitwell_desktop.vocabulary import InvoiceStatus, PaymentMethod, Right
from tests.reports.samples import logo
from tests.views.billing.conftest import Desk


def pay(desk: Desk, act: Callable[[PaymentDialog], None]) -> None:
    """Press “Record payment…” and do this in its dialog."""

    def meet() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PaymentDialog)
        act(dialog)

    QTimer.singleShot(0, meet)
    QTest.mouseClick(desk.panel.sent.pay, Qt.MouseButton.LeftButton)
    desk.settle()


def test_the_document_is_shown_page_by_page(desk: Desk) -> None:
    desk.sent(desk.client("Ava"))
    assert desk.panel.sent.document.pages() == 1
    desk.sent(desk.client("Ben"), *[InvoiceLine(f"Session {number}", 100) for number in range(60)])
    assert desk.panel.sent.document.pages() > 1


def test_a_document_is_drawn_once_however_often_the_panel_reloads(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    drawn: list[str] = []

    def watched(document: InvoiceDocument, picture: bytes | None = None) -> bytes:
        drawn.append(document.number)
        return invoice_pdf(document, picture)

    monkeypatch.setattr("fitwell_desktop.reports.invoice.invoice_pdf", watched)
    desk.sent(desk.client("Ava"))
    for _ in range(3):
        desk.panel.reload()
    desk.panel.save_to(tmp_path / "out.pdf")
    assert drawn == ["2026-0001"]
    desk.sent(desk.client("Ben"))
    assert drawn == ["2026-0001", "2026-0002"]


def test_what_is_owed_is_offered_as_the_amount(desk: Desk) -> None:
    invoice_id = desk.sent(desk.client("Ava"))

    def confirm(dialog: PaymentDialog) -> None:
        assert dialog.form.values()["amount"] == 7_500
        dialog.confirm()

    pay(desk, confirm)
    found = desk.details(invoice_id)
    assert (found.status, found.payments[0].method) == (InvoiceStatus.PAID, PaymentMethod.CASH)
    assert desk.panel.sent.owed.text() == "€75.00, settled"
    assert not desk.panel.sent.pay.isVisible()
    assert desk.window.toasts.sentence() == "Payment recorded"


def test_a_part_can_be_paid_and_too_much_is_refused_beside_the_amount(desk: Desk) -> None:
    invoice_id = desk.sent(desk.client("Ava"))

    def fill(dialog: PaymentDialog) -> None:
        amount = dialog.form.widget("amount")
        for typed in ("75.01", "25"):
            amount.setFocus()
            amount.selectAll()  # type: ignore[attr-defined]  # a line of text
            QTest.keyClicks(amount, typed)
            dialog.confirm()
            if typed == "75.01":
                assert "more than is still owed" in dialog.form.error("amount")

    pay(desk, fill)
    assert desk.details(invoice_id).owed == 5_000
    assert desk.panel.sent.owed.text() == "€50.00 of €75.00 still to come"
    assert desk.panel.sent.payments.text() == "€25.00 · Cash · Today"


def test_a_paid_invoice_says_when_and_how_it_was_paid(desk: Desk) -> None:
    invoice_id, sent = desk.sent(desk.client("Ava")), desk.panel.sent
    assert sent.paid.text() == ""
    desk.store.do(record_payment, invoice_id, 7_500, PaymentMethod.CASH, date(2026, 2, 27))
    desk.settle()
    assert (sent.state.accessibleName(), sent.paid.text()) == ("Paid", "on 27 Feb 2026 · cash")


def test_what_was_paid_in_parts_names_each_of_them(desk: Desk) -> None:
    invoice_id, sent = desk.sent(desk.client("Ava")), desk.panel.sent
    desk.store.do(record_payment, invoice_id, 2_500, PaymentMethod.CASH)
    desk.settle()
    assert sent.paid.text() == "", "for it is not paid yet"
    desk.store.do(record_payment, invoice_id, 5_000, PaymentMethod.BANK_TRANSFER, date(2026, 2, 27))
    desk.settle()
    assert sent.paid.text() == "on 2 Mar 2026 · 2 payments"
    assert sent.payments.text() == "€50.00 · Bank transfer · Fri 27 Feb\n€25.00 · Cash · Today"


def test_a_payment_recorded_by_mistake_is_removed_and_brought_back(desk: Desk, tmp_path: Path) -> None:
    invoice_id, panel = desk.sent(desk.client("Ava")), desk.panel
    before, after = tmp_path / "before.pdf", tmp_path / "after.pdf"
    desk.store.do(record_payment, invoice_id, 7_500, PaymentMethod.CASH)
    desk.settle()
    panel.save_to(before)
    QTest.mouseClick(panel.sent.payments.lines[0].remove, Qt.MouseButton.LeftButton)
    desk.settle()
    assert desk.details(invoice_id).status is InvoiceStatus.SENT
    assert (panel.sent.owed.text(), panel.sent.paid.text()) == ("€75.00 to be paid", "")
    assert not panel.sent.payments.isVisible()
    assert panel.open.accessibleName() == "Open: €75.00  1 invoice"
    assert panel.paid.accessibleName() == "Paid this month: €0.00"
    assert desk.window.toasts.sentence() == "Payment of €75.00 removed"
    panel._drawn = None  # so that it is drawn anew
    panel.save_to(after)
    assert after.read_bytes() == before.read_bytes()
    desk.store.undo()
    desk.settle()
    assert panel.sent.payments.text() == "€75.00 · Cash · Today"
    assert desk.details(invoice_id).status is InvoiceStatus.PAID


def test_after_the_document_was_saved_a_payment_is_still_undone(desk: Desk, tmp_path: Path) -> None:
    invoice_id = desk.sent(desk.client("Ava"))
    pay(desk, PaymentDialog.confirm)
    desk.panel.save_to(tmp_path / "out.pdf")
    assert desk.store.undo() == "Record payment"
    desk.settle()
    assert (desk.details(invoice_id).owed, desk.panel.sent.owed.text()) == (7_500, "€75.00 to be paid")


def test_the_keyboard_goes_on_to_what_is_owed_when_a_payment_is_removed(desk: Desk) -> None:
    invoice_id, sent = desk.sent(desk.client("Ava")), desk.panel.sent
    for amount in (2_500, 5_000):
        desk.store.do(record_payment, invoice_id, amount, PaymentMethod.CASH)
    desk.settle()
    first = sent.payments.lines[0]
    assert [entry.text() for entry in first.menu().actions()] == ["Remove payment"]
    first.remove.setFocus()
    QTest.keyClick(first.remove, Qt.Key.Key_Space)
    desk.settle()
    assert len(sent.payments.lines) == 1
    assert sent.pay.hasFocus()


def test_a_payment_changes_no_byte_of_the_document(desk: Desk, tmp_path: Path) -> None:
    invoice_id = desk.sent(desk.client("Ava"))
    before, after = tmp_path / "before.pdf", tmp_path / "after.pdf"
    desk.panel.save_to(before)
    desk.store.do(record_payment, invoice_id, 7_500, PaymentMethod.CASH)
    desk.settle()
    desk.panel._drawn = None  # so that it is drawn anew
    desk.panel.save_to(after)
    assert desk.details(invoice_id).status is InvoiceStatus.PAID
    assert after.read_bytes() == before.read_bytes()


def test_the_pdf_is_saved_as_it_is_shown(desk: Desk, tmp_path: Path) -> None:
    desk.sent(desk.client("Ava", "Nguyen"))
    place = tmp_path / "out.pdf"
    desk.panel.save_to(place)
    assert "Invoice 2026-0001" in PdfReader(place).pages[0].extract_text()
    assert desk.window.toasts.sentence() == "Saved as out.pdf"
    assert desk.workspace.settings.get("billing.folder", "") == str(tmp_path)


def test_a_place_that_takes_no_file_is_said_and_nothing_is_handed_out(desk: Desk, tmp_path: Path) -> None:
    invoice_id = desk.sent(desk.client("Ava"))
    with pytest.raises(UserError, match="choose another place"):
        desk.panel.save_to(tmp_path / "no such folder" / "out.pdf")
    desk.store.undo()
    assert desk.details(invoice_id).status is InvoiceStatus.DRAFT


@command("Import clients", needs=Right.CLIENTS, undoable=False)
def import_clients(session: Session, begun: Event, may_end: Event) -> None:
    begun.set()
    assert may_end.wait(20)


@contextmanager
def busy(store: Store) -> Iterator[None]:
    """The practice while something else is being written."""
    begun, may_end = Event(), Event()
    other = Thread(target=store.do, args=(import_clients, begun, may_end))
    other.start()
    assert begun.wait(20)
    yield
    may_end.set()
    other.join()


def test_nothing_leaves_while_it_can_not_be_noted(desk: Desk, tmp_path: Path) -> None:
    desk.sent(desk.client("Ava"))
    saved, printed = tmp_path / "out" / "saved.pdf", tmp_path / "out" / "printed.pdf"
    saved.parent.mkdir()
    printer = QPrinter()
    printer.setOutputFileName(str(printed))
    ways: list[Callable[[], object]] = [
        lambda: desk.panel.save_to(saved),
        lambda: desk.panel.print_on(printer),
        desk.panel.sent.handle.mime_data,
    ]
    with busy(desk.store):
        for way in ways:
            with pytest.raises(UserError, match="still writing"):
                way()
    assert list(saved.parent.iterdir()) == []


def test_what_was_printed_or_dragged_out_keeps_its_number(desk: Desk, tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    ways: list[Callable[[], object]] = [lambda: desk.panel.print_on(printer), desk.panel.sent.handle.mime_data]
    for way in ways:
        desk.sent(desk.client("Ava"))
        way()
        with pytest.raises(Conflict, match="saved or printed since"):
            desk.store.undo()


def test_on_paper_of_another_size_a_page_keeps_its_proportions(desk: Desk, tmp_path: Path) -> None:
    desk.sent(desk.client("Ava"))
    printer = QPrinter()
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    desk.panel.print_on(printer)
    (page,) = PdfReader(tmp_path / "printed.pdf").pages
    drawn: list[float] = []

    def see(operator: bytes, _operands: object, matrix: list[float], _text: object) -> None:
        if operator == b"Do":
            drawn.append(abs(matrix[3] / matrix[0]))

    page.extract_text(visitor_operand_before=see)
    height_to_width_of_a4 = 297 / 210
    assert drawn == [pytest.approx(height_to_width_of_a4, rel=0.005)]


def test_a_draft_has_no_pdf_to_save(desk: Desk, tmp_path: Path) -> None:
    desk.draft(desk.client("Ava"))
    with pytest.raises(UserError, match="still a draft"):
        desk.panel.save_to(tmp_path / "out.pdf")


def test_the_pdf_can_be_dragged_out_under_its_own_name(desk: Desk) -> None:
    desk.sent(desk.client("Ava", "Nguyen"))
    assert desk.panel.sent.handle.text() == "2026-0001 Ava Nguyen.pdf"
    (url,) = desk.panel.sent.handle.mime_data().urls()
    path = Path(url.toLocalFile())
    assert path.name == "2026-0001 Ava Nguyen.pdf"
    assert PdfReader(path).pages


def test_each_page_is_printed_on_a_page(desk: Desk, tmp_path: Path) -> None:
    desk.sent(desk.client("Ava"), *[InvoiceLine(f"Session {number}", 100) for number in range(60)])
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    desk.panel.sent.document.print_on(printer)
    assert len(PdfReader(tmp_path / "printed.pdf").pages) == desk.panel.sent.document.pages() > 1


@command("Choose logo", needs=Right.PRACTICE)
def choose_logo(session: Session, file: StoredFile) -> None:
    session.scalars(sa.select(Practice)).one().logo_id = attach(session, file).id


def test_the_practices_logo_is_on_the_document(desk: Desk, tmp_path: Path) -> None:
    media = Attachments(PracticeFolder(desk.store.database.path.parent).media)
    desk.store.do(choose_logo, media.take_bytes("logo.png", logo()))
    desk.sent(desk.client("Ava"))
    desk.panel.save_to(tmp_path / "out.pdf")
    assert len(PdfReader(tmp_path / "out.pdf").pages[0].images) == 1
