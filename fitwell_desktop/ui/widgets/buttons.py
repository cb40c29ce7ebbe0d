"""Buttons: one primary action a place, quiet ones beside it, dangerous ones in red, and icons that have a name."""

from typing import Literal

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from fitwell_desktop.ui.icons import icon
from fitwell_desktop.ui.painting import grown
from fitwell_desktop.ui.typed import keep_what_is_typed
from fitwell_desktop.ui.widgets.labels import tooltip

Variant = Literal["primary", "secondary", "ghost", "danger", "link"]
_ICON_ROLES: dict[str, str] = {"primary": "on_accent", "danger": "on_danger", "link": "accent"}


class Button(QPushButton):
    """A button with words, and perhaps an icon before them."""

    def __init__(
        self, text: str, variant: Variant = "secondary", icon_name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self.setProperty("variant", variant)
        # a click does not take the focus: its ring is for those who move by keyboard
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.clicked.connect(keep_what_is_typed)  # for the same reason: a click leaves no field
        if icon_name:
            self.setIcon(icon(icon_name, _ICON_ROLES.get(variant, "text2")))
            self._grow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._grow()

    def _grow(self) -> None:
        gap = grown(self, 4) if self.text() else 0
        self.setIconSize(QSize(grown(self, 16) + gap, grown(self, 16)))


class IconButton(QToolButton):
    """An icon alone; `name` is what it does, read out and shown as its tooltip."""

    def __init__(
        self, icon_name: str, name: str, *, checkable: bool = False, side: int = 18, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._side = side
        self._grow()
        self.show_as(icon_name, name)
        self.setCheckable(checkable)
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.clicked.connect(keep_what_is_typed)

    def show_as(self, icon_name: str, name: str) -> None:
        """Show what it does from now on."""
        self.setIcon(icon(icon_name, active="accent"))
        self.setAccessibleName(name)
        self.setToolTip(tooltip(name))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._grow()

    def _grow(self) -> None:
        self.setIconSize(QSize(grown(self, self._side), grown(self, self._side)))
