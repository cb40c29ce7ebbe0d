"""Invoice numbers: prefix, year and counter, without a gap in their series, taken in the transaction that sends."""

import re
from datetime import date

import sqlalchemy as sa
from msgspec import Struct

from fitwell_desktop.core.cleaning import clean_line
from fitwell_desktop.core.database import Session
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.store import command, query
from fitwell_desktop.models.billing import Invoice
from fitwell_desktop.models.numbering import InvoiceSeries
from fitwell_desktop.vocabulary import InvoiceKind, Right

LONGEST_PREFIX = 20
MOST_DIGITS = 12
LARGEST_NUMBER = 10**MOST_DIGITS - 1
NAMES = {InvoiceKind.INVOICE: "Invoices", InvoiceKind.CREDIT_NOTE: "Credit notes"}


class Numbering(Struct, frozen=True):
    """How the practice numbers its invoices, and the number that comes next."""

    prefix: str
    by_year: bool
    digits: int
    next_number: int
    next_text: str


def number_text(prefix: str, year: int, digits: int, number: int) -> str:
    """The number as it is printed: `"FW-2026-0007"`; without a year where the count runs on over the years."""
    return f"{prefix}{f'{year}-' if year else ''}{number:0{digits}}"


def take_number(session: Session, invoice: Invoice, issued_on: date) -> None:
    """Give the invoice the next number of its series. A series that begins anew each year begins here."""
    series = series_for(session, invoice.kind, issued_on)
    _ensure_in_order(session, series, issued_on)
    text = number_text(series.prefix, series.year, series.digits, series.next_number)
    _ensure_new(session, text)
    invoice.series_id, invoice.number, invoice.invoice_number = series.id, series.next_number, text
    series.next_number += 1


def series_for(session: Session, kind: InvoiceKind, issued_on: date) -> InvoiceSeries:
    """The series for that day's numbers, made where there is none yet."""
    usual = _usual(session, kind)
    if usual is None:
        return _begin(
            session, InvoiceSeries(name=NAMES[kind], kind=kind, prefix=_initials(kind), is_default=True), issued_on.year
        )
    if usual.year in {0, issued_on.year}:
        return usual
    same = sa.select(InvoiceSeries).filter_by(kind=kind, prefix=usual.prefix, year=issued_on.year)
    found = session.scalar(same)
    if found is None:
        copy = InvoiceSeries(name=usual.name, kind=kind, prefix=usual.prefix, digits=usual.digits)
        found = _begin(session, copy, issued_on.year)
    return found


@query()
def numbering(session: Session, today: date, kind: InvoiceKind = InvoiceKind.INVOICE) -> Numbering:
    """How invoices are numbered, for Preferences."""
    usual = _usual(session, kind)
    prefix, by_year, digits = (usual.prefix, usual.year != 0, usual.digits) if usual else (_initials(kind), True, 4)
    year = today.year if by_year else 0
    current = session.scalar(sa.select(InvoiceSeries).filter_by(kind=kind, prefix=prefix, year=year))
    number = current.next_number if current else 1
    return Numbering(prefix, by_year, digits, number, number_text(prefix, year, digits, number))


@command("Change invoice numbers", needs=Right.PRACTICE)
def set_numbering(
    session: Session, today: date, prefix: str, *, by_year: bool, digits: int = 4, next_number: int = 0
) -> None:
    """Choose how invoices are numbered from now on. `next_number` may be given while the series is unused."""
    kind, year = InvoiceKind.INVOICE, today.year if by_year else 0
    prefix = _fit(prefix, digits)
    if not 0 <= next_number <= LARGEST_NUMBER:
        raise UserError(f"The next number has up to {MOST_DIGITS} digits, and is at least 1.", field="next_number")
    _ensure_apart(session, kind, prefix, by_year=by_year)
    former = _usual(session, kind)
    series = session.scalar(sa.select(InvoiceSeries).filter_by(kind=kind, prefix=prefix, year=year))
    if series is None:
        series = _begin(session, InvoiceSeries(name=NAMES[kind], kind=kind, prefix=prefix), year)
    if next_number and next_number != series.next_number:
        _ensure_unused(session, series)
        series.first_number = series.next_number = next_number
    series.digits = digits
    if former is not None and former is not series:
        former.is_default = False
    series.is_default = True


