"""The import from end to end: a file, its columns, the dry run, the good rows, and one Undo."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from fitwell_desktop.core.errors import UserError
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
    empty.window.toasts.undo()
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


def test_a_wrong_encoding_is_put_right_by_hand(qtbot: QtBot, empty: Program, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("Name;E-Mail\nJiří Dvořák;jiri@example.com\n", "cp1250")
    dialog = opened(qtbot, empty, tmp_path / "list.csv")
    qtbot.waitUntil(lambda: dialog.pages.currentIndex() == MAP)
    box: QComboBox = dialog.mapping.encoding
    assert box.currentText() == "Windows-1252"
    box.setCurrentText("Windows-1250")
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: dialog.pages.currentIndex() == MAP and box.currentText() == "Windows-1250")
    dialog.confirm()
    qtbot.waitUntil(lambda: dialog.pages.currentIndex() == CHECK)
    dialog.confirm()
    qtbot.waitUntil(lambda: [row.name for row in empty.store.ask(roster, Wanted()).rows] == ["Jiří Dvořák"])


def test_stopping_while_it_writes_leaves_nothing_half_done(qtbot: QtBot, empty: Program, tmp_path: Path) -> None:
    lines = "".join(f"Ava {number},ava{number}@example.com\n" for number in range(2000))
    (tmp_path / "list.csv").write_text("Name,Email\n" + lines)
    dialog = opened(qtbot, empty, tmp_path / "list.csv")
    qtbot.waitUntil(lambda: dialog.pages.currentIndex() == MAP)
    dialog.confirm()
    qtbot.waitUntil(lambda: dialog.pages.currentIndex() == CHECK, timeout=20_000)
    dialog.confirm()
    dialog.reject()
    qtbot.waitUntil(lambda: not empty.window.tasks.running, timeout=20_000)
    written = empty.store.ask(roster, Wanted()).total
    if written:  # the last row was faster
        assert written == 2000
        assert "Imported 2,000 clients" in empty.window.toasts.sentence()
    else:
        assert dialog.banner.sentence() == "Stopped: nothing was imported."
        assert dialog.pages.currentIndex() == CHECK
        dialog.reject()
        dialog.reject()
    assert not dialog.isVisible()


def test_a_file_that_can_not_be_read_or_written_says_why(qtbot: QtBot, empty: Program, tmp_path: Path) -> None:
    dialog = opened(qtbot, empty, tmp_path / "gone.csv")
    qtbot.waitUntil(lambda: dialog.banner.sentence() == "“gone.csv” is not a file.")
    dialog.read(tmp_path)
    qtbot.waitUntil(lambda: "is not a file" in dialog.banner.sentence())
    (tmp_path / "list.csv").write_text("Name\nAva\n")
    dialog.read(tmp_path / "list.csv")
    qtbot.waitUntil(lambda: dialog.pages.currentIndex() == MAP)
    dialog.confirm()
    qtbot.waitUntil(lambda: dialog.pages.currentIndex() == CHECK)
    with pytest.raises(UserError, match="can’t be written there"):
        dialog.save_report(tmp_path / "no such folder" / "report.csv")
    dialog.reject()
    dialog.reject()
