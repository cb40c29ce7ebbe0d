"""Results of an assessment as lines: test, value, the change since last time, and what the value means."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from fitwell_desktop.domain.clients.assessments import ShownResult
from fitwell_desktop.ui.formats import Formats
from fitwell_desktop.ui.tokens import Tone
from fitwell_desktop.ui.widgets.labels import Label
from fitwell_desktop.ui.widgets.pill import Pill

GOOD_RATINGS = {"Athletic", "Excellent", "Very good", "Good"}
BAD_RATINGS = {"Needs improvement", "High"}


class ResultLines(QWidget):
    """An arrow says which way a value went, its colour whether that is better. Where there is no room for a line, the
    values stand below the tests' names.
    """

    def __init__(self, results: Sequence[ShownResult], formats: Formats) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 4, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._lines = [(Label(result.name), list(_values_of(result, formats))) for result in results]
        self._stacked = False
        self._lay_out()

    def minimumSizeHint(self) -> QSize:
        return QSize(max(self._names(), self._values()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        stacked = self._names() + self._values() > self.width()
        if stacked != self._stacked:
            self._stacked = stacked
            self._lay_out()

    def _lay_out(self) -> None:
        """The name before its values, or in a line of its own above them."""
        for at, (name, values) in enumerate(self._lines):
            line = 2 * at + (1 if self._stacked else 0)
            self._grid.addWidget(name, 2 * at, 0, 1, 4 if self._stacked else 1)
            for column, value in values:
                self._grid.addWidget(value, line, column)
        self._grid.setColumnStretch(0, 0 if self._stacked else 1)
        self._grid.setColumnStretch(3, 1 if self._stacked else 0)

    def _names(self) -> int:
        """The room of the longest name."""
        return max((name.sizeHint().width() for name, _values in self._lines), default=0)

    def _values(self) -> int:
        """The room of what stands behind the names."""
        widths = dict.fromkeys(range(1, 4), 0)
        for _name, values in self._lines:
            for column, value in values:
                widths[column] = max(widths[column], value.sizeHint().width())
        return sum(width + self._grid.horizontalSpacing() for width in widths.values() if width)


def _values_of(result: ShownResult, formats: Formats) -> Iterator[tuple[int, QWidget]]:
    """What stands behind a test's name, each in its column."""
    yield 1, Label(f"{formats.number(result.value, 2)} {result.unit}".strip(), "strong")
    if result.change:
        yield 2, Pill(change_words(result, formats), change_tone(result))
    if result.rating:
        yield 3, Pill(result.rating, rating_tone(result.rating))


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
