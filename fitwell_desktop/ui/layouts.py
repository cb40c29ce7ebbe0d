"""Named arrangements of the docks: the program's own and the user's, each kept as it was left."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

from PySide6.QtCore import QByteArray, QObject, QSize, Qt, Signal

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.settings import Settings
from fitwell_desktop.ui.docks import Dock, DockArea
from fitwell_desktop.ui.translation import translated

VERSION = 1
"""Raised when docks were renamed, so that arrangements saved before are not misread."""
LONGEST_TITLE = 24


@dataclass(frozen=True, slots=True)
class Stack:
    """Places that share one spot as tabs, the first in front; `height` is its share of the column."""

    places: tuple[str, ...]
    height: int = 1


@dataclass(frozen=True, slots=True)
class Column:
    """Stacks below one another; `width` in px at 1440, shared out over the real width."""

    width: int
    stacks: tuple[Stack, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """An arrangement that the program brings along."""

    name: str
    title: str
    columns: tuple[Column, ...]

    def among(self, places: Iterable[str]) -> "Layout":
        """The same layout of only those places that there are; without columns if there are none."""
        there = set(places)
        columns = tuple(
            Column(column.width, stacks)
            for column in self.columns
            if (stacks := tuple(kept for stack in column.stacks if (kept := _among(stack, there)).places))
        )
        return Layout(self.name, self.title, columns)


class Layouts(QObject):
    """Switches the dock area between layouts and keeps each in the settings."""

    changed = Signal()
    """Another layout is worn, or the list of them is another."""

    def __init__(self, area: DockArea, declared: Sequence[Layout], settings: Settings) -> None:
        super().__init__(area)
        self._area = area
        self._settings = settings
        offered = (layout.among(area.docks) for layout in declared)
        self._declared = {layout.name: layout for layout in offered if layout.columns}
        self.current = ""

    def titles(self) -> dict[str, str]:
        """What can be switched to: the program's layouts, then the user's own, by name."""
        mine = {name: str(entry["title"]) for name, entry in self._kept().items() if "title" in entry}
        return {name: translated(layout.title) for name, layout in self._declared.items()} | mine

    def is_mine(self, name: str) -> bool:
        """Whether the user made it, and so may rename and delete it."""
        return name in self.titles() and name not in self._declared

    def start(self) -> None:
        """Wear the layout that was worn last, or the first."""
        last = self._settings.get("layouts.current", "")
        titles = self.titles()
        if titles:
            self._wear(last if last in titles else next(iter(titles)))

    def switch(self, name: str) -> None:
        """Keep the present arrangement and wear another layout."""
        self.keep()
        self._wear(name)

    def keep(self) -> None:
        """Save the present arrangement under the current layout's name."""
        if self.current:
            self._put(self.current, {**self._kept().get(self.current, {}), "state": self._state()})

    def save_as(self, title: str) -> None:
        """Make a layout of the user's own from the present arrangement, and wear it."""
        title = self._free_title(title)
        name = next(name for number in count(1) if (name := f"my-{number}") not in self._kept())
        state = self._state()
        self._put(name, {"title": title, "state": state, "origin": state})
        self._settle(name)

    def rename(self, name: str, title: str) -> None:
        """Give one of the user's layouts another title."""
        self._put(name, {**self._kept()[name], "title": self._free_title(title, but=name)})
        self.changed.emit()

    def delete(self, name: str) -> None:
        """Throw one of the user's layouts away, and wear the first if it was worn."""
        kept = self._kept()
        kept.pop(name)
        self._settings.put("layouts", kept)
        if self.current == name:
            self.current = ""
            self.start()
        self.changed.emit()

    def reset(self) -> None:
        """Back to how the current layout was when it came, or was first saved."""
        if self.current in self._declared:
            self._arrange(self._declared[self.current])
        elif self.current:
            self._restore(self._kept()[self.current].get("origin"))

    def _wear(self, name: str) -> None:
        self._area.setUpdatesEnabled(False)
        if not self._restore(self._kept().get(name, {}).get("state")) and name in self._declared:
            self._arrange(self._declared[name])
        self._area.setUpdatesEnabled(True)
        self._settle(name)

    def _settle(self, name: str) -> None:
        self.current = name
        self._settings.put("layouts.current", name)
        self.changed.emit()

    def _restore(self, state: object) -> bool:
        """Bring a saved arrangement back; False if it can't be read or shows nothing."""
        if not (isinstance(state, dict) and isinstance(state.get("docks"), dict)):
            return False
        self._area.close_all()
        restored = self._area.restoreState(QByteArray.fromBase64(str(state.get("qt")).encode()), VERSION)
        # Qt finds room for docks that the state does not know, and shows them
        self._area.keep_only(state["docks"])
        self._give_rooms(state.get("rooms"))
        return restored and bool(self._area.opened())

    def _state(self) -> dict[str, Any]:
        docks = {name: not dock.isHidden() for name, dock in self._area.docks.items() if self._area.has_room_for(dock)}
        rooms = {name: _written(dock) for name, dock in self._area.docks.items() if dock.isFloating()}
        return {"qt": self._area.saveState(VERSION).toBase64().toStdString(), "docks": docks, "rooms": rooms}

    def _give_rooms(self, rooms: object) -> None:
        """How large each floating panel is when it is docked again; the settings may have been written by anyone."""
        for name, known in rooms.items() if isinstance(rooms, dict) else ():
            for room in known if isinstance(known, list) and name in self._area.docks else ():
                match room:
                    case [list(company), int(width), int(height)] if width > 0 and height > 0:
                        size = QSize(width, height).boundedTo(self._area.size())
                        self._area.docks[name].rooms[frozenset(map(str, company))] = size

    def _arrange(self, layout: Layout) -> None:
        area, docks = self._area, self._area.docks
        area.close_all()
        columns = [[docks[stack.places[0]] for stack in column.stacks] for column in layout.columns]
        area.addDockWidget(Qt.DockWidgetArea.TopDockWidgetArea, columns[0][0])
        columns[0][0].show()
        area.split([column[0] for column in columns], Qt.Orientation.Horizontal)
        for column in columns:
            area.split(column, Qt.Orientation.Vertical)
        for stack in (stack for column in layout.columns for stack in column.stacks):
            self._cover([docks[name] for name in stack.places])
        self._share_out(layout, columns)

    def _cover(self, docks: list[Dock]) -> None:
        for behind in docks[1:]:
            self._area.tabifyDockWidget(docks[0], behind)
            behind.show()
        docks[0].raise_()

    def _share_out(self, layout: Layout, columns: list[list[Dock]]) -> None:
        widths = [column.width for column in layout.columns]
        self._area.resizeDocks([column[0] for column in columns], widths, Qt.Orientation.Horizontal)
        for column, docks in zip(layout.columns, columns, strict=True):
            heights = [stack.height * 100 for stack in column.stacks]
            self._area.resizeDocks(docks, heights, Qt.Orientation.Vertical)

    def _free_title(self, title: str, but: str = "") -> str:
        title = " ".join(title.split())
        if not title:
            raise UserError(self.tr("Give the workspace a name."), "title")
        if len(title) > LONGEST_TITLE:
            longest = self.tr("A workspace’s name has at most {0} letters; this has {1}.")
            raise UserError(longest.format(LONGEST_TITLE, len(title)), "title")
        if any(title.casefold() == taken.casefold() for name, taken in self.titles().items() if name != but):
            taken_already = self.tr("There is a workspace called “{0}” already. Choose another name.").format(title)
            raise UserError(taken_already, "title")
        return title

    def _kept(self) -> dict[str, Any]:
        kept: dict[str, Any] = self._settings.get("layouts", {})
        return {name: entry for name, entry in kept.items() if isinstance(entry, dict)}

    def _put(self, name: str, entry: dict[str, Any]) -> None:
        self._settings.put("layouts", {**self._kept(), name: entry})


def _among(stack: Stack, there: set[str]) -> Stack:
    return Stack(tuple(name for name in stack.places if name in there), stack.height)


def _written(dock: Dock) -> list[tuple[list[str], int, int]]:
    return [(sorted(company), room.width(), room.height()) for company, room in dock.rooms.items()]
