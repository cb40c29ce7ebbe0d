"""The Preferences panel: sections at the left, the chosen one at the right."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QScrollArea, QStackedWidget

from fitwell_desktop.domain.accounts.practice import PracticeSettings, practice_settings
from fitwell_desktop.ui.actions import action
from fitwell_desktop.ui.icons import icon
from fitwell_desktop.ui.painting import grown
from fitwell_desktop.ui.panel import Panel
from fitwell_desktop.ui.translation import translated
from fitwell_desktop.ui.unsaved import Unsaved
from fitwell_desktop.ui.widgets.form import Form
from fitwell_desktop.ui.workspace import Workspace
from fitwell_desktop.views.preferences.about import AboutSection
from fitwell_desktop.views.preferences.appearance import AppearanceSection
from fitwell_desktop.views.preferences.branding import BrandingSection
from fitwell_desktop.views.preferences.calendar import CalendarSection
from fitwell_desktop.views.preferences.data import DataSection
from fitwell_desktop.views.preferences.money import MoneySection
from fitwell_desktop.views.preferences.practice import PracticeSection
from fitwell_desktop.views.preferences.section import Section
from fitwell_desktop.views.preferences.units import UnitsSection
from fitwell_desktop.vocabulary import Right

F = TypeVar("F", bound=Callable[..., Any])

SECTIONS: tuple[type[Section], ...] = (
    PracticeSection,
    BrandingSection,
    MoneySection,
    CalendarSection,
    UnitsSection,
    AppearanceSection,
    DataSection,
    AboutSection,
)


def _section_action(name: str, kind: type[Section], also: str) -> Callable[[F], F]:
    """The action that opens a section, called as the section is."""
    return action(
        f"preferences.{name}", text=kind.title, menu="Preferences", icon=kind.icon, needs=Right.PRACTICE, also=also
    )


class PreferencesPanel(Panel):
    """Each section is built when it is first chosen."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.setProperty("role", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._made: dict[int, Section] = {}
        self._settings: PracticeSettings | None = None
        self.chooser = QListWidget()
        self.chooser.setAccessibleName(self.tr("Sections"))
        self.chooser.setIconSize(QSize(18, 18))
        self.chooser.setProperty("role", "sections")
        self._stack = QStackedWidget()
        for kind in SECTIONS:
            entry = QListWidgetItem(icon(kind.icon), translated(kind.title))
            self.chooser.addItem(entry)
            self._stack.addWidget(_scrolling())
        self._grow()
        self.chooser.currentRowChanged.connect(self._show)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 10, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.chooser)
        row.addWidget(self._stack, 1)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_stack"):
            self._grow()

    def _grow(self) -> None:
        self.chooser.setFixedWidth(grown(self, 190))
        for at in range(self.chooser.count()):
            self.chooser.item(at).setSizeHint(QSize(0, grown(self, 36)))

    def reload(self) -> None:
        self._settings = self.ask(practice_settings)
        for section in self._made.values():
            section.show_settings(self._settings)
        if self.chooser.currentRow() < 0:
            self.chooser.setCurrentRow(0)

    def unsaved(self) -> Sequence[Unsaved]:
        return [
            Unsaved(one.title, partial(form.put_back, name), show=partial(self._show_field, at, form, name))
            for at, section in self._made.items()
            for form in section.findChildren(Form)
            for name, one in form.refused().items()
        ]

    def _show_field(self, at: int, form: Form, name: str) -> None:
        self.workspace.open("preferences", None)
        self.chooser.setCurrentRow(at)
        form.widget(name).setFocus()

    @_section_action("practice", PracticeSection, "name address owner company bank iban tax number e-mail phone")
    def practice(self) -> None:
        section = self.section(PracticeSection)
        if isinstance(section, PracticeSection):
            section.begin()

    @_section_action("branding", BrandingSection, "logo brand colour color picture letterhead")
    def branding(self) -> None:
        self.section(BrandingSection)

    @_section_action("money", MoneySection, "currency vat payment terms due invoice numbers prefix")
    def money(self) -> None:
        self.section(MoneySection)

    @_section_action("calendar", CalendarSection, "calendar length first day hours clearance")
    def calendar(self) -> None:
        self.section(CalendarSection)

    @_section_action("units", UnitsSection, "kg lb pounds cm inches metric language date time zone")
    def units(self) -> None:
        self.section(UnitsSection)

    @_section_action("appearance", AppearanceSection, "text size font zoom dark light theme colours density")
    def appearance(self) -> None:
        self.section(AppearanceSection)

    @_section_action("data", DataSection, "backup export folder files storage")
    def data(self) -> None:
        self.section(DataSection)

    @_section_action("about", AboutSection, "version licence license")
    def about(self) -> None:
        self.section(AboutSection)

    def section(self, kind: type[Section]) -> Section:
        """Choose a section, and return it."""
        self.fill()  # it may be opened by this, and be empty still
        self.chooser.setCurrentRow(SECTIONS.index(kind))
        return self._made[SECTIONS.index(kind)]

    def _show(self, at: int) -> None:
        if at not in self._made and self._settings is not None:
            section = self._made[at] = SECTIONS[at](self)
            section.show_settings(self._settings)
            next(self._areas(at)).setWidget(section)
        self._stack.setCurrentIndex(at)

    def _areas(self, at: int) -> Iterator[QScrollArea]:
        area = self._stack.widget(at)
        if isinstance(area, QScrollArea):
            yield area


def _scrolling() -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
