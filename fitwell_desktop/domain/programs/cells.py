"""The four cells that a line of a workout is typed in, read together and written back."""

from msgspec import Struct

from fitwell_desktop.domain.programs import load, rest, scheme, tempo
from fitwell_desktop.domain.programs.prescription import Prescription, loads_of, prescribe, scheme_of
from fitwell_desktop.vocabulary import UnitSystem


class Cells(Struct, frozen=True):
    """What stands in the cells of one line, as text."""

    scheme: str = ""
    load: str = ""
    tempo: str = ""
    rest: str = ""


def parse(cells: Cells, units: UnitSystem) -> Prescription:
    """What the cells prescribe; a UserError names in `field` the cell that it belongs beside."""
    return prescribe(
        scheme.parse(cells.scheme, units),
        load.parse(cells.load, units),
        tempo.parse(cells.tempo, units),
        rest.parse(cells.rest, units),
    )


def write(prescription: Prescription, units: UnitSystem, *, with_unit: bool = False) -> Cells:
    """The cells in their shortest usual form; `with_unit` names the unit of loads for text that others read."""
    return Cells(
        scheme.write(scheme_of(prescription), units),
        load.write(loads_of(prescription), units, with_unit=with_unit),
        tempo.write(prescription.tempo, units),
        rest.write(prescription.rest_seconds, units),
    )
