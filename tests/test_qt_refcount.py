"""Qt's binding counts references to None rightly: one release lost one at each call and aborted after thousands."""

import sys

from PySide6.QtCore import QObject

CALLS = 2_000


def test_thousands_of_calls_that_return_nothing_leave_none_alone() -> None:
    thing = QObject()
    name = "FitWell"
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName(name)
    assert abs(sys.getrefcount(None) - before) < CALLS // 10
