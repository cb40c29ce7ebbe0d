"""A grid is typed like a spreadsheet, and says at the cell what it does not take."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.ui.formats import Formats
from fitwell_desktop.ui.theme import Theme
from fitwell_desktop.ui.widgets.form_fields import Field, NumberField, TextField
from fitwell_desktop.ui.widgets.grid import Grid, GridColumn, Row

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


class Sheet:
    """A grid of three columns, and what it saved."""

    def __init__(self, qtbot: QtBot, formats: Formats) -> None:
        self.saved: list[list[Row]] = []
        self.complaints: list[str] = []
        columns = [
            GridColumn(field=TextField(name="what", title="What", longest=20)),
            GridColumn(field=NumberField(name="count", title="Count", least=0), right=True),
            GridColumn(field=Field(name="sum", title="Sum"), right=True, told=True),
        ]
        self.grid = Grid("Sheet", columns, formats, lambda: {"what": "", "count": 1, "note": "kept"}, self.save)
        self.grid.complained.connect(self.complaints.append)
        qtbot.addWidget(self.grid)
        self.grid.resize(500, 300)
        self.grid.show()
        qtbot.waitExposed(self.grid)
        self.grid.setFocus()
        self.grid.setCurrentCell(0, 0)

    def save(self, rows: list[Row]) -> None:
        for at, row in enumerate(rows):
            if row["count"] == 13:
                raise UserError("Not thirteen.", field=f"rows.{at}.count")
        self.saved.append(rows)

    def type(self, text: str, key: Qt.Key = Qt.Key.Key_Tab) -> None:
        if text and self.editor() is None:
            QTest.keyClicks(self.grid, text[0])
            text = text[1:]
        if text:
            QTest.keyClicks(self.line(), text)
        QTest.keyClick(self.editor() or self.grid, key)
        QApplication.processEvents()  # Enter is taken when the line itself is done with it

    def editor(self) -> QLineEdit | None:
        return next((line for line in self.grid.viewport().findChildren(QLineEdit) if line.isVisible()), None)

    def line(self) -> QLineEdit:
        line = self.editor()
        assert line is not None
        return line

    def texts(self) -> list[tuple[str, ...]]:
        return [
            tuple(self.grid.item(row, column).text() for column in range(3))  # type: ignore[union-attr]  # always set
            for row in range(self.grid.rowCount())
        ]

    def place(self) -> tuple[int, int]:
        return self.grid.currentRow(), self.grid.currentColumn()


@pytest.fixture
def sheet(qtbot: QtBot, formats: Formats, theme: Theme) -> Sheet:
    return Sheet(qtbot, formats)


def rows(*pairs: tuple[str, int]) -> list[dict[str, Any]]:
    return [{"what": what, "count": count, "note": "kept"} for what, count in pairs]


def test_lines_are_typed_with_tab_from_cell_to_cell_and_row_to_row(sheet: Sheet) -> None:
    for text in ("Apples", "3", "Pears", "12"):
        sheet.type(text)
    assert sheet.grid.rows() == rows(("Apples", 3), ("Pears", 12))
    assert sheet.saved[-1] == rows(("Apples", 3), ("Pears", 12))
    assert sheet.place() == (2, 0)


def test_enter_goes_down(sheet: Sheet) -> None:
    sheet.grid.show_rows(rows(("Apples", 3), ("Pears", 12)))
    sheet.grid.setCurrentCell(0, 1)
    sheet.type("5", Qt.Key.Key_Return)
    assert sheet.place() == (1, 1)
    assert sheet.grid.rows()[0]["count"] == 5


def test_tab_leaves_the_grid_from_its_empty_end(sheet: Sheet) -> None:
    sheet.type("")
    assert sheet.place() == (0, 1)
    assert sheet.grid.rows() == []


def test_what_can_not_be_read_stays_in_its_cell_and_is_said(sheet: Sheet) -> None:
    sheet.grid.show_rows(rows(("Apples", 3)))
    sheet.grid.setCurrentCell(0, 1)
    sheet.type("many", Qt.Key.Key_Return)
    assert "not a number" in sheet.complaints[-1]
    assert sheet.texts()[0][1] == "many"
    assert sheet.grid.rows() == rows(("Apples", 3))
    sheet.grid.setCurrentCell(0, 1)
    sheet.type("4", Qt.Key.Key_Return)
    assert sheet.complaints[-1] == ""
    assert sheet.grid.rows() == rows(("Apples", 4))


def test_what_is_refused_is_said_at_the_cell_that_is_named(sheet: Sheet) -> None:
    sheet.grid.show_rows(rows(("Apples", 3)))
    sheet.grid.setCurrentCell(0, 1)
    sheet.type("13", Qt.Key.Key_Return)
    assert sheet.complaints[-1] == "Not thirteen."
    item = sheet.grid.item(0, 1)
    assert item is not None
    assert item.toolTip() == "Not thirteen."
    assert sheet.grid.rows() == rows(("Apples", 3))


def test_all_that_was_refused_stays_and_goes_along_until_it_is_mended(sheet: Sheet) -> None:
    sheet.grid.show_rows(rows(("Apples", 3), ("Pears", 12)))
    for row, text in ((0, "many"), (1, "13")):
        sheet.grid.setCurrentCell(row, 1)
        sheet.type(text, Qt.Key.Key_Return)
    sheet.grid.setCurrentCell(0, 0)
    sheet.type("Plums", Qt.Key.Key_Return)
    assert sheet.grid.rows() == rows(("Plums", 3), ("Pears", 12))
    assert [texts[:2] for texts in sheet.texts()] == [("Plums", "many"), ("Pears", "13"), ("", "")]
    assert sheet.grid.is_wrong()
    assert sheet.complaints[-1] == "Not thirteen."
    sheet.grid.setCurrentCell(0, 0)
    QTest.keyClick(sheet.grid, Qt.Key.Key_Down, ALT)
    assert [texts[:2] for texts in sheet.texts()] == [("Pears", "13"), ("Plums", "many"), ("", "")]
    for row, text in ((0, "14"), (1, "4")):
        sheet.grid.setCurrentCell(row, 1)
        sheet.type(text, Qt.Key.Key_Return)
    assert sheet.grid.rows() == rows(("Pears", 14), ("Plums", 4))
    assert not sheet.grid.is_wrong()
    assert sheet.complaints[-1] == ""


def test_a_long_figure_can_be_read_to_its_end(sheet: Sheet) -> None:
    sheet.grid.show_rows(rows(("Apples", 3)))
    before = sheet.grid.columnWidth(2)
    sheet.grid.tell("sum", ["1.234.567.890,00 €"])
    needed = sheet.grid.fontMetrics().horizontalAdvance("1.234.567.890,00 €")
    assert sheet.grid.columnWidth(2) > max(needed, before)


def test_rows_are_moved_and_removed_by_key(sheet: Sheet) -> None:
    sheet.grid.show_rows(rows(("Apples", 3), ("Pears", 12), ("Plums", 1)))
    sheet.grid.setCurrentCell(0, 0)
    QTest.keyClick(sheet.grid, Qt.Key.Key_Down, ALT)
    assert [row["what"] for row in sheet.grid.rows()] == ["Pears", "Apples", "Plums"]
    assert sheet.place() == (1, 0)
    QTest.keyClick(sheet.grid, Qt.Key.Key_Up, ALT)
    QTest.keyClick(sheet.grid, Qt.Key.Key_Delete, CONTROL)
    assert [row["what"] for row in sheet.grid.rows()] == ["Pears", "Plums"]
    assert sheet.saved[-1] == rows(("Pears", 12), ("Plums", 1))


def test_delete_empties_a_cell_to_what_an_empty_one_means(sheet: Sheet) -> None:
    sheet.grid.show_rows(rows(("Apples", 3)))
    sheet.grid.setCurrentCell(0, 1)
    QTest.keyClick(sheet.grid, Qt.Key.Key_Delete)
    assert sheet.grid.rows() == rows(("Apples", 1))


def test_told_cells_are_shown_and_can_not_be_typed(sheet: Sheet) -> None:
    sheet.grid.show_rows(rows(("Apples", 3)))
    sheet.grid.tell("sum", ["9.00"])
    assert sheet.texts() == [("Apples", "3", "9.00"), ("", "", "")]
    sheet.grid.setCurrentCell(0, 2)
    QTest.keyClick(sheet.grid, Qt.Key.Key_5)
    assert sheet.editor() is None


def test_showing_the_same_rows_again_leaves_the_typist_alone(sheet: Sheet) -> None:
    sheet.grid.show_rows(rows(("Apples", 3)))
    sheet.grid.setCurrentCell(0, 0)
    QTest.keyClick(sheet.grid, Qt.Key.Key_X)
    sheet.grid.show_rows(rows(("Apples", 3)))
    editor = sheet.editor()
    assert editor is not None
    assert editor.text() == "x"


def test_typing_fast_goes_on_in_the_next_cell(sheet: Sheet) -> None:
    sheet.grid.add_row()
    for text in ("Figs", "7"):
        QTest.keyClicks(sheet.line(), text)
        QTest.keyClick(sheet.line(), Qt.Key.Key_Tab)
    assert sheet.grid.rows() == rows(("Figs", 7))
