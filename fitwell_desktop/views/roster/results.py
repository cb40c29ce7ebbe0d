"""Results of an assessment as lines: test, value, the change since last time, and what the value means."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from fitwell_desktop.domain.clients.assessments import ShownResult
from fitwell_desktop.ui.formats import Formats
from fitwell_desktop.ui.tokens import Tone
from fitwell_desktop.ui.widgets.labels import Label
from fitwell_desktop.ui.widgets.pill import Pill

GOOD_RATINGS = {"Athletic", "Excellent", "Very good", "Good"}
BAD_RATINGS = {"Needs improvement", "High"}


class ResultLines(QWidget):
    """An arrow says which way a value went, its colour whether that is better."""

    def __init__(self, results: Sequence[ShownResult], formats: Formats) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        for line, result in enumerate(results):
            grid.addWidget(Label(result.name), line, 0)
            grid.addWidget(Label(f"{formats.number(result.value, 2)} {result.unit}".strip(), "strong"), line, 1)
            if result.change:
                grid.addWidget(Pill(change_words(result, formats), change_tone(result)), line, 2)
            if result.rating:
                grid.addWidget(Pill(result.rating, rating_tone(result.rating)), line, 3)


def change_words(result: ShownResult, formats: Formats) -> str:
    """The change with an arrow: "↑ 4"."""
    change = result.change or 0
    return f"{'↑' if change > 0 else '↓'} {formats.number(abs(change), 2)}"


def change_tone(result: ShownResult) -> Tone:
    """Whether the change is one for the better."""
    return Tone.GOOD if result.is_better else Tone.WARN


def rating_tone(rating: str) -> Tone:
    """How a rating is shown."""
    if rating in GOOD_RATINGS:
        return Tone.GOOD
    return Tone.WARN if rating in BAD_RATINGS else Tone.NEUTRAL
