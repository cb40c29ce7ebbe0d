"""A goal in words: from where to where it goes, and the unit that its title speaks of."""

import re

from fitwell_desktop.domain.clients.goals import Goal
from fitwell_desktop.ui.formats import Formats
from fitwell_desktop.ui.units import WEIGHT

UNITS = ("kg", "g", "lb", "km", "m", "mi", "cm", "min", "s", "h", "%", "reps", "bpm", "kcal")
AFTER_NUMBER = re.compile(rf"\d\s*({'|'.join(UNITS)})(?!\w)", re.IGNORECASE)
OF_WEIGHT = re.compile(r"\b(weigh|weight|lose|gewicht|wiegen|abnehmen|zunehmen)\b", re.IGNORECASE)


def has_numbers(goal: Goal) -> bool:
    """Whether it goes from a number to a number."""
    return goal.start_value is not None and goal.target_value is not None


def direction(goal: Goal, formats: Formats) -> str:
    """Where a goal stands and where it goes: "78.5 kg → 73.5 kg"; empty without numbers."""
    now = goal.start_value if goal.current_progress is None else goal.current_progress
    if now is None or goal.target_value is None:
        return ""
    return f"{amount(now, goal.unit, formats)} → {amount(goal.target_value, goal.unit, formats)}"


def amount(value: float, unit: str, formats: Formats) -> str:
    """A number with the goal's unit."""
    return f"{formats.number(value, 2)} {unit}".strip()


def unit_for(title: str, formats: Formats) -> str:
    """The unit of the number in a title, or of a weight that it is about; empty if it tells none."""
    found = AFTER_NUMBER.search(title)
    if found:
        return found[1].lower()
    return formats.unit(WEIGHT).name if OF_WEIGHT.search(title) else ""
