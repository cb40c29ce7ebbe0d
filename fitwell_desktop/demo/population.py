"""Who comes and goes when: the practice grows along a curve, with more beginners in January and September."""

from collections import defaultdict
from dataclasses import dataclass

from fitwell_desktop.demo.chance import Chance
from fitwell_desktop.demo.sizes import Size
from fitwell_desktop.demo.timeline import JOINING, Timeline

SHORTEST_STAY = 5
"""Weeks that everybody stays."""


@dataclass(slots=True, eq=False)
class Stay:
    """The weeks, by number, in which a client joins and leaves; `leaves` is None for those who are here."""

    joins: int
    leaves: int | None = None


def stays(size: Size, time: Timeline, chance: Chance) -> list[Stay]:
    """A stay for each client, in the order of joining. At the end exactly `size.active` are left."""
    joining = _joining(size, time)
    here: list[Stay] = []
    everyone: list[Stay] = []
    for week, count in enumerate(joining):
        new = [Stay(week) for _ in range(count)]
        everyone += new
        here += new
        target = round(size.at_first + (size.active - size.at_first) * week / max(1, size.weeks - 1))
        _let_go(here, week, target, chance)
    return everyone


def _joining(size: Size, time: Timeline) -> list[int]:
    counts = [0] * size.weeks
    counts[0] = size.at_first
    weights = [JOINING.get(monday.month, 1.0) for monday in time.mondays[1:]]
    later = size.clients - size.at_first
    whole, part, given = sum(weights), 0.0, 0
    for number, weight in enumerate(weights, start=1):
        part += weight
        counts[number] = round(later * part / whole) - given
        given += counts[number]
    return counts


def _let_go(here: list[Stay], week: int, target: int, chance: Chance) -> None:
    """The longer someone stays, the longer they will: newer clients leave first, by chance."""
    while len(here) > target:
        candidates = [stay for stay in here if week - stay.joins >= SHORTEST_STAY] or here[: max(1, len(here) // 2)]
        leaver = min(chance.some(candidates, 3), key=lambda stay: -stay.joins)
        leaver.leaves = week
        here.remove(leaver)


def active_weeks(found: list[Stay], weeks: int) -> list[float]:
    """How many are here in each week."""
    change: dict[int, int] = defaultdict(int)
    for stay in found:
        change[stay.joins] += 1
        if stay.leaves is not None:
            change[stay.leaves + 1] -= 1
    total, counts = 0, []
    for week in range(weeks):
        total += change[week]
        counts.append(float(total))
    return counts
