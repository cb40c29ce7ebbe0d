"""The strip of places at the window's left."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from fitwell_desktop.ui.places import Place
from fitwell_desktop.ui.translation import translated
from fitwell_desktop.ui.widgets.buttons import IconButton

WIDTH = 56


class Rail(QFrame):
    """One button a place: the one where the user is is lit. Places that stand aside are at the foot."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "rail")
        self.setMinimumWidth(WIDTH)
        self.setAccessibleName(self.tr("Places"))
        self.buttons: dict[str, IconButton] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(7, 8, 7, 8)
        self._column.setSpacing(5)
        self._column.addStretch(1)

    def show_places(self, places: list[Place]) -> None:
        """Offer these places, in this order."""
        if [place.name for place in places] == list(self.buttons):
            return
        for button in self.buttons.values():
            button.setParent(None)
            button.deleteLater()
        self.buttons = {place.name: self._button(place) for place in places}
        for row, place in enumerate(place for place in places if not place.aside):
            self._column.insertWidget(row, self.buttons[place.name])
        for place in places:
            if place.aside:
                self._column.addWidget(self.buttons[place.name])

    def light(self, here: str) -> None:
        """Show where the user is."""
        for name, button in self.buttons.items():
            button.setChecked(name == here)

    def _button(self, place: Place) -> IconButton:
        title = translated(place.title)
        button = IconButton(place.icon, title, checkable=True, side=19)
        button.setProperty("role", "rail")
        button.setFixedSize(41, 41)
        button.setToolTip(f"{title} (G, {place.key})" if place.key else title)
        button.clicked.connect(lambda: self.chosen.emit(place.name))
        return button
