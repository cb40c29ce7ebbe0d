"""The import from end to end: a file, its columns, the dry run, the good rows, and one Undo."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.domain.clients.roster import Wanted, roster
from fitwell_desktop.views.roster.import_dialog import CHECK, CHOOSE, MAP, ImportDialog
from fitwell_desktop.vocabulary import DayOrder, ImportField, Verdict
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
    assert dialog.primary.text() == "Import 3 clients, leave out 2"
    assert len(dialog.check.table.rows_model.rows()) == 4
    dialog.check.which.set_value(Verdict.WARNING)
    dialog.check.which.chosen.emit(Verdict.WARNING)
    assert [row.client for row in dialog.check.table.rows_model.rows()] == ["Ben Kim", "Cleo Ray"]
    dialog.save_report(tmp_path / "report.csv")
    assert "31.2.1990" in (tmp_path / "report.csv").read_text("utf-8-sig")
    assert empty.store.ask(roster, Wanted()).total == 0
    dialog.confirm()
    qtbot.waitUntil(lambda: empty.store.ask(roster, Wanted()).total == 3)
    qtbot.waitUntil(lambda: "Imported 3 clients" in empty.window.toasts.sentence())
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
    box: QComboBox = dialog.mapping.columns[1].box
    box.setCurrentText(ImportField.FULL_NAME.label)
    dialog.confirm()
    qtbot.waitUntil(lambda: dialog.pages.currentIndex() == CHECK)
    dialog.reject()
    assert dialog.pages.currentIndex() == MAP
    dialog.reject()
    assert not dialog.isVisible()


def test_the_order_of_days_is_told_by_the_file_or_else_the_practices_until_one_is_chosen(
    qtbot: QtBot, empty: Program, tmp_path: Path
) -> None:
    (tmp_path / "list.csv").write_text(
        "Name,Birthday,Joined,Card\nAva,5/1/1990,3/1/2026,1990-05-01\nBen,2/3/1988,1/31/2026,1990-05-02\n"
    )
    dialog = opened(qtbot, empty, tmp_path / "list.csv")
    qtbot.waitUntil(lambda: dialog.pages.currentIndex() == MAP)
    _name, birthday, joined, card = dialog.mapping.columns
    assert birthday.example.text() == "“5/1/1990” is read as 5 Jan 1990"
    joined.box.setCurrentText(ImportField.JOINED_ON.label)
    assert joined.order.currentText() == DayOrder.MONTH_FIRST.label
    assert joined.example.text() == "“3/1/2026” is read as 1 Mar 2026"
    birthday.order.setCurrentText(DayOrder.MONTH_FIRST.label)
    assert birthday.example.text() == "“5/1/1990” is read as 1 May 1990"
    assert not card.order.isVisible()
    dialog.confirm()
    qtbot.waitUntil(lambda: dialog.pages.currentIndex() == CHECK)
    assert [client.date_of_birth for client in dialog._plan.clients] == [date(1990, 5, 1), date(1988, 2, 3)]
    assert [client.joined_on for client in dialog._plan.clients] == [date(2026, 3, 1), date(2026, 1, 31)]
    dialog.reject()
    dialog.reject()


def test_days_that_read_the_same_in_any_order_ask_for_none(qtbot: QtBot, empty: Program, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("Name,Birthday\nAva,1990-05-01\n")
    dialog = opened(qtbot, empty, tmp_path / "list.csv")
    qtbot.waitUntil(lambda: dialog.pages.currentIndex() == MAP)
    assert dialog.mapping.columns[1].example.text() == "“1990-05-01” is read as 1 May 1990"
    assert not dialog.mapping.columns[1].order.isVisible()
    dialog.reject()


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
