"""Figures of one width, so that amounts stand in columns: found in the font's own substitutions (OpenType GSUB)."""

from collections.abc import Iterable, Iterator
from struct import unpack_from

from reportlab.pdfbase.ttfonts import TTFontFace

SINGLE, EXTENSION = 1, 7
"""Kinds of lookup: one glyph for another, and one that only says where the real one is."""


def use_tabular_figures(face: TTFontFace) -> None:
    """Let the digits be drawn with the font's figures of one width, where it has such."""
    substitutes = dict(_substitutes(bytes(face.get_table("GSUB")), b"tnum"))  # type: ignore[no-untyped-call]  # not in its stubs
    for code in range(ord("0"), ord("9") + 1):
        glyph = substitutes.get(face.charToGlyph[code])
        if glyph is not None:
            face.charToGlyph[code] = glyph
            face.charWidths[code] = face.hmetrics[glyph][0] * 1000 / face.unitsPerEm


def _substitutes(table: bytes, feature: bytes) -> Iterator[tuple[int, int]]:
    """Pairs of a glyph and the one that the feature puts in its place."""
    features, lookups = unpack_from(">HH", table, 6)
    indexes = set[int]()
    for entry in range(features + 2, features + 2 + 6 * _number(table, features), 6):
        if table[entry : entry + 4] == feature:
            indexes.update(_numbers(table, features + _number(table, entry + 4) + 2))
    offsets = _numbers(table, lookups)
    for index in sorted(indexes):
        yield from _lookup(table, lookups + offsets[index])


def _lookup(table: bytes, at: int) -> Iterator[tuple[int, int]]:
    for offset in _numbers(table, at + 4):
        kind, subtable = _number(table, at), at + offset
        if kind == EXTENSION:
            kind = _number(table, subtable + 2)
            subtable += unpack_from(">I", table, subtable + 4)[0]
        if kind == SINGLE:
            yield from _single(table, subtable)


def _single(table: bytes, at: int) -> Iterable[tuple[int, int]]:
    form, coverage, delta = unpack_from(">HHh", table, at)
    glyphs = _covered(table, at + coverage)
    if form == 1:
        return ((glyph, (glyph + delta) % 0x10000) for glyph in glyphs)
    return zip(glyphs, _numbers(table, at + 4), strict=True)


def _covered(table: bytes, at: int) -> list[int]:
    if _number(table, at) == 1:
        return _numbers(table, at + 2)
    ranges = (unpack_from(">HH", table, at + 4 + 6 * index) for index in range(_number(table, at + 2)))
    return [glyph for first, last in ranges for glyph in range(first, last + 1)]


def _number(table: bytes, at: int) -> int:
    number: int = unpack_from(">H", table, at)[0]
    return number


def _numbers(table: bytes, at: int) -> list[int]:
    """A list of numbers, with its length before it."""
    return list(unpack_from(f">{_number(table, at)}H", table, at + 2))
