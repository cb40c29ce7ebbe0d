"""Who may write: in the order of asking, and nobody waits longer than he wants to."""

import threading

import pytest

from fitwell_desktop.core.turns import FairLock, TooLongError


def test_the_lock_is_given_in_the_order_of_asking() -> None:
    lock = FairLock()
    order: list[int] = []

    def wait(number: int) -> None:
        with lock.held("wait"):
            order.append(number)

    threads = [threading.Thread(target=wait, args=(n,)) for n in range(8)]
    with lock.held("first"):
        for number, thread in enumerate(threads, 1):
            thread.start()
            while len(lock._waiting) < number:
                pass
    for thread in threads:
        thread.join()
    assert order == list(range(8))


def test_who_waits_too_long_learns_for_what_and_keeps_nobody_from_his_turn() -> None:
    lock = FairLock()
    with lock.held("Import"):
        for _ in range(2):
            with pytest.raises(TooLongError) as told, lock.held("Move", patience=0.01):
                pytest.fail("two held it at once")
            assert told.value.holder == "Import"
    with lock.held("Move", patience=0.01):
        pass
