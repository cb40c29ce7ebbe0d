"""The first run: a few pages, Next and Back, and at their end a practice."""

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QIcon, QKeyEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from fitwell_desktop.core.clock import Clock
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.folder import PracticeFolder
from fitwell_desktop.domain.accounts.practice_start import NewPractice
from fitwell_desktop.ui.docks import focus_first
from fitwell_desktop.ui.formats import Formats
from fitwell_desktop.ui.tokens import Tone
from fitwell_desktop.ui.top_bar import logo
from fitwell_desktop.ui.widgets.banner import Banner
from fitwell_desktop.ui.widgets.buttons import Button
from fitwell_desktop.views.welcome.pages import ClientsPage, FolderPage, NamesPage, Page, WaysPage, WelcomePage
from fitwell_desktop.views.welcome.steps import Steps


class Wish(Struct, frozen=True):
    """What the pages came to: the new practice, its folder, and what to do first ("import", "empty", "demo")."""

    practice: NewPractice
    folder: PracticeFolder
    first: str


class Wizard(QWidget):
    """A window of its own. It asks; whoever opened it does what is wished, and says what went wrong."""

    wished = Signal(Wish)
    demo_wanted = Signal()
    existing_wanted = Signal()
    closed = Signal()

    def __init__(self, clock: Clock, folder: PracticeFolder) -> None:
        super().__init__()
        formats = Formats(clock)
        self.setWindowTitle(self.tr("Welcome to FitWell"))
        self.setWindowIcon(QIcon(logo(64)))
        self.welcome = WelcomePage()
        self.names = NamesPage(formats)
        self.ways = WaysPage(formats)
        self.place = FolderPage(formats, folder.path)
        self.clients = ClientsPage()
        self.pages: list[Page] = [self.welcome, self.names, self.ways, self.place, self.clients]
        self.steps = Steps([page.step for page in self.pages[1:]])
        self.banner = Banner()
        self.back = Button(self.tr("Back"))
        self.next = Button(self.tr("Next"), "primary")
        self.names.country_chosen.connect(self.ways.show_country)
        self.welcome.start.connect(self.go_on)
        self.welcome.demo.connect(self.demo_wanted)
        self.welcome.existing.connect(self.existing_wanted)
        self.back.clicked.connect(lambda: self.show_page(self.at() - 1))
        self.next.clicked.connect(self.go_on)
        self._arrange()
        self.show_page(0)
        self.resize(780, 560)

    def at(self) -> int:
        """The number of the page that is shown."""
        return self._stack.currentIndex()

    def show_page(self, number: int) -> None:
        """Show a page, with the keyboard in its first field."""
        self._stack.setCurrentIndex(number)
        self.steps.show_step(number)
        self._footer.setVisible(number > 0)
        self._name_next()
        self.banner.say("")
        focus_first(self.pages[number])

    def go_on(self) -> None:
        """To the next page if this one is complete; from the last one, make the practice."""
        if not self.pages[self.at()].is_complete():
            return
        if self.at() < len(self.pages) - 1:
            self.show_page(self.at() + 1)
        else:
            self.set_busy(True)
            self.wished.emit(self._wish())

    def set_busy(self, busy: bool) -> None:
        """The practice is being made, or nothing came of it."""
        for button in (self.back, self.next):
            button.setDisabled(busy)
        self._name_next(busy)

    def complain(self, refusal: UserError) -> None:
        """Say why the practice could not be made, where it can be mended."""
        self.set_busy(False)
        at = next((n for n, page in enumerate(self.pages) if _has_field(page, refusal.field)), 0)
        if at:
            self.show_page(at)
        self.banner.say(str(refusal), Tone.BAD)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.at() > 0:
            self.go_on()
        elif event.key() == Qt.Key.Key_Escape and self.at() > 0:
            self.show_page(self.at() - 1)
        else:
            super().keyPressEvent(event)

    def _wish(self) -> Wish:
        names, ways = self.names.form.values(), self.ways.form.values()
        practice = NewPractice(names["name"], names["owner"], locale=self.ways.locale_name, **ways)
        return Wish(practice, self.place.folder(), self.clients.chosen())

    def _name_next(self, busy: bool = False) -> None:
        if busy:
            self.next.setText(self.tr("Creating…"))
        else:
            last = self.at() == len(self.pages) - 1
            self.next.setText(self.tr("Create practice") if last else self.tr("Next"))

    def _arrange(self) -> None:
        self._stack = QStackedWidget()
        for page in self.pages:
            self._stack.addWidget(page)
        self._footer = QFrame()
        self._footer.setProperty("role", "footer")
        buttons = QHBoxLayout(self._footer)
        buttons.setContentsMargins(36, 14, 36, 14)
        buttons.addWidget(self.back)
        buttons.addStretch()
        buttons.addWidget(self.next)
        inner = QVBoxLayout()
        inner.setContentsMargins(36, 32, 36, 20)
        inner.setSpacing(12)
        inner.addWidget(self.banner)
        inner.addWidget(self._stack, 1)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(inner, 1)
        right.addWidget(self._footer)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.steps)
        row.addLayout(right, 1)


def _has_field(page: Page, name: str) -> bool:
    form = getattr(page, "form", None)
    return form is not None and name in form.values()
