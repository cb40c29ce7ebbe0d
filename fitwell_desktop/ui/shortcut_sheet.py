"""The sheet of all shortcuts, to look through and to search."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from fitwell_desktop.ui.actions import Action
from fitwell_desktop.ui.menus import Menus
from fitwell_desktop.ui.palette_rows import parts
from fitwell_desktop.ui.ranking import match
from fitwell_desktop.ui.translation import translated
from fitwell_desktop.ui.widgets.keycap import KeyCap
from fitwell_desktop.ui.widgets.labels import Label

COLUMNS = 2


class ShortcutSheet(QDialog):
    """Every action that has a key, by menu, in two columns."""

    def __init__(self, menus: Menus, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.resize(760, 600)
        self._declared = [entry.declared for entry in menus.entries.values() if entry.declared.shortcut]
        self._order = menus.titles()
        self.box = QLineEdit(placeholderText=self.tr("Filter shortcuts"), clearButtonEnabled=True)
        self.box.setProperty("role", "search")
        self.box.setAccessibleName(self.tr("Filter shortcuts"))
        self.box.textChanged.connect(self._fill)
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        heading = Label(self.tr("Keyboard shortcuts"), "title")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 12, 16)
        column.setSpacing(14)
        for widget in (heading, self.box, self._scroll):
            column.addWidget(widget)
        self._fill("")

    def shown(self) -> list[Action]:
        """The actions that answer the filter, menu by menu."""
        found = [
            a
            for a in self._declared
            if match(self.box.text(), translated(a.text), f"{translated(a.menu)} {a.shortcut}")
        ]
        return sorted(found, key=lambda action: self._order.index(action.menu))

    def _fill(self, text: str) -> None:
        page = QWidget()
        columns = QHBoxLayout(page)
        columns.setSpacing(40)
        shown = self.shown()
        menus = list(dict.fromkeys(action.menu for action in shown))
        heights = [sum(action.menu == menu for action in shown) + 2 for menu in menus]
        sides = _share(menus, heights)
        for side in sides:
            column = QVBoxLayout()
            column.setSpacing(4)
            for menu in side:
                column.addWidget(_section(menu, [action for action in shown if action.menu == menu]))
            column.addStretch(1)
            columns.addLayout(column, 1)
        if not shown:
            columns.addWidget(Label(self.tr("No shortcut is called that.")), 0, Qt.AlignmentFlag.AlignCenter)
        self._scroll.setWidget(page)


def _share(menus: list[str], heights: list[int]) -> list[list[str]]:
    """Two columns of about the same height, in order."""
    half, first = sum(heights) / COLUMNS, 0
    left: list[str] = []
    for menu, height in zip(menus, heights, strict=True):
        if first + height / 2 > half:
            break
        left.append(menu)
        first += height
    return [left, menus[len(left) :]]


def _section(menu: str, actions: list[Action]) -> QWidget:
    section = QFrame()
    grid = QGridLayout(section)
    grid.setContentsMargins(0, 0, 0, 14)
    section.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
    grid.setColumnStretch(0, 1)
    grid.addWidget(Label(translated(menu), "label"), 0, 0)
    for row, action in enumerate(actions, start=1):
        grid.addWidget(Label(translated(action.text)), row, 0)
        grid.addWidget(_caps(action.shortcut), row, 1, Qt.AlignmentFlag.AlignRight)
    return section


def _caps(shortcut: str) -> QWidget:
    caps = QWidget()
    row = QHBoxLayout(caps)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(5)
    for part in parts(shortcut):
        row.addWidget(KeyCap(part))
    return caps
