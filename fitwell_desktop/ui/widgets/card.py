"""Cards: a framed surface that things stand on, and thin rules between them."""

from typing import TypeVar

from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from fitwell_desktop.ui.widgets.labels import section_title

L = TypeVar("L", bound=QBoxLayout)


class Card(QFrame):
    """A surface with a border. `body` is the column that its things are put into; a title stands at its top."""

    def __init__(self, title: str = "", *, inset: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "inset" if inset else "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(16, 14, 16, 14)
        self.body.setSpacing(8)
        self.head = QHBoxLayout()
        if title:
            self.head.addWidget(section_title(title))
            self.head.addStretch()
            self.body.addLayout(self.head)


def rule() -> QFrame:
    """A thin line across."""
    line = QFrame()
    line.setProperty("role", "rule")
    return line


def row(*things: QWidget | int, spacing: int = 8) -> QHBoxLayout:
    """Things side by side; a number is a stretch of that strength."""
    return _fill(QHBoxLayout(), things, spacing)


def column(*things: QWidget | int, spacing: int = 8) -> QVBoxLayout:
    """Things one under the other; a number is a stretch of that strength."""
    return _fill(QVBoxLayout(), things, spacing)


def _fill(layout: L, things: tuple[QWidget | int, ...], spacing: int) -> L:
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    for thing in things:
        if isinstance(thing, int):
            layout.addStretch(thing)
        else:
            layout.addWidget(thing)
    return layout
