"""The command palette: one box that finds clients, places, actions and settings, whatever words come to mind."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from fitwell_desktop.core.settings import Settings
from fitwell_desktop.ui.actions import Action
from fitwell_desktop.ui.icons import icon
from fitwell_desktop.ui.menus import Menus
from fitwell_desktop.ui.painting import grown, tokens_for
from fitwell_desktop.ui.palette_rows import HEADING, HIT, SPANS, HitPainter, HitRows
from fitwell_desktop.ui.ranking import Match, match, rank
from fitwell_desktop.ui.translation import translated
from fitwell_desktop.ui.widgets.keycap import KeyCap
from fitwell_desktop.ui.widgets.labels import Label

LIMIT = 8
"""How many hits of one source are shown."""
REMEMBERED = 40
WIDTH = 620
SHADOW = 26


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found: the group it stands in, what is read, what sort of thing, its shortcut, and what Enter does.

    Under `key` it is remembered as chosen, outside of the practice: it names an action or an id, and nobody. `also` are
    words that find it and are not shown.
    """

    group: str
    title: str
    detail: str
    icon: str
    shortcut: str
    run: Callable[[], object]
    key: str
    also: str = ""


class Source(Protocol):
    """Where hits come from. It answers within a few ms, and asks the database for the best `limit` rows at most."""

    def search(self, text: str, limit: int) -> list[Hit]:
        """What answers the words typed; with no words, what is likely wanted."""
        ...


class ActionSource:
    """Finds what the menus hold: places first, then what can be done, then how things look."""

    groups = ("Places", "Actions", "Settings")

    def __init__(self, menus: Menus) -> None:
        self._menus = menus

    def search(self, text: str, limit: int) -> list[Hit]:
        hits = [
            Hit(
                _group(entry.declared),
                entry.made.text(),
                "" if entry.declared.name.startswith("go.") else translated(entry.declared.menu),
                entry.declared.icon or "chevron-right",
                entry.declared.shortcut,
                entry.made.trigger,
                entry.declared.name,
                translated(entry.declared.also) if entry.declared.also else "",
            )
            for entry in self._menus.enabled()
            if entry.declared.name != "window.search"  # which is what one is doing
        ]
        hits = [hit for hit in hits if match(text, hit.title, hit.detail, hit.also)]
        groups = [translated(group) for group in self.groups]
        return sorted(hits, key=lambda hit: groups.index(hit.group))


def _group(declared: Action) -> str:
    if declared.name.startswith("go."):
        return translated("Places")
    return translated("Settings" if declared.menu in {"View", "Preferences"} else "Actions")


class SearchBox(QLineEdit):
    """Offers each key to its palette before it takes it as text."""

    def __init__(self, offer: Callable[[int], bool]) -> None:
        super().__init__()
        self._offer = offer

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._offer(event.key()):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes through what was found: what lies behind the palette can't be reached while it is open."""
        return self._offer(Qt.Key.Key_Down if forward else Qt.Key.Key_Up)


