"""The gallery's popups: each is opened over a window, which is given back with what is open, for looking."""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from fitwell_desktop.ui.icons import icon
from fitwell_desktop.ui.widgets.menu import Menu, Popover
from fitwell_desktop.ui.widgets.month_picker import MonthPicker
from fitwell_desktop.ui.widgets.picker import Picker
from tests.ui.gallery_pages import FORMATS, find_client


class Stage(QWidget):
    """A window with the fields from which popups open."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(420, 460)
        self.state = QComboBox()
        self.state.addItems(["Active", "Paused", "Archived"])
        self.state.setAccessibleName("State")
        self.client = Picker("Client", find_client, "Choose a client", avatars=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.addWidget(self.state)
        column.addWidget(self.client)
        column.addStretch()


def menu(stage: Stage) -> QWidget:
    made = Menu("Client", stage)
    made.addAction(icon("plus"), "New client…").setShortcut("Ctrl+N")
    made.addSeparator()
    for text, on in (("Show archived", True), ("Show tags", False)):
        entry = made.addAction(text)
        entry.setCheckable(True)
        entry.setChecked(on)
    made.addAction("Restore").setEnabled(False)
    more = Menu("Export", made)
    more.addAction("As CSV…")
    made.addMenu(more)
    made.popup(stage.mapToGlobal(QPoint(40, 60)))
    made.setActiveAction(more.menuAction())
    return made


def popover(stage: Stage) -> QWidget:
    made = Popover(QLabel("Booked by Jo, 09:14"), stage.client)
    made.open_below(stage.client)
    return made


def month(stage: Stage) -> QWidget:
    made = Popover(MonthPicker("Day", FORMATS), stage.client)
    made.open_below(stage.client)
    return made


def choices(stage: Stage) -> QWidget:
    stage.state.showPopup()
    return stage.state.view().window()


def suggestions(stage: Stage) -> QWidget:
    return stage.client.offer("a")


POPUPS: dict[str, Callable[[Stage], QWidget]] = {
    "menu": menu,
    "popover": popover,
    "month": month,
    "choices": choices,
    "suggestions": suggestions,
}
