"""The pages of the first run, each a form or a choice that says when it is complete."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QSizePolicy, QVBoxLayout, QWidget

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.folder import PracticeFolder
from fitwell_desktop.core.opening import ensure_beginnable
from fitwell_desktop.domain.accounts.practice import practice_name
from fitwell_desktop.domain.accounts.practice_start import owner_name
from fitwell_desktop.ui import countries
from fitwell_desktop.ui.formats import Formats
from fitwell_desktop.ui.widgets.buttons import Button
from fitwell_desktop.ui.widgets.form import Form
from fitwell_desktop.ui.widgets.form_fields import ChoiceField, TextField
from fitwell_desktop.ui.widgets.labels import Label
from fitwell_desktop.views.welcome.option import Option
from fitwell_desktop.vocabulary import UnitSystem, Weekday


class Page(QWidget):
    """A heading, a sentence, and what is to be filled in or chosen."""

    step = ""

    def __init__(self, title: str, sentence: str) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(6)
        self.column.addWidget(Label(title, "display"))
        self.column.addWidget(Label(sentence, "quiet", wrap=True))
        self.column.addSpacing(16)

    def is_complete(self) -> bool:
        """Whether one may go on; what is wrong is said beside its field."""
        return True


class WelcomePage(Page):
    """What FitWell is, and the three ways to begin."""

    start = Signal()
    demo = Signal()
    existing = Signal()

    def __init__(self) -> None:
        super().__init__(
            self.tr("Welcome"),
            self.tr(
                "Clients, calendar and invoices in one place: yours. All of it stays on this computer, and works without "
                "the internet."
            ),
        )
        self.begin = Option("dumbbell", self.tr("Start my practice"), self.tr("Takes about a minute."))
        self.look = Option("sparkles", self.tr("Look at the demo first"), self.tr("A practice to try everything in."))
        self.open = Option(
            "folder-open", self.tr("Open a practice"), self.tr("It is on this computer or a disk already.")
        )
        for option, signal in ((self.begin, self.start), (self.look, self.demo), (self.open, self.existing)):
            option.clicked.connect(signal)
            self.column.addWidget(option)
            self.column.addSpacing(4)
        self.column.addStretch()


class NamesPage(Page):
    """How the practice and its owner are called, and where it is."""

    step = "Your practice"
    country_chosen = Signal(str)

    def __init__(self, formats: Formats) -> None:
        super().__init__(
            self.tr("Your practice"), self.tr("These names stand on invoices and messages. You can change them later.")
        )
        self.form = Form(
            (
                TextField(name="name", title=self.tr("Practice name"), required=True, example="Harbour Strength"),
                TextField(name="owner", title=self.tr("Your name"), required=True, example="Jordan Miles"),
                ChoiceField(
                    name="country", title=self.tr("Country"), required=True, choices=countries.countries(),
                    hint=self.tr("Decides how dates, numbers and phone numbers are written."),
                ),
            ),
            formats,
        )  # fmt: skip
        self.form.set_values({"country": countries.system_country()})
        self.form.edited.connect(self._hear)
        self.column.addWidget(self.form)
        self.column.addStretch()

    def is_complete(self) -> bool:
        return self.form.submit(_check_names)

    def _hear(self, name: str, value: Any) -> None:
        if name == "country":
            self.country_chosen.emit(value)


class WaysPage(Page):
    """Currency, units, time zone, first day of the week: filled in for the country."""

    step = "How you work"

    def __init__(self, formats: Formats) -> None:
        super().__init__(
            self.tr("How you work"), self.tr("This is usual in your country. Change what is different for you.")
        )
        self.form = Form(
            (
                ChoiceField(
                    name="currency", title=self.tr("Currency"), required=True, choices=countries.currencies()
                ),
                ChoiceField(
                    name="unit_system", title=self.tr("Units"), required=True,
                    choices=[(system, system.label) for system in UnitSystem],
                ),
                ChoiceField(
                    name="time_zone", title=self.tr("Time zone"), required=True,
                    choices=[(zone, zone.replace("_", " ")) for zone in countries.time_zones()],
                ),
                ChoiceField(
                    name="week_start", title=self.tr("The week begins on"), required=True,
                    choices=[(day, day.label) for day in Weekday],
                ),
            ),
            formats,
        )  # fmt: skip
        self.locale_name = ""
        self.show_country(countries.system_country())
        self.column.addWidget(self.form)
        self.column.addStretch()

    def show_country(self, country: str) -> None:
        """Fill in what is usual there."""
        ways = countries.ways_of(country)
        self.locale_name = ways.locale
        names = ("currency", "unit_system", "time_zone", "week_start")
        self.form.set_values({name: getattr(ways, name) for name in names})

    def is_complete(self) -> bool:
        return self.form.check()


class FolderPage(Page):
    """Where everything is kept."""

    step = "Where it is kept"

    def __init__(self, formats: Formats, folder: Path) -> None:
        super().__init__(
            self.tr("Where it is kept"),
            self.tr(
                "One folder holds your whole practice: data, files and backups. It has to be on a disk of this computer, "
                "not on a network drive and not in a folder that is synchronised."
            ),
        )
        self.form = Form([TextField(name="folder", title=self.tr("Folder"), required=True, longest=1000)], formats)
        self.form.set_values({"folder": str(folder)})
        change = Button(self.tr("Choose another folder…"), icon_name="folder-open")
        change.clicked.connect(self._choose)
        self.form.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.column.addWidget(self.form)
        self.column.addWidget(change, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch()

    def folder(self) -> PracticeFolder:
        """The folder as it is typed."""
        return PracticeFolder(Path(self.form.values()["folder"]).expanduser())

    def is_complete(self) -> bool:
        return self.form.submit(lambda values: self._check())

    def _check(self) -> None:
        path = self.folder().path
        if not path.is_absolute():  # it would lie wherever the program happened to be started
            raise UserError(f"Type where the folder is, too: “{Path.home() / path}”, for example.", field="folder")
        ensure_beginnable(self.folder())

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Where to keep your practice"))
        if chosen:
            self.form.set_values({"folder": chosen})


class ClientsPage(Page):
    """What to do first in the new practice."""

    step = "Your clients"

    def __init__(self) -> None:
        super().__init__(self.tr("Your clients"), self.tr("How would you like to begin?"))
        self._group = QButtonGroup(self)
        self.options = {
            "import": Option(
                "file-up", self.tr("Import clients from CSV…"), self.tr("From a spreadsheet or another program.")
            ),
            "empty": Option("user-plus", self.tr("Start empty"), self.tr("Add clients one by one.")),
            "demo": Option("sparkles", self.tr("Look at the demo first"), self.tr("Your own practice waits for you.")),
        }
        for option in self.options.values():
            option.setCheckable(True)
            self._group.addButton(option)
            self.column.addWidget(option)
            self.column.addSpacing(4)
        self.options["empty"].setChecked(True)
        self.column.addStretch()

    def chosen(self) -> str:
        """Which way: "import", "empty" or "demo"."""
        return next(name for name, option in self.options.items() if option.isChecked())


def _check_names(values: dict[str, Any]) -> None:
    checks: dict[str, Callable[[str], str]] = {"name": practice_name, "owner": owner_name}
    for name, check in checks.items():
        check(values[name])
