"""Text can be read on what lies under it, in both schemes: WCAG 2.2, AA."""

import pytest
from PySide6.QtGui import QColor

from fitwell_desktop.ui.tokens import DARK, LIGHT, Tokens, Tone, palette_of, tokens_of

SCHEMES = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])


def luminance(color: QColor) -> float:
    parts = (color.redF(), color.greenF(), color.blueF())
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor, other: QColor) -> float:
    dim, bright = sorted((luminance(one), luminance(other)))
    return (bright + 0.05) / (dim + 0.05)


@SCHEMES
@pytest.mark.parametrize("surface", ["bg", "surface", "surface2", "hover"])
@pytest.mark.parametrize("text", ["text", "text2", "accent", "danger", "warn", "info", "good"])
def test_text_stands_out_from_every_surface(tokens: Tokens, text: str, surface: str) -> None:
    assert contrast(tokens.color(text), tokens.color(surface)) >= 4.5


@SCHEMES
@pytest.mark.parametrize("surface", ["bg", "surface", "surface2"])
def test_what_can_be_typed_in_is_seen_by_its_edge(tokens: Tokens, surface: str) -> None:
    assert contrast(tokens.color("edge"), tokens.color(surface)) >= 3


@SCHEMES
@pytest.mark.parametrize("surface", ["bg", "surface", "surface2", "hover", "accent_soft"])
def test_the_quietest_text_can_still_be_read(tokens: Tokens, surface: str) -> None:
    assert contrast(tokens.color("text3"), tokens.color(surface)) >= 4.5


@SCHEMES
@pytest.mark.parametrize("tone", Tone)
def test_each_tone_can_be_read_on_its_own_soft_colour(tokens: Tokens, tone: Tone) -> None:
    assert contrast(tokens.tone(tone), tokens.soft(tone)) >= 4.5


@SCHEMES
def test_each_category_can_be_read_on_its_own_soft_colour(tokens: Tokens) -> None:
    pairs = zip(tokens.categories, tokens.category_softs, strict=True)
    assert min(contrast(QColor(strong), QColor(soft)) for strong, soft in pairs) >= 4.5


@SCHEMES
@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("on_accent", "accent"),
        ("on_accent", "accent_hover"),
        ("on_danger", "danger"),
        ("on_danger", "danger_hover"),
        ("toast_text", "toast"),
        ("text", "accent_soft"),
        ("text2", "accent_soft"),
    ],
)
def test_buttons_toasts_and_chosen_rows_can_be_read(tokens: Tokens, text: str, surface: str) -> None:
    assert contrast(tokens.color(text), tokens.color(surface)) >= 4.5


@SCHEMES
def test_a_widget_knows_from_its_palette_which_scheme_it_wears(tokens: Tokens) -> None:
    assert tokens_of(palette_of(tokens)) is tokens
