"""Dialogs: nothing in them is cut, also not what is said later."""

from pytestqt.qtbot import QtBot

from fitwell_desktop.ui.widgets.dialog import Dialog
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
