"""The system's wish that the program end, at a logout or a shutdown, and Ctrl+C in the terminal it was started from."""

import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier
from PySide6.QtGui import QGuiApplication

SIGNALS = [getattr(signal, name) for name in ("SIGTERM", "SIGINT", "SIGHUP") if hasattr(signal, name)]


class EndSignals(QObject):
    """Calls `end` on the window's thread, once, when the system asks.

    Python looks at a signal only when it runs again, which in Qt's loop may be long after: so the signal writes a byte
    to a socket, and Qt wakes for that.
    """

    def __init__(self, end: Callable[[], None], application: QCoreApplication) -> None:
        super().__init__(application)
        self._end = end
        self._ear, self._mouth = socket.socketpair()
        for one in (self._ear, self._mouth):
            one.setblocking(False)
        signal.set_wakeup_fd(self._mouth.fileno(), warn_on_full_buffer=False)
        self._before = {sign: signal.signal(sign, lambda *_: None) for sign in SIGNALS}
        self._notifier = QSocketNotifier(self._ear.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._hear)
        if isinstance(application, QGuiApplication):
            application.commitDataRequest.connect(lambda _manager: self._hear())

    def uninstall(self) -> None:
        """Signals do again what they did before."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(-1)
        for sign, handler in self._before.items():
            signal.signal(sign, handler)
        self._ear.close()
        self._mouth.close()

    def _hear(self) -> None:
        self._notifier.setEnabled(False)
        self._end()
