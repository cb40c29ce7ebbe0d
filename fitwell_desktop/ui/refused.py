"""What was typed and refused: it waits, with its sentence, until it is mended or put back."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True)
class Refused:
    """What stands in a field and is not kept, why not, and the field's title."""

    typed: Any
    sentence: str
    title: str


class SavedAsTyped(Protocol):
    """Whatever saves what is typed in it when that is left: a form, a field of tags."""

    def finish(self) -> None:
        """Save what is still being typed, as if it had been left."""

    def refused(self) -> dict[str, Refused]:
        """What is not kept, by the name of its field."""

    def show_refused(self, refused: Mapping[str, Refused]) -> None:
        """Show this as refused; fields that are not named show what is kept."""
