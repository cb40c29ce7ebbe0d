"""What the pages of the client in hand have in common: one column that scrolls, filled anew when its facts change."""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from fitwell_desktop.ui.panel import Panel
from fitwell_desktop.ui.places import imported
from fitwell_desktop.ui.tokens import Tone
from fitwell_desktop.ui.unsaved import Unsaved
from fitwell_desktop.ui.widgets.buttons import IconButton
from fitwell_desktop.ui.widgets.card import Card
from fitwell_desktop.ui.widgets.flow import FittingRow
from fitwell_desktop.ui.widgets.labels import Label
from fitwell_desktop.ui.widgets.menu import Menu
from fitwell_desktop.ui.widgets.pill import Pill
from fitwell_desktop.vocabulary import Right

Choice = tuple[str, Callable[[], object]]


class Page(QScrollArea):
    """Shows one side of a client. `fill` asks for the facts; it is called while the page is in sight only."""

    wanted_in_front = Signal()

    def __init__(self, panel: Panel) -> None:
        super().__init__()
        self.panel = panel
        self.workspace = panel.workspace
        self._client: UUID | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.paper = QWidget()
        self.column = QVBoxLayout(self.paper)
        self.column.setContentsMargins(14, 12, 14, 14)
        self.column.setSpacing(10)
        self.setWidget(self.paper)
        show_through(self)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), 0)  # it scrolls, and asks for no height that the panel may lack

    @property
    def client(self) -> UUID:
        """Whose page it is; it is asked once somebody is shown."""
        if self._client is None:
            raise LookupError("nobody is shown yet")
        return self._client

    def show_client(self, client_id: UUID) -> None:
        """Show another client, or the same anew."""
        self._client = client_id
        self.fill()

    def fill(self) -> None:
        """Ask for the facts and show them."""
        raise NotImplementedError

    def begin_typing(self) -> None:
        """Put the keyboard where one types on this page, if that is anywhere."""

    def unsaved(self) -> Sequence[Unsaved]:
        """What is typed on the page and not kept."""
        return ()

    def may(self, right: Right) -> bool:
        """Whether who is signed in has this right."""
        return right in self.workspace.store.signed_in.rights


class PageHome(QWidget):
    """Where a page will be: it is imported and made when somebody first looks at it. `path` is "package.module:Class"."""

    wanted_in_front = Signal()

    def __init__(self, path: str, panel: Panel) -> None:
        super().__init__()
        self._path = path
        self._panel = panel
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(0, 0, 0, 0)

    @cached_property
    def page(self) -> Page:
        """The page, made now if nobody has seen it yet."""
        kind: type[Page] = imported(self._path)
        page = kind(self._panel)
        page.wanted_in_front.connect(self.wanted_in_front)
        self._room.addWidget(page)
        return page

    def unsaved(self) -> Sequence[Unsaved]:
        """What is typed and not kept; nothing on a page that nobody has seen."""
        return self.page.unsaved() if "page" in vars(self) else ()


def show_through(area: QScrollArea) -> None:
    """Let the surface below a scrolling area be seen instead of a ground of its own."""
    area.viewport().setAutoFillBackground(False)
    paper = area.widget()
    if paper is not None:
        paper.setAutoFillBackground(False)


def refill(layout: QBoxLayout, things: Iterable[QWidget]) -> None:
    """Put other widgets into a layout instead of those that are there."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
    for thing in things:
        layout.addWidget(thing)


def heading(text: str, action: QWidget | None = None) -> QWidget:
    """The heading of a part, perhaps with what can be done there at its right, or below it where there is no room."""
    line = QWidget()
    row = FittingRow(line)
    row.setContentsMargins(0, 6, 0, 0)
    row.addWidget(Label(text, "heading"))
    if action:
        row.addWidget(action)
    return line


def entry(
    title: str,
    lines: Sequence[str] = (),
    *,
    pill: tuple[str, Tone] | None = None,
    choices: Sequence[Choice] = (),
    inner: QWidget | None = None,
) -> Card:
    """A card for one thing of a client's: its title, lines below, a state, and a menu of what can be done with it."""
    card = Card(inset=True)
    card.body.setContentsMargins(12, 9, 8, 9)
    card.body.setSpacing(3)
    head, words = QHBoxLayout(), FittingRow()
    head.setSpacing(6)
    head.addLayout(words, 1)
    words.addWidget(Label(title, "strong", wrap=True))
    if pill:
        words.addWidget(Pill(*pill))
    if choices:
        head.addWidget(more_button(title, choices), 0, Qt.AlignmentFlag.AlignTop)
    card.body.addLayout(head)
    for line in lines:
        if line:
            card.body.addWidget(Label(line, "quiet", wrap=True))
    if inner:
        card.body.addWidget(inner)
    return card


def more_button(title: str, choices: Sequence[Choice]) -> IconButton:
    """The three dots that open a menu."""
    button = IconButton("ellipsis", f"More for {title}", side=15)
    menu = Menu(parent=button)
    for text, run in choices:
        menu.addAction(text).triggered.connect(lambda _on=False, run=run: run())
    button.setMenu(menu)
    return button
