"""The list of clients: typing finds, states and lists filter, several are tagged at once."""

from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.domain.clients.commands import create_client
from fitwell_desktop.domain.clients.import_rows import NewClient
from fitwell_desktop.domain.clients.importing import import_clients
from fitwell_desktop.domain.clients.roster import Wanted, roster
from fitwell_desktop.ui.tokens import Tone
from fitwell_desktop.ui.widgets.buttons import Button
from fitwell_desktop.ui.widgets.menu import Menu
from fitwell_desktop.views.roster.duplicates_dialog import DuplicatesDialog
from fitwell_desktop.views.roster.list_dialog import ListDialog
from fitwell_desktop.views.roster.merge_dialog import MergeDialog
from fitwell_desktop.views.roster.merge_proposal import moves_in_words
from fitwell_desktop.views.roster.new_client import NewClientDialog
from fitwell_desktop.views.roster.pause_dialog import PauseDialog
from fitwell_desktop.views.roster.shapes import row_pill
from fitwell_desktop.views.roster.tag_dialog import RenameTagDialog, TagDialog
from fitwell_desktop.vocabulary import ClientState, ListField
from tests.views.roster.small_practice import Program


def names(program: Program) -> list[str]:
    return [row.name for row in program.roster.list.rows_model.rows()]


def dialog(qtbot: QtBot, program: Program, kind: type[QDialog]) -> QDialog:
    qtbot.waitUntil(lambda: bool(program.window.findChildren(kind)))
    found = program.window.findChildren(kind)[-1]
    assert isinstance(found, QDialog)
    return found


def type_into(qtbot: QtBot, form_dialog: object, name: str, text: str) -> None:
    widget = form_dialog.form.widget(name)  # type: ignore[attr-defined]
    widget.setFocus()
    widget.clear()
    QTest.keyClicks(widget, text)


def test_each_keystroke_finds(qtbot: QtBot, program: Program) -> None:
    assert len(names(program)) == 11
    program.roster.find_client()
    QTest.keyClicks(program.roster.filter.field, "no")
    assert names(program) == ["Nora Haddad", "Noah Tanaka"]
    QTest.keyClicks(program.roster.filter.field, "ah")
    assert names(program) == ["Noah Tanaka"]
    QTest.keyClick(program.roster.filter.field, Qt.Key.Key_Escape)
    assert len(names(program)) == 11


def test_nothing_matches_is_not_nothing_yet(qtbot: QtBot, program: Program) -> None:
    QTest.keyClicks(program.roster.filter.field, "xyz")
    empty = program.roster.list.keeper.empty
    assert empty is not None
    QTest.mouseClick(empty._button, Qt.MouseButton.LeftButton)  # type: ignore[attr-defined]
    assert len(names(program)) == 11


def test_a_name_that_only_an_archived_client_has_is_found_by_one_click(qtbot: QtBot, program: Program) -> None:
    QTest.keyClicks(program.roster.filter.field, "hugo")
    assert names(program) == []
    empty = program.roster.list.keeper.empty
    assert empty is not None
    assert "1 client in another state" in " ".join(label.text() for label in empty.findChildren(QLabel))
    QTest.mouseClick(empty._button, Qt.MouseButton.LeftButton)  # type: ignore[attr-defined]
    assert names(program) == ["Hugo Novák"]


def test_an_empty_practice_offers_to_add_someone(qtbot: QtBot, empty: Program) -> None:
    state = empty.roster.list.keeper.empty
    assert state is not None
    assert state._title.text() == "No clients yet"  # type: ignore[attr-defined]
    QTest.mouseClick(state._button, Qt.MouseButton.LeftButton)  # type: ignore[attr-defined]
    dialog(qtbot, empty, NewClientDialog).reject()


def test_a_new_client_is_in_hand_at_once(qtbot: QtBot, program: Program) -> None:
    program.window.menus.entries["clients.new"].made.trigger()
    new = dialog(qtbot, program, NewClientDialog)
    new.confirm()  # type: ignore[attr-defined]
    assert new.form.error("first_name") == "First name is needed."  # type: ignore[attr-defined]
    type_into(qtbot, new, "email", "ava@example.com")
    type_into(qtbot, new, "first_name", "Tilda")
    new.confirm()  # type: ignore[attr-defined]
    assert "Ava Nguyen already has" in new.form.error("email")  # type: ignore[attr-defined]
    type_into(qtbot, new, "email", "tilda@example.com")
    new.confirm()  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: program.client.header.name.text() == "Tilda")
    assert program.window.toasts.sentence() == "Added Tilda"
    program.window.menus.entries["edit.undo"].made.trigger()
    qtbot.waitUntil(lambda: "Tilda" not in names(program))


