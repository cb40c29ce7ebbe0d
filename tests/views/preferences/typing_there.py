"""What tests of the Preferences type, and what was kept of it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from fitwell_desktop.domain.accounts.practice import PracticeSettings, practice_settings
from fitwell_desktop.ui.workspace import Workspace
from fitwell_desktop.views.preferences.section import Section


def kept(workspace: Workspace) -> PracticeSettings:
    return workspace.store.ask(practice_settings)


def type_into(section: Section, name: str, text: str) -> None:
    """Type into a field of the section, and leave it."""
    form = next(form for form in section.forms if name in form.names)
    widget = form.widget(name)
    widget.setFocus()
    QTest.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(widget, text)
    QTest.keyClick(widget, Qt.Key.Key_Tab)
