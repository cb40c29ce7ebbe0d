"""The icon beside the clock, where the desktop has a place for it."""

from collections.abc import Callable

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget


def tray_icon(window: QWidget, icon: QIcon, quit_program: Callable[[], object]) -> QSystemTrayIcon | None:
    """An icon that opens the window and quits the program; None where there is no tray."""
    if not QSystemTrayIcon.isSystemTrayAvailable():
        return None
    tray = QSystemTrayIcon(icon, window)
    menu = QMenu(window)
    menu.addAction(window.tr("Open FitWell"), lambda: bring_forward(window))
    menu.addAction(window.tr("Quit"), quit_program)
    tray.setContextMenu(menu)
    tray.setToolTip("FitWell")
    tray.activated.connect(
        lambda why: bring_forward(window) if why is QSystemTrayIcon.ActivationReason.Trigger else None
    )
    tray.show()
    return tray


def bring_forward(window: QWidget) -> None:
    """Show the window before all others, as it was."""
    if window.isMinimized():
        window.showNormal()
    window.show()
    window.raise_()
    window.activateWindow()
