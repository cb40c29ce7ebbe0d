"""Money: currency, taxes, terms, and how invoices are numbered."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QLineEdit

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.domain.accounts.practice import PracticeSettings, TaxRate, change_practice
from fitwell_desktop.domain.billing.numbering import LARGEST_NUMBER, MOST_DIGITS, numbering, set_numbering
from fitwell_desktop.ui import countries
from fitwell_desktop.ui.panel import Panel
from fitwell_desktop.ui.translation import translated
from fitwell_desktop.ui.widgets.form import Form
from fitwell_desktop.ui.widgets.form_fields import CheckField, ChoiceField, NumberField, PercentField, TextField
from fitwell_desktop.ui.widgets.labels import Label
from fitwell_desktop.ui.workspace import Workspace
from fitwell_desktop.views.preferences.section import Section

MOST_TAXES = 6
PPM_PER_PERCENT = 10_000


class MoneySection(Section):
    """Currency and terms, the taxes, and the numbers of invoices."""

    title = "Money and taxes"
    icon = "wallet"
    sentence = "What new invoices begin with. Those that were sent stay as they are."

    def __init__(self, panel: Panel) -> None:
        super().__init__(panel)
        workspace = panel.workspace
        self.add_form(
            self.tr("Currency and terms"),
            (
                ChoiceField(name="currency", title=self.tr("Currency"), required=True, choices=countries.currencies()),
                NumberField(name="payment_terms_days", title=self.tr("Due after"), unit=self.tr("days"), required=True),
                CheckField(name="prices_include_tax", title=self.tr("My prices include tax"), wide=True),
            ),
        )
        self.taxes = Taxes(workspace)
        self.add_card(
            self.tr("Taxes"),
            Label(self.tr("The first one is offered for new lines. Clear a row to remove it."), "quiet", wrap=True),
            self.taxes,
        )
        self.numbers = Numbers(panel)
        self.add_card(self.tr("Invoice numbers"), self.numbers.form, self.numbers.preview)
        self.column.addStretch()

    def show_settings(self, settings: PracticeSettings) -> None:
        super().show_settings(settings)
        self.taxes.show_rates(settings.tax_rates)
        self.numbers.reload()


class Taxes(Form):
    """A row for each tax, and an empty one to add another."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        fields = []
        for at in range(MOST_TAXES):
            fields += [
                TextField(name=f"name{at}", title=translated("Tax")),
                PercentField(name=f"rate{at}", title=translated("Rate"), places=4),
            ]
        super().__init__(fields, workspace.formats, columns=2, save=self._save_row)

    def show_rates(self, rates: tuple[TaxRate, ...]) -> None:
        """Show these, and one empty row after them."""
        for at in range(MOST_TAXES):
            rate = rates[at] if at < len(rates) else None
            shown = (
                {f"name{at}": rate.name, f"rate{at}": _percent(rate)} if rate else {f"name{at}": "", f"rate{at}": None}
            )
            if self._is_half(at):
                if all(self._kept[name] == value for name, value in shown.items()):
                    continue  # it is being typed still
                self.put_back(*shown)  # another tax is in its place
            self.set_values(shown)
            for name in shown:
                self.show_field(name, at <= len(rates))

    def _save_row(self, name: str, value: Any) -> None:
        typed = self.values() | {name: value}
        own = int(name[-1])
        if typed[f"name{own}"] and typed[f"rate{own}"] is None:
            raise UserError(self.tr("Type its rate too, or clear the name."), field=f"rate{own}")
        if not typed[f"name{own}"] and typed[f"rate{own}"] is not None:
            raise UserError(self.tr("Type its name too, or clear the rate."), field=f"name{own}")
        whole = [at for at in range(MOST_TAXES) if not self._is_half(at)]
        rows = [self._row(at, typed if at in whole else self._kept) for at in range(MOST_TAXES)]
        rates = tuple(TaxRate(tax, round(rate * PPM_PER_PERCENT)) for tax, rate in rows if tax)
        self._workspace.do(change_practice, "tax_rates", rates)
        self.set_values({part: typed[part] for at in whole for part in (f"name{at}", f"rate{at}")})

    def _is_half(self, at: int) -> bool:
        """Whether a row lacks its name or its rate."""
        lines = (self.widget(f"name{at}"), self.widget(f"rate{at}"))
        tax, rate = (isinstance(line, QLineEdit) and bool(line.text().strip()) for line in lines)
        return tax != rate

    @staticmethod
    def _row(at: int, values: Mapping[str, Any]) -> tuple[Any, Any]:
        return values[f"name{at}"], values[f"rate{at}"]


class Numbers:
    """Prefix, year and counter, and the number that comes next."""

    def __init__(self, panel: Panel) -> None:
        self._panel = panel
        self._workspace = workspace = panel.workspace
        self.preview = Label("", "quiet", wrap=True)
        self.form = Form(
            (
                TextField(name="prefix", title=translated("Prefix"), example="HS-", longest=20),
                NumberField(name="digits", title=translated("Digits"), required=True, least=1, most=MOST_DIGITS),
                CheckField(name="by_year", title=translated("Begin again at 1 each year")),
                NumberField(
                    name="next_number", title=translated("Next number"), required=True, least=1, most=LARGEST_NUMBER,
                    hint=translated("Can be set while no invoice was sent with this prefix."),
                ),
            ),
            workspace.formats,
            columns=2,
            save=self._save,
        )  # fmt: skip

    def reload(self) -> None:
        """Show how invoices are numbered now."""
        found = self._panel.ask(numbering, self._workspace.formats.today())
        names = ("prefix", "digits", "by_year", "next_number")
        self.form.set_values({name: getattr(found, name) for name in names})
        self.preview.setText(translated("The next invoice is number {0}.", found.next_text))

    def _save(self, name: str, value: Any) -> None:
        typed = self.form.values() | {name: value}
        given = typed["next_number"] if name == "next_number" else 0
        self._workspace.do(
            set_numbering,
            self._workspace.formats.today(),
            typed["prefix"],
            by_year=typed["by_year"],
            digits=typed["digits"],
            next_number=given,
        )


def _percent(rate: TaxRate) -> Any:
    from decimal import Decimal

    return Decimal(rate.rate_ppm) / PPM_PER_PERCENT
