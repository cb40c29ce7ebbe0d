"""Panels show what changed, one after the other: between two of them the window answers."""

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from tests.ui.small_program import Figures, Memos, Program, write_memo


def test_the_window_answers_between_the_reloads_of_two_panels(qtbot: QtBot, program: Program) -> None:
    memos, figures = program.panel("memos"), program.panel("figures")
    assert isinstance(memos, Memos)
    assert isinstance(figures, Figures)
    qtbot.waitUntil(lambda: figures.count == 0)
    seen: list[tuple[int, int]] = []
    beat = QTimer(interval=0)
    beat.timeout.connect(lambda: seen.append((len(memos.texts()), figures.count)))
    beat.start()
    program.store.do(write_memo, "Ava: new shoes")
    qtbot.waitUntil(lambda: bool(seen) and seen[-1] == (1, 1))
    assert {(1, 0), (0, 1)} & set(seen), "both were shown in one breath"
