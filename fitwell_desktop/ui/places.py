"""The places of the program, told apart without importing what is in them, so that the window can show at once."""

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

from fitwell_desktop.vocabulary import Right

if TYPE_CHECKING:
    from fitwell_desktop.ui.panel import Panel


@dataclass(frozen=True, slots=True)
class Place:
    """A dock: its name in saved layouts, what the user reads, its icon, the key after G, and where its class is.

    `aside` places, such as preferences, stand apart at the rail's foot. `also` are further words by which the palette
    finds it.
    """

    name: str
    title: str
    icon: str
    key: str
    path: str
    needs: Right = Right.LOOK
    aside: bool = False
    also: str = ""

    def panel_class(self) -> "type[Panel]":
        """Import the panel's class."""
        kind: type[Panel] = imported(self.path)
        return kind


def imported(path: str) -> Any:
    """Import what is there: "package.module:Class". So much is imported when it is first seen, and not at the start."""
    module, _, name = path.partition(":")
    return getattr(import_module(module), name)
