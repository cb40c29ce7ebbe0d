"""Invoices to print."""

from datetime import date
from io import BytesIO
from typing import Any

from PIL import Image

from fitwell_desktop.domain.billing.amounts import InvoiceLine, Reduction, totals
from fitwell_desktop.domain.billing.document import InvoiceDocument
from fitwell_desktop.models.billing import Party

ISSUER: dict[str, Any] = {
    "name": "Harbour Strength",
    "address": "Am Sandtorkai 12\n20457 Hamburg",
    "email": "hello@harbour.example",
    "tax_number": "27/123/45678",
    "payment_details": "Sparbank\nIBAN DE02 1203 0000 0000 2020 51",
    "locale": "en_GB",
    "brand_color": "#0B5FA5",
}
RECIPIENT: dict[str, Any] = {"name": "Anna Müller", "address": "Hafenstraße 1\n22767 Hamburg"}


def training(text: str = "Personal training, 60 min", price: int = 7_500, **values: Any) -> InvoiceLine:
    usual: dict[str, Any] = {"tax_name": "VAT", "tax_rate_ppm": 190_000, "serviced_on": date(2026, 2, 3)}
    return InvoiceLine(text, price, **usual | values)


def document(*lines: InvoiceLine, reduction: Reduction | None = None, **values: Any) -> InvoiceDocument:
    lines = lines or (training(),)
    issuer = Party(**ISSUER | values.pop("issuer", {}))
    recipient = Party(**RECIPIENT | values.pop("recipient", {}))
    included = values.pop("tax_included", True)
    usual: dict[str, Any] = {
        "number": "2026-0042",
        "issued_on": date(2026, 3, 2),
        "due_on": date(2026, 3, 16),
        "currency": "EUR",
        "amounts": totals(lines, reduction or Reduction(), tax_included=included),
    }
    return InvoiceDocument(issuer=issuer, recipient=recipient, lines=lines, tax_included=included, **usual | values)


def logo() -> bytes:
    buffer = BytesIO()
    Image.new("RGBA", (1200, 300), (11, 95, 165, 200)).save(buffer, "PNG")
    return buffer.getvalue()
