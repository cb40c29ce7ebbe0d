"""Which load can be put together from what a place owns: plates on a bar, dumbbells, stacks. All in whole grams."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.vocabulary import Rounding

MOST_PER_SIDE = 400_000
"""Grams that no sleeve of a bar bears; so a long list of odd plates can't take for ever to be tried."""


class PlatePair(Struct, frozen=True):
    """Plates of one weight, and how many pairs of them there are."""

    grams: int
    pairs: int


class Barbell(Struct, frozen=True):
    """A bar with the plates that may go on it."""

    bar_grams: int
    plates: tuple[PlatePair, ...]


class Loading(Struct, frozen=True):
    """A loaded bar: its whole weight, and the plates of one side from the inside out."""

    grams: int
    per_side: tuple[int, ...]


def plates_for(grams: int, barbell: Barbell) -> Loading | None:
    """The bar loaded to exactly that weight with the fewest plates; None where it can't be."""
    per_side, odd = divmod(grams - barbell.bar_grams, 2)
    plates = None if odd else _sides(barbell).get(per_side)
    return None if plates is None else Loading(grams, plates)


def load_bar(grams: int, barbell: Barbell, rounding: Rounding = Rounding.NEAREST) -> Loading | None:
    """The bar loaded as near to that weight as its plates allow. None where nothing lies that way: less than the bar
    rounded down, more than all plates rounded up.
    """
    found = choose(grams, loads_of(barbell), rounding)
    return None if found is None else plates_for(found, barbell)


def loads_of(barbell: Barbell) -> tuple[int, ...]:
    """Every weight that the bar can be loaded to, rising."""
    return tuple(barbell.bar_grams + 2 * side for side in sorted(_sides(barbell)))


def stack(least_grams: int, step_grams: int, most_grams: int) -> range:
    """The weights of a machine's stack, or of dumbbells that come in even steps."""
    if least_grams < 0 or step_grams <= 0 or most_grams < least_grams:
        raise UserError("A stack goes up from its lightest weight in steps above 0.", "step")
    return range(least_grams, most_grams + 1, step_grams)


def choose(grams: int, owned: Sequence[int], rounding: Rounding = Rounding.NEAREST) -> int | None:
    """The weight of those owned, rising, that a load becomes; None where none lies that way. Of two as near it is the
    lighter one: the safer mistake.
    """
    above = bisect_left(owned, grams)
    below = bisect_right(owned, grams) - 1
    higher = owned[above] if above < len(owned) else None
    lower = owned[below] if below >= 0 else None
    if rounding is Rounding.UP:
        return higher
    if rounding is Rounding.DOWN or higher is None:
        return lower
    return higher if lower is None or higher - grams < grams - lower else lower


@lru_cache(maxsize=32)
def _sides(barbell: Barbell) -> dict[int, tuple[int, ...]]:
    """Each weight that one side can have, with its handiest plates."""
    ensure_barbell(barbell)
    ways: dict[int, tuple[int, ...]] = {0: ()}
    for plate in sorted(barbell.plates, key=lambda plate: -plate.grams):
        for side, plates in list(ways.items()):
            fitting = (MOST_PER_SIDE - side) // plate.grams
            for count in range(1, min(plate.pairs, fitting) + 1):
                heavier, more = side + count * plate.grams, plates + (plate.grams,) * count
                if heavier not in ways or _is_handier(more, ways[heavier]):
                    ways[heavier] = more
    return ways


def _is_handier(plates: tuple[int, ...], others: tuple[int, ...]) -> bool:
    """Fewer plates are handier, and of as many those that begin with the heavier one, as lifters load."""
    return len(plates) < len(others) or (len(plates) == len(others) and plates > others)


def ensure_barbell(barbell: Barbell) -> None:
    """Refuse a bar below 0 and plates that weigh nothing."""
    if barbell.bar_grams < 0:
        raise UserError("A bar can't weigh less than 0.", "bar")
    if any(plate.grams <= 0 or plate.pairs < 0 for plate in barbell.plates):
        raise UserError("A plate weighs more than 0, and there are 0 pairs of it or more.", "plates")
