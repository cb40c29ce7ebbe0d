"""The icon beside the clock opens and quits; without a tray there is none."""

import pytest
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QSystemTrayIcon, QWidget
from pytestqt.qtbot import QtBot

from fitwell_desktop.ui.top_bar import logo
from fitwell_desktop.ui.tray import bring_forward, tray_icon


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


def test_where_there_is_no_tray_there_is_no_icon(
    qtbot: QtBot, window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: False)
    assert tray_icon(window, QIcon(logo(32)), window.close) is None


@pytest.mark.qt_log_ignore("systemTrayWindowChanged")  # Qt's tray asks the offscreen platform for a signal of X11's
def test_the_icons_menu_opens_and_quits(qtbot: QtBot, window: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    tray = tray_icon(window, QIcon(logo(32)), lambda: asked.append("quit"))
    assert tray is not None
    open_window, quit_program = tray.contextMenu().actions()
    open_window.trigger()
    assert window.isVisible()
    quit_program.trigger()
    assert asked == ["quit"]


def test_a_minimized_window_comes_back(qtbot: QtBot, window: QWidget) -> None:
    window.showMinimized()
    bring_forward(window)
    assert not window.isMinimized()
