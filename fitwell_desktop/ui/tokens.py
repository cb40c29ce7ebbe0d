"""The colours that everything is painted with, in light and dark. Text on its surface keeps WCAG's AA contrast."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QColor, QPalette


class Tone(StrEnum):
    """What a colour tells. It never tells it alone: a word or a sign stands beside it."""

    NEUTRAL = "neutral"
    ACCENT = "accent"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Tokens:
    """One colour scheme. `text2` and `text3` are quieter text; `edge` is around what can be typed in or chosen; the soft
    colours lie under text of their own tone.
    """

    dark: bool
    bg: str
    surface: str
    surface2: str
    hover: str
    pressed: str
    border: str
    border2: str
    edge: str
    text: str
    text2: str
    text3: str
    accent: str
    accent_hover: str
    accent_soft: str
    on_accent: str
    danger: str
    danger_hover: str
    danger_soft: str
    on_danger: str
    warn: str
    warn_soft: str
    info: str
    info_soft: str
    good: str
    good_soft: str
    track: str
    scroll: str
    toast: str
    toast_text: str
    categories: tuple[str, ...]
    category_softs: tuple[str, ...]

    def color(self, role: str) -> QColor:
        """The colour of a role by its name: `tokens.color("text2")`."""
        return QColor(getattr(self, role))

    def tone(self, tone: Tone) -> QColor:
        """The colour of text and lines in that tone."""
        return QColor(getattr(self, _STRONG[tone]))

    def soft(self, tone: Tone) -> QColor:
        """The surface under text in that tone."""
        return QColor(getattr(self, _SOFT[tone]))


_STRONG = {
    Tone.NEUTRAL: "text2",
    Tone.ACCENT: "accent",
    Tone.GOOD: "good",
    Tone.WARN: "warn",
    Tone.BAD: "danger",
    Tone.INFO: "info",
}
_SOFT = {
    Tone.NEUTRAL: "pressed",
    Tone.ACCENT: "accent_soft",
    Tone.GOOD: "good_soft",
    Tone.WARN: "warn_soft",
    Tone.BAD: "danger_soft",
    Tone.INFO: "info_soft",
}

LIGHT = Tokens(
    dark=False,
    bg="#F4F5F7",
    surface="#FFFFFF",
    surface2="#F7F8FA",
    hover="#EEF0F3",
    pressed="#E4E7EC",
    border="#E2E5EA",
    border2="#CBD1D9",
    edge="#828B99",
    text="#14181F",
    text2="#535D6B",
    text3="#616B7A",
    accent="#0B7A63",
    accent_hover="#096854",
    accent_soft="#E1F3EE",
    on_accent="#FFFFFF",
    danger="#C0272F",
    danger_hover="#A81F27",
    danger_soft="#FCE8E9",
    on_danger="#FFFFFF",
    warn="#8A5000",
    warn_soft="#FDF0DA",
    info="#2459C7",
    info_soft="#E3EBFC",
    good="#0A7059",
    good_soft="#E1F3EE",
    track="#EBEDF1",
    scroll="#C3C9D2",
    toast="#14181F",
    toast_text="#F7F8FA",
    categories=("#08705A", "#2459C7", "#7A45C9", "#A84B06", "#B0285F", "#3D6B1F", "#0B6E8F", "#5E6470"),
    category_softs=("#DDF1EB", "#E0E9FB", "#ECE3FA", "#FCE8D6", "#FADFEA", "#E4F0D9", "#DAF0F7", "#E9EBEE"),
)

DARK = Tokens(
    dark=True,
    bg="#0E1114",
    surface="#15191E",
    surface2="#1A1F25",
    hover="#20262D",
    pressed="#2A313A",
    border="#262D35",
    border2="#3A434E",
    edge="#677280",
    text="#EDF0F3",
    text2="#A9B3BF",
    text3="#8B95A4",
    accent="#38C9A2",
    accent_hover="#54D6B3",
    accent_soft="#12312A",
    on_accent="#06231B",
    danger="#FF7A82",
    danger_hover="#FF949A",
    danger_soft="#3A1A1E",
    on_danger="#2B0709",
    warn="#F2B354",
    warn_soft="#372A13",
    info="#7FA8FF",
    info_soft="#1A2849",
    good="#4AD3AF",
    good_soft="#12312A",
    track="#252B33",
    scroll="#3A434E",
    toast="#EDF0F3",
    toast_text="#14181F",
    categories=("#4AD3AF", "#86ADFF", "#BC98F5", "#F5A76A", "#F48CB4", "#9CCB78", "#6CC6E3", "#AEB7C2"),
    category_softs=("#13332B", "#1B2A4C", "#2E2247", "#3C2715", "#401D2E", "#25351A", "#15343F", "#262C34"),
)


def palette_of(tokens: Tokens) -> QPalette:
    """The Qt palette that says in Qt's words what the tokens say in ours."""
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(role, tokens.color(name))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, tokens.color("text3"))
    return palette


def tokens_of(palette: QPalette) -> Tokens:
    """The scheme that a widget with this palette wears: painting needs no more than the widget itself.

    A style sheet writes the backgrounds, texts and highlights of its rules into palettes ("transparent" is a black),
    but never Shadow.
    """
    return DARK if palette.color(QPalette.ColorRole.Shadow) == _DARK_SHADOW else LIGHT


_ROLES = {
    QPalette.ColorRole.Window: "bg",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "surface2",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Light: "surface2",
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.Dark: "border2",
    QPalette.ColorRole.Shadow: "border2",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "on_accent",
    QPalette.ColorRole.PlaceholderText: "text3",
    QPalette.ColorRole.Highlight: "accent_soft",
    QPalette.ColorRole.HighlightedText: "text",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "info",
    QPalette.ColorRole.ToolTipBase: "toast",
    QPalette.ColorRole.ToolTipText: "toast_text",
}
_DARK_SHADOW = DARK.color(_ROLES[QPalette.ColorRole.Shadow])
