"""How much a line may prescribe; beyond it a typing error is likelier than the wish."""

from decimal import Decimal

from fitwell_desktop.core.errors import UserError

MOST_SETS = 100
MOST_REPS = 1_000
MOST_SECONDS = 10 * 3_600
MOST_METRES = 200_000
MOST_KG = 1_000
MOST_PERCENT = 200


def counted_sets(digits: str) -> int:
    """A number of sets from its digits, or a UserError naming the limit."""
    count = _whole(digits)
    if not 1 <= count <= MOST_SETS:
        raise UserError(f"A line has 1 to {MOST_SETS} sets, not {digits[:9]}.", "scheme")
    return count


def counted_reps(digits: str) -> int:
    """A number of repetitions from its digits, or a UserError naming the limit."""
    count = _whole(digits)
    if not 1 <= count <= MOST_REPS:
        raise UserError(f"A set has 1 to {MOST_REPS:,} repetitions, not {digits[:9]}.", "scheme")
    return count


def seconds_of_work(seconds: int) -> int:
    """The same seconds, or a UserError naming the limit."""
    if not 0 < seconds <= MOST_SECONDS:
        raise UserError("A set lasts at least 1 second and at most 10 hours.", "scheme")
    return seconds


def metres_of_work(metres: Decimal) -> float:
    """The same metres, or a UserError naming the limit."""
    if not 0 < metres <= MOST_METRES:
        raise UserError("A distance is more than 0 and at most 200 km.", "scheme")
    return float(metres)


def load_kg(kg: Decimal) -> float:
    """The same kilograms, which may be less than nothing, or a UserError naming the limit."""
    if abs(kg) > MOST_KG:
        raise UserError(f"A load is at most {MOST_KG:,} kg (2,204 lb).", "load")
    return float(kg)


def load_percent(percent: Decimal) -> float:
    """The same share of the one-rep maximum, or a UserError naming the limit."""
    if not 0 < percent <= MOST_PERCENT:
        raise UserError(f"A load is more than 0 % and at most {MOST_PERCENT} % of the one-rep maximum.", "load")
    return float(percent)


def change_percent(percent: Decimal) -> float:
    """The same change since last time, or a UserError naming the limit."""
    if abs(percent) > 100:
        raise UserError("A load grows or falls by at most 100 % from one time to the next.", "load")
    return float(percent)


def rpe(value: Decimal) -> float:
    """The same exertion, or a UserError naming the limit."""
    if not 1 <= value <= 10:
        raise UserError("RPE goes from 1 to 10. A load is written without @: 80 or 75%.", "load")
    return float(value)


def rir(value: Decimal) -> float:
    """The same repetitions in reserve, or a UserError naming the limit."""
    if not 0 <= value <= 10:
        raise UserError("RIR, repetitions in reserve, goes from 0 to 10.", "load")
    return float(value)


def _whole(digits: str) -> int:
    return int(digits[:9])
