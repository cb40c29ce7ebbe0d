"""The panel as far as one looks at it: which clients the list shows, in which order, and who is marked."""

from uuid import UUID

from msgspec.structs import replace
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from fitwell_desktop.domain.clients.roster import (
    PAGE,
    RosterPage,
    RosterRow,
    Wanted,
    roster,
    roster_with_health,
)
from fitwell_desktop.domain.clients.saved_lists import saved_lists, saved_lists_with_health
from fitwell_desktop.domain.clients.tags import tags
from fitwell_desktop.ui.panel import Panel
from fitwell_desktop.ui.widgets.empty_state import EmptyState
from fitwell_desktop.ui.widgets.labels import Tally
from fitwell_desktop.ui.widgets.row_view import RowKeeper
from fitwell_desktop.ui.widgets.table import RowList, Table
from fitwell_desktop.ui.workspace import Workspace
from fitwell_desktop.views.roster.faces import Faces
from fitwell_desktop.views.roster.roster_columns import ORDERS, narrow_column, wide_columns
from fitwell_desktop.views.roster.roster_empty import Offer, say_empty
from fitwell_desktop.views.roster.roster_filter import WIDE, Offered, RosterFilter
from fitwell_desktop.vocabulary import Right, RosterOrder

NARROWEST = 220


class Browsing(Panel):
    """Finds, sorts and marks clients. The one that is chosen is the client in hand. What is done with them is the
    subclass's.
    """

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._sees_health = Right.HEALTH in workspace.store.signed_in.rights
        self._limit = PAGE
        self._page = RosterPage((), 0)
        self._offer: Offer = "new"
        self._showing = False
        """Whether the list itself marks rows: then nobody is taken in hand."""
        self._order = (RosterOrder.NAME, False)
        self.filter = RosterFilter(self._ask_offered)
        self.count = Tally("", "hint")
        faces, sees_money = Faces(workspace), Right.BILLING in workspace.store.signed_in.rights
        one = narrow_column(workspace.formats, faces, sees_money=sees_money)
        self.list = RowList(self.tr("Clients"), one)
        self.table = Table(
            "roster",
            self.tr("Clients"),
            wide_columns(workspace.formats, faces, sees_money=sees_money),
            workspace.settings,
            delegated=True,
        )
        self.views = QStackedWidget()
        self.views.addWidget(self.list)
        self.views.addWidget(self.table)
        self._keepers = (self.list.keeper, self.table.keeper)
        self._empty = [EmptyState("users", "", "") for _keeper in self._keepers]
        self._arrange()
        self._connect()

    def reload(self) -> None:
        self.filter.refresh()
        self.show_clients()

    def show_clients(self) -> None:
        """Ask for the clients who are wanted, and show them."""
        order, descending = self._order
        wanted = replace(self.filter.wanted(), order=order, descending=descending)
        self._page = self._ask(wanted)
        self._showing = True
        for view in (self.list, self.table):
            view.rows_model.show(self._page.rows)
            view.viewport().update()
        self._showing = False
        self._show_count()
        self._say_empty()
        self._mark(self.workspace.selection.current)

    def show_item(self, item_id: UUID) -> None:
        self.workspace.selection.choose(item_id)

    def minimumSizeHint(self) -> QSize:
        # what a narrow list puts away must not keep the list from becoming narrow
        return QSize(NARROWEST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.filter.show_width(self.width())
        self.views.setCurrentIndex(1 if self.width() >= WIDE else 0)
        if len(self._page.rows) < min(self._page.total, self._in_sight()):
            self.show_clients()

    @property
    def keeper(self) -> RowKeeper:
        """Of the view that is seen."""
        return self._keepers[self.views.currentIndex()]

    def chosen(self) -> tuple[UUID, ...]:
        """The clients who are marked in the list, or else the one in hand."""
        marked = tuple(row.id for row in self.keeper.rows())
        current = self.workspace.selection.current
        return marked or ((current,) if current else ())

    def go_to_field(self) -> None:
        """Let the user type what to look for."""
        self.filter.field.setFocus()
        self.filter.field.selectAll()

    def _ask_offered(self) -> Offered:
        return Offered(self.ask(saved_lists_with_health if self._sees_health else saved_lists), self.ask(tags))

    def _ask(self, wanted: Wanted) -> RosterPage:
        query = roster_with_health if self._sees_health else roster
        return self.ask(query, wanted, 0, max(self._limit, self._in_sight()))

    def _in_sight(self) -> int:
        """How many rows are seen at once, on however tall a screen."""
        return (self.table if self.views.currentIndex() else self.list).rows_in_sight()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 8, 2)
        column.setSpacing(8)
        column.addWidget(self.filter)
        column.addWidget(self.views, 1)

    def _connect(self) -> None:
        self.filter.changed.connect(self._start_again)
        self.filter.field.lead_to(self.views.currentWidget)
        self.filter.field.returnPressed.connect(self._into_list)
        self.table.rows_model.sort_requested.connect(self._sort)
        self.workspace.selection.changed.connect(self._mark)
        for keeper, empty in zip(self._keepers, self._empty, strict=True):
            keeper.empty = empty
            keeper.chosen.connect(self._choose)
            keeper.opened.connect(lambda row: self.workspace.open("client", row.id))
        for view in (self.list, self.table):
            view.verticalScrollBar().valueChanged.connect(self._maybe_more)
        order = self.table.rows_model.order()
        if order:
            self._order = (ORDERS.get(order[0], RosterOrder.NAME), order[1])
        slash = QShortcut(QKeySequence("/"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        slash.activated.connect(self.go_to_field)

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

    def _show_count(self) -> None:
        summary = self.filter.summary()
        self.count.setText(f"{self._page.total:,}" + (f" · {summary}" if summary else ""))

    def _say_empty(self) -> None:
        wanted = self.filter.wanted()
        looks_further = not self._page.rows and wanted.text and wanted.state
        elsewhere = self._ask(replace(wanted, state=None)).total if looks_further else 0
        for empty, keeper in zip(self._empty, self._keepers, strict=True):
            self._offer = say_empty(empty, self.filter, elsewhere)
            keeper.place_empty()
