"""What can be done with the window itself, whatever is in it."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.ui.actions import action
from fitwell_desktop.ui.translation import translated
from fitwell_desktop.ui.widgets.dialog import Dialog
from fitwell_desktop.ui.widgets.labels import Label
from fitwell_desktop.ui.widgets.menu import MENU_KEY, ask_for_menu

if TYPE_CHECKING:
    from fitwell_desktop.ui.main_window import MainWindow


class WindowActions:
    """The window's own actions. Undo and Redo do their work in ui/undo, which knows the store."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    @action("window.make", text="New…", menu="File", shortcut="Ctrl+N", icon="plus")
    def new(self) -> None:
        """Open the New button's menu."""
        drop(self._window.menus.new_menu, self._window.top.new)

    @action("window.close_panel", text="Close panel", menu="File", shortcut="Ctrl+W", icon="x")
    def close_panel(self) -> None:
        """Close the panel that has the keyboard."""
        dock = self._window.area.focused()
        if dock:
            dock.close()

    @action("window.quit", text="Quit", menu="File", shortcut="Ctrl+Q", icon="log-out")
    def quit(self) -> None:
        """Close the window, which ends the program."""
        self._window.close()

    @action("edit.undo", text="Undo", menu="Edit", shortcut="Ctrl+Z", icon="undo-2")
    def undo(self) -> None:
        """Take the newest step back."""

    @action("edit.redo", text="Redo", menu="Edit", shortcut="Ctrl+Shift+Z", icon="redo-2")
    def redo(self) -> None:
        """Do again what was undone."""

    @action("window.search", text="Search or run a command…", menu="Go", shortcut="Ctrl+K", icon="search")
    def search(self) -> None:
        """Open the palette."""
        self._window.palette_box.pop_up()

    @action("window.all_menus", text="All menus", menu="Go", shortcut="F10", icon="menu")
    def all_menus(self) -> None:
        """Open the menus under the program's name."""
        brand = self._window.top.brand
        drop(brand.menu(), brand)

    @action("window.menu_here", text="Menu of what is chosen", menu="Go", shortcut=MENU_KEY, icon="menu", in_field=True)
    def menu_here(self) -> None:
        """Open the menu of what has the keyboard."""
        ask_for_menu()

    @action("window.next_panel", text="Next panel", menu="Go", shortcut="F6", icon="arrow-right")
    def next_panel(self) -> None:
        """Move the keyboard to the next panel."""
        self._window.area.step_focus(1)

    @action("window.previous_panel", text="Previous panel", menu="Go", shortcut="Shift+F6", icon="arrow-left")
    def previous_panel(self) -> None:
        """Move the keyboard to the panel before."""
        self._window.area.step_focus(-1)

    @action(
        "window.theme",
        text="Toggle dark theme",
        menu="View",
        shortcut="Ctrl+Shift+L",
        icon="moon",
        also="light night mode colours colors scheme",
    )
    def toggle_theme(self) -> None:
        """From light to dark or back."""
        self._window.theme.toggle()

    @action("window.full_screen", text="Full screen", menu="View", shortcut="F11", icon="monitor")
    def full_screen(self) -> None:
        """Use the whole screen, or stop doing so."""
        if self._window.isFullScreen():
            self._window.showNormal()
        else:
            self._window.showFullScreen()

    @action("window.menu_bar", text="Menu bar", menu="View", shortcut="Ctrl+M", icon="menu")
    def menu_bar(self) -> None:
        """Show the menu bar, or hide it; the menus are under the program's name as well."""
        self._window.show_menu_bar(not self._window.menuBar().isVisible())

    @action("layout.save_as", text="Save workspace as…", menu="View", icon="save")
    def save_layout(self) -> None:
        """Keep this arrangement under a name of its own."""
        TitleDialog(translated("Save workspace as"), "", self._window.layouts.save_as, self._window).open()

    @action("layout.rename", text="Rename workspace…", menu="View", icon="pencil")
    def rename_layout(self) -> None:
        """Give the user's own layout another name."""
        layouts = self._window.layouts
        current = layouts.current
        rename = partial(layouts.rename, current)
        TitleDialog(translated("Rename workspace"), layouts.titles()[current], rename, self._window).open()

    @action("layout.delete", text="Delete workspace", menu="View", icon="trash-2")
    def delete_layout(self) -> None:
        """Throw the user's own layout away."""
        layouts = self._window.layouts
        title = layouts.titles()[layouts.current]
        question = translated("Delete the workspace “{0}”? The panels and their data stay.", title)
        dialog = Dialog(
            translated("Delete workspace"), translated("Delete"), self._window, dangerous=True, explanation=question
        )
        dialog.accepted.connect(lambda: layouts.delete(layouts.current))
        dialog.open()

    @action("layout.reset", text="Reset workspace", menu="View", icon="rotate-ccw")
    def reset_layout(self) -> None:
        """Put the panels back to where this layout has them."""
        self._window.layouts.reset()

    @action(
        "window.shortcuts",
        text="Keyboard shortcuts",
        menu="Help",
        shortcut="?",
        icon="keyboard",
        also="keys hotkeys help",
    )
    def shortcuts(self) -> None:
        """Show every key."""
        from fitwell_desktop.ui.shortcut_sheet import ShortcutSheet

        ShortcutSheet(self._window.menus, self._window).open()


def drop(menu: QMenu, button: QWidget) -> None:
    """Open a menu under its button."""
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))


class TitleDialog(Dialog):
    """Asks for a layout's name; stays until the name is a good one."""

    def __init__(self, what: str, title: str, take: Callable[[str], None], parent: QWidget) -> None:
        super().__init__(what, self.tr("Save"), parent)
        self._take = take
        self.box = QLineEdit(title)
        self.box.setAccessibleName(self.tr("Name"))
        self.wrong = Label("", "error", wrap=True)
        self.body.addWidget(Label(self.tr("Name"), "label"))
        self.body.addWidget(self.box)
        self.body.addWidget(self.wrong)
        self.box.textEdited.connect(self.foot.hide)
        self.box.selectAll()
        self.box.setFocus()

    def holds_typing(self) -> bool:
        return self.box.isModified()

    def confirm(self) -> None:
        try:
            self._take(self.box.text())
        except UserError as error:
            self.wrong.setText(str(error))
        else:
            self.accept()
