"""A thousand invoices on paper, and a document of ten pages beside other libraries that write PDF."""

from datetime import date
from io import BytesIO
from time import perf_counter

from msgspec.structs import replace
from pypdf import PdfReader

from benchmarks.benchmark import Benchmark, Conditions, Figure, Measured
from benchmarks.paper_peers import pages_per_second
from benchmarks.samples import elapsed_ms
from fitwell_desktop.domain.billing.amounts import Reduction, totals
from fitwell_desktop.domain.billing.document import InvoiceDocument
from fitwell_desktop.models.billing import InvoiceLine, Party
from fitwell_desktop.reports.invoice import invoice_pdf

ISSUER = Party(
    "Harbour Strength", "Harbour Street 1\n20457 Hamburg", "hello@example.org", locale="de_DE", brand_color="#0B7A63"
)
RECIPIENT = Party("Ava Nguyen", "Elm Road 12\n20359 Hamburg", locale="en_GB")
PAGES = 10


def document(number: int, lines: int) -> InvoiceDocument:
    """An invoice with so many lines."""
    said = tuple(_line(number + at) for at in range(lines))
    return InvoiceDocument(
        number=f"2026-{number:05d}",
        issued_on=date(2026, 11, 5),
        due_on=date(2026, 11, 19),
        currency="EUR",
        issuer=ISSUER,
        recipient=replace(RECIPIENT, name=f"Ava Nguyen {number}"),
        lines=said,
        amounts=totals(said, Reduction(), tax_included=True),
        tax_included=True,
    )


def _measure(conditions: Conditions) -> Measured:
    count = conditions.some(1_000, 5)
    documents = [document(number, number % 8 + 1) for number in range(count)]
    first = elapsed_ms(lambda: invoice_pdf(documents[0]))
    start = perf_counter()
    files = [invoice_pdf(one) for one in documents]
    seconds = perf_counter() - start
    pages = sum(map(pages_of, files))
    long = _long_document()
    fastest = min(elapsed_ms(lambda: invoice_pdf(long)) for _ in range(conditions.some(10, 1)))
    ours = pages_of(invoice_pdf(long)) / fastest * 1000
    values = {"first": first, "thousand": seconds, "per_second": pages / seconds, "long": ours}
    remarks = [f"{count:,} invoices have {pages:,} pages; the long document has {len(long.lines)} lines"]
    for name in () if conditions.quick else ("weasyprint", "fpdf2"):
        theirs = pages_per_second(name, len(long.lines))
        if theirs is None:
            remarks.append(f"{name} is not here, or does not run: python -m benchmarks --install-peers")
        else:
            values |= {f"long_{name}": theirs, f"ratio_{name}": ours / theirs}
    return Measured(values, remarks)


def pages_of(pdf: bytes) -> int:
    """How many pages a document has."""
    return len(PdfReader(BytesIO(pdf)).pages)


def _long_document() -> InvoiceDocument:
    """A document of ten pages."""
    lines = 40
    while pages_of(invoice_pdf(document(1, lines))) < PAGES:
        lines += 20
    return document(1, lines)


def _line(number: int) -> InvoiceLine:
    return InvoiceLine(
        f"Personal training, 60 minutes, session {number}",
        unit_price=6_500 + number % 9 * 250,
        tax_rate_ppm=190_000,
        serviced_on=date(2026, 10, number % 28 + 1),
    )


BENCHMARK = Benchmark(
    "invoices",
    "invoices to PDF",
    (
        Figure("first", "ms", "the first invoice, fonts and all"),
        Figure("thousand", "s", "1,000 invoices"),
        Figure("per_second", "pages/s", "  pages a second"),
        Figure("long", "pages/s", "a document of 10 pages"),
        Figure("long_weasyprint", "pages/s", "  the like by WeasyPrint"),
        Figure("ratio_weasyprint", "×", "  against it", at_least=15),
        Figure("long_fpdf2", "pages/s", "  the like by fpdf2"),
        Figure("ratio_fpdf2", "×", "  against it", at_least=7),
    ),
    _measure,
)
