"""Undo and Redo: actions that carry the step's name, work in text fields first, and say what they took back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

from fitwell_desktop.ui.translation import translated

if TYPE_CHECKING:
    from fitwell_desktop.ui.workspace import Workspace

UNDO, REDO = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo


class UndoActions(QObject):
    """Binds the store's steps to the window's two actions."""

    def __init__(self, workspace: "Workspace", undo: QAction, redo: QAction) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._undo, self._redo = undo, redo
        undo.triggered.connect(self.undo)
        redo.triggered.connect(self.redo)
        workspace.announced.connect(self.refresh)
        workspace.toasts.undo_requested.connect(self.undo)
        self.refresh()

    def undo(self) -> None:
        """Take the newest step back and say so."""
        try:
            name = self._workspace.store.undo()
        finally:
            self.refresh()  # a step that can't be taken back is gone as well
        self._workspace.toasts.show(self.tr("Undone: {0}").format(translated(name)))

    def redo(self) -> None:
        """Do again what was undone last, and say so."""
        try:
            name = self._workspace.store.redo()
        finally:
            self.refresh()
        self._workspace.toasts.show(self.tr("Redone: {0}").format(translated(name)))

    def refresh(self) -> None:
        """Show the steps' names in the menu and the buttons' tooltips."""
        store = self._workspace.store
        _name(self._undo, self.tr("Undo"), translated(store.undo_name))
        _name(self._redo, self.tr("Redo"), translated(store.redo_name))


class TextFieldsFirst(QObject):
    """Ctrl+Z is the text field's while it has something to undo, else the window's.

    Qt's text fields claim the key at all times, even when they have nothing to take back, so the one that has the
    keyboard is watched by this event filter; no other widget pays for it.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._watched: QWidget | None = None

    def watch(self, field: QWidget | None) -> None:
        """Watch the widget that has the keyboard now, if one can write in it."""
        if self._watched and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = field if isinstance(field, (QLineEdit, QPlainTextEdit, QTextEdit)) else None
        if self._watched:
            self._watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            for key in (UNDO, REDO):
                if event.matches(key) and not _has_steps(watched, key):
                    event.ignore()
                    return True
        return False


def _name(action: QAction, verb: str, step: str) -> None:
    action.setEnabled(bool(step))
    action.setText(f"{verb} {step}".strip())


def _has_steps(field: QObject, key: QKeySequence.StandardKey) -> bool:
    if isinstance(field, (QPlainTextEdit, QTextEdit)):
        document = field.document()
        return document.isUndoAvailable() if key is UNDO else document.isRedoAvailable()
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable() if key is UNDO else field.isRedoAvailable()
    return True
