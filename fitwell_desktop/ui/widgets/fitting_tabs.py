"""Tabs for a place that may be narrow: the words that have no room wait in a menu at the end of the line."""

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from fitwell_desktop.ui.widgets.buttons import IconButton
from fitwell_desktop.ui.widgets.menu import Menu
from fitwell_desktop.ui.widgets.tabs import Tabs


class FittingTabs(Tabs):
    """No word is cut and none scrolls away; the page in front always has its word in sight."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.more = IconButton("chevron-down", self.tr("More pages"), side=16)
        self._menu = Menu(parent=self.more)
        self._menu.aboutToShow.connect(self._fill)
        self.more.setMenu(self._menu)
        self.more.hide()
        self.setCornerWidget(self.more)
        self.setUsesScrollButtons(False)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._fit)
        self.currentChanged.connect(self._soon.start)

    def in_menu(self) -> list[str]:
        """The pages whose words have no room."""
        return [self.tabText(at) for at in range(self.count()) if not self.isTabVisible(at)]

    def minimumSizeHint(self) -> QSize:
        widest = max((self.tabBar().tabSizeHint(at).width() for at in range(self.count())), default=0)
        return QSize(widest + self.more.sizeHint().width(), super().minimumSizeHint().height())

    def setCurrentIndex(self, index: int) -> None:
        self.setTabVisible(index, True)  # a page whose word is hidden does not come to the front
        super().setCurrentIndex(index)

    def setCurrentWidget(self, widget: QWidget) -> None:
        self.setCurrentIndex(self.indexOf(widget))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._soon.start()

    def _fit(self) -> None:
        widths = [self.tabBar().tabSizeHint(at).width() for at in range(self.count())]
        room = self.width()
        if sum(widths) > room:
            room -= self.more.sizeHint().width()
        shown = {self.currentIndex()}
        room -= widths[self.currentIndex()] if widths else 0
        for at, width in enumerate(widths):
            if at in shown:
                continue
            room -= width
            if room < 0:
                break
            shown.add(at)
        for at in range(self.count()):
            self.setTabVisible(at, at in shown)
        self.more.setVisible(len(shown) < self.count())
        self._scroll_back()

    def _scroll_back(self) -> None:
        """Qt keeps what it scrolled while there were more words; going to the first and back undoes that."""
        bar, current = self.tabBar(), self.currentIndex()
        with QSignalBlocker(bar):
            bar.setCurrentIndex(next((at for at in range(self.count()) if self.isTabVisible(at)), current))
            bar.setCurrentIndex(current)

    def _fill(self) -> None:
        self._menu.clear()
        for at in range(self.count()):
            if not self.isTabVisible(at):
                entry = self._menu.addAction(self.tabText(at))
                entry.triggered.connect(lambda _on=False, at=at: self.setCurrentIndex(at))
