"""Clients are found, filtered, tagged and kept in lists."""

from datetime import UTC, date, datetime, timedelta

import pytest

from fitwell_desktop.core.errors import NotAllowed, UserError
from fitwell_desktop.core.store import SignedIn
from fitwell_desktop.domain.clients.conditions import IS_NOT, condition
from fitwell_desktop.domain.clients.leaving import archive_clients, pause_clients
from fitwell_desktop.domain.clients.roster import Wanted, health_flags, roster, roster_with_health, state_counts
from fitwell_desktop.domain.clients.saved_lists import (
    add_suggested_lists,
    delete_list,
    edit_list,
    save_list,
    saved_lists,
    saved_lists_with_health,
)
from fitwell_desktop.domain.clients.tags import delete_tag, edit_tag, set_tags, tag_clients, tags, untag_clients
from fitwell_desktop.models.clients import HealthHistory, Limitation
from fitwell_desktop.models.goals import ClientGoal
from fitwell_desktop.models.numbering import InvoiceSeries
from fitwell_desktop.models.workouts import WorkoutCompletion
from fitwell_desktop.vocabulary import (
    AppointmentStatus,
    Band,
    Clearance,
    ClearanceState,
    ClientState,
    CompletionStatus,
    InvoiceStatus,
    ListField,
    PaymentStatus,
    Right,
    RosterOrder,
)
from tests import builders
from tests.checked_store import CheckedStore

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def names(store: CheckedStore, wanted: Wanted) -> list[str]:
    return [row.name for row in store.ask(roster_with_health, wanted).rows]


@pytest.mark.parametrize(
    "typed", ["ava", "ngu", "Nguyen Ava", "ÁVA", "ava@exa", "170 901", "0170901820", "stren", "ava strength"]
)
def test_a_client_is_found_by_any_part_of_what_is_known(checked_store: CheckedStore, typed: str) -> None:
    ava = builders.client(
        checked_store, first_name="Ava", last_name="Nguyễn", email="ava@example.com", phone="+49170901820"
    )
    builders.client(checked_store, first_name="Ben", last_name="Kim", email="ben@example.org")
    checked_store.do(tag_clients, (ava,), "Strength")
    assert names(checked_store, Wanted(typed)) == ["Ava Nguyễn"]


@pytest.mark.parametrize("typed", ["%", "_", '"', "\\", "NEAR(", "'; drop table user; --"])
def test_signs_that_mean_something_to_a_database_mean_nothing_here(checked_store: CheckedStore, typed: str) -> None:
    builders.client(checked_store)
    assert names(checked_store, Wanted(typed)) == []


def test_names_that_begin_so_come_first(checked_store: CheckedStore) -> None:
    for first, last in (("Eva", "Adams"), ("Ivan", "Vance"), ("Vera", "Zorn")):
        builders.client(checked_store, first_name=first, last_name=last)
    assert names(checked_store, Wanted("v")) == ["Ivan Vance", "Vera Zorn", "Eva Adams"]


def test_a_row_tells_sessions_tags_and_what_is_owed(checked_store: CheckedStore) -> None:
    builders.practice(checked_store)
    ava = builders.client(checked_store, first_name="Ava", last_name="Nguyen")
    for days, status in (
        (-9, AppointmentStatus.COMPLETED),
        (-2, AppointmentStatus.CANCELLED),
        (3, AppointmentStatus.SCHEDULED),
    ):
        start = NOW + timedelta(days=days)
        builders.appointment(
            checked_store, client_id=ava, scheduled_start=start, scheduled_end=start + timedelta(hours=1), status=status
        )
    series = builders.make(checked_store, InvoiceSeries, name="Invoices")
    invoice = builders.invoice(
        checked_store, client_id=ava, status=InvoiceStatus.SENT, number=1, invoice_number="1", series_id=series
    )
    builders.payment(checked_store, client_id=ava, invoice_id=invoice, amount=1_000, status=PaymentStatus.COMPLETED)
    checked_store.do(set_tags, ava, ("Strength", "Morning"))
    (row,) = checked_store.ask(roster, Wanted("ava")).rows
    assert row.tags == ("Morning", "Strength")
    assert row.last_session_at == NOW - timedelta(days=9)
    assert row.next_session_at == NOW + timedelta(days=3)
    assert row.owed == 5_000


