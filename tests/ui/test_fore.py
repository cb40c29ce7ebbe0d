"""A window that is asked for comes back, wherever it was."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fitwell_desktop.ui.fore import bring_forward


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


def test_a_minimized_window_comes_back(qtbot: QtBot, window: QWidget) -> None:
    window.showMinimized()
    bring_forward(window)
    assert not window.isMinimized()