def _usual(session: Session, kind: InvoiceKind) -> InvoiceSeries | None:
    return session.scalar(
        sa.select(InvoiceSeries).filter_by(kind=kind, is_default=True).order_by(InvoiceSeries.id.desc()).limit(1)
    )


def _begin(session: Session, series: InvoiceSeries, year: int) -> InvoiceSeries:
    series.year = year
    session.add(series)
    session.flush()
    return series


def _initials(kind: InvoiceKind) -> str:
    return "CN-" if kind is InvoiceKind.CREDIT_NOTE else ""


def _ensure_in_order(session: Session, series: InvoiceSeries, issued_on: date) -> None:
    latest = session.scalar(sa.select(sa.func.max(Invoice.issued_on)).where(Invoice.series_id == series.id))
    if latest and issued_on < latest:
        raise UserError(
            f"The newest invoice is dated {latest.isoformat()}, and today is {issued_on.isoformat()} by this computer’s"
            " clock. Please set the clock right, so that numbers and dates stay in order."
        )


def _ensure_new(session: Session, text: str) -> None:
    if session.scalar(sa.select(Invoice.id).filter_by(invoice_number=text)):
        raise UserError(
            f"Number {text} was given before, by other settings. Choose another prefix in Preferences, under “Money and taxes”."
        )


def _ensure_apart(session: Session, kind: InvoiceKind, prefix: str, *, by_year: bool) -> None:
    """Raise UserError where numbers of that form could be written as another series writes its own."""
    used = sa.select(Invoice.id).where(Invoice.series_id == InvoiceSeries.id).exists()
    found = sa.select(InvoiceSeries.kind, InvoiceSeries.prefix, InvoiceSeries.year).where(used)
    others = {(of_kind, text, year != 0) for of_kind, text, year in session.execute(found)}
    if not any(of_kind is InvoiceKind.CREDIT_NOTE for of_kind, _, _ in others):
        others.add((InvoiceKind.CREDIT_NOTE, _initials(InvoiceKind.CREDIT_NOTE), True))
    for of_kind, text, yearly in others - {(kind, prefix, by_year)}:
        if may_meet((prefix, by_year), (text, yearly)):
            example = number_text(text, 2026 if yearly else 0, 4, 1)
            raise UserError(
                f"{NAMES[of_kind]} are numbered like {example} already, and both could come to the same number. "
                "Choose another prefix, such as one that ends with a letter.",
                field="prefix",
            )


def may_meet(one: tuple[str, bool], other: tuple[str, bool]) -> bool:
    """Whether two forms, each a prefix and whether a year follows it, could write the same number: where one is the
    other with digits after it, which the counter may show as well.
    """
    if one[1] and other[1]:
        return one[0] == other[0]
    if not one[1] and not other[1]:
        shorter, longer = sorted((one[0], other[0]), key=len)
        return re.fullmatch(re.escape(shorter) + "[0-9]*", longer) is not None
    yearly, plain = (one[0], other[0]) if one[1] else (other[0], one[0])
    return re.fullmatch(re.escape(yearly) + "[0-9]{4}-[0-9]*", plain) is not None


def _fit(prefix: str, digits: int) -> str:
    prefix = clean_line(prefix)
    if len(prefix) > LONGEST_PREFIX:
        raise UserError(f"The prefix may have up to {LONGEST_PREFIX} letters.", field="prefix")
    if not 1 <= digits <= MOST_DIGITS:
        raise UserError(f"The counter has 1 to {MOST_DIGITS} digits.", field="digits")
    return prefix


def _ensure_unused(session: Session, series: InvoiceSeries) -> None:
    if session.scalar(sa.select(Invoice.id).where(Invoice.series_id == series.id).limit(1)):
        raise UserError(
            "Invoices were already sent with these numbers, which must have no gap. Choose another prefix to begin anew.",
            field="next_number",
        )
