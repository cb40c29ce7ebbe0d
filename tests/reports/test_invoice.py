"""The invoice's PDF: what stands on it, in whose language, and that its bytes never change."""

import subprocess
import sys
from datetime import UTC, date, datetime
from hashlib import sha256
from io import BytesIO

import pytest
import time_machine
from pypdf import PdfReader

from fitwell_desktop.domain.billing.amounts import InvoiceLine, Reduction
from fitwell_desktop.domain.billing.document import InvoiceDocument
from fitwell_desktop.reports.invoice import invoice_pdf
from tests.reports.samples import document, logo, training


def read(pdf: bytes) -> PdfReader:
    return PdfReader(BytesIO(pdf))


def text_of(of: InvoiceDocument) -> str:
    return "\n".join(page.extract_text() for page in read(invoice_pdf(of)).pages).replace("\u00a0", " ")


def test_all_that_an_invoice_must_say_stands_on_it() -> None:
    said = text_of(document(training(), training(price=5_000), notes="Thank you."))
    for words in (
        "Invoice 2026-0042",
        "Harbour Strength · Am Sandtorkai 12 · 20457 Hamburg",
        "Anna Müller",
        "Hafenstraße 1",
        "2 March 2026",
        "16 March 2026",
        "27/123/45678",
        "Personal training, 60 min",
        "€125.00",
        "VAT 19%",
        "19.95",
        "Thank you.",
        "IBAN DE02 1203 0000 0000 2020 51",
        "Please pay €125.00 by 16 March 2026, quoting 2026-0042.",
        "Page 1 of 1",
    ):
        assert words in said


def test_the_document_knows_its_title_and_author() -> None:
    found = read(invoice_pdf(document())).metadata
    assert found is not None
    assert (found.title, found.author) == ("Invoice 2026-0042", "Harbour Strength")


