"""Words that are written down where no QObject is (actions, places, units, what is wrong) are translated when shown."""

from PySide6.QtCore import QCoreApplication


def translated(text: str, *parts: object) -> str:
    """The text in the user's language, or as it stands where there is no translation; `parts` go where {0}, {1} stand."""
    said = QCoreApplication.translate("FitWell", text)
    return said.format(*parts) if parts else said


def counted(number: int, word: str, words: str = "") -> str:
    """A number with its word: "1 day", "2 days", "0 people"."""
    return f"{number} {translated(word if number == 1 else words or f'{word}s')}"
