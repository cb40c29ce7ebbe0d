"""Actions: declared above the method that does them; menus, shortcuts and the palette are made from the declaration."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from fitwell_desktop.vocabulary import Right

F = TypeVar("F", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Action:
    """What the user can do: how it is called, where it stands, which key does it, and the method's name.

    What is named "….new" stands in the New button's menu as well. The key of an action that is `here` works only
    while its own panel has the focus, so that panels may use the same plain letters. One that is done `in_field` leaves the
    field that has the keyboard as it is; before any other, what is typed is kept. `also` are further words by which the
    palette finds it: what people call it, where that is not how it is called here.
    """

    name: str
    text: str
    menu: str
    method: str
    shortcut: str = ""
    icon: str = ""
    needs: Right = Right.LOOK
    here: bool = False
    in_field: bool = False
    also: str = ""

    @property
    def makes(self) -> bool:
        """Whether it makes something new."""
        return self.name.endswith(".new")


def action(
    name: str,
    *,
    text: str,
    menu: str,
    shortcut: str = "",
    icon: str = "",
    needs: Right = Right.LOOK,
    here: bool = False,
    in_field: bool = False,
    also: str = "",
) -> Callable[[F], F]:
    """Declare the method below as an action: `@action("clients.new", text="New client…", menu="Clients")`."""

    def declare(method: F) -> F:
        made = Action(name, text, menu, method.__name__, shortcut, icon, needs, here, in_field, also)
        method.action = made  # type: ignore[attr-defined]
        return method

    return declare


def actions_of(kind: type) -> Iterator[Action]:
    """The actions that a class declares, its bases' first, each in the order in which it was written."""
    seen: set[str] = set()
    for base in reversed(kind.__mro__):
        for method in vars(base).values():
            declared = getattr(method, "action", None)
            if isinstance(declared, Action) and declared.name not in seen:
                seen.add(declared.name)
                yield declared
