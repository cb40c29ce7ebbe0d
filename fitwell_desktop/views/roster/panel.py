"""The list of clients: what is done with them, one or several at once, and with the lists and tags they stand in.

Dialogs are imported when they are opened: each start would wait for them.
"""

from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QFileDialog, QWidget

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.domain.clients.leaving import archive_clients, restore_clients, resume_clients
from fitwell_desktop.domain.clients.saved_lists import ListCount, add_suggested_lists, delete_list
from fitwell_desktop.domain.clients.tags import TagCount, delete_tag
from fitwell_desktop.ui.actions import action
from fitwell_desktop.ui.widgets.buttons import IconButton
from fitwell_desktop.ui.widgets.menu import Menu
from fitwell_desktop.ui.workspace import Workspace
from fitwell_desktop.views.roster.browsing import Browsing
from fitwell_desktop.views.roster.shapes import plural
from fitwell_desktop.vocabulary import ClientState, Right


class RosterPanel(Browsing):
    """As narrow as a column of names, or as wide as a table."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.filter.take_up(workspace.kept)
        self.filter.changed.connect(lambda: self.filter.keep(workspace.kept))
        self.filter.list_asked.connect(self.save_list)
        self.filter.edit_list_asked.connect(self._edit_list)
        self.filter.delete_list_asked.connect(self._delete_list)
        self.filter.rename_asked.connect(self._rename_tag)
        self.filter.delete_asked.connect(self._delete_tag)
        for keeper, empty in zip(self._keepers, self._empty, strict=True):
            keeper.fill_menu = self._fill_menu
            empty.acted.connect(self._act_on_empty)

    def tools(self) -> list[QWidget]:
        add = IconButton("user-plus", self.tr("New client"), side=17)
        add.clicked.connect(self.new)
        more = IconButton("ellipsis", self.tr("More"), side=17)
        menu = Menu(parent=more)
        menu.aboutToShow.connect(lambda: self._fill_tools(menu))
        more.setMenu(menu)
        return [self.count, add, more] if Right.CLIENTS in self.workspace.store.signed_in.rights else [self.count]

    # what can be done

    @action(
        "clients.new",
        text="New client…",
        menu="Clients",
        shortcut="Ctrl+Shift+N",
        icon="user-plus",
        needs=Right.CLIENTS,
    )
    def new(self) -> None:
        from fitwell_desktop.views.roster.new_client import NewClientDialog

        dialog = NewClientDialog(self.workspace, self)
        dialog.accepted.connect(lambda: self._take_in_hand(dialog.client_id))
        dialog.open()

    @action("clients.find", text="Find client", menu="Clients", shortcut="Ctrl+F", icon="search")
    def find_client(self) -> None:
        self.go_to_field()

    @action(
        "clients.import",
        text="Import from CSV…",
        menu="Clients",
        icon="file-up",
        needs=Right.CLIENTS,
        also="excel spreadsheet upload list",
    )
    def import_file(self) -> None:
        from fitwell_desktop.views.roster.import_dialog import ImportDialog

        ImportDialog(self.workspace, self).open()

    @action(
        "clients.export",
        text="Export to CSV…",
        menu="Clients",
        icon="file-down",
        needs=Right.CLIENTS,
        also="excel spreadsheet download",
    )
    def export_file(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export clients"), "clients.csv", self.tr("CSV files (*.csv)")
        )
        if chosen:
            self.export_to(Path(chosen))

    def export_to(self, path: Path) -> None:
        """Write all clients to a file. What a spreadsheet would run stays text in it."""
        from fitwell_desktop.domain.clients.exporting import export_csv, export_rows
        from fitwell_desktop.media.user_files import write_table_file

        store = self.workspace.store

        def write(_progress: object) -> int:
            rows = store.ask(export_rows)
            write_table_file(path, export_csv(rows))
            return len(rows)

        said = self.workspace.toasts.show
        self.workspace.tasks.run(
            self.tr("Exporting clients"),
            write,
            lambda count: said(self.tr("Wrote {0} to {1}").format(plural(count, "client"), path.name)),
        )

    @action("clients.tag", text="Add tag…", menu="Clients", shortcut="T", icon="tag", needs=Right.CLIENTS, here=True)
    def tag(self) -> None:
        from fitwell_desktop.views.roster.tag_dialog import TagDialog

        if self.chosen():
            TagDialog(self.workspace, self.chosen(), self).open()

    @action(
        "clients.archive",
        text="Archive",
        menu="Clients",
        icon="archive",
        needs=Right.CLIENTS,
        also="delete remove client leave",
    )
    def archive(self) -> None:
        from fitwell_desktop.domain.scheduling.departures import still_booked  # with what it needs, not at each start
        from fitwell_desktop.views.roster.archive_dialog import ArchiveDialog

        booked = self.workspace.store.ask(still_booked, self.chosen())
        if booked.count:
            ArchiveDialog(self.workspace, self.chosen(), booked, self).open()
            return
        count = self.workspace.do(archive_clients, self.chosen())
        if count:
            self.workspace.said(self.tr("Archived {0}").format(plural(count, "client")))

    @action("clients.restore", text="Restore", menu="Clients", icon="archive-restore", needs=Right.CLIENTS)
    def restore(self) -> None:
        count = self.workspace.do(restore_clients, self.chosen())
        if count:
            self.workspace.said(self.tr("Restored {0}").format(plural(count, "client")))

    @action(
        "clients.pause",
        text="Pause…",
        menu="Clients",
        icon="pause-circle",
        needs=Right.CLIENTS,
        also="freeze hold holiday",
    )
    def pause(self) -> None:
        from fitwell_desktop.views.roster.pause_dialog import PauseDialog

        if self.chosen():
            PauseDialog(self.workspace, self.chosen(), self).open()

    @action("clients.resume", text="Resume", menu="Clients", icon="play", needs=Right.CLIENTS)
    def resume(self) -> None:
        count = self.workspace.do(resume_clients, self.chosen())
        if count:
            self.workspace.said(self.tr("{0} back from a pause").format(plural(count, "client")))

    @action("clients.duplicates", text="Merge duplicates…", menu="Clients", icon="users", needs=Right.CLIENTS)
    def merge_duplicates(self) -> None:
        from fitwell_desktop.views.roster.duplicates_dialog import DuplicatesDialog

        DuplicatesDialog(self.workspace, self).open()

    @action("clients.merge", text="Merge two marked clients…", menu="Clients", icon="users", needs=Right.CLIENTS)
    def merge_marked(self) -> None:
        from fitwell_desktop.views.roster.merge_dialog import MergeDialog

        marked = [row.id for row in self.keeper.rows()]
        if len(marked) != 2:
            raise UserError(self.tr("Mark two clients in the list, then merge them."))
        first, second = sorted(marked, key=lambda client_id: client_id != self.workspace.selection.current)
        MergeDialog(self.workspace, first, second, self).open()

    @action("clients.save_list", text="Save as list…", menu="Clients", icon="list-plus", needs=Right.CLIENTS)
    def save_list(self) -> None:
        self._edit_list(None)

    @action(
        "clients.suggest_lists", text="Add the usual lists", menu="Clients", icon="list-checks", needs=Right.CLIENTS
    )
    def suggest_lists(self) -> None:
        self.workspace.do(add_suggested_lists)

    @action("clients.edit_list", text="Edit the shown list…", menu="Clients", icon="pencil", needs=Right.CLIENTS)
    def edit_shown_list(self) -> None:
        shown = self.filter.shown_list()
        if shown:
            self._edit_list(shown)

    @action("clients.delete_list", text="Delete the shown list", menu="Clients", icon="trash-2", needs=Right.CLIENTS)
    def delete_shown_list(self) -> None:
        shown = self.filter.shown_list()
        if shown:
            self._delete_list(shown)

    # within

    def _edit_list(self, one: ListCount | None) -> None:
        from fitwell_desktop.views.roster.list_dialog import ListDialog

        ListDialog(self.workspace, self.filter.wanted(), self, one).open()

    def _delete_list(self, one: ListCount) -> None:
        self.workspace.do(delete_list, one.id)
        self.workspace.said(self.tr("Deleted the list “{0}”").format(one.name))

    def _rename_tag(self, tag: TagCount) -> None:
        from fitwell_desktop.views.roster.tag_dialog import RenameTagDialog

        dialog = RenameTagDialog(self.workspace, tag, self)
        dialog.accepted.connect(lambda: self.filter.choose_tag(""))
        dialog.open()

    def _delete_tag(self, tag: TagCount) -> None:
        self.filter.choose_tag("")
        self.workspace.do(delete_tag, tag.id)
        self.workspace.said(self.tr("Deleted the tag “{0}”").format(tag.name))

    def _take_in_hand(self, client_id: UUID | None) -> None:
        if client_id:
            self.filter.clear()
            self.workspace.selection.choose(client_id)

    def _fill_tools(self, menu: Menu) -> None:
        menu.clear()
        for text, run in (
            (self.tr("Import from CSV…"), self.import_file),
            (self.tr("Export to CSV…"), self.export_file),
            (self.tr("Merge duplicates…"), self.merge_duplicates),
            (self.tr("Save as list…"), self.save_list),
            (self.tr("Add the usual lists"), self.suggest_lists),
        ):
            menu.addAction(text).triggered.connect(lambda _=False, run=run: run())
        if self.filter.shown_list():
            menu.addAction(self.tr("Edit the shown list…")).triggered.connect(self.edit_shown_list)
            menu.addAction(self.tr("Delete the shown list")).triggered.connect(self.delete_shown_list)

    def _fill_menu(self, menu: Menu, rows: list[Any]) -> None:
        menu.addAction(self.tr("Open")).triggered.connect(lambda: self.workspace.open("client", rows[0].id))
        if Right.CLIENTS not in self.workspace.store.signed_in.rights:
            return
        states = {row.state for row in rows}
        menu.addSeparator()
        menu.addAction(self.tr("Add tag…")).triggered.connect(self.tag)
        if ClientState.ACTIVE in states:
            menu.addAction(self.tr("Pause…")).triggered.connect(self.pause)
        if ClientState.PAUSED in states:
            menu.addAction(self.tr("Resume")).triggered.connect(self.resume)
        if len(rows) == 2:
            menu.addAction(self.tr("Merge…")).triggered.connect(self.merge_marked)
        if states - {ClientState.ARCHIVED}:
            menu.addAction(self.tr("Archive")).triggered.connect(self.archive)
        if ClientState.ARCHIVED in states:
            menu.addAction(self.tr("Restore")).triggered.connect(self.restore)

    def _act_on_empty(self) -> None:
        if self._offer == "new":
            self.new()
        elif self._offer == "all":
            self.filter.choose_state(None)
        else:
            self.filter.clear()
