"""What the list of clients is narrowed by: a field, states, a tag, saved lists with live counts."""

from collections.abc import Callable
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fitwell_desktop.core.settings import SettingsPart
from fitwell_desktop.domain.clients.roster import Wanted
from fitwell_desktop.domain.clients.saved_lists import ListCount
from fitwell_desktop.domain.clients.tags import TagCount
from fitwell_desktop.ui.widgets.buttons import Button, IconButton
from fitwell_desktop.ui.widgets.flow import FlowLayout
from fitwell_desktop.ui.widgets.menu import Menu
from fitwell_desktop.ui.widgets.search_field import SearchField
from fitwell_desktop.ui.widgets.segmented import SegmentedControl
from fitwell_desktop.vocabulary import ClientState

STATES: tuple[tuple[ClientState | None, str], ...] = (
    (ClientState.ACTIVE, "Active"),
    (ClientState.PAUSED, "Paused"),
    (ClientState.ARCHIVED, "Archived"),
    (None, "All"),
)
WIDE = 620
"""From this width on the list is a table, and states and lists stand in sight."""
MOST_CHIPS = 8


class Offered(Struct, frozen=True):
    """What narrows the list besides the text and the state."""

    lists: tuple[ListCount, ...]
    tags: tuple[TagCount, ...]


