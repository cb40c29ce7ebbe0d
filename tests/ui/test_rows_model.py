"""A reload tells no more than what differs, so what the user had chosen stays chosen."""

from dataclasses import dataclass, replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from fitwell_desktop.ui.rows_model import Column, RowsModel


@dataclass(frozen=True, slots=True)
class Person:
    id: int
    name: str
    age: int | None = None


COLUMNS = [
    Column[Person](name="name", title="Name", value=lambda person: person.name),
    Column[Person](name="age", title="Age", value=lambda person: person.age, right=True),
]
ROSTER = [Person(1, "Ava", 30), Person(2, "liam", 25), Person(3, "Noah", None), Person(4, "Emma", 41)]


@pytest.fixture
def model(qapp: QApplication) -> RowsModel[Person]:
    made = RowsModel(COLUMNS)
    made.show(ROSTER)
    return made


def told(model: RowsModel[Person]) -> list[str]:
    """The signals that the model sends from now on."""
    heard: list[str] = []
    for name in ("rowsInserted", "rowsRemoved", "rowsMoved", "dataChanged", "layoutChanged", "modelReset"):
        getattr(model, name).connect(lambda *_args, name=name: heard.append(name))
    return heard


def names(model: RowsModel[Person]) -> list[str]:
    return [model.index(at, 0).data() for at in range(model.rowCount())]


def test_it_is_a_model_as_qt_wants_it(model: RowsModel[Person], qtmodeltester: Any) -> None:
    qtmodeltester.check(model)


def test_the_same_rows_again_tell_nothing(model: RowsModel[Person]) -> None:
    heard = told(model)
    model.show(list(ROSTER))
    assert heard == []


@pytest.mark.parametrize(
    ("rows", "signals"),
    [
        ([*ROSTER[:2], Person(9, "Mia"), *ROSTER[2:]], ["rowsInserted"]),
        ([ROSTER[0], ROSTER[3]], ["rowsRemoved"]),
        ([ROSTER[3], *ROSTER[:3]], ["rowsMoved"]),
        ([*ROSTER[1:3], ROSTER[0], ROSTER[3]], ["rowsMoved"]),
        ([ROSTER[0], replace(ROSTER[1], age=26), *ROSTER[2:]], ["dataChanged"]),
        (ROSTER[::-1], ["layoutChanged"]),
    ],
)
def test_each_change_is_told_as_what_it_is(model: RowsModel[Person], rows: list[Person], signals: list[str]) -> None:
    heard = told(model)
    model.show(rows)
    assert heard == signals
    assert model.rows() == rows


def test_text_sorts_without_regard_to_case_and_what_is_unknown_comes_last(model: RowsModel[Person]) -> None:
    model.sort(0)
    assert names(model) == ["Ava", "Emma", "liam", "Noah"]
    model.sort(1)
    assert names(model) == ["liam", "Ava", "Emma", "Noah"]
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert names(model) == ["Emma", "Ava", "liam", "Noah"]


def test_rows_that_are_shown_later_are_sorted_too(model: RowsModel[Person]) -> None:
    model.sort(0)
    model.show([*ROSTER, Person(9, "Cleo")])
    assert names(model) == ["Ava", "Cleo", "Emma", "liam", "Noah"]


def test_a_delegated_sort_is_only_asked_for(qapp: QApplication) -> None:
    model = RowsModel(COLUMNS, delegated=True)
    asked: list[tuple[str, bool]] = []
    model.sort_requested.connect(lambda name, falling: asked.append((name, falling)))
    model.show(ROSTER)
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert asked == [("age", True)]
    assert model.rows() == ROSTER


ids = st.lists(st.integers(0, 30), unique=True, max_size=30)


@given(before=ids, after=ids, changed=st.sets(st.integers(0, 30)))
@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_changes_the_model_holds_and_held_places_follow_their_rows(
    qapp: QApplication, before: list[int], after: list[int], changed: set[int]
) -> None:
    model = RowsModel(COLUMNS)
    tester = QAbstractItemModelTester(model)  # what it finds is a warning, and warnings fail
    model.show([Person(number, "") for number in before])
    held = {number: QPersistentModelIndex(model.index_of(number)) for number in before}
    wanted = [Person(number, "new" if number in changed else "") for number in after]
    model.show(wanted)
    assert model.rows() == wanted
    for number, place in held.items():
        assert place.isValid() == (number in after)
        if place.isValid():
            assert model.row(place).id == number
    del tester


def test_more_changes_than_are_worth_telling_are_one_reset(model: RowsModel[Person]) -> None:
    model.show([Person(number, "") for number in range(1000)])
    heard = told(model)
    model.show([Person(number, "") for number in range(0, 1000, 2)])
    assert heard == ["modelReset"]
    assert len(model.rows()) == 500


def test_what_is_read_out_is_the_whole_cell(qapp: QApplication) -> None:
    column = Column[Person](name="n", title="N", value=lambda p: p.name, second=lambda p: f"{p.age} years")
    model = RowsModel([column])
    model.show(ROSTER[:1])
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Ava, 30 years"
