"""The invoice as a document: letterhead, address window, lines, totals with each tax, how to pay."""

from functools import cached_property

from reportlab.lib.utils import ImageReader

from fitwell_desktop.domain.billing.document import InvoiceDocument
from fitwell_desktop.reports.invoice_lines import LineTable
from fitwell_desktop.reports.lettering import INK, QUIET, STRONG, Style, one_line, wrapped
from fitwell_desktop.reports.look import logo_image, readable
from fitwell_desktop.reports.paper import LINE, Paper, page_size
from fitwell_desktop.reports.writing import Writing, written_in

MARGIN = 62.0
WINDOW = 128.0
"""Where an envelope's address window begins."""
LONGEST_WINDOW = 9
"""Lines of a recipient."""
LOGO = (190.0, 46.0)
FOOT = 60.0

NAME = Style(17, STRONG)
TITLE = Style(21, STRONG)
BODY = Style(9.5)
BOLD = Style(9.5, STRONG)
SOFT = Style(9.5, color=QUIET)
SMALL = Style(8, color=QUIET)
SMALL_INK = Style(8)
TINY = Style(6.8, color=QUIET)
GRAND = Style(13, STRONG)


def invoice_pdf(document: InvoiceDocument, logo: bytes | None = None) -> bytes:
    """The invoice's PDF. `logo` holds a PNG or JPEG file; the same arguments give the same bytes on any day."""
    return _Invoice(document, logo_image(logo) if logo else None).paper.pdf()


