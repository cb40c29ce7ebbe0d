"""Dialogs: nothing in them is cut, also not what is said later; and nothing typed is lost by one Esc."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from fitwell_desktop.ui.formats import Formats
from fitwell_desktop.ui.theme import Theme
from fitwell_desktop.ui.widgets import form_fields as f
from fitwell_desktop.ui.widgets.buttons import Button
from fitwell_desktop.ui.widgets.dialog import Dialog
from fitwell_desktop.ui.widgets.form import Form
from fitwell_desktop.ui.widgets.labels import Label

LONG = (
    "This sentence is so long that it takes two lines, or even three, in a dialog that is as narrow as this one is. "
    * 2
)


def test_a_dialog_grows_for_a_sentence_that_is_added(qtbot: QtBot) -> None:
    dialog = Dialog("Title", "Do it")
    qtbot.addWidget(dialog)
    label = Label("", wrap=True)
    dialog.body.addWidget(label)
    dialog.show()
    qtbot.waitExposed(dialog)
    before = dialog.height()
    label.setText(LONG)
    qtbot.waitUntil(lambda: dialog.height() > before)
    assert label.height() >= label.heightForWidth(label.width())


def test_a_dialog_opens_as_high_as_its_sentences_need(qtbot: QtBot) -> None:
    dialog = Dialog("Title", "Do it", explanation=LONG)
    qtbot.addWidget(dialog)
    dialog.setMinimumWidth(700)
    dialog.show()
    qtbot.waitExposed(dialog)
    layout = dialog.layout()
    assert layout is not None
    assert dialog.height() == layout.totalHeightForWidth(dialog.width())


def test_a_dialog_is_as_wide_as_its_buttons_need(qtbot: QtBot, theme: Theme) -> None:
    dialog = Dialog("Title", "Archive and cancel all of the sessions that are booked")
    qtbot.addWidget(dialog)
    dialog.setMinimumWidth(440)
    dialog.add_button(Button("Archive and keep the sessions"))
    theme.dress(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    dialog.resize(440, dialog.height())
    assert_whole_buttons(dialog)
    dialog.secondary.setText("Rather do nothing of all this, and look at them first")
    qtbot.waitUntil(lambda: dialog.secondary.width() >= dialog.secondary.sizeHint().width())
    assert_whole_buttons(dialog)


def assert_whole_buttons(dialog: Dialog) -> None:
    for button in dialog.findChildren(Button):
        assert button.width() >= button.sizeHint().width()
        assert dialog.rect().contains(QRect(button.mapTo(dialog, QPoint()), button.size()))


FIELDS = [
    f.TextField(name="name", title="Name"),
    f.ChoiceField(name="state", title="State", required=True, choices=[("on", "Active"), ("off", "Paused")]),
    f.WeightField(name="weight", title="Weight"),
    f.LongTextField(name="notes", title="Notes"),
]


class NoteDialog(Dialog):
    """Holds a form, as most dialogs do."""

    def __init__(self, formats: Formats) -> None:
        super().__init__("New note", "Add note")
        self.form = Form(FIELDS, formats)
        self.form.set_values({"weight": Decimal("62.5"), "notes": "Left knee.\n"})
        self.body.addWidget(self.form)
        self.form.widget("name").setFocus()

    def type(self, text: str, name: str = "name") -> None:
        self.form.widget(name).setFocus()
        QTest.keyClicks(self.form.widget(name), text)


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme, formats: Formats) -> NoteDialog:
    dialog = NoteDialog(formats)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)  # so that it can be looked at when it is closed
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is dialog.form.widget("name"))
    return dialog


def press_esc() -> None:
    """Press it where the keyboard is."""
    widget = QApplication.focusWidget()
    assert isinstance(widget, QWidget)
    QTest.keyClick(widget, Qt.Key.Key_Escape)


def test_esc_closes_a_dialog_in_which_nothing_was_typed(dialog: NoteDialog) -> None:
    press_esc()
    assert not dialog.isVisible()


@pytest.mark.parametrize("name", ["name", "weight", "notes"])
def test_esc_says_first_that_what_was_typed_would_be_lost(dialog: NoteDialog, name: str) -> None:
    dialog.type("7", name)
    press_esc()
    assert dialog.isVisible()
    assert dialog.foot.isVisible()
    assert dialog.foot.text() == "Press Esc again to throw away what you typed."
    press_esc()
    assert not dialog.isVisible()
    assert dialog.result() == Dialog.DialogCode.Rejected


def test_another_choice_counts_as_typed(dialog: NoteDialog) -> None:
    dialog.form.widget("state").setFocus()
    QTest.keyClick(dialog.form.widget("state"), Qt.Key.Key_Down)
    press_esc()
    assert dialog.foot.isVisible()


def test_the_warning_is_read_aloud(dialog: NoteDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []

    def hear(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    dialog.type("Knee")
    press_esc()
    assert said == ["Press Esc again to throw away what you typed."]


def test_who_types_on_after_the_warning_is_warned_again(dialog: NoteDialog) -> None:
    for text in ("Knee", " hurts"):
        dialog.type(text)
        assert not dialog.foot.isVisible()
        press_esc()
        assert dialog.isVisible()
        assert dialog.foot.isVisible()
    assert dialog.form.values()["name"] == "Knee hurts"


def test_what_was_taken_back_by_hand_is_no_loss(dialog: NoteDialog) -> None:
    dialog.type("K")
    QTest.keyClick(dialog.form.widget("name"), Qt.Key.Key_Backspace)
    press_esc()
    assert not dialog.isVisible()


def test_cancel_closes_at_once_for_it_says_what_it_does(dialog: NoteDialog) -> None:
    dialog.type("Knee")
    QTest.mouseClick(dialog.secondary, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()


def test_the_windows_own_close_closes_at_once(dialog: NoteDialog) -> None:
    dialog.type("Knee")
    assert dialog.close()
    assert not dialog.isVisible()
