"""How a window that is open already comes to the user's eyes."""

from PySide6.QtWidgets import QWidget


def bring_forward(window: QWidget) -> None:
    """Show the window before all others, as it was."""
    if window.isMinimized():
        window.showNormal()
    window.show()
    window.raise_()
    window.activateWindow()