class _Invoice:
    """Writes one invoice onto paper. `y` is how far down the page it has come."""

    def __init__(self, document: InvoiceDocument, logo: ImageReader | None) -> None:
        issuer = document.issuer
        self.document = document
        self.color = readable(issuer.brand_color)
        self.writing: Writing = written_in(document.recipient.locale, issuer.locale, currency=document.currency)
        self.words = self.writing.words
        self.title = f"{self.words.invoice} {document.number or f'– {self.words.draft}'}"
        self.paper = Paper(self.title, issuer.name, self.writing.locale, page_size(issuer.locale))
        self.paper.foot = self._foot
        self.right = self.paper.width - MARGIN
        self.room = self.paper.width - 2 * MARGIN
        self.y = 0.0
        self._letterhead(logo)
        window_end = self._recipient()
        self.y = max(window_end, self._facts(), 232) + 40
        self.paper.text(MARGIN, self.y, self.title, TITLE)
        self.y += 28
        self._lines()
        self._totals()
        self._notes()
        self._payment()

    # the head

    def _letterhead(self, logo: ImageReader | None) -> None:
        issuer = self.document.issuer
        y = 56.0
        if logo:
            wide, high = logo.getSize()
            scale = min(LOGO[0] / wide, LOGO[1] / high)
            self.paper.image(MARGIN, 38, logo, wide * scale, high * scale)
            self.paper.text(self.right, y - 8, one_line(issuer.name, BOLD, 250), BOLD, "right")
            y += 6
        else:
            style = Style(NAME.size, NAME.font, self.color)
            self.paper.text(MARGIN, y + 4, one_line(issuer.name, style, self.room - 170), style)
        for line in filter(None, (issuer.email, issuer.phone, issuer.website)):
            self.paper.text(self.right, y, one_line(line, SMALL, 240), SMALL, "right")
            y += SMALL.leading

    def _recipient(self) -> float:
        """The address, where an envelope's window shows it; returns where it ends."""
        issuer, recipient = self.document.issuer, self.document.recipient
        sender = " · ".join([issuer.name, *_parts(issuer.address)])
        self.paper.text(MARGIN, WINDOW, one_line(sender, TINY, 235), TINY)
        self.paper.rule(MARGIN, WINDOW + 4, 235, weight=0.4)
        y = WINDOW + 21
        lines = [(line, BOLD) for line in wrapped(recipient.name, BOLD, 235)]
        lines += [(line, BODY) for line in wrapped(recipient.address, BODY, 235)]
        for line, style in lines[:LONGEST_WINDOW]:
            self.paper.text(MARGIN, y, line, style)
            y += BODY.leading
        return y

    def _facts(self) -> float:
        """Number, dates, period: at the right, beside the address; returns where they end."""
        document, words, writing = self.document, self.words, self.writing
        facts = [(words.number, document.number)] if document.number else []
        facts += [(words.date, writing.long_day(document.issued_on)), (words.due, writing.long_day(document.due_on))]
        if document.period:
            facts.append((words.period, writing.days(*document.period)))
        if document.issuer.tax_number:
            facts.append((words.tax_number, document.issuer.tax_number))
        left, y = self.right - 214, WINDOW + 21
        for label, value in facts:
            self.paper.text(left, y, label, SMALL)
            self.paper.text(self.right, y, one_line(value, SMALL_INK, 150), SMALL_INK, "right")
            y += 15
        return y

    # the body

    def _lines(self) -> None:
        table = LineTable(self.document, self.writing, self.room, self.color)
        table.head(self.paper, MARGIN, self.y)
        self.y += table.head_height
        for row in table.rows:
            if row.height > self._left() and row.height <= self._longest():
                self._turn(table)
            for index, line in enumerate(row.lines):
                if line.style.leading > self._left():
                    self._turn(table)
                self.y += line.style.leading
                row.write(self.paper, MARGIN, self.y, index)
            self.y += table.gap
            self.paper.rule(MARGIN, self.y, self.room, weight=0.4)
            self.y += table.gap - 7
        self.y += 22

    def _totals(self) -> None:
        rows = self._sums()
        height = max(len(rows) * 16 + 44, 42 + 13 * len(self.document.amounts.taxes))
        end = self._ending()
        self._ensure(height + end if height + end <= self._longest() else height)
        top, left = self.y, self.right - 220
        for label, value in rows:
            self.paper.text(left, self.y, one_line(label, SOFT, 130), SOFT)
            self.paper.text(self.right, self.y, value, BODY, "right")
            self.y += 16
        self.paper.rule(left, self.y - 4, 220, self.color, 1.2)
        self.y += 15
        self.paper.text(left, self.y, self.words.total, GRAND)
        self.paper.text(self.right, self.y, self.writing.money(self.document.amounts.total), GRAND, "right")
        self.y = max(self.y, self._taxes(top, left - MARGIN - 26)) + 30

    def _sums(self) -> list[tuple[str, str]]:
        """What stands above the total; nothing where the total says it all."""
        document, words, amount = self.document, self.words, self.writing.amount
        amounts = document.amounts
        rows = []
        if amounts.reduction:
            reason = f" ({document.discount_reason})" if document.discount_reason.strip() else ""
            rows.append((words.discount + reason, f"−{amount(amounts.reduction)}"))
        if not document.tax_included:
            rows += [(self._tax_label(tax.name, tax.rate_ppm), amount(tax.tax)) for tax in amounts.taxes]
        return [(words.subtotal, amount(amounts.amount)), *rows] if rows else []

    def _taxes(self, y: float, width: float) -> float:
        """For each rate what it was taken of and what it came to; returns where that ends."""
        document, amount = self.document, self.writing.amount
        taxes = document.amounts.taxes
        if not taxes or (len(taxes) == 1 and not document.tax_included):
            return y
        ends = [MARGIN + width * share for share in (0.56, 0.77, 1)]
        cells = [("", self.words.net, self.words.tax, self.words.gross)]
        cells += [
            (self._tax_label(tax.name, tax.rate_ppm), amount(tax.net), amount(tax.tax), amount(tax.net + tax.tax))
            for tax in taxes
        ]
        for index, (label, *numbers) in enumerate(cells):
            style = SMALL_INK if index else SMALL
            self.paper.text(MARGIN, y, one_line(label, style, width * 0.33), style)
            for end, number in zip(ends, numbers, strict=True):
                self.paper.text(end, y, number, style, "right")
            y += 13
            if not index:
                self.paper.rule(MARGIN, y - 8.5, width, weight=0.4)
                y += 3
        if document.tax_included:
            self.paper.text(MARGIN, y + 2, self.words.included, TINY)
        return y

    def _tax_label(self, name: str, rate_ppm: int) -> str:
        return f"{name or self.words.tax} {self.writing.rate(rate_ppm)}"

    def _ending(self) -> float:
        """How much room notes and payment take: they stay with the total, where one page holds them all."""
        notes = len(self._note_lines) * BODY.leading + (16 if self._note_lines else 0)
        return notes + len(self._payment_lines) * BODY.leading + 64

    def _notes(self) -> None:
        for line in self._note_lines:
            self._ensure(BODY.leading)
            self.paper.text(MARGIN, self.y, line, BODY)
            self.y += BODY.leading
        if self._note_lines:
            self.y += 16

    @cached_property
    def _note_lines(self) -> list[str]:
        return wrapped(self.document.notes.strip(), BODY, self.room)

    @cached_property
    def _payment_lines(self) -> list[tuple[str, Style]]:
        lines = [(line, BODY) for line in wrapped(self._how_to_pay(), BODY, self.room - 32)]
        if self.document.amounts.total:
            lines += [(line, SOFT) for line in wrapped(self.document.issuer.payment_details, SOFT, self.room - 32)]
        return lines[: int((self._longest() - 60) / BODY.leading)]

    def _payment(self) -> None:
        lines = self._payment_lines
        height = len(lines) * BODY.leading + 34
        self._ensure(height)
        self.paper.box(MARGIN, self.y - 12, self.room, height)
        self.paper.box(MARGIN, self.y - 12, 3, height, self.color, 1.5)
        self.paper.text(MARGIN + 16, self.y + 6, self.words.payment, Style(9.5, STRONG, self.color))
        y = self.y + 22
        for line, style in lines:
            self.paper.text(MARGIN + 16, y, line, style)
            y += BODY.leading

    def _how_to_pay(self) -> str:
        total, number = self.document.amounts.total, self.document.number or self.words.draft
        if not total:
            return self.words.nothing_to_pay
        day = self.writing.long_day(self.document.due_on)
        return self.words.pay_by.format(amount=self.writing.money(total), day=day, number=number)

    # pages

    def _foot(self, number: int, pages: int) -> None:
        issuer, paper = self.document.issuer, self.paper
        y = paper.height - FOOT
        paper.rule(MARGIN, y, self.room, LINE, 0.5)
        who = " · ".join([issuer.name, *_parts(issuer.address)])
        tax = f"{self.words.tax_number} {issuer.tax_number}" if issuer.tax_number else ""
        how = " · ".join(filter(None, (tax, issuer.email, issuer.phone, issuer.website)))
        for line in (who, how):
            y += 12
            paper.text(MARGIN, y, one_line(line, Style(7.2, color=QUIET), self.room - 90), Style(7.2, color=QUIET))
        page = self.words.page.format(page=number, pages=pages)
        paper.text(self.right, paper.height - FOOT + 12, page, Style(7.2, color=QUIET), "right")

    def _turn(self, table: LineTable | None = None) -> None:
        """Go on, on the next page, with the table's head where the table goes on."""
        self.paper.new_page()
        self.paper.text(MARGIN, 52, one_line(self.document.issuer.name, SMALL, 230), SMALL)
        self.paper.text(self.right, 52, self.title, Style(8, STRONG, INK), "right")
        self.y = 88.0
        if table:
            table.head(self.paper, MARGIN, self.y)
            self.y += table.head_height

    def _ensure(self, height: float) -> None:
        if height > self._left():
            self._turn()

    def _left(self) -> float:
        return self.paper.height - FOOT - 14 - self.y

    def _longest(self) -> float:
        """What there is room for on a page of its own."""
        return self.paper.height - FOOT - 14 - 120


def _parts(address: str) -> list[str]:
    return [line.strip() for line in address.splitlines() if line.strip()]
