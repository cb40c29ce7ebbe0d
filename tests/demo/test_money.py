"""The demo's books are in order."""

from fitwell_desktop.core.clock import FixedClock
from fitwell_desktop.core.database import Database
from fitwell_desktop.core.folder import PracticeFolder
from fitwell_desktop.core.store import SignedIn, Store
from fitwell_desktop.domain.billing.invariants import invariants
from fitwell_desktop.vocabulary import Right
from tests.conftest import NOW
from tests.demo.conftest import Ask


def test_all_that_must_hold_of_invoices_holds(folder: PracticeFolder) -> None:
    database = Database(folder.database)
    store = Store(database, FixedClock(NOW), SignedIn(None, "Test", frozenset(Right)))
    assert store.ask(invariants) == ()
    database.close()


def test_numbers_are_given_in_the_order_of_days(ask: Ask) -> None:
    rows = ask("SELECT issued_on FROM invoice WHERE kind = 'INVOICE' AND number IS NOT NULL ORDER BY series_id, number")
    days = [day for (day,) in rows]
    assert len(days) > 10
    assert sorted(days) == sorted(days, key=lambda day: (day[:4], days.index(day)))


def test_only_what_is_due_and_open_is_overdue(ask: Ask) -> None:
    assert (
        ask(
            "SELECT id FROM invoice WHERE (status = 'OVERDUE') <> (status IN ('SENT', 'OVERDUE') AND due_on < '2026-03-02')"
        )
        == []
    )


def test_no_credit_is_used_that_was_not_granted(ask: Ask) -> None:
    overdrawn = ask(
        "SELECT g.id FROM credit_entry g JOIN credit_entry e ON e.grant_id = g.id"
        " GROUP BY g.id HAVING g.amount + sum(e.amount) < 0"
    )
    assert overdrawn == []