def test_states_filter_and_are_said(qtbot: QtBot, program: Program) -> None:
    program.roster.filter.choose_state(ClientState.PAUSED)
    assert set(names(program)) == {"Leo Okafor", "Ruby Müller"}
    assert program.roster.count.text() == "2 · Paused"


def test_a_saved_list_shows_whom_it_counts(qtbot: QtBot, program: Program) -> None:
    qtbot.waitUntil(lambda: bool(program.roster.filter.offered().lists))
    for one in program.roster.filter.offered().lists:
        program.roster.filter.choose_list(one)
        assert len(names(program)) == one.clients, one.name
    program.roster.filter.choose_list(None)
    assert len(names(program)) == 11


def test_only_who_joined_lately_is_new_and_nobody_because_they_were_imported(qtbot: QtBot, program: Program) -> None:
    program.store.do(create_client, first_name="Zoe", last_name="Ilves")
    program.store.do(import_clients, (NewClient(first_name="Yara", last_name="Ilves"),))
    rows = program.store.ask(roster, Wanted(text="ilves")).rows
    pills = {row.name: row_pill(row, program.workspace.formats) for row in rows}
    assert pills == {"Zoe Ilves": ("New", Tone.INFO), "Yara Ilves": None}


def test_several_are_tagged_at_once(qtbot: QtBot, program: Program) -> None:
    program.roster.list.selectAll()
    program.roster.tag()
    tagging = dialog(qtbot, program, TagDialog)
    type_into(qtbot, tagging, "tag", "Spring")
    tagging.confirm()  # type: ignore[attr-defined]
    assert program.store.ask(roster, Wanted(tag="Spring")).total == 11


def test_a_pause_is_asked_for_and_undone(qtbot: QtBot, program: Program) -> None:
    program.roster.list.keeper.choose(program.workspace.selection.current)
    program.roster.pause()
    pausing = dialog(qtbot, program, PauseDialog)
    type_into(qtbot, pausing, "ends_on", "1/3/2026")
    pausing.confirm()  # type: ignore[attr-defined]
    assert "ends before it begins" in pausing.form.error("ends_on")  # type: ignore[attr-defined]
    type_into(qtbot, pausing, "ends_on", "9/3/2026")
    pausing.confirm()  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: "Ava Nguyen" not in names(program))
    program.roster.resume()
    qtbot.waitUntil(lambda: "Ava Nguyen" in names(program))


@pytest.mark.parametrize("typed", ["²", "99999"])
def test_days_that_no_list_can_ask_of_count_nobody(qtbot: QtBot, program: Program, typed: str) -> None:
    program.roster.save_list()
    saving = dialog(qtbot, program, ListDialog)
    assert isinstance(saving, ListDialog)
    line = saving.add_line(ListField.NO_SESSION, "14")
    line.days.clear()
    QTest.keyClicks(line.days, typed)
    assert saving.count.text() == ""
    saving.reject()


def test_what_is_shown_is_kept_as_a_list(qtbot: QtBot, program: Program) -> None:
    program.roster.filter.choose_tag("Rehab")
    program.roster.save_list()
    saving = dialog(qtbot, program, ListDialog)
    assert isinstance(saving, ListDialog)
    assert saving.count.text() == f"{len(names(program))} clients now"
    saving.add_line(ListField.BIRTHDAY, "7")
    assert saving.count.text() == "0 clients now"
    type_into(qtbot, saving, "name", "Rehab birthdays")
    saving.confirm()
    qtbot.waitUntil(lambda: "Rehab birthdays" in [one.name for one in program.roster.filter.offered().lists])


def test_a_list_is_given_other_conditions(qtbot: QtBot, program: Program) -> None:
    lists = program.roster.filter.offered().lists
    program.roster.filter.choose_list(next(one for one in lists if one.name == "Birthday this week"))
    qtbot.waitUntil(lambda: names(program) == ["Ava Nguyen"])
    program.roster.edit_shown_list()
    editing = dialog(qtbot, program, ListDialog)
    assert isinstance(editing, ListDialog)
    assert editing.form.values()["name"] == "Birthday this week"
    editing.lines[1].removed.emit()
    type_into(qtbot, editing, "name", "Goal behind")
    editing.confirm()
    assert editing.form.error("name") == "There already is a list “Goal behind”."
    type_into(qtbot, editing, "name", "Everyone active")
    editing.confirm()
    qtbot.waitUntil(lambda: len(names(program)) == 11)
    assert program.window.toasts.sentence() == "Saved the list “Everyone active”"
    program.window.toasts.undo()
    qtbot.waitUntil(lambda: names(program) == ["Ava Nguyen"])


