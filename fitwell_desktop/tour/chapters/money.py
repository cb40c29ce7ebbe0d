"""Money: the practice's letterhead, an invoice with lines and tax, its PDF, and a payment."""

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from fitwell_desktop.domain.accounts.practice import PracticeSettings, practice_settings
from fitwell_desktop.domain.billing.details import InvoiceDetails, invoice
from fitwell_desktop.tour.chapter import Chapter
from fitwell_desktop.tour.driver import LOOK, answering, choose, drop_file, fill, find, key, row, until
from fitwell_desktop.tour.failure import ensure
from fitwell_desktop.tour.finding import sentences
from fitwell_desktop.tour.stage import Stage
from fitwell_desktop.ui.icons import paint_icon
from fitwell_desktop.ui.painting import rounded
from fitwell_desktop.ui.widgets.grid import Grid
from fitwell_desktop.views.billing.panel import BillingPanel
from fitwell_desktop.views.preferences.branding import BrandingSection
from fitwell_desktop.vocabulary import InvoiceStatus, PaymentMethod

COLOR = "#1D4E89"
SECTIONS = "Sections"


def give_address(stage: Stage) -> None:
    """The practice gets its address and its bank, which stand on every invoice."""
    key("G, ,")
    row(SECTIONS, "Practice")
    fill("Address", "4 Harbour Lane")
    fill("E-mail", "hello@example.com")
    fill("Phone", "01 555 0100")
    fill("Tax number", "IE1234567X")
    fill("Bank details", "Harbour Strength, IE00 BANK 0000 0012 3456 78")
    settings = _settings(stage)
    ensure(settings.address == "4 Harbour Lane", f"The address is “{settings.address}”.")
    ensure("IE00" in settings.payment_details, "The bank details are not kept.")
    stage.picture("preferences")


def give_logo(stage: Stage) -> None:
    """A picture that falls on the branding is the logo, and a colour is typed."""
    row(SECTIONS, "Branding")
    logo = stage.out / "logo.png"
    draw_logo(logo)
    drop_file(find_section(stage), logo)
    until(lambda: _settings(stage).logo, "The logo is not taken.")
    fill("Brand colour", COLOR)
    ensure(_settings(stage).brand_color.casefold() == COLOR.casefold(), "The colour is not kept.")
    stage.picture("branding")


def set_tax(stage: Stage) -> None:
    """The tax that new lines begin with is set."""
    row(SECTIONS, "Money and taxes")
    fill("Tax", "VAT")
    fill("Rate", "23")
    fill("Due after", "14")
    ensure([(tax.name, tax.rate_ppm) for tax in _settings(stage).tax_rates] == [("VAT", 230_000)], "No tax is kept.")


def draft(stage: Stage) -> None:
    """A draft for the client in hand is typed like a spreadsheet, and adds itself up."""
    key("Ctrl+3")
    answering(lambda: key("Ctrl+I"), lambda: key("Return"))
    grid = find("Lines", Grid)
    grid.setFocus()
    grid.setCurrentCell(0, 0)
    _type_line(grid, "Personal training, 90 min", "1", "85.00", "", "")
    _type_line(grid, "Ten sessions, paid ahead", "10", "65.00", "", "10 %")
    fill("Note to the client", "Thank you, Aoife. See you on Thursday.")
    amounts = _invoice(stage).amounts
    ensure(amounts.total == 67_000, f"The draft comes to {amounts.total} cents instead of €670.00.")
    until(lambda: "€670.00" in sentences(), "The total is not on the screen.")
    stage.picture("draft")


def send(stage: Stage) -> None:
    """Sending gives it its number and closes it; its PDF is shown."""
    key("Ctrl+Alt+Return")
    until(lambda: _invoice(stage).status is InvoiceStatus.SENT, "The invoice is not sent.")
    ensure(_invoice(stage).number, "The invoice has no number.")
    until(lambda: _panel(stage).sent.document.pages() == 1, "The invoice is not shown as one page.")
    stage.both("invoice-sent")


def save_pdf(stage: Stage) -> None:
    """The PDF is saved, the same to the byte each time."""
    first, second = stage.out / "invoice.pdf", stage.out / "again.pdf"
    for path in (second, first):
        _panel(stage).save_to(path)
    ensure(first.read_bytes().startswith(b"%PDF-"), "The file is no PDF.")
    ensure(first.read_bytes() == second.read_bytes(), "Saved twice, the PDF is not the same.")
    second.unlink()


def take_cash(stage: Stage) -> None:
    """A cash payment settles it."""

    def answer() -> None:
        choose("How it was paid", PaymentMethod.CASH.label)
        stage.picture("payment")
        key("Ctrl+Return")

    answering(lambda: key("Ctrl+Alt+R"), answer)
    until(lambda: _invoice(stage).status is InvoiceStatus.PAID, "The invoice is not paid.")
    ensure(_invoice(stage).owed == 0, f"{_invoice(stage).owed} cents are still owed.")
    stage.picture("invoice-paid")


def show_today(stage: Stage) -> None:
    """Today shows the session and what came in."""
    key("Ctrl+1")
    key("G, T")
    until(lambda: "Good" in sentences(), "Today does not open.")
    stage.both("today")


def draw_logo(path: Path) -> None:
    """A logo as a small practice may have one."""
    image = QImage(256, 256, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    rounded(painter, image.rect(), 56, QColor(COLOR))
    paint_icon(painter, "dumbbell", QRect(44, 44, 168, 168), QColor("white"))
    painter.end()
    image.save(str(path))


def find_section(stage: Stage) -> BrandingSection:
    """The branding, which takes pictures that fall on it."""
    section = stage.window.findChild(BrandingSection)
    assert isinstance(section, BrandingSection)
    return section


def _type_line(grid: Grid, *cells: str) -> None:
    """Type a line cell by cell; an empty text leaves its cell as it is."""
    for text in cells:
        begun = 1 if text and _editor(grid) is None else 0
        QTest.keyClicks(grid, text[:begun])
        QTest.keyClicks(_editor(grid) or grid, text[begun:])
        QTest.keyClick(_editor(grid) or grid, Qt.Key.Key_Tab)
        QTest.qWait(LOOK)


def _editor(grid: Grid) -> QLineEdit | None:
    """The line in which a cell is being typed."""
    return next((line for line in grid.viewport().findChildren(QLineEdit) if line.isVisible()), None)


def _settings(stage: Stage) -> PracticeSettings:
    return stage.store.ask(practice_settings)


def _panel(stage: Stage) -> BillingPanel:
    return stage.panel("billing", BillingPanel)


def _invoice(stage: Stage) -> InvoiceDetails:
    invoice_id: UUID | None = _panel(stage).invoice_id
    ensure(invoice_id, "No invoice is in hand.")
    assert invoice_id is not None
    found = stage.store.ask(invoice, invoice_id)
    assert found is not None
    return found


MONEY = Chapter("Money", (give_address, give_logo, set_tax, draft, send, save_pdf, take_cash, show_today))