@pytest.mark.parametrize("order", list(RosterOrder))
@pytest.mark.parametrize("descending", [False, True])
def test_every_order_shows_everyone(checked_store: CheckedStore, order: RosterOrder, descending: bool) -> None:
    for name in ("Ava", "Ben", "Cleo"):
        builders.client(checked_store, first_name=name)
    page = checked_store.ask(roster, Wanted(order=order, descending=descending))
    assert page.total == len(page.rows) == 3


def test_a_page_knows_how_long_the_whole_list_is(checked_store: CheckedStore) -> None:
    for number in range(5):
        builders.client(checked_store, first_name="Ava", last_name=str(number))
    page = checked_store.ask(roster, Wanted("ava"), 2, 2)
    assert ([row.name for row in page.rows], page.total) == (["Ava 2", "Ava 3"], 5)


def test_states_are_counted_and_filtered(checked_store: CheckedStore) -> None:
    active, paused, away = (builders.client(checked_store, first_name=name) for name in ("Ava", "Pia", "Ada"))
    checked_store.do(pause_clients, (paused,), date(2026, 3, 1))
    checked_store.do(archive_clients, (away,))
    counts = checked_store.ask(state_counts)
    assert counts == {ClientState.ACTIVE: 1, ClientState.PAUSED: 1, ClientState.ARCHIVED: 1}
    rows = checked_store.ask(roster, Wanted(state=ClientState.ACTIVE)).rows
    assert [row.id for row in rows] == [active]


def test_one_tag_however_it_is_capitalised(checked_store: CheckedStore) -> None:
    one, two = builders.client(checked_store), builders.client(checked_store)
    assert checked_store.do(tag_clients, (one, two), "Marathon") == 2
    assert checked_store.do(tag_clients, (one,), " marathon ") == 0
    (tag,) = checked_store.ask(tags)
    assert (tag.name, tag.clients) == ("Marathon", 2)
    checked_store.do(edit_tag, tag.id, "Ultra", "#0B7A63")
    checked_store.do(untag_clients, (two,), tag.id)
    assert [(t.name, t.clients) for t in checked_store.ask(tags)] == [("Ultra", 1)]
    checked_store.do(delete_tag, tag.id)
    assert checked_store.ask(tags) == ()
    with pytest.raises(UserError, match="Type a tag"):
        checked_store.do(tag_clients, (one,), " , ")


def test_the_suggested_lists_hold_those_whom_they_name(checked_store: CheckedStore) -> None:
    ava = builders.client(checked_store, first_name="Ava", date_of_birth=date(1990, 3, 5))
    seen = builders.client(checked_store, first_name="Seen", date_of_birth=date(1990, 8, 5))
    yesterday = NOW - timedelta(days=1)
    builders.appointment(
        checked_store, client_id=seen, scheduled_start=yesterday, scheduled_end=yesterday + timedelta(hours=1),
        status=AppointmentStatus.COMPLETED,
    )  # fmt: skip
    builders.make(
        checked_store, WorkoutCompletion, client_id=seen, completed_at=yesterday, status=CompletionStatus.COMPLETED
    )
    builders.make(
        checked_store, HealthHistory, client_id=ava, medical_clearance=Clearance.CLEARED,
        clearance_expires_on=date(2026, 2, 1),
    )  # fmt: skip
    builders.make(
        checked_store, ClientGoal, client_id=ava, start_value=80.0, current_progress=79.0, target_value=70.0,
        started_on=date(2026, 1, 1), target_date=date(2026, 4, 1),
    )  # fmt: skip
    builders.invoice(
        checked_store, client_id=ava, status=InvoiceStatus.SENT, due_on=date(2026, 2, 1), number=1, invoice_number="1",
        series_id=builders.series(checked_store),
    )  # fmt: skip
    checked_store.do(add_suggested_lists)
    counted = {one.name: one.clients for one in checked_store.ask(saved_lists_with_health)}
    assert counted == {
        "Not seen for 14 days": 1,
        "No workout for 7 days": 1,
        "Clearance expired": 1,
        "Birthday this week": 1,
        "Goal behind": 1,
        "Invoice overdue": 1,
    }
    assert "Clearance expired" not in {one.name for one in checked_store.ask(saved_lists)}
    for one in checked_store.ask(saved_lists_with_health):
        assert names(checked_store, Wanted(conditions=one.conditions))[0].startswith("Ava"), one.name


