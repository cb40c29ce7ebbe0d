"""A client's address or number as a link that gives way: where it has no room it is cut in the middle."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionButton, QStylePainter

from fitwell_desktop.ui.widgets.buttons import Button
from fitwell_desktop.ui.widgets.labels import tooltip


class ReachButton(Button):
    """A click copies `words`."""

    def __init__(self, icon_name: str) -> None:
        super().__init__("", "link", icon_name)
        self.words = ""
        self.setStyleSheet("padding-left: 0; text-align: left;")  # its icon stands under the name above it

    def say(self, words: str) -> None:
        """Show an address; nothing hides the button."""
        self.words = words
        self.setText(" " + words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.setToolTip(tooltip(self.tr("Copy {0}").format(words)))
        self.setVisible(bool(words))

    def sizeHint(self) -> QSize:
        parent = self.parentWidget()
        room = parent.width() if parent else 0
        hint = super().sizeHint()
        return QSize(min(hint.width(), max(room, self.minimumSizeHint().width())), hint.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance("MMMMMM"), super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = self.width() - self.iconSize().width() - 8
        option.text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, room)
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)
