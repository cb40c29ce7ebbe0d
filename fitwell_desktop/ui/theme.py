"""The program's looks: light or dark, comfortable or compact, larger or smaller text; kept in the settings."""

from enum import StrEnum
from weakref import WeakSet

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from fitwell_desktop.core.paths import resource
from fitwell_desktop.core.settings import Settings
from fitwell_desktop.ui.style import style_sheet
from fitwell_desktop.ui.tokens import DARK, LIGHT, Tokens, palette_of

SMALLEST, LARGEST = 80, 150
"""The font scale's ends, in percent."""


class Scheme(StrEnum):
    """What the user chose: one of the two, or whatever the system has."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Density(StrEnum):
    """How close rows and controls stand."""

    COMFORTABLE = "comfortable"
    COMPACT = "compact"


class Source(QObject):
    """Where the system's scheme comes from; this one never says any."""

    changed = Signal()

    def dark(self) -> bool | None:
        """Whether the system is dark; None where it does not say."""
        return None


class SystemScheme(Source):
    """What the desktop says, and tells when that changes."""

    def __init__(self) -> None:
        super().__init__()
        QGuiApplication.styleHints().colorSchemeChanged.connect(lambda _scheme: self.changed.emit())

    def dark(self) -> bool | None:
        said = QGuiApplication.styleHints().colorScheme()
        return None if said == Qt.ColorScheme.Unknown else said == Qt.ColorScheme.Dark


class Theme(QObject):
    """Font and colours of the application, and the style sheet of each window that is given to `dress`.

    The sheet is not the application's own: Qt would polish each widget as many times as it has ancestors when that
    changes (four times as slow). `changed` tells those who paint by themselves; widgets repaint without it.
    """

    changed = Signal()

    def __init__(self, app: QApplication, settings: Settings, source: Source | None = None) -> None:
        super().__init__(app)
        self._app = app
        self._settings = settings
        self._source = source or SystemScheme()
        self._worn: tuple[object, ...] = ()
        self._dressed: WeakSet[QWidget] = WeakSet()
        load_fonts()
        app.setStyle("Fusion")
        self._source.changed.connect(self.apply)
        settings.listeners.append(self._hear)
        self.apply()

    @property
    def tokens(self) -> Tokens:
        """The scheme that is worn now."""
        chosen = self.scheme
        dark = self._source.dark() if chosen is Scheme.SYSTEM else chosen is Scheme.DARK
        return DARK if dark else LIGHT

    @property
    def scheme(self) -> Scheme:
        """What the user chose."""
        return Scheme(self._settings_word("theme.scheme", Scheme))

    @property
    def density(self) -> Density:
        """How close things stand."""
        return Density(self._settings_word("theme.density", Density))

    @property
    def scale(self) -> int:
        """The size of text in percent."""
        kept: int = self._settings.get("theme.scale", 100)
        return min(LARGEST, max(SMALLEST, kept))

    def choose(self, *, scheme: Scheme | None = None, density: Density | None = None, scale: int | None = None) -> None:
        """Wear and keep what is given; the rest stays."""
        chosen = {"theme.scheme": scheme, "theme.density": density, "theme.scale": scale}
        for name, value in chosen.items():
            if value is not None:
                self._settings.put(name, value)
        self.apply()

    def toggle(self) -> None:
        """From light to dark or back."""
        self.choose(scheme=Scheme.LIGHT if self.tokens.dark else Scheme.DARK)

    def dress(self, window: QWidget) -> None:
        """Dress a window that has no parent, now and at each change; dialogs and menus wear what their parent wears."""
        self._dressed.add(window)
        window.setStyleSheet(self._sheet())

    def apply(self) -> None:
        """Dress application and windows, if anything differs from what they wear."""
        wanted = (self.tokens.dark, self.density, self.scale)
        if wanted == self._worn:
            return
        self._worn = wanted
        self._app.setFont(app_font(self.scale))
        self._app.setPalette(palette_of(self.tokens))
        for window in filter(isValid, list(self._dressed)):
            window.setStyleSheet(self._sheet())
        self.changed.emit()

    def _sheet(self) -> str:
        return style_sheet(self.tokens, self.scale, compact=self.density is Density.COMPACT)

    def _hear(self, name: str) -> None:
        if name.startswith("theme."):
            self.apply()

    def _settings_word(self, name: str, words: type[StrEnum]) -> str:
        kept: str = self._settings.get(name, "")
        return kept if kept in [word.value for word in words] else str(next(iter(words)))


def load_fonts() -> None:
    """Make the bundled font known to Qt; a second call finds it there."""
    if "Inter" in QFontDatabase.families():
        return
    for file in sorted(resource("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def app_font(scale: int = 100) -> QFont:
    """The font of all text, 13 px at 100 percent."""
    font = QFont("Inter")
    font.setPixelSize(round(13 * scale / 100))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
