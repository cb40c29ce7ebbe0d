"""The import from end to end: a file, its columns, the dry run, the good rows, and one Undo."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from fitwell_desktop.domain.clients.roster import Wanted, roster
from fitwell_desktop.views.roster.import_dialog import CHECK, CHOOSE, MAP, ImportDialog
from fitwell_desktop.vocabulary import ImportField, Verdict
from tests.views.roster.small_practice import Program

LIST = """Kunde;Mail;Handy;Geboren;Sternzeichen
Ava Nguyen;ava@example.com;+49 30 901820;1.5.1990;Stier
;ohne@example.com;;;
Ben Kim;ben@;;;
Cleo Ray;cleo@example.com;;31.2.1990;
Dan Poe;ava@example.com;;;
"""


def opened(qtbot: QtBot, program: Program, path: Path) -> Any:
    program.window.menus.entries["clients.import"].made.trigger()
    qtbot.waitUntil(lambda: bool(program.window.findChildren(ImportDialog)))
    dialog = program.window.findChildren(ImportDialog)[-1]
    dialog.read(path)
    return dialog


def test_a_list_is_checked_then_imported_then_undone(qtbot: QtBot, empty: Program, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(LIST, "cp1252")
    dialog = opened(qtbot, empty, tmp_path / "list.csv")
    qtbot.waitUntil(lambda: dialog.pages.currentIndex() == MAP)
    assert dialog.mapping.mapping() == (
        ImportField.FULL_NAME,
        ImportField.EMAIL,
        ImportField.PHONE,
        ImportField.DATE_OF_BIRTH,
        None,
    )
    dialog.confirm()
    qtbot.waitUntil(lambda: dialog.pages.currentIndex() == CHECK)
    assert dialog.primary.text() == "Import 2 clients, leave out 3"
    assert len(dialog.check.table.rows_model.rows()) == 4
    dialog.check.which.set_value(Verdict.WARNING)
    dialog.check.which.chosen.emit(Verdict.WARNING)
    assert [row.client for row in dialog.check.table.rows_model.rows()] == ["Cleo Ray"]
    dialog.save_report(tmp_path / "report.csv")
    assert "31.2.1990" in (tmp_path / "report.csv").read_text("utf-8-sig")
    assert empty.store.ask(roster, Wanted()).total == 0
    dialog.confirm()
    qtbot.waitUntil(lambda: empty.store.ask(roster, Wanted()).total == 2)
    qtbot.waitUntil(lambda: "Imported 2 clients" in empty.window.toasts.sentence())
    empty.window.toasts.undo_requested.emit()
    qtbot.waitUntil(lambda: empty.store.ask(roster, Wanted()).total == 0)


def test_a_file_that_is_no_list_says_why(qtbot: QtBot, empty: Program, tmp_path: Path) -> None:
    (tmp_path / "list.xlsx").write_bytes(b"PK\x03\x04 workbook")
    dialog = opened(qtbot, empty, tmp_path / "list.xlsx")
    qtbot.waitUntil(lambda: "workbook" in dialog.banner.sentence())
    assert dialog.pages.currentIndex() == CHOOSE
    dialog.reject()


def test_columns_can_be_taken_otherwise(qtbot: QtBot, empty: Program, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("A,B\nx,Ava\ny,Ben\n")
    dialog = opened(qtbot, empty, tmp_path / "list.csv")
    qtbot.waitUntil(lambda: dialog.pages.currentIndex() == MAP)
    dialog.confirm()
    qtbot.waitUntil(lambda: "No column is taken for the name" in dialog.banner.sentence())
    box: QComboBox = dialog.mapping.boxes[1]
    box.setCurrentText(ImportField.FULL_NAME.label)
    dialog.confirm()
    qtbot.waitUntil(lambda: dialog.pages.currentIndex() == CHECK)
    dialog.reject()
    assert dialog.pages.currentIndex() == MAP
    dialog.reject()
    assert not dialog.isVisible()
