"""The fields of an invoice's lines: quantities, taxes and discounts as they are typed."""

from dataclasses import dataclass
from decimal import Decimal

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.domain.billing.amounts import NOTHING_OFF, Reduction
from fitwell_desktop.ui.formats import Formats
from fitwell_desktop.ui.translation import translated
from fitwell_desktop.ui.widgets.form_fields import Field

TEN_THOUSAND, THOUSAND = 10_000, 1_000
"""A percent in millionths; a piece in thousandths."""


@dataclass(frozen=True, kw_only=True)
class QuantityField(Field):
    """How many, with up to three decimals; its value is in thousandths."""

    def read(self, text: str, formats: Formats) -> int:
        thousandths = formats.parse_number(text) * THOUSAND
        if thousandths != int(thousandths):
            raise UserError(translated("“{0}” has too many decimals: a quantity has at most three.", text))
        return int(thousandths)

    def write(self, value: int, formats: Formats) -> str:
        return formats.number(Decimal(value) / THOUSAND, 3, grouped=False)


@dataclass(frozen=True, kw_only=True)
class RateField(Field):
    """A tax: "19" or "19 %"; its value is in millionths."""

    def read(self, text: str, formats: Formats) -> int:
        return _rate(text, formats)

    def write(self, value: int, formats: Formats) -> str:
        return formats.percent(Decimal(value) / 1_000_000, 4)

    def empty(self) -> int:
        return 0


@dataclass(frozen=True, kw_only=True)
class ReductionField(Field):
    """Money off: "10 %" is a share, "5.00" an amount."""

    currency: str = ""

    def read(self, text: str, formats: Formats) -> Reduction:
        if "%" in text:
            return Reduction(rate_ppm=_rate(text, formats))
        return Reduction(fixed=formats.parse_money(text, self.currency))

    def write(self, value: Reduction, formats: Formats) -> str:
        if value.rate_ppm:
            return formats.percent(Decimal(value.rate_ppm) / 1_000_000, 4)
        return formats.typed_money(value.fixed, self.currency) if value.fixed else ""

    def empty(self) -> Reduction:
        return NOTHING_OFF


@dataclass(frozen=True, kw_only=True)
class PriceField(Field):
    """An amount, written without its currency: a column of them is read more easily so."""

    currency: str = ""

    def read(self, text: str, formats: Formats) -> int:
        return formats.parse_money(text, self.currency)

    def write(self, value: int, formats: Formats) -> str:
        return formats.typed_money(value, self.currency)

    def empty(self) -> int:
        return 0


def _rate(text: str, formats: Formats) -> int:
    millionths = formats.parse_number(text.replace("%", "").strip()) * TEN_THOUSAND
    if millionths != int(millionths):
        raise UserError(translated("“{0}” has too many decimals: a rate has at most four.", text))
    return int(millionths)
