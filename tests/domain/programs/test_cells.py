"""Four cells make one prescription, and it gives the four cells again."""

import msgspec
import pytest
from hypothesis import given

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.domain.programs import cells
from fitwell_desktop.domain.programs.cells import Cells
from fitwell_desktop.domain.programs.prescription import Load, Prescription, Scheme, prescribe
from fitwell_desktop.models.workouts import SessionExercise, SetTarget, Tempo
from fitwell_desktop.vocabulary import SetKind, UnitSystem
from tests.domain.programs.examples import METRIC, lines, unit_systems


def test_alike_sets_stand_in_the_columns() -> None:
    typed = Cells("4x8-10", "75% RIR 2", "31X0", "90")
    assert cells.parse(typed, METRIC) == Prescription(
        sets=4,
        reps=8,
        reps_max=10,
        load_percent=75.0,
        rir=2.0,
        tempo=Tempo(3, 1, 0, 0, explosive=True),
        rest_seconds=90,
    )


def test_sets_that_differ_are_held_each_and_the_columns_hold_what_they_share() -> None:
    meant = cells.parse(Cells("w: 10; 5,3+", "60%"), METRIC)
    assert meant == Prescription(
        sets=3,
        load_percent=60.0,
        set_targets=(
            SetTarget(SetKind.WARM_UP, 10, load_percent=60.0),
            SetTarget(reps=5, load_percent=60.0),
            SetTarget(reps=3, is_amrap=True, load_percent=60.0),
        ),
    )
    assert meant.each_set() == meant.set_targets


def test_each_load_belongs_to_its_set() -> None:
    meant = cells.parse(Cells("3x5", "80, 85, 90"), METRIC)
    assert [target.load_kg for target in meant.each_set()] == [80.0, 85.0, 90.0]
    assert (meant.reps, meant.load_kg) == (5, None)
    assert cells.write(meant, METRIC) == Cells("3x5", "80, 85, 90")


def test_alike_sets_can_be_walked_one_by_one() -> None:
    assert cells.parse(Cells("3x5", "80"), METRIC).each_set() == (SetTarget(reps=5, load_kg=80.0),) * 3


def test_the_same_load_written_for_each_set_is_one_load() -> None:
    assert cells.parse(Cells("3x5", "80, 80, 80"), METRIC) == cells.parse(Cells("3x5", "80"), METRIC)


def test_empty_cells_prescribe_nothing() -> None:
    assert cells.parse(Cells(), METRIC) == Prescription()
    assert cells.write(Prescription(), METRIC) == Cells()


@given(lines, unit_systems)
def test_every_line_is_read_as_it_was_written(meant: Prescription, units: UnitSystem) -> None:
    assert cells.parse(cells.write(meant, units), units) == meant


@given(lines)
def test_every_set_survives_being_stored(meant: Prescription) -> None:
    stored = msgspec.json.encode(meant.set_targets)
    assert msgspec.json.decode(stored, type=tuple[SetTarget, ...]) == meant.set_targets


@pytest.mark.parametrize(
    ("scheme", "sentence"),
    [
        ("4x8", "There are 3 loads, but the scheme has 4. Write one load for all or one for each."),
        ("8", "There are 3 loads, but the scheme does not say how many sets. Write one load for all or one for each."),
    ],
)
def test_loads_that_do_not_fit_the_sets_are_refused(scheme: str, sentence: str) -> None:
    with pytest.raises(UserError) as refused:
        cells.parse(Cells(scheme, "80, 85, 90"), METRIC)
    assert (str(refused.value), refused.value.field) == (sentence, "load")


def test_a_load_alone_is_a_line() -> None:
    assert prescribe(Scheme(), (Load(load_kg=80.0),), None, None) == Prescription(load_kg=80.0)


def test_the_fields_are_named_as_the_columns() -> None:
    awaited = {"kind", "is_amrap", "load_percent_max", "added_kg", "above_last_kg", "above_last_percent"}
    assert set(Prescription.__struct_fields__) - set(SessionExercise.__table__.columns.keys()) <= awaited
