"""The client list is imported from a real file with mistakes in it, taken back, done again, and looked through."""

from fitwell_desktop.domain.clients.roster import Wanted, roster
from fitwell_desktop.tour.chapter import Chapter
from fitwell_desktop.tour.client_list import BROKEN, COMING, WRONG, write_client_list
from fitwell_desktop.tour.driver import choose, click, drop_file, find, key, type_text, until
from fitwell_desktop.tour.failure import ensure
from fitwell_desktop.tour.finding import called, sentences, shown
from fitwell_desktop.tour.stage import Stage
from fitwell_desktop.ui.widgets.search_field import SearchField
from fitwell_desktop.ui.widgets.stat_card import StatCard
from fitwell_desktop.views.roster.client_panel import ClientPanel
from fitwell_desktop.views.roster.import_dialog import ImportDialog
from fitwell_desktop.views.roster.panel import RosterPanel


def drop_the_list(stage: Stage) -> None:
    """A CSV file falls on the import, which tells what its columns seem to hold."""
    path = stage.out / "clients.csv"
    write_client_list(path)
    drop_file(_dialog(), path)
    until(lambda: f"{len(COMING) + len(WRONG)} rows" in sentences(), "The file is not read.")


def map_columns(stage: Stage) -> None:
    """A column that FitWell does not know is mapped by hand, and one is left out."""
    choose("What I should know is taken as", "Notes")
    choose("Born is taken as", "Date of birth")
    ensure("“14/03/1991” is read as 14 Mar 1991" in sentences(), "The page does not say how it reads days.")
    ensure("Groups" in sentences(), "The columns are not shown.")
    stage.picture("import-columns")
    click("Check the list")


def look_at_dry_run(stage: Stage) -> None:
    """The dry run says what would become of each row, and why; nothing is written yet."""
    until(_dialog().check.isVisible, "The list is not checked.")
    names = [called(card) for card in _dialog().findChildren(StatCard)]
    ensure(any("refused" in name.casefold() or "left out" in name.casefold() for name in names), "No row is refused.")
    ensure(_count(stage) == 0, "Rows are written before anyone agreed.")
    stage.picture("import-dry-run")


def keep_the_report(stage: Stage) -> None:
    """The report names each bad row with its reason."""
    report = stage.out / "import-report.csv"
    _dialog().save_report(report)
    text = report.read_text("utf-8-sig")
    ensure(BROKEN[0][2] in text, "The report does not name the broken address.")


def import_good_rows(stage: Stage) -> None:
    """The good rows come in, in one step, and a row of which an address is broken comes in without the address."""
    button, wanted = _dialog().primary, f"Import {len(COMING)} clients, leave out {len(WRONG)}"
    ensure(button.text() == wanted, f"The button says “{button.text()}”, not “{wanted}”.")
    click(button.text())
    stage.said(f"Imported {len(COMING)} clients")
    until(lambda: len(_names(stage)) == len(COMING), "The list does not show the clients.")
    stage.picture("clients-imported")


def take_back_and_do_again(stage: Stage) -> None:
    """Undo takes the whole import back, Redo brings it again."""
    key("Ctrl+Z")
    until(lambda: _count(stage) == 0 and not _names(stage), "Undo leaves clients behind.")
    stage.picture("import-undone")
    key("Ctrl+Shift+Z")
    until(lambda: len(_names(stage)) == _count(stage) == len(COMING), "Redo does not bring the clients back.")


def find_by_palette(stage: Stage) -> None:
    """The palette finds a client by a few letters, accents or not, and opens her."""
    key("Ctrl+K")
    type_text("grainne")
    stage.picture("palette")
    key("Return")
    client = stage.panel("client", ClientPanel)
    until(lambda: client.header.name.text().startswith("Gráinne"), "The palette does not open the client.")


def find_by_filter(stage: Stage) -> None:
    """The filter narrows the list with each letter, and Esc clears it."""
    key("Ctrl+F")
    type_text("byrne")
    until(lambda: _names(stage) == ["Aoife Byrne"], "The filter does not find one client.")
    stage.picture("filter")
    key("Return")
    client = stage.panel("client", ClientPanel)
    until(lambda: client.header.name.text() == "Aoife Byrne", "Enter does not take the client in hand.")
    find("Filter clients", SearchField).setFocus()
    key("Esc")
    until(lambda: len(_names(stage)) == len(COMING), "Esc does not clear the filter.")


def _dialog() -> ImportDialog:
    dialog = shown("Import clients", ImportDialog)
    ensure(dialog, "The import is not open.")
    assert dialog is not None
    return dialog


def _count(stage: Stage) -> int:
    return stage.store.ask(roster, Wanted()).total


def _names(stage: Stage) -> list[str]:
    """Who stands in the list."""
    rows = stage.panel("roster", RosterPanel).list.rows_model
    return [rows.row(at).name for at in range(rows.rowCount())]


CLIENTS_ARRIVE = Chapter(
    "The client list",
    (
        drop_the_list,
        map_columns,
        look_at_dry_run,
        keep_the_report,
        import_good_rows,
        take_back_and_do_again,
        find_by_palette,
        find_by_filter,
    ),
)