class Palette(QFrame):
    """Lies over the window while it is open; a click beside it or Esc closes it."""

    def __init__(self, window: QWidget, settings: Settings, sources: list[Source]) -> None:
        super().__init__(window)
        self.sources = sources
        self._window = window
        self._settings = settings
        self._back_to: QWidget | None = None
        self.hide()
        self.box = SearchBox(self._key)
        self.box.setPlaceholderText(self.tr("Search or run a command…"))
        self.box.setProperty("role", "bare")
        self.box.setAccessibleName(self.tr("Search or run a command"))
        self.box.textChanged.connect(self._find)
        self._model = QStandardItemModel(self)
        self.rows = HitRows()
        self.rows.setModel(self._model)
        self.rows.setItemDelegate(HitPainter(self.rows))
        self.rows.setProperty("role", "palette")
        self.rows.setAccessibleName(self.tr("What was found"))
        self.rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows.setMouseTracking(True)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.clicked.connect(self._run)
        self.nothing = Label(self.tr("Nothing is called that. Try another word, or fewer letters."), "quiet")
        self._card = self._arranged()
        self.setGeometry(window.rect())

    def pop_up(self) -> None:
        """Open over the window, empty, showing what was chosen lately."""
        self._back_to = self._window.focusWidget()
        self._glass.setPixmap(icon("search").pixmap(QSize(18, 18), self.devicePixelRatioF()))
        if self.box.text():
            self.box.clear()  # which finds anew
        else:
            self._find("")
        self.cover()
        self.show()
        self.raise_()
        self.box.setFocus()

    def close_up(self) -> None:
        """Close, and give the keyboard back to whoever had it."""
        self.hide()
        if self._back_to:
            self._back_to.setFocus()

    def cover(self) -> None:
        """Lie over the whole window, which has another size now."""
        self.setGeometry(self._window.rect())
        self._fit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._card.geometry().contains(event.position().toPoint()):
            self.close_up()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A soft shadow in a few rounded boxes: a blur effect would be computed anew at each letter."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 9 if tokens_for(self).dark else 3))
        for spread in range(2, SHADOW, 3):
            painter.drawRoundedRect(
                self._card.geometry().adjusted(-spread, -spread + 6, spread, spread + 6), 12 + spread, 12 + spread
            )

    def _key(self, key: int) -> bool:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 5, Qt.Key.Key_PageUp: -5}
        if key in steps:
            self._step(steps[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(self.rows.currentIndex())
        elif key == Qt.Key.Key_Escape:
            self.close_up()
        else:
            return False
        return True

    def _step(self, by: int) -> None:
        hits = [row for row in range(self._model.rowCount()) if self._model.item(row).isSelectable()]
        here = self.rows.currentIndex().row()
        if hits:
            place = hits.index(here) + by if here in hits else 0
            wrapped = place % len(hits) if abs(by) == 1 else max(0, min(place, len(hits) - 1))
            self.rows.setCurrentIndex(self._model.index(hits[wrapped], 0))

    def _run(self, index: QModelIndex) -> None:
        hit = index.data(HIT)
        if isinstance(hit, Hit):
            self._remember(hit)
            self.close_up()
            hit.run()

    def _recent(self) -> list[str]:
        return [key for key in self._settings.get("palette.recent", []) if isinstance(key, str)]

    def _remember(self, hit: Hit) -> None:
        others = [key for key in self._recent() if key != hit.key]
        self._settings.put("palette.recent", [hit.key, *others][:REMEMBERED])

    def _find(self, text: str) -> None:
        hits = [hit for source in self.sources for hit in source.search(text, LIMIT)]
        self._fill(_best(rank(text, hits, self._recent())))

    def _fill(self, found: Sequence[tuple[Hit, Match]]) -> None:
        self._model.clear()
        group = ""
        for hit, how in found:
            if hit.group != group:
                group = hit.group
                self._model.appendRow(_heading(group))
            self._model.appendRow(_row(hit, how))
        self.nothing.setVisible(not found)
        self.rows.setVisible(bool(found))
        self._step(0)
        self.rows.scrollToTop()
        self._fit()

    def _arranged(self) -> QFrame:
        self._glass = QLabel()
        head = QHBoxLayout()
        head.setContentsMargins(18, 14, 14, 12)
        head.setSpacing(12)
        for widget in (self._glass, self.box, KeyCap("Esc")):
            head.addWidget(widget)
        card = QFrame(self)
        card.setProperty("role", "palette-card")
        column = QVBoxLayout(card)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(0)
        column.addLayout(head)
        rule = QFrame()
        rule.setProperty("role", "rule")
        column.addWidget(rule)
        column.addWidget(self.rows)
        column.addWidget(self.nothing)
        self.nothing.setContentsMargins(18, 14, 18, 8)
        return card

    def _fit(self) -> None:
        """As high as its rows, and in the middle of the window's upper part."""
        width = min(grown(self, WIDTH), self.width() - 32)
        delegate = self.rows.itemDelegate()
        assert isinstance(delegate, HitPainter)
        rows = sum(delegate.height(self._model.index(row, 0)) for row in range(self._model.rowCount()))
        top = round(self.height() * 0.13)
        self.rows.setFixedHeight(min(rows + 8, self.height() - top - 120))
        before, column = self._card.geometry(), self._card.layout()
        assert column is not None
        column.activate()
        self._card.setGeometry(QRect((self.width() - width) // 2, top, width, column.sizeHint().height()))
        if self._card.geometry() != before:
            # no more than that: what lies under the palette is painted anew with it
            self.update(_with_shadow(before | self._card.geometry()))


def _with_shadow(card: QRect) -> QRect:
    return card.adjusted(-SHADOW, -SHADOW, SHADOW, SHADOW + 6)


def _best(found: Iterable[tuple[Hit, Match]]) -> list[tuple[Hit, Match]]:
    """The first few of each group."""
    counts: dict[str, int] = {}
    best = []
    for hit, how in found:
        counts[hit.group] = counts.get(hit.group, 0) + 1
        if counts[hit.group] <= LIMIT:
            best.append((hit, how))
    return best


def _heading(group: str) -> QStandardItem:
    item = QStandardItem(group)
    item.setData(True, HEADING)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled)
    return item


def _row(hit: Hit, how: Match) -> QStandardItem:
    item = QStandardItem(hit.title)
    item.setData(hit, HIT)
    item.setData(how.spans, SPANS)
    item.setData(
        ", ".join(part for part in (hit.title, hit.detail, hit.shortcut) if part), Qt.ItemDataRole.AccessibleTextRole
    )
    item.setEditable(False)
    return item
