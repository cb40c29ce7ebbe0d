"""A closed set of words: the value that is stored, the label that is shown, and what a status may become."""

from enum import StrEnum
from typing import Self


class Word(StrEnum):
    """One word of a closed set. The value is stored; the label is shown, and made from the value unless given. A
    status names after its label the values that it may become; `core.workflow.step` holds moves to these arrows.
    """

    label: str
    arrows: tuple[str, ...]

    def __new__(cls, value: str, label: str = "", *arrows: str) -> Self:
        word = str.__new__(cls, value)
        word._value_ = value
        word.label = label or value.replace("_", " ").capitalize()
        word.arrows = arrows
        return word

    @property
    def may_become(self) -> frozenset[Self]:
        """The words that this one may turn into."""
        return frozenset(type(self)(value) for value in self.arrows)
