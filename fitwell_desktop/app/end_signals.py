"""The system's wish that the program end, at a logout or a shutdown, and Ctrl+C in the terminal it was started from."""

import os
import signal
import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtGui import QGuiApplication

SIGNALS = [] if sys.platform == "win32" else [signal.SIGTERM, signal.SIGINT, signal.SIGHUP]
"""Windows sends messages instead, which Qt hears."""


class EndSignals(QObject):
    """Calls `end` on the window's thread, once, when the system asks.

    Python looks at a signal only when it runs again, which in Qt's loop may be long after: so the signal writes a byte
    to a pipe, and Qt wakes for that.
    """

    def __init__(self, end: Callable[[], None], application: QGuiApplication) -> None:
        super().__init__(application)
        self._end = end
        if SIGNALS:
            self._install()
        application.commitDataRequest.connect(lambda _manager: self._end())

    def uninstall(self) -> None:
        """Signals do again what they did before."""
        if not SIGNALS:
            return
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(-1)
        for sign, handler in self._before.items():
            signal.signal(sign, handler)
        for end in self._pipe:
            os.close(end)

    def _install(self) -> None:
        self._pipe = ear, mouth = os.pipe()
        for end in self._pipe:
            os.set_blocking(end, False)
        signal.set_wakeup_fd(mouth, warn_on_full_buffer=False)
        self._before = {sign: signal.signal(sign, lambda *_: None) for sign in SIGNALS}
        self._notifier = QSocketNotifier(ear, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._hear)

    def _hear(self) -> None:
        self._notifier.setEnabled(False)
        self._end()
