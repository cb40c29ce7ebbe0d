"""What each role may do, and so what a person with certain roles may."""

from collections.abc import Iterable

from fitwell_desktop.vocabulary import Right, Role

ALL = frozenset(Right) - {Right.SYSTEM}
"""What a person can be given; the rest is the program's own."""

RIGHTS: dict[Role, frozenset[Right]] = {
    Role.OWNER: ALL,
    Role.TRAINER: ALL - {Right.PRACTICE},
    Role.FRONT_DESK: frozenset({Right.LOOK, Right.CLIENTS, Right.SCHEDULE, Right.MESSAGES, Right.BILLING}),
    Role.READ_ONLY: frozenset({Right.LOOK}),
}


def rights_with(roles: Iterable[tuple[Role, tuple[Right, ...]]]) -> frozenset[Right]:
    """The rights that roles give together, each with the rights that were added to it for one person."""
    return frozenset[Right]().union(*(RIGHTS[role].union(added) for role, added in roles))
