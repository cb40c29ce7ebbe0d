"""The list of clients: as narrow as a column of names, or as wide as a table."""

from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from fitwell_desktop.domain.clients.exporting import export_csv, export_rows
from fitwell_desktop.domain.clients.leaving import archive_clients, restore_clients, resume_clients
from fitwell_desktop.domain.clients.roster import (
    PAGE,
    HealthFlag,
    RosterPage,
    RosterRow,
    Wanted,
    health_flags,
    roster,
    roster_with_health,
)
from fitwell_desktop.domain.clients.saved_lists import (
    ListCount,
    add_suggested_lists,
    delete_list,
    saved_lists,
    saved_lists_with_health,
)
from fitwell_desktop.domain.clients.tags import TagCount, delete_tag, tags
from fitwell_desktop.media.user_files import write_table_file
from fitwell_desktop.ui.actions import action
from fitwell_desktop.ui.panel import Panel
from fitwell_desktop.ui.widgets.buttons import IconButton
from fitwell_desktop.ui.widgets.empty_state import EmptyState
from fitwell_desktop.ui.widgets.labels import Tally
from fitwell_desktop.ui.widgets.menu import Menu
from fitwell_desktop.ui.widgets.row_view import RowKeeper
from fitwell_desktop.ui.widgets.table import RowList, Table
from fitwell_desktop.ui.workspace import Workspace
from fitwell_desktop.views.roster.faces import Faces
from fitwell_desktop.views.roster.list_dialog import ListDialog
from fitwell_desktop.views.roster.new_client import NewClientDialog
from fitwell_desktop.views.roster.pause_dialog import PauseDialog
from fitwell_desktop.views.roster.roster_columns import ORDERS, narrow_column, wide_columns
from fitwell_desktop.views.roster.roster_empty import Offer, say_empty
from fitwell_desktop.views.roster.roster_filter import WIDE, RosterFilter
from fitwell_desktop.views.roster.shapes import plural
from fitwell_desktop.views.roster.tag_dialog import RenameTagDialog, TagDialog
from fitwell_desktop.vocabulary import ClientState, Right, RosterOrder

NARROWEST = 220


