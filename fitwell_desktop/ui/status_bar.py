"""The window's foot: that everything is saved, a few figures, the last backup, and what is being worked on."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QStatusBar, QVBoxLayout, QWidget

from fitwell_desktop.ui.icons import icon
from fitwell_desktop.ui.tasks import Task, Tasks
from fitwell_desktop.ui.widgets.buttons import Button
from fitwell_desktop.ui.widgets.labels import Label

CARD_AFTER_MS = 80
"""Work that is done sooner shows no card: it would only flash."""


class StatusBar(QStatusBar):
    """One quiet line."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._sign, self._saved = QLabel(), Label(self.tr("All changes saved locally"))
        self._sign.setProperty("role", "sign")
        self._task, self._facts, self._backup = Label(), Label(), Label()
        for label in (self._sign, self._saved):
            self.addWidget(label)
            label.hide()  # until there is something that could be saved
        for label in (self._task, self._facts, self._backup):
            self.addPermanentWidget(label)
        self.wear()

    def wear(self) -> None:
        """Paint the sign in the theme's colours."""
        self._sign.setPixmap(icon("check", "accent").pixmap(14, 14))

    def show_facts(self, facts: str) -> None:
        """Show a few figures: "250 clients · 8,000 appointments"."""
        self._facts.setText(facts)
        self._sign.show()
        self._saved.show()

    def show_backup(self, when: str) -> None:
        """Show when the last backup was: "Backup 09:14"."""
        self._backup.setText(when)

    def show_task(self, sentence: str) -> None:
        """Show what is being worked on."""
        self._task.setText(sentence)

    def said(self) -> str:
        """All that is shown, from left to right."""
        labels = (self._saved, self._task, self._facts, self._backup)
        return "  ".join(label.text() for label in labels if label.text())


class TaskCard(QFrame):
    """A small panel over the window's lower right corner: each running task with its progress and Cancel."""

    def __init__(self, window: QWidget, tasks: Tasks, status: StatusBar) -> None:
        super().__init__(window)
        self.setProperty("role", "floating-card")
        self.hide()
        self.rows: dict[Task, TaskRow] = {}
        self._window = window
        self._tasks = tasks
        self._status = status
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 12, 14)
        self._column.setSpacing(12)
        self._soon = QTimer(self, singleShot=True, interval=CARD_AFTER_MS)
        self._soon.timeout.connect(self._show)
        tasks.changed.connect(self._follow)

    def _follow(self) -> None:
        running = self._tasks.running
        for task in [task for task in self.rows if task not in running]:
            row = self.rows.pop(task)
            row.setParent(None)
            row.deleteLater()
        for task in running:
            if task not in self.rows:
                self.rows[task] = TaskRow(task)
                self._column.addWidget(self.rows[task])
            self.rows[task].refresh()
        self._status.show_task(_sentence(running))
        if not running:
            self._soon.stop()
            self.hide()
        elif self.isVisible():
            self.place()
        elif not self._soon.isActive():
            self._soon.start()

    def _show(self) -> None:
        self.place()
        self.show()
        self.raise_()

    def place(self) -> None:
        """Go to the window's corner."""
        self.setFixedWidth(340)
        self.adjustSize()
        corner = self._window.rect().bottomRight()
        self.move(corner.x() - self.width() - 19, corner.y() - self.height() - self._status.height() - 19)


class TaskRow(QWidget):
    """One task in the card."""

    def __init__(self, task: Task) -> None:
        super().__init__()
        self._task = task
        self._title, self._text = Label(task.title, "strong"), Label("", "hint")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(task.title)
        self.cancel = Button(self.tr("Cancel"), "ghost")
        self.cancel.setAccessibleName(self.tr("Cancel {0}").format(task.title))
        self.cancel.clicked.connect(task.cancel)
        words = QVBoxLayout()
        words.setSpacing(4)
        for widget in (self._title, self._bar, self._text):
            words.addWidget(widget)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addLayout(words, 1)
        row.addWidget(self.cancel)

    def refresh(self) -> None:
        """Show how far the task is."""
        self._bar.setRange(0, self._task.steps)
        self._bar.setValue(self._task.step)
        self._text.setText(self.tr("Stopping…") if self._task.cancelling else self._task.text)
        self._text.setVisible(bool(self._text.text()))
        self.cancel.setEnabled(not self._task.cancelling)


def _sentence(running: list[Task]) -> str:
    if not running:
        return ""
    first = running[0]
    share = f" {100 * first.step // first.steps} %" if first.steps else "…"
    more = f" (+{len(running) - 1})" if len(running) > 1 else ""
    return f"{first.title}{share}{more}"
