"""The words that documents are made of, in the languages that clients are written to."""

from msgspec import Struct


class Words(Struct, frozen=True):
    """One language's. Braces are filled in."""

    invoice: str = "Invoice"
    draft: str = "Draft"
    number: str = "Invoice no."
    date: str = "Date"
    due: str = "Due by"
    period: str = "Period"
    tax_number: str = "Tax no."
    description: str = "Description"
    quantity: str = "Qty"
    unit_price: str = "Price"
    tax: str = "Tax"
    amount: str = "Amount"
    discount: str = "Discount"
    subtotal: str = "Subtotal"
    net: str = "Net"
    gross: str = "Gross"
    total: str = "Total"
    included: str = "Prices include tax."
    payment: str = "Payment"
    pay_by: str = "Please pay {amount} by {day}, quoting {number}."
    nothing_to_pay: str = "There is nothing to pay."
    page: str = "Page {page} of {pages}"


WORDS = {
    "en": Words(),
    "de": Words(
        invoice="Rechnung",
        draft="Entwurf",
        number="Rechnungsnr.",
        date="Datum",
        due="Zahlbar bis",
        period="Leistungszeit",
        tax_number="Steuernr.",
        description="Beschreibung",
        quantity="Menge",
        unit_price="Preis",
        tax="Steuer",
        amount="Betrag",
        discount="Rabatt",
        subtotal="Zwischensumme",
        net="Netto",
        gross="Brutto",
        total="Gesamtbetrag",
        included="Die Preise enthalten die Steuer.",
        payment="Zahlung",
        pay_by="Bitte zahlen Sie {amount} bis zum {day} unter Angabe von {number}.",
        nothing_to_pay="Es ist nichts zu zahlen.",
        page="Seite {page} von {pages}",
    ),
    "fr": Words(
        invoice="Facture",
        draft="Brouillon",
        number="Facture n°",
        date="Date",
        due="Échéance",
        period="Période",
        tax_number="N° fiscal",
        description="Désignation",
        quantity="Qté",
        unit_price="Prix",
        tax="Taxe",
        amount="Montant",
        discount="Remise",
        subtotal="Sous-total",
        net="HT",
        gross="TTC",
        total="Total",
        included="Les prix comprennent la taxe.",
        payment="Paiement",
        pay_by="Merci de régler {amount} avant le {day}, en indiquant {number}.",
        nothing_to_pay="Il n’y a rien à payer.",
        page="Page {page} sur {pages}",
    ),
    "es": Words(
        invoice="Factura",
        draft="Borrador",
        number="Factura n.º",
        date="Fecha",
        due="Vencimiento",
        period="Periodo",
        tax_number="NIF",
        description="Descripción",
        quantity="Cant.",
        unit_price="Precio",
        tax="Impuesto",
        amount="Importe",
        discount="Descuento",
        subtotal="Subtotal",
        net="Base",
        gross="Total",
        total="Total",
        included="Los precios incluyen el impuesto.",
        payment="Pago",
        pay_by="Le rogamos que pague {amount} antes del {day}, indicando {number}.",
        nothing_to_pay="No hay nada que pagar.",
        page="Página {page} de {pages}",
    ),
}
