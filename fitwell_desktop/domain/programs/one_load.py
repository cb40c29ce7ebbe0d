"""One set's load within the load cell: what it is reckoned from, and how hard it shall feel."""

import re
from decimal import Decimal

from msgspec.structs import replace

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.domain.programs import limits
from fitwell_desktop.domain.programs.amounts import NUMBER, WEIGHTS, number, usual_weight, ways_to_write, write_number
from fitwell_desktop.domain.programs.prescription import Load
from fitwell_desktop.vocabulary import UnitSystem

_WEIGHT_UNIT = r"(?P<unit>kgs?|kilos?|lbs?|pounds?|#)?"
_FLAGS = re.ASCII | re.IGNORECASE
_EFFORT = re.compile(
    rf"(?:(?:(?:rpe|@) ?(?P<rpe>{NUMBER}))|(?:rir ?(?P<rir>{NUMBER}))|(?:(?P<rpe_first>{NUMBER}) ?rpe)|(?:(?P<rir_first>{NUMBER}) ?rir))$",
    _FLAGS,
)
_WEIGHT = re.compile(rf"(?P<sign>-?)(?P<number>{NUMBER}) ?{_WEIGHT_UNIT}", _FLAGS)
_PERCENT = re.compile(rf"({NUMBER})(?: ?%? ?- ?({NUMBER}))? ?%(?: ?(?:of )?(?:1 ?rm|max))?", _FLAGS)
_LAST = re.compile(
    rf"last(?: time)?(?: ?(?P<sign>[+-]) ?(?P<number>{NUMBER}) ?(?:(?P<percent>%)|{_WEIGHT_UNIT}))?", _FLAGS
)
_BODYWEIGHT = re.compile(rf"(?:bw|body ?weight)(?: ?(?P<sign>[+-]) ?(?P<number>{NUMBER}) ?{_WEIGHT_UNIT})?", _FLAGS)


def read_load(text: str, units: UnitSystem) -> Load | None:
    """What a set's text says, or None; a UserError where a number is beyond its limit."""
    effort = _EFFORT.search(text)
    basis = (text[: effort.start()] if effort else text).strip()
    load = _read_basis(basis.removeprefix("@").strip(), units) if basis else Load()
    if load is None or effort is None:
        return load
    if exertion := effort["rpe"] or effort["rpe_first"]:
        return replace(load, rpe=limits.rpe(number(exertion)))
    return replace(load, rir=limits.rir(number(effort["rir"] or effort["rir_first"])))


def write_load(load: Load, units: UnitSystem, *, with_unit: bool = False) -> str:
    """The shortest usual form, in the trainer's unit where it gives the same load again."""
    effort = [] if load.rpe is None else [f"@{write_number(load.rpe)}"]
    effort += [] if load.rir is None else [f"RIR {write_number(load.rir)}"]
    return " ".join(filter(None, [_write_basis(load, units, with_unit=with_unit), *effort]))


def _read_basis(text: str, units: UnitSystem) -> Load | None:
    if match := _PERCENT.fullmatch(text):
        return _percent(match)
    if match := _LAST.fullmatch(text):
        if match["percent"]:
            return _same_or(Load(above_last_percent=limits.change_percent(_signed(match))))
        return Load(above_last_kg=_kilograms(match, units))
    if match := _BODYWEIGHT.fullmatch(text):
        return Load(added_kg=_kilograms(match, units))
    match = _WEIGHT.fullmatch(text)
    if match and match["sign"]:
        raise UserError("A load can't be less than nothing. Write bw-20 for 20 off the bodyweight.", "load")
    return Load(load_kg=_kilograms(match, units)) if match else None


def _percent(match: re.Match[str]) -> Load:
    least = limits.load_percent(number(match[1]))
    most = limits.load_percent(number(match[2])) if match[2] else least
    if most < least:
        raise UserError(f"The load runs from {match[1]} down to {match[2]} %. Write {match[2]}-{match[1]}%.", "load")
    return Load(load_percent=least, load_percent_max=None if most == least else most)


def _same_or(load: Load) -> Load:
    return load if load.above_last_percent else Load(above_last_kg=0.0)


def _signed(match: re.Match[str]) -> Decimal:
    amount = number(match["number"] or "0")
    return -amount if match["sign"] == "-" and amount else amount


def _kilograms(match: re.Match[str], units: UnitSystem) -> float:
    unit = (match["unit"] or usual_weight(units)).lower()
    return limits.load_kg(_signed(match) * WEIGHTS["kg" if unit.startswith("k") else "lb"])


def _write_basis(load: Load, units: UnitSystem, *, with_unit: bool) -> str:
    if load.load_kg is not None:
        return _write_weight(load.load_kg, units, with_unit=with_unit)
    if load.load_percent is not None:
        most = "" if load.load_percent_max is None else f"-{write_number(load.load_percent_max)}"
        return f"{write_number(load.load_percent)}{most}%"
    if load.added_kg is not None:
        return "bw" + _write_change(load.added_kg, units, with_unit=with_unit)
    if load.above_last_percent is not None:
        sign = "-" if load.above_last_percent < 0 else "+"
        return f"last {sign}{write_number(abs(load.above_last_percent))}%"
    if load.above_last_kg is not None:
        return f"last {_write_change(load.above_last_kg, units, with_unit=with_unit)}".rstrip()
    return ""


def _write_change(kg: float, units: UnitSystem, *, with_unit: bool) -> str:
    return f"{'-' if kg < 0 else '+'}{_write_weight(abs(kg), units, with_unit=with_unit)}" if kg else ""


def _write_weight(kg: float, units: UnitSystem, *, with_unit: bool) -> str:
    usual = usual_weight(units)
    text, unit = ways_to_write(kg, WEIGHTS, (usual, "kg", "lb"))[0]
    return text if unit == usual and not with_unit else text + unit