def test_a_list_that_asks_about_health_is_closed_to_the_front_desk(checked_store: CheckedStore) -> None:
    wanted = Wanted(conditions=(condition(ListField.CLEARANCE, ClearanceState.EXPIRED),))
    with pytest.raises(NotAllowed):
        checked_store.ask(roster, wanted)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        (ListField.STATE, ClientState.ACTIVE),
        (ListField.KIND, "REMOTE"),
        (ListField.TAG, "Morning"),
        (ListField.NO_SESSION, "7"),
        (ListField.NO_WORKOUT, "7"),
        (ListField.CLEARANCE, ClearanceState.NOT_REQUIRED),
        (ListField.BIRTHDAY, "30"),
        (ListField.GOAL, Band.ON_TRACK),
        (ListField.INVOICE, "OPEN"),
    ],
)
def test_each_condition_and_its_opposite_share_out_everyone(
    checked_store: CheckedStore, field: ListField, value: str
) -> None:
    for born in (date(1990, 3, 10), date(1990, 9, 10)):
        builders.client(checked_store, date_of_birth=born)
    yes = names(checked_store, Wanted(conditions=(condition(field, value),)))
    no = names(checked_store, Wanted(conditions=(condition(field, value, IS_NOT),)))
    assert len(yes) + len(no) == 2
    assert not set(yes) & set(no)


def test_a_list_is_renamed_and_deleted_and_has_a_name_of_its_own(checked_store: CheckedStore) -> None:
    active = (condition(ListField.STATE, ClientState.ACTIVE),)
    list_id = checked_store.do(save_list, "Mine", active)
    with pytest.raises(UserError, match="already"):
        checked_store.do(save_list, "MINE", ())
    with pytest.raises(UserError, match="number of days"):
        checked_store.do(edit_list, list_id, "Mine", (condition(ListField.NO_SESSION, "soon"),))
    checked_store.do(edit_list, list_id, "Ours", active)
    assert [one.name for one in checked_store.ask(saved_lists)] == ["Ours"]
    checked_store.do(delete_list, list_id)
    assert checked_store.ask(saved_lists) == ()


def test_health_flags_name_only_those_whom_something_ails(checked_store: CheckedStore) -> None:
    fine, ill = builders.client(checked_store), builders.client(checked_store)
    builders.make(checked_store, HealthHistory, client_id=ill, medical_clearance=Clearance.REQUIRED)
    builders.make(checked_store, Limitation, client_id=ill, tag="knee")
    builders.make(checked_store, Limitation, client_id=ill, tag="hip", until_on=date(2026, 3, 1))
    flags = checked_store.ask(health_flags, (fine, ill))
    assert list(flags) == [ill]
    assert (flags[ill].clearance, flags[ill].limitations) == (ClearanceState.MISSING, ("knee",))
    listed = {row.id: row.health for row in checked_store.ask(roster_with_health, Wanted()).rows}
    assert listed == {fine: None, ill: flags[ill]}
    assert {row.health for row in checked_store.ask(roster, Wanted()).rows} == {None}


@pytest.mark.parametrize("typed", ["²", "-1", "3651", "9" * 5_000, "soon", "1.5"])
def test_a_number_of_days_that_is_none_is_refused_in_words(checked_store: CheckedStore, typed: str) -> None:
    with pytest.raises(UserError, match="needs a number of days"):
        checked_store.do(save_list, "Away", (condition(ListField.NO_SESSION, typed),))


def test_who_may_not_see_bills_learns_from_no_list_who_owes(checked_store: CheckedStore) -> None:
    checked_store.do(add_suggested_lists)
    checked_store.signed_in = SignedIn(None, "Rita Reader", frozenset(Right) - {Right.BILLING})
    for offered in (saved_lists, saved_lists_with_health):
        assert "Invoice overdue" not in {one.name for one in checked_store.ask(offered)}
    with pytest.raises(NotAllowed, match="asks about bills"):
        checked_store.ask(roster, Wanted(conditions=(condition(ListField.INVOICE, "OVERDUE"),)))
