"""The theme follows the system where it says one, else what the user chose, and keeps that."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from fitwell_desktop.core.settings import Settings
from fitwell_desktop.ui.painting import tokens_for
from fitwell_desktop.ui.theme import Density, Scheme, Source, Theme
from fitwell_desktop.ui.tokens import DARK, LIGHT


class Desktop(Source):
    """A desktop that says what it is told to say."""

    def __init__(self, said: bool | None) -> None:
        super().__init__()
        self.said = said

    def dark(self) -> bool | None:
        return self.said

    def turn(self, said: bool | None) -> None:
        self.said = said
        self.changed.emit()


def test_a_system_that_says_nothing_gets_light(qapp: QApplication, settings: Settings) -> None:
    assert Theme(qapp, settings, Desktop(None)).tokens is LIGHT


def test_the_theme_follows_the_system_while_the_program_runs(qapp: QApplication, settings: Settings) -> None:
    desktop = Desktop(False)
    theme = Theme(qapp, settings, desktop)
    desktop.turn(True)
    assert theme.tokens is DARK
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == DARK.bg


def test_what_the_user_chose_beats_the_system_and_is_kept(qapp: QApplication, settings: Settings) -> None:
    desktop = Desktop(True)
    Theme(qapp, settings, desktop).choose(scheme=Scheme.LIGHT)
    desktop.turn(True)
    assert Theme(qapp, settings, desktop).tokens is LIGHT


def test_toggling_turns_the_scheme_and_tells(qapp: QApplication, qtbot: QtBot, settings: Settings) -> None:
    theme = Theme(qapp, settings, Desktop(None))
    with qtbot.waitSignal(theme.changed):
        theme.toggle()
    assert theme.tokens is DARK
    theme.toggle()
    assert theme.tokens is LIGHT


def test_text_and_controls_grow_with_the_scale(qapp: QApplication, qtbot: QtBot, settings: Settings) -> None:
    theme = Theme(qapp, settings, Desktop(None))
    label, button = QLabel("Ava"), QPushButton("Save")
    for window in (label, button):
        qtbot.addWidget(window)
        theme.dress(window)
    before = label.sizeHint().height(), button.sizeHint().height()
    theme.choose(scale=150)
    after = label.sizeHint().height(), button.sizeHint().height()
    assert after[0] > before[0] * 1.3
    assert after[1] > before[1] * 1.1


def test_compact_controls_are_lower(qapp: QApplication, qtbot: QtBot, settings: Settings) -> None:
    theme = Theme(qapp, settings, Desktop(None))
    button = QPushButton("Save")
    qtbot.addWidget(button)
    theme.dress(button)
    before = button.sizeHint().height()
    theme.choose(density=Density.COMPACT)
    assert button.sizeHint().height() < before


def test_what_opens_over_a_window_is_dressed_with_it(qapp: QApplication, qtbot: QtBot, settings: Settings) -> None:
    theme = Theme(qapp, settings, Desktop(None))
    window = QWidget()
    qtbot.addWidget(window)
    theme.dress(window)
    dialog = QDialog(window)
    dialog.ensurePolished()
    assert dialog.palette().color(QPalette.ColorRole.Window).name().upper() == LIGHT.surface
    theme.toggle()
    assert dialog.palette().color(QPalette.ColorRole.Window).name().upper() == DARK.surface


def test_a_window_that_is_gone_is_dressed_no_more(qapp: QApplication, settings: Settings) -> None:
    theme = Theme(qapp, settings, Desktop(None))
    window = QWidget()
    theme.dress(window)
    delete(window)
    theme.toggle()
    assert theme.tokens is DARK


def test_a_widget_without_a_ground_of_its_own_knows_its_scheme(
    qapp: QApplication, qtbot: QtBot, settings: Settings
) -> None:
    theme = Theme(qapp, settings, Desktop(None))
    window = QWidget()
    qtbot.addWidget(window)
    label, table, bare = QLabel(window), QTableView(window), QWidget(window)
    bare.setStyleSheet("background: transparent; color: white;")
    theme.dress(window)
    window.show()
    worn = []
    for _ in range(2):
        worn.append((tokens_for(label), tokens_for(table), tokens_for(bare)))
        theme.toggle()
    assert worn == [(LIGHT,) * 3, (DARK,) * 3]


def test_nonsense_in_the_settings_is_not_worn(qapp: QApplication, settings: Settings) -> None:
    settings.put("theme.scheme", "plaid")
    settings.put("theme.scale", 9000)
    theme = Theme(qapp, settings, Desktop(None))
    assert (theme.scheme, theme.scale) == (Scheme.SYSTEM, 150)
