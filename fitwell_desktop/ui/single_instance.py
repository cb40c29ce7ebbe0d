"""One window a data folder: a second start raises the first one's window instead of opening the same practice twice."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QDeadlineTimer, QDir, QLockFile, QObject, QThread, QTimer, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

PATIENCE_MS = 15_000
"""How long a second start waits for a first one that is itself still starting, or closing: on a slow machine that takes
seconds, and only where the first one hangs is all of it waited.
"""
LISTEN_MS = 1_000
"""After so long a first start listens: what its window shows comes before the network's part of Qt."""


class SingleInstance(QObject):
    """Claims a data folder for this process."""

    asked_to_show = Signal()
    """Another start on the same folder gave way; show the window."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        digest = QCryptographicHash.hash(os.fsencode(folder.resolve()), QCryptographicHash.Algorithm.Sha256)
        self._name = "fitwell-" + digest.toHex().toStdString()[:20]
        self._lock = QLockFile(f"{QDir.tempPath()}/{self._name}.lock")
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None
        self._soon = QTimer(self, singleShot=True, interval=LISTEN_MS)
        self._soon.timeout.connect(self.listen)

    def claim(self) -> bool:
        """False where the first start was reached, which shows itself now: just exit. Where it keeps silent, or where
        nothing can be written to the temporary folder, go on: who opens the practice says what is in the way.
        """
        deadline = QDeadlineTimer(PATIENCE_MS)
        while not self._lock.tryLock(0):
            if self._ask_first():
                return False
            if deadline.hasExpired() or self._lock.error() != QLockFile.LockError.LockFailedError:
                return True
            QThread.msleep(20)
        return True

    def listen_soon(self) -> None:
        """Listen when the start is over."""
        self._soon.start()

    def listen(self) -> None:
        """From now on another start on the folder is heard; one that came before waits for this."""
        if self._server is not None or not self._lock.isLocked():
            return
        from PySide6.QtNetwork import QLocalServer

        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)
        QLocalServer.removeServer(self._name)
        self._server.listen(self._name)

    def stop_listening(self) -> None:
        """The window goes: another start waits from now on until the folder is free, and opens its own."""
        self._soon.stop()
        if self._server is not None:
            self._server.close()
            self._server = None

    def release(self) -> None:
        """Let another process have the folder."""
        self.stop_listening()
        self._lock.unlock()

    def _ask_first(self) -> bool:
        """Connecting is the whole message."""
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        reached = socket.waitForConnected(100)
        socket.close()
        return reached

    def _greet(self) -> None:
        while self._server is not None and self._server.hasPendingConnections():
            self._server.nextPendingConnection().deleteLater()
            self.asked_to_show.emit()
