"""Undo and Redo: actions that carry the step's name, work in text fields first, and say what they took back."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

from fitwell_desktop.ui.translation import translated

if TYPE_CHECKING:
    from fitwell_desktop.core.progress import Progress
    from fitwell_desktop.core.undo import Step
    from fitwell_desktop.ui.tasks import Task
    from fitwell_desktop.ui.workspace import Workspace

LARGE = 300
"""A step of more rows than this is taken back beside the window, which would stand still meanwhile."""

UNDO, REDO = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo


class UndoActions(QObject):
    """Binds the store's steps to the window's two actions."""

    def __init__(self, workspace: "Workspace", undo: QAction, redo: QAction) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._undo, self._redo = undo, redo
        self._under_way: Task | None = None
        undo.triggered.connect(self.undo)
        redo.triggered.connect(self.redo)
        workspace.announced.connect(self.refresh)
        workspace.toasts.undo_requested.connect(self.take_back)
        self.refresh()

    def undo(self) -> None:
        """Take the newest step back and say so."""
        store = self._workspace.store
        self._move(store.next_undo, store.undo, self.tr("Undoing {0}"), self.tr("Undone: {0}"))

    def take_back(self, meant: "Step") -> None:
        """Take that step back, if nothing newer stands on it; else say how to get there."""
        store = self._workspace.store
        newest = store.next_undo
        if newest is meant:
            self.undo()
        elif newest is None or store.next_redo is meant:
            self._workspace.toasts.show(self.tr("This has been taken back already."))
        else:
            newer = self.tr("Not undone: “{0}” has been done since. Undo (Ctrl+Z) takes that back first.")
            self._workspace.toasts.show(newer.format(translated(newest.name)))

    def redo(self) -> None:
        """Do again what was undone last, and say so."""
        store = self._workspace.store
        self._move(store.next_redo, store.redo, self.tr("Redoing {0}"), self.tr("Redone: {0}"))

    def refresh(self) -> None:
        """Show the steps' names in the menu and the buttons' tooltips."""
        store, free = self._workspace.store, self._under_way is None
        _name(self._undo, self.tr("Undo"), translated(store.undo_name), free=free)
        _name(self._redo, self.tr("Redo"), translated(store.redo_name), free=free)

    def _move(
        self, step: "Step | None", move: "Callable[[Step | None, Progress | None], str]", going: str, gone: str
    ) -> None:
        if self._under_way:
            return
        if step and len(step.changes) > LARGE:
            self._move_beside(going.format(translated(step.name)), partial(move, step), partial(self._say, gone))
            return
        try:
            name = move(step, None)
        finally:
            self.refresh()  # a step that can't be taken back is gone as well
        self._say(gone, name)

    def _move_beside(self, title: str, move: "Callable[[Progress], str]", say: Callable[[str], None]) -> None:
        self._under_way = self._workspace.tasks.run(title, move, say)
        self._under_way.ended.connect(self._free)
        self.refresh()

    def _free(self) -> None:
        self._under_way = None
        self.refresh()

    def _say(self, gone: str, name: str) -> None:
        self._workspace.toasts.show(gone.format(translated(name)))


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


def _name(action: QAction, verb: str, step: str, *, free: bool) -> None:
    action.setEnabled(free and bool(step))
    action.setText(f"{verb} {step}".strip())


def _has_steps(field: QObject, key: QKeySequence.StandardKey) -> bool:
    if isinstance(field, (QPlainTextEdit, QTextEdit)):
        document = field.document()
        return document.isUndoAvailable() if key is UNDO else document.isRedoAvailable()
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable() if key is UNDO else field.isRedoAvailable()
    return True