class RosterPanel(Panel):
    """Finds, sorts and gathers clients. The one that is chosen is the client in hand."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._sees_health = Right.HEALTH in workspace.store.signed_in.rights
        self._flags: dict[UUID, HealthFlag] = {}
        self._limit = PAGE
        self._page = RosterPage((), 0)
        self._offer: Offer = "new"
        self._showing = False
        """Whether the list itself marks rows: then nobody is taken in hand."""
        self._order = (RosterOrder.NAME, False)
        self.filter = RosterFilter()
        self.count = Tally("", "hint")
        faces, sees_money = Faces(workspace), Right.BILLING in workspace.store.signed_in.rights
        one = narrow_column(workspace.formats, self._flags.get, faces, sees_money=sees_money)
        self.list = RowList(self.tr("Clients"), one)
        self.table = Table(
            "roster",
            self.tr("Clients"),
            wide_columns(workspace.formats, self._flags.get, faces, sees_money=sees_money),
            workspace.settings,
            delegated=True,
        )
        self.views = QStackedWidget()
        self.views.addWidget(self.list)
        self.views.addWidget(self.table)
        self._empty = [self._make_empty(view.keeper) for view in (self.list, self.table)]
        self._arrange()
        self._connect()

    def reload(self) -> None:
        lists = self.ask(saved_lists_with_health if self._sees_health else saved_lists)
        worn = self.ask(tags)
        self.filter.show_lists(lists, worn)
        self.show_clients()

    def show_clients(self) -> None:
        """Ask for the clients who are wanted, and show them."""
        order, descending = self._order
        wanted = replace(self.filter.wanted(), order=order, descending=descending)
        page = self._ask(wanted)
        self._flags.clear()
        if self._sees_health:
            flags = self.ask(health_flags, tuple(row.id for row in page.rows))
            self._flags.update(flags)
        self._page = page
        self._showing = True
        for view in (self.list, self.table):
            view.rows_model.show(page.rows)
            view.viewport().update()
        self._showing = False
        self._show_count()
        self._say_empty()
        self._mark(self.workspace.selection.current)

    def tools(self) -> list[QWidget]:
        add = IconButton("user-plus", self.tr("New client"), side=17)
        add.clicked.connect(self.new)
        more = IconButton("ellipsis", self.tr("More"), side=17)
        menu = Menu(parent=more)
        menu.aboutToShow.connect(lambda: self._fill_tools(menu))
        more.setMenu(menu)
        return [self.count, add, more] if Right.CLIENTS in self.workspace.store.signed_in.rights else [self.count]

    def show_item(self, item_id: UUID) -> None:
        self.workspace.selection.choose(item_id)

    def minimumSizeHint(self) -> QSize:
        # what a narrow list puts away must not keep the list from becoming narrow
        return QSize(NARROWEST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.filter.show_width(self.width())
        self.views.setCurrentIndex(1 if self.width() >= WIDE else 0)

    @property
    def keeper(self) -> RowKeeper:
        """Of the view that is seen."""
        return self.table.keeper if self.views.currentIndex() else self.list.keeper

    def chosen(self) -> tuple[UUID, ...]:
        """The clients who are marked in the list, or else the one in hand."""
        marked = tuple(row.id for row in self.keeper.rows())
        current = self.workspace.selection.current
        return marked or ((current,) if current else ())

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
        dialog = NewClientDialog(self.workspace, self)
        dialog.accepted.connect(lambda: self._take_in_hand(dialog.client_id))
        dialog.open()

    @action("clients.find", text="Find client", menu="Clients", shortcut="Ctrl+F", icon="search")
    def find_client(self) -> None:
        self.filter.field.setFocus()
        self.filter.field.selectAll()

    @action("clients.import", text="Import from CSV…", menu="Clients", icon="file-up", needs=Right.CLIENTS)
    def import_file(self) -> None:
        from fitwell_desktop.views.roster.import_dialog import ImportDialog  # rare, and much: not at each start

        ImportDialog(self.workspace, self).open()

    @action("clients.export", text="Export to CSV…", menu="Clients", icon="file-down", needs=Right.CLIENTS)
    def export_file(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export clients"), "clients.csv", self.tr("CSV files (*.csv)")
        )
        if chosen:
            self.export_to(Path(chosen))

    def export_to(self, path: Path) -> None:
        """Write all clients to a file. What a spreadsheet would run stays text in it."""
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
        if self.chosen():
            TagDialog(self.workspace, self.chosen(), self).open()

    @action("clients.archive", text="Archive", menu="Clients", icon="archive", needs=Right.CLIENTS)
    def archive(self) -> None:
        count = self.workspace.do(archive_clients, self.chosen())
        if count:
            self.workspace.said(self.tr("Archived {0}").format(plural(count, "client")))

    @action("clients.restore", text="Restore", menu="Clients", icon="archive-restore", needs=Right.CLIENTS)
    def restore(self) -> None:
        count = self.workspace.do(restore_clients, self.chosen())
        if count:
            self.workspace.said(self.tr("Restored {0}").format(plural(count, "client")))

    @action("clients.pause", text="Pause…", menu="Clients", icon="pause-circle", needs=Right.CLIENTS)
    def pause(self) -> None:
        if self.chosen():
            PauseDialog(self.workspace, self.chosen(), self).open()

    @action("clients.resume", text="Resume", menu="Clients", icon="play", needs=Right.CLIENTS)
    def resume(self) -> None:
        count = self.workspace.do(resume_clients, self.chosen())
        if count:
            self.workspace.said(self.tr("{0} back from a pause").format(plural(count, "client")))

    @action("clients.duplicates", text="Merge duplicates…", menu="Clients", icon="users", needs=Right.CLIENTS)
    def merge(self) -> None:
        from fitwell_desktop.views.roster.duplicates_dialog import DuplicatesDialog  # as rare

        DuplicatesDialog(self.workspace, self).open()

    @action("clients.save_list", text="Save as list…", menu="Clients", icon="list-plus", needs=Right.CLIENTS)
    def save_list(self) -> None:
        ListDialog(self.workspace, self.filter.wanted(), self).open()

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

    def _ask(self, wanted: Wanted) -> RosterPage:
        query = roster_with_health if self._sees_health else roster
        return self.ask(query, wanted, 0, self._limit)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 8, 2)
        column.setSpacing(8)
        column.addWidget(self.filter)
        column.addWidget(self.views, 1)

    def _connect(self) -> None:
        self.filter.changed.connect(self._start_again)
        self.filter.list_asked.connect(self.save_list)
        self.filter.edit_list_asked.connect(self._edit_list)
        self.filter.delete_list_asked.connect(self._delete_list)
        self.filter.rename_asked.connect(self._rename_tag)
        self.filter.delete_asked.connect(self._delete_tag)
        self.filter.field.lead_to(self.views.currentWidget)
        self.filter.field.returnPressed.connect(self._into_list)
        self.table.rows_model.sort_requested.connect(self._sort)
        self.workspace.selection.changed.connect(self._mark)
        for view in (self.list, self.table):
            view.keeper.chosen.connect(self._choose)
            view.keeper.opened.connect(lambda row: self.workspace.open("client", row.id))
            view.keeper.fill_menu = self._fill_menu
            view.verticalScrollBar().valueChanged.connect(self._maybe_more)
        order = self.table.rows_model.order()
        if order:
            self._order = (ORDERS.get(order[0], RosterOrder.NAME), order[1])
        slash = QShortcut(QKeySequence("/"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        slash.activated.connect(self.find_client)

    def _edit_list(self, one: ListCount) -> None:
        ListDialog(self.workspace, self.filter.wanted(), self, one).open()

    def _delete_list(self, one: ListCount) -> None:
        self.workspace.do(delete_list, one.id)
        self.workspace.said(self.tr("Deleted the list “{0}”").format(one.name))

    def _rename_tag(self, tag: TagCount) -> None:
        dialog = RenameTagDialog(self.workspace, tag, self)
        dialog.accepted.connect(lambda: self.filter.choose_tag(""))
        dialog.open()

    def _delete_tag(self, tag: TagCount) -> None:
        self.filter.choose_tag("")
        self.workspace.do(delete_tag, tag.id)
        self.workspace.said(self.tr("Deleted the tag “{0}”").format(tag.name))

    def _start_again(self) -> None:
        self._limit = PAGE
        self.show_clients()

    def _sort(self, name: str, descending: bool) -> None:
        self._order = (ORDERS.get(name, RosterOrder.NAME), descending)
        self._start_again()

    def _maybe_more(self, value: int) -> None:
        bar = self.sender()
        near = getattr(bar, "maximum", lambda: 0)() - value < 400
        if near and len(self._page.rows) < self._page.total:
            self._limit += PAGE
            self.show_clients()

    def _choose(self, rows: list[RosterRow]) -> None:
        if len(rows) == 1 and not self._showing:
            self.workspace.selection.choose(rows[0].id)

    def _mark(self, client_id: object) -> None:
        """Mark the client in hand, or nobody where the list does not hold them."""
        self._showing = True
        for view in (self.list, self.table):
            marked = [row.id for row in view.keeper.rows()]
            if client_id not in marked:
                view.clearSelection()
                view.keeper.choose(client_id)
        self._showing = False

    def _into_list(self) -> None:
        view = self.table if self.views.currentIndex() else self.list
        view.setFocus()
        if not self.keeper.rows() and self._page.rows:
            self.keeper.choose(self._page.rows[0].id)

    def _take_in_hand(self, client_id: UUID | None) -> None:
        if client_id:
            self.filter.clear()
            self.workspace.selection.choose(client_id)

    def _show_count(self) -> None:
        summary = self.filter.summary()
        self.count.setText(f"{self._page.total:,}" + (f" · {summary}" if summary else ""))

    def _fill_tools(self, menu: Menu) -> None:
        menu.clear()
        for text, run in (
            (self.tr("Import from CSV…"), self.import_file),
            (self.tr("Export to CSV…"), self.export_file),
            (self.tr("Merge duplicates…"), self.merge),
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
        if states - {ClientState.ARCHIVED}:
            menu.addAction(self.tr("Archive")).triggered.connect(self.archive)
        if ClientState.ARCHIVED in states:
            menu.addAction(self.tr("Restore")).triggered.connect(self.restore)

    def _make_empty(self, keeper: RowKeeper) -> EmptyState:
        empty = EmptyState("users", "", "")
        empty.acted.connect(self._act_on_empty)
        keeper.empty = empty
        return empty

    def _say_empty(self) -> None:
        wanted = self.filter.wanted()
        looks_further = not self._page.rows and wanted.text and wanted.state
        elsewhere = self._ask(replace(wanted, state=None)).total if looks_further else 0
        for empty, keeper in zip(self._empty, (self.list.keeper, self.table.keeper), strict=True):
            self._offer = say_empty(empty, self.filter, elsewhere)
            keeper.place_empty()

    def _act_on_empty(self) -> None:
        if self._offer == "new":
            self.new()
        elif self._offer == "all":
            self.filter.choose_state(None)
        else:
            self.filter.clear()
