"""The plugin that refuses leftovers, tried on tests that leave some."""

import pytest

pytest_plugins = ["pytester"]


def outcome(pytester: pytest.Pytester, source: str) -> pytest.RunResult:
    pytester.makepyfile(source)
    return pytester.runpytest_inprocess("-p", "tests.plugins.leftovers", "-p", "no:randomly", "-p", "no:xdist")


def test_a_thread_that_goes_on_fails_its_test(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.plugins.leftovers.PATIENCE_SECONDS", 0.01)
    result = outcome(
        pytester,
        """
        import threading
        stop = threading.Event()

        def test_leaves_a_thread():
            threading.Thread(target=stop.wait, name="forgotten", daemon=True).start()

        def test_next():
            stop.set()
        """,
    )
    result.assert_outcomes(passed=2, errors=1)
    result.stdout.fnmatch_lines(["*The test left behind: thread forgotten"])


def test_a_running_timer_fails_its_test(pytester: pytest.Pytester) -> None:
    result = outcome(
        pytester,
        """
        from PySide6.QtCore import QTimer
        kept = []

        def test_leaves_a_timer(qapp):
            kept.append(QTimer(interval=60_000))
            kept[0].start()

        def test_next(qapp):
            kept.pop().stop()
        """,
    )
    result.assert_outcomes(passed=2, errors=1)
    result.stdout.fnmatch_lines(["*The test left behind: timer of nobody, every 60000 ms"])


def test_what_ends_with_its_test_is_left_in_peace(pytester: pytest.Pytester) -> None:
    result = outcome(
        pytester,
        """
        import threading
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QWidget

        def test_ends_its_thread():
            thread = threading.Thread(target=int)
            thread.start()
            thread.join()

        def test_closes_its_window(qtbot):
            window = QWidget()
            qtbot.addWidget(window)
            QTimer(window, interval=60_000).start()
        """,
    )
    result.assert_outcomes(passed=2)
