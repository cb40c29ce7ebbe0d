"""How the program looks on this computer: scheme, density, size of text. Kept for this computer, not in the practice."""

from PySide6.QtCore import QEvent, QSignalBlocker

from fitwell_desktop.ui.panel import Panel
from fitwell_desktop.ui.theme import LARGEST, SMALLEST, Density, Scheme
from fitwell_desktop.ui.widgets.card import row
from fitwell_desktop.ui.widgets.choices import Slider
from fitwell_desktop.ui.widgets.labels import Label
from fitwell_desktop.ui.widgets.segmented import SegmentedControl
from fitwell_desktop.views.preferences.section import Section

SCHEMES = ((Scheme.SYSTEM, "System"), (Scheme.LIGHT, "Light"), (Scheme.DARK, "Dark"))
DENSITIES = ((Density.COMFORTABLE, "Comfortable"), (Density.COMPACT, "Compact"))
STEP = 5


class AppearanceSection(Section):
    """Each choice is worn at once."""

    title = "Appearance"
    icon = "sun-moon"
    sentence = "For this computer only; others who open this practice see it their way."

    def __init__(self, panel: Panel) -> None:
        super().__init__(panel)
        self.scheme = SegmentedControl(self.tr("Colours"), SCHEMES)
        self.density = SegmentedControl(self.tr("Density"), DENSITIES)
        self.scale = Slider()
        self.scale.setAccessibleName(self.tr("Size of text in percent"))
        self.scale.setRange(SMALLEST // STEP, LARGEST // STEP)
        self.scale.setPageStep(2)
        self.percent = Label("", "strong")
        self.scheme.chosen.connect(lambda scheme: self._put("theme.scheme", str(scheme)))
        self.density.chosen.connect(lambda density: self._put("theme.density", str(density)))
        self.scale.valueChanged.connect(self._scale)
        for title, widget in ((self.tr("Colours"), self.scheme), (self.tr("Density"), self.density)):
            self.add_card(title).body.addLayout(row(widget, 1))
        self.add_card(self.tr("Size of text")).body.addLayout(row(self.scale, self.percent))
        self.column.addStretch()
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "percent"):
            self._show()

    def _show(self) -> None:
        settings = self.workspace.settings
        self.scheme.set_value(_word(settings.get("theme.scheme", ""), Scheme))
        self.density.set_value(_word(settings.get("theme.density", ""), Density))
        percent: int = settings.get("theme.scale", 100)
        with QSignalBlocker(self.scale):
            self.scale.setValue(percent // STEP)
        self.percent.setText(f"{percent} %")

    def _scale(self, steps: int) -> None:
        self.percent.setText(f"{steps * STEP} %")
        self._put("theme.scale", steps * STEP)

    def _put(self, name: str, value: object) -> None:
        self.workspace.settings.put(name, value)


def _word(kept: str, words: type[Scheme] | type[Density]) -> object:
    return next((word for word in words if word.value == kept), next(iter(words)))
