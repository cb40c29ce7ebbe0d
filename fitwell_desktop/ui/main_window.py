"""The window. It shows at once, knowing only names; `attach` fills it when the practice has been opened.

Nothing imported here knows the database, so that the first picture does not wait for it.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QByteArray, QRect, Signal
from PySide6.QtGui import QCloseEvent, QIcon, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.settings import Settings
from fitwell_desktop.ui.actions import Action, actions_of
from fitwell_desktop.ui.docks import Dock, DockArea
from fitwell_desktop.ui.layouts import Layout, Layouts
from fitwell_desktop.ui.menus import Menus
from fitwell_desktop.ui.places import Place
from fitwell_desktop.ui.rail import Rail
from fitwell_desktop.ui.status_bar import StatusBar, TaskCard
from fitwell_desktop.ui.tasks import Tasks
from fitwell_desktop.ui.theme import Theme
from fitwell_desktop.ui.toasts import Toasts
from fitwell_desktop.ui.top_bar import TopBar, bind, logo
from fitwell_desktop.ui.translation import translated
from fitwell_desktop.ui.typed import keep_what_is_typed
from fitwell_desktop.ui.undo import TextFieldsFirst, UndoActions
from fitwell_desktop.ui.unsaved import Unsaved, UnsavedDialog
from fitwell_desktop.ui.widgets.dialog import Dialog
from fitwell_desktop.ui.window_actions import WindowActions

if TYPE_CHECKING:
    from fitwell_desktop.ui.palette import Palette, Source
    from fitwell_desktop.ui.panel import Panel
    from fitwell_desktop.ui.workspace import Workspace

FIRST_SIZE = (1440, 900)
FARTHEST = 100_000
"""No screen reaches further, in px."""


class MainWindow(QMainWindow):
    """Bars, rail and docks, in two steps: made and shown first, attached to a practice after."""

    closing = Signal()
    """The window closes for good; whoever opened something closes it now."""

    staying = Signal()
    """It was to be closed, and the user keeps working in it."""

    def __init__(self, places: Sequence[Place], layouts: Sequence[Layout], settings: Settings, theme: Theme) -> None:
        super().__init__()
        self._sources: Callable[[], Sequence[Source]] = tuple
        self.settings = settings
        self.theme = theme
        self._places = list(places)
        self._declared = layouts
        self._make_parts()
        self._arrange()
        theme.dress(self)
        self._wear()
        theme.changed.connect(self._wear)
        self._show_what_is_known()

    def attach(
        self, workspace: "Workspace", sources: "Callable[[], Sequence[Source]]" = tuple, program: object = None
    ) -> None:
        """Fill the window with the practice: the places that the user may see, their actions, and the last layout.

        `sources` makes what the palette searches, once it is there. `program` may declare actions of its own; they stand
        in the menus before those of the places.
        """
        rights = workspace.store.signed_in.rights
        allowed = [place for place in self._places if place.needs in rights]
        self.top.user.show_user(workspace.store.signed_in.name)
        self.rail.show_places(allowed)
        self._sources = sources
        self._add_window_actions(workspace)
        self._add_actions(workspace, program)
        workspace.wanted.connect(self.menus.run)
        workspace.offered.connect(self.menus.offer)
        for place in allowed:
            self._add_place(place, workspace)
        self._add_layouts()
        self.menus.add_later(partial(self._add_actions_of, place, workspace) for place in allowed)
        self.menus.add_later([lambda: self.palette_box])
        self.settings.put("window.places", [place.name for place in allowed])

    @cached_property
    def palette_box(self) -> "Palette":
        """Made when it is first asked for, or a moment after a practice was opened: the first picture needs none."""
        from fitwell_desktop.ui.palette import ActionSource, Palette

        return Palette(self, self.settings, [*self._sources(), ActionSource(self.menus)])

    def open_place(self, name: str, item_id: UUID | None = None) -> None:
        """Show a place, and there the thing with that id."""
        dock = self.area.open(name)
        if item_id:
            dock.panel.show_item(item_id)
        dock.take_keyboard()
        self._here = name
        self._light()

    def show_banner(self, banner: QWidget) -> None:
        """Put something across the whole window, below its head."""
        self._column.insertWidget(1, banner)

    def show_menu_bar(self, wanted: bool) -> None:
        """Show or hide the menu bar, now and at the next start."""
        self.menuBar().setVisible(wanted)
        self.settings.put("window.menu_bar", wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if "palette_box" in vars(self):
            self.palette_box.cover()
        self._card.place()

    def close_at_once(self) -> None:
        """Close without a question: what is typed is kept, and where that can't be, it is lost with the work going on."""
        keep_what_is_typed()
        for one in self._unsaved():
            try:
                (one.keep or one.discard)()
            except UserError:
                one.discard()
        self._stop_and_close()

    def closeEvent(self, event: QCloseEvent) -> None:
        keep_what_is_typed()
        if unsaved := self._unsaved():
            self._ask_to_lose(unsaved)
            event.ignore()
            return
        if self.tasks.busy():
            self._ask_to_stop()
            event.ignore()
            return
        try:
            self._keep_arrangement()
        finally:  # whatever went wrong: without its window, the program would live on unseen, and hold the practice
            self.tasks.shutdown()
            self.closing.emit()
            event.accept()

    def _keep_arrangement(self) -> None:
        if self._attached:
            self.layouts.keep()
        seen = self.area.seen()
        self.settings.put_all(
            {
                "window.geometry": self.saveGeometry().toBase64().toStdString(),
                "window.outline": [_numbers(dock.geometry()) for dock in seen],
                "window.seen": [dock.place.name for dock in seen],
            }
        )

    def _search(self) -> None:
        if self._attached:
            self.palette_box.pop_up()

    def _make_parts(self) -> None:
        self._attached = False
        self._here = ""
        self.tasks = Tasks(self)
        self.menus = Menus(self, self.menuBar())
        self.top = TopBar(self)
        self.rail = Rail(self)
        self.area: DockArea = DockArea(self)
        self.status = StatusBar(self)
        self.toasts = Toasts(self)
        self._card = TaskCard(self, self.tasks, self.status)
        self._own = WindowActions(self)
        self.top.search.clicked.connect(self._search)
        self.top.theme.clicked.connect(self.theme.toggle)
        self.top.new.setMenu(self.menus.new_menu)
        self.rail.chosen.connect(self.open_place)
        self.area.arranged.connect(self._light)
        self._text_fields_first = TextFieldsFirst(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)

    def _arrange(self) -> None:
        self.setWindowTitle("FitWell")
        self.setWindowIcon(QIcon(logo(64)))
        middle = QWidget()
        column = self._column = QVBoxLayout(middle)
        row = QHBoxLayout()
        for layout in (column, row):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self.area, 1)
        column.addWidget(self.top)
        column.addLayout(row, 1)
        self.setCentralWidget(middle)
        self.setStatusBar(self.status)
        bar = self.menuBar()
        bar.setVisible(sys.platform == "darwin" or bool(self.settings.get("window.menu_bar", False)))

    def _wear(self) -> None:
        tokens = self.theme.tokens
        self.top.brand.wear(tokens)
        self.top.search.wear()
        self.status.wear()

    def _show_what_is_known(self) -> None:
        """Size, places and frames as they were last, until the practice says more."""
        self.resize(*FIRST_SIZE)
        geometry: str = self.settings.get("window.geometry", "")
        self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))
        last = self.settings.get("window.places", [])
        self.rail.show_places([place for place in self._places if place.name in last])
        for part in (self.rail, self.top.new, self.top.undo, self.top.redo):
            part.setEnabled(False)
        self.area.outline = list(_frames(self.settings.get("window.outline", [])))

    def _add_window_actions(self, workspace: "Workspace") -> None:
        self._add_actions(workspace, self._own)
        undo, redo = (self.menus.entries[name].made for name in ("edit.undo", "edit.redo"))
        redo.setShortcuts([redo.shortcut(), QKeySequence("Ctrl+Y")])
        UndoActions(workspace, undo, redo)
        bind(self.top.undo, undo)
        bind(self.top.redo, redo)

    def _add_actions(self, workspace: "Workspace", owner: object) -> None:
        for declared in actions_of(type(owner)):
            if declared.needs in workspace.store.signed_in.rights:
                self.menus.add(declared, getattr(owner, declared.method))

    def _add_place(self, place: Place, workspace: "Workspace") -> None:
        self.area.add(place, lambda: place.panel_class()(workspace))
        shortcut = f"G, {place.key}" if place.key else ""
        go = Action(f"go.{place.name}", place.title, "Go", "", shortcut, place.icon, place.needs, also=place.also)
        self.menus.add(go, partial(self.open_place, place.name))

    def _add_actions_of(self, place: Place, workspace: "Workspace") -> None:
        dock = self.area.docks[place.name]
        for declared in actions_of(place.panel_class()):
            if declared.needs in workspace.store.signed_in.rights:
                self.menus.add(declared, partial(self._run_in, dock, declared.method), dock.home)

    def _run_in(self, dock: Dock, method: str) -> Any:
        """Show the panel, then do there what was asked."""
        panel: Panel = self.area.open(dock.place.name).panel
        return getattr(panel, method)()

    def _add_layouts(self) -> None:
        self.layouts = Layouts(self.area, self._declared, self.settings)
        self.layouts.changed.connect(self._show_layouts)
        self.top.layouts.chosen.connect(self.layouts.switch)
        self.area.outline = []
        for part in (self.rail, self.top.new):
            part.setEnabled(True)
        self._attached = True
        self.area.hint.acted.connect(self.layouts.reset)
        self.layouts.start()
        self._fill_menus()
        self.area.setFocus()  # in no text field, so that plain letters are shortcuts at once

    def _show_layouts(self) -> None:
        """The segments, and a key for each of the first nine."""
        self._here = ""
        titles = self.layouts.titles()
        self.top.layouts.show_choice(titles, self.layouts.current)
        for name in [name for name in self.menus.entries if name.startswith("wear.")]:
            self.menus.remove(name)
        for number, (name, title) in enumerate(titles.items(), start=1):
            key = f"Ctrl+{number}" if number <= 9 else ""
            wear = Action(f"wear.{name}", translated("Workspace: {0}", title), "View", "", key, "layout-dashboard")
            self.menus.add(wear, partial(self.layouts.switch, name))
        mine = self.layouts.is_mine(self.layouts.current)
        for name in ("layout.rename", "layout.delete"):
            self.menus.entries[name].made.setEnabled(mine)

    def _fill_menus(self) -> None:
        brand = self.top.brand
        menu = self.menus.under_one()
        brand.setMenu(menu)
        self.top.user.menu.addAction(self.menus.entries["window.theme"].made)
        self.menus.offer(
            self.top.layouts.menu, (("layout.save_as", "layout.rename", "layout.reset"), ("layout.delete",))
        )
        for place in self._places:
            if place.aside and place.name in self.area.docks:
                self.top.user.menu.addAction(self.menus.entries[f"go.{place.name}"].made)

    def _follow_focus(self, old: QWidget | None, now: QWidget | None) -> None:
        self._text_fields_first.watch(now)
        self._light()

    def _light(self) -> None:
        """Light the place where the user is: where the keyboard is, or what was opened last, or what is largest."""
        if focused := self.area.focused():
            self._here = focused.place.name
        seen = {dock.place.name for dock in self.area.seen()}
        largest = self.area.largest()
        self.rail.light(self._here if self._here in seen else largest.place.name if largest else "")

    def _unsaved(self) -> list[Unsaved]:
        return [one for dock in self.area.docks.values() for one in dock.unsaved()]

    def _ask_to_lose(self, unsaved: Sequence[Unsaved]) -> None:
        """Something typed is not kept: the window closes once it is, or is thrown away."""
        dialog = UnsavedDialog(unsaved, self)
        dialog.accepted.connect(self.close)
        dialog.rejected.connect(self.staying)
        dialog.open()

    def _ask_to_stop(self) -> None:
        """Work is going on: the window closes only if it may be stopped, and then tries again."""
        titles = ", ".join(task.title for task in self.tasks.running)
        question = self.tr(
            "FitWell is still working: {0}. If you stop it, what it has begun is rolled back; nothing is left half done."
        ).format(titles)
        dialog = Dialog(self.tr("Stop and quit?"), self.tr("Stop and quit"), self, dangerous=True, explanation=question)
        dialog.secondary.setText(self.tr("Keep working"))
        dialog.accepted.connect(self._stop_and_close)
        dialog.rejected.connect(self.staying)
        dialog.open()

    def _stop_and_close(self) -> None:
        self.tasks.shutdown()
        self.close()


def _frames(kept: list[object]) -> Iterator[QRect]:
    """The frames among what the settings say; they may have been written by anyone."""
    for numbers in kept:
        if isinstance(numbers, list) and len(numbers) == 4 and all(map(_is_length, numbers)):
            yield QRect(*numbers)


def _is_length(number: object) -> bool:
    """Whether it can be a place or a size on a screen."""
    return isinstance(number, int) and abs(number) <= FARTHEST


def _numbers(frame: QRect) -> list[int]:
    return [frame.x(), frame.y(), frame.width(), frame.height()]
