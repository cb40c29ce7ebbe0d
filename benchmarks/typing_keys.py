"""A user who types: letter by letter into the field that has the keyboard, each timed until the window is painted."""

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from benchmarks.painting import painted_ms, settle


def typed_ms(window: QWidget, field: QLineEdit, words: Sequence[str]) -> Iterator[float]:
    """The times from a letter to the picture that it leads to, for each letter of each word; the field is emptied
    between the words, which is not counted.
    """
    field.setFocus()
    for word in words:
        field.clear()
        settle()
        for letter in word:
            yield painted_ms(window, partial(QTest.keyClicks, field, letter))