def test_the_wide_list_is_a_table_that_sorts(qtbot: QtBot, program: Program) -> None:
    program.window.layouts.switch("list")
    qtbot.waitUntil(lambda: program.roster.views.currentWidget() is program.roster.table)
    table = program.roster.table
    table.sortByColumn(table.rows_model.column("next"), Qt.SortOrder.AscendingOrder)
    assert table.rows_model.rows()[0].name == "Ava Nguyen"
    table.sortByColumn(table.rows_model.column("next"), Qt.SortOrder.DescendingOrder)
    assert table.rows_model.rows()[-1].name == "Ava Nguyen"


def test_enter_goes_from_the_field_into_the_list_and_to_the_client(qtbot: QtBot, program: Program) -> None:
    program.window.activateWindow()
    program.roster.find_client()
    QTest.keyClicks(program.roster.filter.field, "emma")
    QTest.keyClick(program.roster.filter.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.client.header.name.text() == "Emma Rossi")


def test_only_the_user_takes_another_in_hand(qtbot: QtBot, program: Program) -> None:
    field, selection = program.roster.filter.field, program.workspace.selection
    zoe = next(row.id for row in program.store.ask(roster, Wanted(text="Zoe")).rows)
    QTest.keyClicks(field, "emma")
    assert program.roster.keeper.rows() == []
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert [row.name for row in program.roster.keeper.rows()] == ["Emma Rossi"]
    selection.choose(zoe)
    assert program.roster.keeper.rows() == []
    program.roster.filter.clear()
    assert selection.current == zoe
    assert [row.name for row in program.roster.keeper.rows()] == ["Zoe Lindqvist"]
    QTest.keyClicks(field, "zo")
    QTest.keyClicks(field, "x")
    assert selection.current == zoe


def test_everyone_is_exported(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    program.roster.export_to(tmp_path / "all.csv")
    qtbot.waitUntil(lambda: "Wrote 14 clients" in program.window.toasts.sentence())
    text = (tmp_path / "all.csv").read_text("utf-8-sig")
    assert text.splitlines()[0].startswith("First name,Last name,E-mail")
    assert "Ruby,Müller" in text


def test_two_who_are_one_are_merged_after_a_look(qtbot: QtBot, program: Program) -> None:
    program.store.do(create_client, first_name="Eva", last_name="Nguyen", phone="+49 30 901820")
    program.roster.merge_duplicates()
    merging = dialog(qtbot, program, DuplicatesDialog)
    assert isinstance(merging, DuplicatesDialog)
    qtbot.waitUntil(lambda: merging.pairs.width() == 300)
    merging.proposal.choices["first_name"].button(1).click()
    merging.confirm()
    assert merging.pairs.rows_model.rows() == []
    assert not merging.proposal.isVisible()
    none = merging.pairs.keeper.empty
    assert none is not None
    qtbot.waitUntil(lambda: none.width() > merging.width() * 0.9)
    qtbot.waitUntil(lambda: program.client.header.name.text() == "Eva Nguyen")
    merging.reject()


def mark(program: Program, *wanted: str) -> None:
    keeper = program.roster.keeper
    rows = {row.name: row.id for row in program.roster.list.rows_model.rows()}
    keeper.choose(rows[wanted[0]])
    for name in wanted[1:]:
        place = program.roster.list.rows_model.index_of(rows[name])
        program.roster.list.selectionModel().select(place, QItemSelectionModel.SelectionFlag.Select)


def entries(program: Program) -> list[str]:
    menu = Menu()
    program.roster._fill_menu(menu, program.roster.keeper.rows())
    return [entry.text() for entry in menu.actions()]


def test_two_who_are_marked_are_merged_in_one_step(qtbot: QtBot, program: Program) -> None:
    mark(program, "Mia Brown")
    assert "Merge…" not in entries(program)
    mark(program, "Mia Brown", "Eli Kim")
    assert "Merge…" in entries(program)
    program.window.menus.run("clients.merge")
    merging = dialog(qtbot, program, MergeDialog)
    assert isinstance(merging, MergeDialog)
    said = [label.text() for label in merging.findChildren(QLabel)]
    assert "Eli Kim goes into Mia Brown" in said, "who is in hand was not proposed to stay"
    next(button for button in merging.findChildren(Button) if button.text() == "The other way round").click()
    merging.proposal.choices["last_name"].button(1).click()
    merging.confirm()
    qtbot.waitUntil(lambda: program.client.header.name.text() == "Eli Brown")
    qtbot.waitUntil(lambda: "Mia Brown" not in names(program))
    assert program.window.toasts.sentence() == "Merged two clients"
    program.window.toasts.undo()
    qtbot.waitUntil(lambda: {"Mia Brown", "Eli Kim"} <= set(names(program)))


@pytest.mark.parametrize("marked", [("Mia Brown",), ("Mia Brown", "Eli Kim", "Ivy Cohen")])
def test_one_or_three_are_not_merged(program: Program, marked: tuple[str, ...]) -> None:
    mark(program, *marked)
    assert "Merge…" not in entries(program)
    with pytest.raises(UserError, match="Mark two clients"):
        program.roster.merge_marked()


def test_a_merge_names_what_people_know_and_counts_the_rest() -> None:
    moves = (("Appointment", 4), ("Appointment reminder", 1), ("Health history", 2), ("Note", 1), ("Credit entry", 9))
    assert moves_in_words(moves) == "4 sessions, 1 note, 2 health histories, 10 further entries"
    assert moves_in_words((("Video", 1),)) == "1 video"
    assert moves_in_words(()) == ""


def test_the_palette_finds_clients(qtbot: QtBot, program: Program) -> None:
    source = program.window.palette_box.sources[0]
    (hit,) = source.search("emma", 8)
    assert (hit.group, hit.title) == ("Clients", "Emma Rossi")
    hit.run()
    qtbot.waitUntil(lambda: program.client.header.name.text() == "Emma Rossi")
    assert source.search(" ", 8) == []


def many_more(program: Program) -> int:
    """How many of very many clients the list shows at first."""
    program.store.do(import_clients, tuple(NewClient(f"More {at:03}") for at in range(200)))
    program.roster.reload()
    QApplication.processEvents()
    return len(names(program))


def test_more_are_fetched_as_one_scrolls(qtbot: QtBot, program: Program) -> None:
    first = many_more(program)
    bar = program.roster.list.verticalScrollBar()
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: len(names(program)) > first)


