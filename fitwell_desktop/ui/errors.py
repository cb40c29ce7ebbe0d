"""What happens with errors nobody caught: a toast for the user's own, one dialog and a log entry for ours."""

import logging
import platform
import sys
import threading
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget
from shiboken6 import isValid

from fitwell_desktop import __version__
from fitwell_desktop.core.errors import Cancelled, ServiceError, UserError
from fitwell_desktop.ui.toasts import Toasts
from fitwell_desktop.ui.tokens import Tone
from fitwell_desktop.ui.translation import translated
from fitwell_desktop.ui.widgets.buttons import Button
from fitwell_desktop.ui.widgets.dialog import Dialog

_log = logging.getLogger(__name__)

EXPLANATION = (
    "What you were just doing was not carried out. Everything saved before is safe, and you can go on. "
    "If it happens again, copy the report and send it to whoever looks after your FitWell."
)


class ErrorReports(QObject):
    """Takes the place of Python's last-resort hooks. Errors may come from any thread; they are told on the window that
    is up, by its toasts where it has them.
    """

    _raised = Signal(object)

    def __init__(
        self, parent: QObject, window: Callable[[], QWidget | None], toasts: Callable[[], Toasts | None]
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._toasts = toasts
        self._open: dict[str, ErrorDialog] = {}
        self._raised.connect(self._tell)
        self._hooks = (sys.excepthook, threading.excepthook)

    def install(self) -> None:
        """From now on errors come here."""
        sys.excepthook = self._from_any_thread
        threading.excepthook = lambda args: self._from_any_thread(args.exc_type, args.exc_value, args.exc_traceback)

    def uninstall(self) -> None:
        """Give the hooks back."""
        sys.excepthook, threading.excepthook = self._hooks

    def _from_any_thread(
        self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if isinstance(error, Exception):
            self._raised.emit(error)
        else:  # Ctrl+C in the terminal and the interpreter's exit are not for the window
            sys.__excepthook__(kind, error or kind(), trace)

    @Slot(object)
    def _tell(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            return
        if isinstance(error, (UserError, ServiceError)):
            self._say(str(error))
            return
        _log.error("unexpected error", exc_info=error)
        self._show(error)

    def _say(self, sentence: str) -> None:
        toasts = self._toasts()
        if toasts is not None:
            toasts.show(sentence, Tone.WARN)
            return
        dialog = Dialog(self.tr("That can’t be done"), self.tr("Continue"), self._window(), explanation=sentence)
        dialog.secondary.hide()
        dialog.open()

    def _show(self, error: Exception) -> None:
        """One dialog for one mistake, however often it is repeated."""
        from fitwell_desktop.core.log import traceback_text  # which brings much along, and nothing has gone wrong yet

        trace = traceback_text(error)
        if trace not in self._open or not isValid(self._open[trace]):  # it went with its window
            dialog = self._open[trace] = ErrorDialog(report_of(trace), self._window())
            dialog.finished.connect(lambda: self._open.pop(trace, None))
            dialog.open()


class ErrorDialog(Dialog):
    """Says in plain words that something went wrong; the report can be looked at and copied."""

    def __init__(self, report: str, parent: QWidget | None) -> None:
        super().__init__(
            self.tr("FitWell made a mistake"), self.tr("Continue"), parent, explanation=translated(EXPLANATION)
        )
        self.setMinimumWidth(520)
        self._report = report
        self.secondary.hide()
        self.copy = Button(self.tr("Copy report"), "secondary", "copy")
        self.copy.clicked.connect(self._copy)
        self.fold = Button(self.tr("Details"), "ghost")
        self.fold.setCheckable(True)
        self.fold.toggled.connect(self._unfold)
        self.details = QPlainTextEdit(report, readOnly=True)
        self.details.setMinimumHeight(220)
        self.details.setAccessibleName(self.tr("Report"))
        self.details.hide()
        row = QHBoxLayout()
        row.addWidget(self.copy)
        row.addWidget(self.fold)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self.details)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self.copy.setText(self.tr("Copied"))

    def _unfold(self, wanted: bool) -> None:
        self.details.setVisible(wanted)
        self.adjustSize()


def report_of(trace: str) -> str:
    """What to send: the program's and the system's version, and the redacted way of the error. No data, no names."""
    return f"FitWell {__version__}, Python {platform.python_version()}, {platform.platform()}\n\n{trace}"
