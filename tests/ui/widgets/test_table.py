"""Tables keep what was chosen over reloads, and what was arranged over restarts."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from fitwell_desktop.core.settings import Settings
from fitwell_desktop.ui.rows_model import Column
from fitwell_desktop.ui.theme import Density, Theme
from fitwell_desktop.ui.tokens import Tone
from fitwell_desktop.ui.widgets.table import RowList, Table


@dataclass(frozen=True, slots=True)
class Person:
    id: int
    name: str
    age: int = 30


COLUMNS = [
    Column[Person](name="name", title="Name", value=lambda person: person.name, width=200),
    Column[Person](name="age", title="Age", value=lambda person: person.age, right=True),
    Column[Person](name="id", title="Number", value=lambda person: person.id, hidden=True),
]
ROSTER = [Person(number, f"Person {number:04}", 20 + number % 50) for number in range(300)]


@pytest.fixture
def table(qtbot: QtBot, theme: Theme, settings: Settings) -> Table:
    return shown(qtbot, settings)


def shown(qtbot: QtBot, settings: Settings) -> Table:
    made = Table("people", "People", COLUMNS, settings)
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.rows_model.show(ROSTER)
    made.show()
    return made


def chosen(table: Table) -> list[int]:
    return [row.id for row in table.keeper.rows()]


def test_the_choice_survives_rows_that_come_and_go(table: Table) -> None:
    table.keeper.choose(5)
    table.rows_model.show([Person(1000, "New"), *ROSTER[3:]])
    assert chosen(table) == [5]
    assert table.rows_model.row(table.currentIndex()).id == 5


def test_what_is_chosen_by_a_command_is_chosen_alone_while_its_keys_are_still_down(table: Table) -> None:
    table.keeper.choose(5)
    QTest.keyPress(table, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.keyboardModifiers() == Qt.KeyboardModifier.ControlModifier
    for _ in range(2):  # the second time would take it out of the choice
        table.keeper.choose(10)
        assert chosen(table) == [10]
    QTest.keyRelease(table, Qt.Key.Key_Control)
    assert QApplication.keyboardModifiers() == Qt.KeyboardModifier.NoModifier


def test_rows_that_come_in_above_the_chosen_one_are_no_other_choice(table: Table, qtbot: QtBot) -> None:
    table.keeper.choose(5)
    with qtbot.assertNotEmitted(table.keeper.chosen):
        table.rows_model.show([Person(1000, "New"), *ROSTER[:-1]])
    assert chosen(table) == [5]


def test_the_choice_survives_even_a_reset(table: Table) -> None:
    table.keeper.choose(10)
    selection = table.selectionModel()
    selection.select(
        table.rows_model.index_of(20), QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    )
    table.rows_model.show(ROSTER[::2])
    assert chosen(table) == [10, 20]


def test_the_keyboard_does_it_all(table: Table, qtbot: QtBot) -> None:
    table.keeper.choose(0)
    QTest.keyClicks(table, "jjjk")
    assert chosen(table) == [2]
    with qtbot.waitSignal(table.keeper.opened) as opened:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [ROSTER[2]]
    QTest.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(chosen(table)) == 300


def test_letters_do_not_search(table: Table) -> None:
    table.keeper.choose(0)
    QTest.keyClicks(table, "p")
    assert chosen(table) == [0]


def test_columns_order_width_and_sort_are_kept(table: Table, qtbot: QtBot, settings: Settings) -> None:
    assert table.shown_columns() == ["name", "age"]
    table.choose_columns(["name", "id"])
    table.horizontalHeader().moveSection(2, 0)
    table.setColumnWidth(0, 222)
    table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    table.hide()
    again = shown(qtbot, settings)
    assert again.shown_columns() == ["id", "name"]
    assert again.rows_model.order() == ("name", True)
    assert again.rows_model.row(0) == ROSTER[-1]


def test_a_column_that_a_newer_version_brings_is_shown_or_hidden_as_declared(
    qtbot: QtBot, theme: Theme, settings: Settings
) -> None:
    kept = {"order": ["age", "name"], "hidden": ["name"], "widths": {"age": 90, "name": 200}, "sort": []}
    settings.put("tables.people", kept)
    assert shown(qtbot, settings).shown_columns() == ["age"]


def test_the_last_column_can_not_be_hidden(table: Table) -> None:
    table.choose_columns(["name"])
    assert [entry.isEnabled() for entry in table.column_menu().actions()] == [False, True, True]


def test_nonsense_in_the_settings_is_passed_over(qtbot: QtBot, theme: Theme, settings: Settings) -> None:
    widths = {"name": "wide", "age": 10**12, "id": -1}
    settings.put("tables.people", {"widths": widths, "order": 7, "hidden": None, "sort": ["who", 1]})
    table = shown(qtbot, settings)
    assert table.shown_columns() == ["name", "age"]
    assert table.horizontalHeader().length() < 1_000


def test_an_empty_table_shows_what_to_do(table: Table) -> None:
    table.keeper.empty = QLabel("No people yet")
    table.keeper.place_empty()
    assert not table.keeper.empty.isVisible()
    table.rows_model.show([])
    assert table.keeper.empty.isVisible()


def test_a_list_tells_who_is_chosen(qtbot: QtBot, theme: Theme) -> None:
    people = RowList("People", COLUMNS[0])
    qtbot.addWidget(people)
    people.rows_model.show(ROSTER)
    people.show()
    with qtbot.waitSignal(people.keeper.chosen) as told:
        people.keeper.choose(7)
    assert told.args == [[ROSTER[7]]]


def test_rows_follow_density_and_size_of_text_at_once(qtbot: QtBot, theme: Theme, table: Table) -> None:
    people = RowList("People", COLUMNS[0])
    qtbot.addWidget(people)
    people.rows_model.show(ROSTER)
    people.show()
    table.set_row_height(54)
    heights = []
    for window in (table, people):
        theme.dress(window)
    for density, scale in ((Density.COMFORTABLE, 100), (Density.COMPACT, 100), (Density.COMFORTABLE, 150)):
        theme.choose(density=density, scale=scale)
        heights.append((table.rowHeight(0), people.sizeHintForRow(0)))
    assert heights == [(54, 56), (42, 44), (81, 84)]


def hovered(view: QAbstractItemView, row: int, column: int) -> str:
    """The tooltip of a cell."""
    place = view.visualRect(view.model().index(row, column)).center()
    event = QHelpEvent(QEvent.Type.ToolTip, place, view.viewport().mapToGlobal(place))
    QApplication.sendEvent(view.viewport(), event)
    return QToolTip.text()


def test_a_cell_that_is_cut_tells_its_whole_text(table: Table, qtbot: QtBot) -> None:
    table.rows_model.show([Person(1, "Ava <b>Nguyen</b>-Featherstonehaugh of Hamburg", 1), Person(2, "Ben")])
    whole = "<p>Ava &lt;b&gt;Nguyen&lt;/b&gt;-Featherstonehaugh of Hamburg</p>"
    assert hovered(table, 0, 0) == whole
    qtbot.waitUntil(lambda: hovered(table, 0, 1) == "")
    qtbot.waitUntil(lambda: hovered(table, 1, 0) == "")
    table.setColumnWidth(0, 500)
    qtbot.waitUntil(lambda: hovered(table, 0, 0) == "")


def test_a_row_of_two_lines_tells_those_that_are_cut(qtbot: QtBot, theme: Theme) -> None:
    column = Column[Person](
        name="name",
        title="Name",
        value=lambda person: person.name,
        avatar=lambda person: person.name,
        second=lambda person: f"{person.age} years",
        pill=lambda person: ("Ready, with a remark", Tone.WARN) if person.age < 30 else None,
        trailing=lambda person: ("owes nothing", Tone.NEUTRAL),
    )
    rows = RowList("People", column)
    qtbot.addWidget(rows)
    rows.resize(300, 400)
    rows.rows_model.show([Person(1, "Ava Nguyen of Hamburg", 29), Person(2, "Ava Nguyen of Hamburg", 30)])
    rows.show()
    assert hovered(rows, 0, 0) == "Ava Nguyen of Hamburg"
    qtbot.waitUntil(lambda: hovered(rows, 1, 0) == "")


def test_other_rows_are_painted_once(qtbot: QtBot, table: Table) -> None:
    table.rows_model.show(ROSTER)
    qtbot.waitExposed(table)
    QApplication.processEvents()
    paints = Paints(table.viewport())
    table.rows_model.show(ROSTER[1::3])
    QApplication.processEvents()
    QApplication.processEvents()
    assert paints.count == 1


class Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False
