"""The client in hand: a head that says who it is, and a page for each side of them."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from fitwell_desktop.domain.clients.overview import find_profile
from fitwell_desktop.ui.actions import action
from fitwell_desktop.ui.painting import painted_at_last
from fitwell_desktop.ui.panel import Panel
from fitwell_desktop.ui.unsaved import Unsaved
from fitwell_desktop.ui.widgets.empty_state import EmptyState
from fitwell_desktop.ui.widgets.fitting_tabs import FittingTabs
from fitwell_desktop.ui.workspace import Workspace
from fitwell_desktop.views.roster.client_header import ClientHeader
from fitwell_desktop.views.roster.page import PageHome
from fitwell_desktop.views.roster.photo_change import PhotoChange
from fitwell_desktop.vocabulary import Right

HERE = "fitwell_desktop.views.roster."
PAGES = (
    ("Overview", "overview_page:OverviewPage", Right.LOOK),
    ("Profile", "profile_page:ProfilePage", Right.LOOK),
    ("Health", "health_page:HealthPage", Right.HEALTH),
    ("Goals", "goals_page:GoalsPage", Right.LOOK),
    ("Tests", "assessments_page:AssessmentsPage", Right.LOOK),
    ("Notes", "papers_page:PapersPage", Right.LOOK),
    ("Contacts", "contacts_page:ContactsPage", Right.LOOK),
    ("History", "history_page:HistoryPage", Right.LOOK),
)


class ClientPanel(Panel):
    """Follows the selection. A page is made when it is first seen, and filled only while it is in sight."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.header = ClientHeader(workspace)
        self.photo = PhotoChange(self, self.header)
        self.tabs = FittingTabs(self.tr("About the client"))
        self.tabs.setStyleSheet("QTabWidget::tab-bar { left: 2px; }")
        self.pages: dict[str, PageHome] = {}
        for title, path, needs in PAGES:
            if needs in workspace.store.signed_in.rights:
                home = self.pages[title] = PageHome(f"{HERE}{path}", self)
                home.wanted_in_front.connect(lambda title=title: self.show_page(title))
                self.tabs.add(self.tr(title), home)
        self.empty = EmptyState(
            "user-round",
            self.tr("Nobody in hand"),
            self.tr("Choose a client in the list, or find one."),
            self.tr("Find"),
        )
        self._arrange()
        self.tabs.currentChanged.connect(lambda _at: self.refresh_soon())
        self.header.emergency.connect(self.emergency)
        self.header.copied.connect(lambda text: workspace.toasts.show(self.tr("Copied {0}").format(text)))
        self.empty.acted.connect(lambda: workspace.open("roster", None))
        workspace.selection.changed.connect(lambda _id: self.refresh_soon())

    def reload(self) -> None:
        selection = self.workspace.selection
        profile = self.ask(find_profile, selection.current) if selection.current else None
        if selection.current and not profile:
            selection.choose(None)  # say after a backup was restored
        nobody = self.blank if selection.awaited else self.empty
        self.views.setCurrentWidget(self.whole if profile else nobody)
        if profile:
            self.header.show_profile(profile)
            self.photo.show_profile(profile)
            home = self.tabs.currentWidget()
            if isinstance(home, PageHome):
                with painted_at_last(self.whole):
                    home.page.show_client(profile.id)

    def show_item(self, item_id: UUID) -> None:
        self.workspace.selection.choose(item_id)

    def unsaved(self) -> Sequence[Unsaved]:
        return [one for home in self.pages.values() for one in home.unsaved()]

    def show_page(self, title: str) -> None:
        """Bring one page to the front."""
        self.tabs.setCurrentWidget(self.pages[title])

    @action(
        "client.edit", text="Edit client", menu="Clients", shortcut="Ctrl+Shift+E", icon="pencil", needs=Right.CLIENTS
    )
    def edit(self) -> None:
        self._type_on("Profile")

    @action(
        "client.emergency",
        text="Emergency contact",
        menu="Clients",
        shortcut="Ctrl+E",
        icon="life-buoy",
        also="ice accident call",
    )
    def emergency(self) -> None:
        from fitwell_desktop.domain.clients.contacts import contacts  # not at each start
        from fitwell_desktop.views.roster.emergency import open_emergency

        current = self.workspace.selection.current
        profile = self.ask(find_profile, current) if current else None
        if profile:
            known = self.ask(contacts, profile.id)
            may_add = Right.CLIENTS in self.workspace.store.signed_in.rights
            card = open_emergency(self.header.help, profile.name, known, self.workspace.formats, may_add=may_add)
            card.add_requested.connect(lambda: self._add_contact(profile.id))

    @action(
        "client.note",
        text="New note…",
        menu="Clients",
        shortcut="Ctrl+Alt+N",
        icon="sticky-note",
        needs=Right.CLIENTS,
    )
    def note(self) -> None:
        self._type_on("Notes")

    @action(
        "client.photo", text="Set photo…", menu="Clients", icon="camera", needs=Right.CLIENTS, also="picture image face"
    )
    def choose_photo(self) -> None:
        if self.workspace.selection.current:
            self.photo.choose()

    def _add_contact(self, client_id: UUID) -> None:
        from fitwell_desktop.views.roster.contacts_page import ContactsPage  # made when it is first seen, as all pages

        self.show_page("Contacts")
        page = self.pages["Contacts"].page
        if isinstance(page, ContactsPage):
            page.show_client(client_id)
            page.add()

    def _type_on(self, title: str) -> None:
        self.show_page(title)
        self.refresh_soon()
        self.pages[title].page.begin_typing()

    def _arrange(self) -> None:
        self.whole, self.blank = QWidget(), QWidget()
        column = QVBoxLayout(self.whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.tabs, 1)
        self.views = QStackedWidget()
        for view in (self.empty, self.whole, self.blank):
            self.views.addWidget(view)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.views)
