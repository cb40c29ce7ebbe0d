"""The load cell: 80, 175 lb, 75%, 70-75% RIR 2, @8, last +2.5, last +2.5%, bw+10; for each set 80, 85, 90."""

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.domain.programs.limits import MOST_SETS
from fitwell_desktop.domain.programs.load_list import split_loads
from fitwell_desktop.domain.programs.one_load import read_load, write_load
from fitwell_desktop.domain.programs.prescription import Load
from fitwell_desktop.domain.programs.typed_text import understood
from fitwell_desktop.vocabulary import UnitSystem

FIELD = "load"
_EXAMPLES = {
    UnitSystem.METRIC: "80, 75%, RPE 8, RIR 2, last +2.5 or bw+10",
    UnitSystem.IMPERIAL: "175, 75%, RPE 8, RIR 2, last +5 or bw+25",
}


def parse(text: str, units: UnitSystem) -> tuple[Load, ...]:
    """One load for all sets, or one for each; nothing typed is nothing prescribed.

    A bare number is in the trainer's unit.
    """
    return understood(text, lambda tidy: _read(tidy, units), FIELD, _EXAMPLES[units]) if text.strip() else ()


def write(value: tuple[Load, ...], units: UnitSystem, *, with_unit: bool = False) -> str:
    """The shortest usual form; `with_unit` names the trainer's own unit as well, for text that others read."""
    return ", ".join(write_load(load, units, with_unit=with_unit) for load in value)


def _read(text: str, units: UnitSystem) -> tuple[Load, ...] | None:
    loads = [read_load(part, units) for part in split_loads(text)]
    known = tuple(load for load in loads if load is not None)
    if len(known) < len(loads):
        return None
    if len(known) > MOST_SETS:
        raise UserError(f"There are {len(known)} loads; a line has at most {MOST_SETS} sets.", FIELD)
    return known