class RosterFilter(QWidget):
    """Tells `changed` on every keystroke and choice; `wanted()` is what should be shown."""

    changed = Signal()
    list_asked = Signal()
    """The user wants to save what is shown as a list."""

    edit_list_asked = Signal(object)
    delete_list_asked = Signal(object)
    """The user wants other conditions for a saved list, or the list gone."""

    rename_asked = Signal(object)
    delete_asked = Signal(object)
    """The user wants another name for a tag, or the tag gone."""

    def __init__(self, ask: Callable[[], Offered], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ask = ask
        self._offered: Offered | None = None
        self._wide = False
        self._chips_say: tuple[tuple[ListCount, ...], UUID | None] = ((), None)
        self._wanted = Wanted(state=ClientState.ACTIVE)
        self.list_id: UUID | None = None
        self._tag_id: UUID | None = None
        """A tag that was kept, until its name is known."""
        self.field = SearchField(self.tr("Filter clients"), "funnel")
        self.states = SegmentedControl(self.tr("Status"), STATES)
        self.more = IconButton("list-filter", self.tr("Status, lists and tags"), side=16)
        self.menu = Menu(parent=self)
        self.menu.aboutToShow.connect(self.fill_menu)
        self.more.setMenu(self.menu)
        self.chips = QWidget()
        self.chips.hide()
        self._chip_flow = FlowLayout(self.chips)
        self._arrange()
        self.field.textChanged.connect(lambda text: self._want(replace(self._wanted, text=text)))
        self.states.chosen.connect(self.choose_state)

    def wanted(self) -> Wanted:
        """Whom the list should hold. The order is the caller's."""
        return self._wanted

    def keep(self, kept: SettingsPart) -> None:
        """Keep what the next start takes up: all but the text, and of lists and tags the ids alone."""
        wanted = self._wanted
        tag = next((tag for tag in self.offered().tags if tag.name == wanted.tag), None) if wanted.tag else None
        state = wanted.state.value if wanted.state else ""
        kept.put_all({"roster.state": state, "roster.list": self.list_id, "roster.tag": tag.id if tag else None})

    def take_up(self, kept: SettingsPart) -> None:
        """Begin with what was kept. The list and the tag are looked up by `refresh`."""
        self.list_id, self._tag_id = kept.get_id("roster.list"), kept.get_id("roster.tag")
        states = {(state.value if state else ""): state for state, _label in STATES}
        state = states.get(kept.get("roster.state", ClientState.ACTIVE.value), ClientState.ACTIVE)
        self._wanted = Wanted(state=state)
        self.states.set_value(self._wanted.state)

    def is_narrowed(self) -> bool:
        """Whether anything but the usual state keeps clients out of sight."""
        wanted = self._wanted
        return bool(wanted.text or wanted.tag or wanted.conditions)

    def clear(self) -> None:
        """Show everyone in the usual state."""
        self.field.clear()
        self.list_id = None
        self._want(Wanted(state=ClientState.ACTIVE))
        self.states.set_value(ClientState.ACTIVE)

    def choose_state(self, state: object) -> None:
        """Show clients of one state, or all (None)."""
        chosen = state if isinstance(state, ClientState) else None
        self.states.set_value(chosen)
        self._want(replace(self._wanted, state=chosen))

    def choose_tag(self, name: str) -> None:
        """Show those with one tag; the empty name shows all again."""
        self._want(replace(self._wanted, tag=name))

    def choose_list(self, chosen: ListCount | None) -> None:
        """Show whom a saved list holds. It says itself which states it means."""
        self.list_id = chosen.id if chosen else None
        state = None if chosen else ClientState.ACTIVE
        self.states.set_value(state)
        self._want(replace(self._wanted, conditions=chosen.conditions if chosen else (), state=state))

    def offered(self) -> Offered:
        """The lists and tags with their counts, asked for when they are first seen: a narrow panel keeps them in a menu."""
        if self._offered is None:
            self._offered = self._ask()
        return self._offered

    def refresh(self) -> None:
        """Lists and tags, and their counts, may be others now. Who calls this shows the clients anew, and is not told."""
        self._offered = None
        with QSignalBlocker(self):
            if self.list_id:
                self._follow_list()
            if self._tag_id:
                self._find_tag(self._tag_id)
        self._show_chips()

    def _follow_list(self) -> None:
        shown = self.shown_list()
        if shown is None:
            self.choose_list(None)
        elif shown.conditions != self._wanted.conditions:
            self._want(replace(self._wanted, conditions=shown.conditions))

    def _find_tag(self, tag_id: UUID) -> None:
        self._tag_id = None
        self.choose_tag(next((tag.name for tag in self.offered().tags if tag.id == tag_id), ""))

    def shown_list(self) -> ListCount | None:
        """The saved list that is shown, if it is one."""
        if not self.list_id:
            return None
        return next((one for one in self.offered().lists if one.id == self.list_id), None)

    def show_width(self, width: int) -> None:
        """Stand in one line where there is little room."""
        self._wide = width >= WIDE
        self.states.setVisible(self._wide)
        self._show_chips()

    def summary(self) -> str:
        """What narrows the list besides the text: "Paused · Strength"."""
        shown = self.shown_list()
        parts = [shown.name] if shown else []
        if self._wanted.state is not (None if shown else ClientState.ACTIVE):
            parts.append(self._wanted.state.label if self._wanted.state else self.tr("All"))
        return " · ".join([*parts, *([self._wanted.tag] if self._wanted.tag else [])])

    def _want(self, wanted: Wanted) -> None:
        if wanted != self._wanted:
            self._wanted = wanted
            self._show_chips()
            self.changed.emit()

    def _arrange(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.field, 1)
        line.addWidget(self.states)
        line.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(line)
        column.addWidget(self.chips)

    def _show_chips(self) -> None:
        lists = self.offered().lists if self._wide else ()
        if self._chips_say == (lists, self.list_id):
            return
        self._chips_say = (lists, self.list_id)
        for chip in self.chips.findChildren(Button):
            self._chip_flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips.setVisible(bool(lists))
        for one in lists[:MOST_CHIPS]:
            chip = Button(f"{one.name}  {one.clients}")
            chip.setCheckable(True)
            chip.setChecked(one.id == self.list_id)
            chip.clicked.connect(lambda on, one=one: self.choose_list(one if on else None))
            chip.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            chip.customContextMenuRequested.connect(lambda at, chip=chip, one=one: self._open_chip_menu(chip, one, at))
            self._chip_flow.addWidget(chip)
            chip.show()
        self.chips.updateGeometry()

    def fill_menu(self) -> None:
        """The menu that holds states, lists and tags where there is no room for them."""
        self.menu.clear()
        lists, worn_tags = self.offered().lists, self.offered().tags
        for state, label in STATES:
            self._entry(
                label, not self.list_id and state is self._wanted.state, lambda _=False, s=state: self._plain(s)
            )
        if lists:
            self.menu.addSeparator()
        for one in lists:
            text = f"{one.name}   {one.clients}"
            self._entry(text, one.id == self.list_id, lambda on, one=one: self.choose_list(one if on else None))
        if worn_tags:
            self.menu.addSeparator()
        for tag in worn_tags:
            text, name = f"{tag.name}   {tag.clients}", tag.name
            self._entry(text, name == self._wanted.tag, lambda on, name=name: self.choose_tag(name if on else ""))
        self.menu.addSeparator()
        worn = next((tag for tag in worn_tags if tag.name == self._wanted.tag), None)
        if worn:
            self.menu.addAction(self.tr("Rename tag…")).triggered.connect(lambda: self.rename_asked.emit(worn))
            self.menu.addAction(self.tr("Delete tag")).triggered.connect(lambda: self.delete_asked.emit(worn))
        shown = self.shown_list()
        if shown:
            self._offer(self.menu, shown)
        self.menu.addAction(self.tr("Save as list…")).triggered.connect(self.list_asked)

    def _open_chip_menu(self, chip: Button, one: ListCount, at: QPoint) -> None:
        menu = Menu(parent=chip)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._offer(menu, one)
        menu.popup(chip.mapToGlobal(at))

    def _offer(self, menu: Menu, one: ListCount) -> None:
        name = one.name.replace("&", "&&")
        menu.addAction(self.tr("Edit “{0}”…").format(name)).triggered.connect(lambda: self.edit_list_asked.emit(one))
        menu.addAction(self.tr("Delete “{0}”").format(name)).triggered.connect(lambda: self.delete_list_asked.emit(one))

    def _plain(self, state: ClientState | None) -> None:
        if self.list_id:
            self.choose_list(None)
        self.choose_state(state)

    def _entry(self, text: str, on: bool, chosen: object) -> None:
        entry = self.menu.addAction(text.replace("&", "&&"))
        entry.setCheckable(True)
        entry.setChecked(on)
        entry.triggered.connect(chosen)