def test_a_tall_screen_has_no_empty_room_below_the_list(qtbot: QtBot, program: Program) -> None:
    first = many_more(program)
    program.roster.list.setMinimumHeight(3 * first * 56)
    qtbot.waitUntil(lambda: len(names(program)) >= 3 * first)


def test_a_tag_is_renamed_for_everyone(qtbot: QtBot, program: Program) -> None:
    program.roster.filter.choose_tag("Rehab")
    program.roster.filter.fill_menu()
    rename = next(entry for entry in program.roster.filter.menu.actions() if entry.text() == "Rename tag…")
    rename.trigger()
    renaming = dialog(qtbot, program, RenameTagDialog)
    type_into(qtbot, renaming, "name", "Recovery")
    renaming.confirm()  # type: ignore[attr-defined]
    assert program.store.ask(roster, Wanted(tag="Recovery")).total == 5


def test_the_list_can_be_as_narrow_as_a_column_of_names(program: Program) -> None:
    assert program.roster.minimumSizeHint().width() <= 230
    program.roster.resize(900, 700)
    assert program.roster.minimumSizeHint().width() <= 230, "a wide list could not be made narrow again"


def test_one_esc_throws_no_condition_away(qtbot: QtBot, program: Program) -> None:
    program.roster.save_list()
    saving = dialog(qtbot, program, ListDialog)
    assert isinstance(saving, ListDialog)
    saving.add_line(ListField.BIRTHDAY, "7")
    QTest.keyClick(saving, Qt.Key.Key_Escape)
    assert saving.isVisible()
    QTest.keyClick(saving, Qt.Key.Key_Escape)
    qtbot.waitUntil(saving.isHidden)


def test_tab_goes_through_the_conditions_in_their_order(qtbot: QtBot, program: Program) -> None:
    program.roster.save_list()
    saving = dialog(qtbot, program, ListDialog)
    assert isinstance(saving, ListDialog)
    line = saving.add_line(ListField.BIRTHDAY, "7")
    qtbot.waitUntil(line.isVisible)
    saving.activateWindow()
    saving.form.widget("name").setFocus()
    stops: list[str] = []
    for _press in range(9):
        QTest.keyClick(saving.focusWidget(), Qt.Key.Key_Tab)
        held = saving.focusWidget()
        stops.append(held.accessibleName() or held.property("text"))
    condition = ["What", "Is or is not"]
    gone = "Remove this condition"
    assert stops == [*condition, "Value", gone, *condition, "Days", gone, "Add condition"]
    saving.reject()