def test_the_bytes_are_the_same_in_another_process_on_another_day() -> None:
    of = document(training(), training("Nutrition plan", 12_000), reduction=Reduction(rate_ppm=100_000))
    with time_machine.travel(datetime(2026, 3, 2, tzinfo=UTC)):
        here = invoice_pdf(of, logo())
    with time_machine.travel(datetime(2031, 7, 9, tzinfo=UTC)):
        assert invoice_pdf(of, logo()) == here
    script = (
        "from hashlib import sha256; from tests.reports.samples import *; from fitwell_desktop.reports.invoice import *;"
        "of = document(training(), training('Nutrition plan', 12_000), reduction=Reduction(rate_ppm=100_000));"
        "print(sha256(invoice_pdf(of, logo())).hexdigest())"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == sha256(here).hexdigest()


def test_what_is_printed_before_leaves_no_trace() -> None:
    alone = invoice_pdf(document())
    invoice_pdf(document(training("Ωmega, Привет")), logo())
    assert invoice_pdf(document()) == alone


def test_each_rate_has_its_own_tax() -> None:
    book = InvoiceLine("Book", 1_990, tax_name="VAT", tax_rate_ppm=70_000)
    said = text_of(document(training(), book, tax_included=False))
    assert "VAT 19% 75.00 14.25 89.25" in " ".join(said.split())
    assert "VAT 7% 19.90 1.39 21.29" in " ".join(said.split())


def test_discounts_are_shown_with_their_reason() -> None:
    said = text_of(
        document(training(discount_rate_ppm=100_000), reduction=Reduction(fixed=500), discount_reason="Loyal client")
    )
    assert "Discount 10%: −7.50" in said
    assert "Discount (Loyal client)" in said
    assert "€62.50" in said


def test_an_invoice_is_written_in_the_language_of_whom_it_is_for() -> None:
    said = text_of(document(recipient={"locale": "de"}))
    assert "Rechnung 2026-0042" in said
    assert "Bitte zahlen Sie 75,00 € bis zum 16. März 2026" in said
    assert "Facture" in text_of(document(recipient={"locale": "fr-FR"}))


@pytest.mark.parametrize("locale", ["tlh", "no such", "\x00", "en_XX_YY_ZZ"])
def test_an_unknown_language_is_written_as_the_practice_writes(locale: str) -> None:
    assert "2 March 2026" in text_of(document(recipient={"locale": locale}))


@pytest.mark.parametrize(("currency", "shown"), [("JPY", "¥7,500"), ("KWD", "7.500"), ("EUR", "€75.00")])
def test_each_currency_has_its_own_decimals(currency: str, shown: str) -> None:
    assert shown in text_of(document(currency=currency, issuer={"locale": "en_US"}))


@pytest.mark.parametrize(("locale", "size"), [("en_GB", (595, 842)), ("en_US", (612, 792)), ("es-MX", (612, 792))])
def test_the_paper_is_that_of_the_country(locale: str, size: tuple[int, int]) -> None:
    box = read(invoice_pdf(document(issuer={"locale": locale}))).pages[0].mediabox
    assert (round(box.width), round(box.height)) == size


def test_a_long_invoice_goes_on_over_pages_that_are_counted() -> None:
    lines = [training(f"Session {number}") for number in range(70)]
    pages = [page.extract_text() for page in read(invoice_pdf(document(*lines))).pages]
    assert len(pages) > 2
    assert all(f"Page {number} of {len(pages)}" in page for number, page in enumerate(pages, 1))
    assert all("Description" in page for page in pages[:-1])
    said = "\n".join(pages)
    assert all(f"Session {number}\n" in said for number in range(70))


@pytest.mark.parametrize("count", range(8, 40, 3))
def test_how_to_pay_stands_on_the_page_of_the_total(count: int) -> None:
    pages = read(invoice_pdf(document(*[training(f"Session {number}") for number in range(count)]))).pages
    last = pages[-1].extract_text()
    assert "Total" in last
    assert "Please pay" in last


def test_a_description_longer_than_a_page_is_printed_whole() -> None:
    words = [f"word{number}" for number in range(1_500)]
    said = text_of(document(training(" ".join(words)))).split()
    assert [word for word in said if word.startswith("word")] == words


def test_an_invoice_over_nothing_asks_for_nothing() -> None:
    said = text_of(document(training(price=0)))
    assert "There is nothing to pay." in said
    assert "IBAN" not in said


def test_a_draft_says_that_it_is_one() -> None:
    assert "Invoice – Draft" in text_of(document(number=""))


HOSTILE = [
    "<img src='/etc/passwd'/>",
    "Anna <b Müller & Söhne",
    "[[[getattr(pow, Word('__globals__'))['os'].system('touch /tmp/x') for Word in [str]]]] <font color='x'>",
    "NUL \x00 bell \x07 half \ud800 turned \u202e end",
    "x" * 5_000,
    "\n".join(f"line {number}" for number in range(300)),
    "日本語 العربية 🏋️",
    "(unbalanced \\ ) %s {0} {amount}",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_only_text(text: str) -> None:
    of = document(
        training(text, tax_name=text),
        notes=text,
        number=text[:30],
        discount_reason=text,
        reduction=Reduction(fixed=1),
        issuer={"name": text, "address": text, "payment_details": text, "email": text, "brand_color": text},
        recipient={"name": text, "address": text},
    )
    assert read(invoice_pdf(of)).pages


def test_markup_is_printed_as_it_was_typed() -> None:
    assert "Anna <b Müller & Söhne" in text_of(document(recipient={"name": "Anna <b Müller & Söhne"}))


@pytest.mark.parametrize("broken", [b"no picture", logo()[:200], b"%PDF-1.4"])
def test_a_broken_logo_stops_no_invoice(broken: bytes) -> None:
    assert read(invoice_pdf(document(), broken)).pages


def test_the_file_has_a_name_that_every_system_takes() -> None:
    assert document().file_name == "2026-0042 Anna Müller.pdf"
    assert document(number="A/1", recipient={"name": "..\\x:y*"}).file_name == "A-1 ..-x-y-.pdf"
    assert document().period == (date(2026, 2, 3), date(2026, 2, 3))
