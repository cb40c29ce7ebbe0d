"""A line of a workout travels as one text: through the clipboard, a mail, a spreadsheet."""

import pytest
from hypothesis import given

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.domain.programs import cells, line_notation
from fitwell_desktop.domain.programs.cells import Cells
from fitwell_desktop.domain.programs.line_notation import Line
from fitwell_desktop.domain.programs.prescription import Prescription
from fitwell_desktop.vocabulary import UnitSystem
from tests.domain.programs.examples import IMPERIAL, METRIC, lines, unit_systems

_NAMES = {name.lower(): name for name in ("Back Squat", "Squat", "Squat 21s", "90/90 Hip Lift", "Rest", "T-Bar Row")}


def find(name: str) -> str | None:
    return _NAMES.get(name.lower())


def read(text: str, units: UnitSystem = METRIC) -> Line[str]:
    return line_notation.parse(text, find, units)


@pytest.mark.parametrize(
    ("typed", "name", "meant"),
    [
        ("Back Squat 4x8-10 @ 75% 3-1-x-0 r90", "Back Squat", Cells("4x8-10", "75%", "31X0", "90s")),
        ("back squat 4 x 8 @8", "Back Squat", Cells("4x8", "@8")),
        ("Back Squat 4x8 @ 80", "Back Squat", Cells("4x8", "80")),
        ("Back Squat 4x8 @ 80kg @8 tempo 3010", "Back Squat", Cells("4x8", "80 @8", "3010")),
        ("Squat 3x5 80, 82.5, 85", "Squat", Cells("3x5", "80, 82.5, 85")),
        ("Squat w: 2x10; 5,5,3+ last +2.5 rest 2 min", "Squat", Cells("w: 2x10; 5,5,3+", "last +2.5", "", "2min")),
        ("Squat 3 x 8 each side 75% RIR 2", "Squat", Cells("3x8/side", "75% RIR 2")),
        ("Squat 21s 3x8", "Squat 21s", Cells("3x8")),
        ("Squat 21 s", "Squat", Cells("21s")),
        ("90/90 Hip Lift 2x5", "90/90 Hip Lift", Cells("2x5")),
        ("Squat w: 10x1", "Squat", Cells("w: 10x1")),
        ("Squat 10x1 75% 20x1", "Squat", Cells("10x1", "75%", "20X1")),
        ("T-Bar Row @ bw", "T-Bar Row", Cells("", "bw")),
        ("Back Squat", "Back Squat", Cells()),
        ("Back Squat\t4x8-10\t75%\t3-1-x-0\t90", "Back Squat", Cells("4x8-10", "75%", "31X0", "90s")),
        ("Back Squat\t\t\t\t90\t\r\n", "Back Squat", Cells(rest="90s")),
    ],
)
def test_a_line_is_read_as_trainers_write_it(typed: str, name: str, meant: Cells) -> None:
    line = read(typed)
    assert (line.exercise, cells.write(line.prescription, METRIC)) == (name, meant)


def test_a_line_is_written_for_people_and_names_its_units() -> None:
    prescription = cells.parse(Cells("4x8-10", "80 @8", "31X0", "90"), METRIC)
    written = line_notation.write("Back Squat", prescription, METRIC)
    assert written == "Back Squat 4x8-10 @ 80kg @8 tempo 31X0 rest 90s"
    assert line_notation.write("Squat", cells.parse(Cells("3x5", "@8"), METRIC), METRIC) == "Squat 3x5 @8"


@given(lines, unit_systems, unit_systems)
def test_every_line_reads_the_same_wherever_it_is_pasted(
    meant: Prescription, own: UnitSystem, other: UnitSystem
) -> None:
    written = line_notation.write("Back Squat", meant, own)
    assert read(written, other) == Line("Back Squat", meant)


@given(lines, unit_systems, unit_systems)
def test_every_row_reads_the_same_wherever_it_is_pasted(
    meant: Prescription, own: UnitSystem, other: UnitSystem
) -> None:
    assert read(line_notation.write_row("Back Squat", meant, own), other) == Line("Back Squat", meant)


def test_a_pasted_number_is_in_the_trainers_unit() -> None:
    assert read("Squat 3x5 @ 225", IMPERIAL) == read("Squat 3x5 @ 225lb", METRIC)


def test_a_row_gives_its_cells_as_they_were_typed() -> None:
    assert line_notation.pasted_cells("Squat\t4x qq\t75%") == ("Squat", Cells("4x qq", "75%"))


@pytest.mark.parametrize(
    ("typed", "field", "start"),
    [
        ("Skwat 4x8", "exercise", "No exercise is called “Skwat”."),
        ("Skwat\t4x8", "exercise", "No exercise is called “Skwat”."),
        ("  ", "exercise", "The line names no exercise."),
        ("Squat 4x8 qq @ 75%", "scheme", "4x8 is understood; “qq” is not."),
        ("Squat 4x8 @ 75% qq", "load", "75% is understood; “qq” is not."),
        ("Squat 4x8 @ 2000", "load", "A load is at most 1,000 kg"),
        ("Squat 4x8 99-99-99-99", "tempo", "Each part of a tempo is at most 60 seconds"),
        ("Squat 4x8 rest 2 h", "rest", "A rest is at most 1 hour"),
        ("Squat\t4x8\t80\t3010\t90\tslowly", "exercise", "A row has an exercise, sets, load, tempo and rest"),
        ("Squat " + "4x8 " * 5_000, "scheme", "4x8 is understood;"),
    ],
)
def test_what_is_wrong_with_a_line_is_named(typed: str, field: str, start: str) -> None:
    with pytest.raises(UserError) as refused:
        read(typed)
    assert str(refused.value).startswith(start)
    assert refused.value.field == field
