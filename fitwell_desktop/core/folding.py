"""Text made comparable: what a column to sort and search by holds, the same on every database engine."""

import unicodedata


def fold(*parts: str | None) -> str:
    """The parts in lower case and without marks (`"Müller"` becomes `"muller"`), one blank between words."""
    text = unicodedata.normalize("NFKD", " ".join(part for part in parts if part))
    return " ".join("".join(c for c in text.casefold() if not unicodedata.combining(c)).split())
