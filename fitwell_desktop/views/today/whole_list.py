"""A list that is as high as its rows, so that the place around it scrolls as one."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSizePolicy

from fitwell_desktop.ui.painting import grown
from fitwell_desktop.ui.rows_model import Column
from fitwell_desktop.ui.widgets.card import Card
from fitwell_desktop.ui.widgets.table import RowList

ROW = 56


def dress(card: Card) -> None:
    """Give a card of rows its measures: all heads are as high, the rows reach nearly to the edges, and none is higher
    than its rows.
    """
    card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
    card.body.setContentsMargins(6, 10, 6, 8)
    card.head.setContentsMargins(10, 0, 10, 0)
    card.head.addStrut(grown(card, 32))


def list_card(title: str) -> Card:
    """A card that rows stand in."""
    card = Card(title)
    dress(card)
    return card


class WholeList(RowList):
    """Shows all of its rows. `opens_at_click` makes a single click open a row, as a link would."""

    def __init__(self, title: str, column: Column[Any], *, opens_at_click: bool = False) -> None:
        super().__init__(title, column)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if opens_at_click:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.clicked.connect(lambda index: self.keeper.opened.emit(self.rows_model.row(index)))
        self._fit()

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these rows, and hide where there are none."""
        self.rows_model.show(rows)
        self.setVisible(bool(rows))
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the place around it scrolls

    def _fit(self) -> None:
        self.setFixedHeight(max(1, self.rows_model.rowCount()) * grown(self, ROW) + 2)
