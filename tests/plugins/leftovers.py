"""A pytest plugin: a test that leaves a thread or a running QTimer behind fails, for the next one would pay for it."""

import gc
import sys
import threading
from collections.abc import Iterator
from typing import Any

import pytest

PATIENCE_SECONDS = 2.0
"""How long a thread may take to end that was already told to."""

Seen = tuple[set[threading.Thread], set[int]]
_before = pytest.StashKey[Seen]()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> Iterator[None]:
    """Note what runs already, before any fixture starts something."""
    item.stash[_before] = set(threading.enumerate()), {id(timer) for timer in running_timers(item)}
    yield


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """When all fixtures are done, look for what was not there before."""
    yield
    threads, timers = item.stash[_before]
    left = [f"thread {thread.name}" for thread in new_threads(threads)]
    left += [f"timer {describe(timer)}" for timer in new_timers(item, timers)]
    if left:
        pytest.fail(f"The test left behind: {', '.join(left)}", pytrace=False)


def new_threads(before: set[threading.Thread]) -> list[threading.Thread]:
    """Threads that were started since and don't end. Those of Qt's own pool are not ours to end."""
    started = [thread for thread in threading.enumerate() if thread not in before and not is_of_qt(thread)]
    for thread in started:
        thread.join(PATIENCE_SECONDS)
    return [thread for thread in started if thread.is_alive()]


def is_of_qt(thread: threading.Thread) -> bool:
    """A thread that Python did not start; it is known to Python only because Python code ran in it."""
    return isinstance(thread, threading._DummyThread)


def new_timers(item: pytest.Item, before: set[int]) -> list[Any]:
    """Timers that run now and did not before. Objects that wait for deletion or for the collector are let go first."""
    if not any(id(timer) not in before for timer in running_timers(item)):
        return []
    from PySide6.QtCore import QCoreApplication, QEvent

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    return [timer for timer in running_timers(item) if id(timer) not in before]


def running_timers(item: pytest.Item) -> list[Any]:
    """Every QTimer that runs, in tests with a QApplication; in others there is none to look for."""
    if "qapp" not in getattr(item, "fixturenames", ()) or "PySide6.QtCore" not in sys.modules:
        return []
    from PySide6.QtCore import QTimer
    from shiboken6 import isValid

    timers = [thing for thing in gc.get_objects() if type(thing) is QTimer]
    return [timer for timer in timers if isValid(timer) and timer.isActive()]


def describe(timer: Any) -> str:
    """Enough to find the timer by: how often it fires and whose it is."""
    owner = timer.parent()
    return f"of {type(owner).__name__ if owner else 'nobody'}, every {timer.interval()} ms"
