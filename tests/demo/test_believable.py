"""The demo's rows could be a real practice's: in time, in order, and nobody is real."""

from datetime import timedelta
from uuid import UUID

import pytest

from fitwell_desktop.core.tables import all_tables, instant_text
from tests.conftest import NOW
from tests.demo.conftest import Ask

PRESENT = instant_text(NOW)
TIMES = {
    "COMPLETED": "confirmed_at < scheduled_start AND completed_at >= scheduled_end",
    "CONFIRMED": "confirmed_at IS NOT NULL AND completed_at IS NULL",
    "CANCELLED": "cancelled_at < scheduled_start AND cancelled_by IS NOT NULL AND completed_at IS NULL",
    "SCHEDULED": f"confirmed_at IS NULL AND scheduled_start > '{PRESENT}'",
    "NO_SHOW": f"completed_at IS NULL AND scheduled_start < '{PRESENT}'",
    "RESCHEDULED": "completed_at IS NULL",
}
"""What must hold of appointments that came to each status along its arrows."""


@pytest.mark.parametrize("status", TIMES)
def test_an_appointment_s_moments_are_those_of_its_status(ask: Ask, status: str) -> None:
    assert ask(f"SELECT * FROM appointment WHERE status = '{status}' AND NOT ({TIMES[status]})") == []


def test_nobody_is_in_two_places_at_once(ask: Ask) -> None:
    for person in ("trainer_id", "client_id"):
        assert (
            ask(
                f"SELECT a.id FROM appointment a JOIN appointment b ON a.{person} = b.{person} AND a.id < b.id"
                " AND a.scheduled_start < b.scheduled_end AND b.scheduled_start < a.scheduled_end"
                " WHERE a.status IN ('SCHEDULED', 'CONFIRMED', 'COMPLETED')"
                " AND b.status IN ('SCHEDULED', 'CONFIRMED', 'COMPLETED')"
            )
            == []
        )


def test_today_is_a_full_day_of_which_a_part_is_done(ask: Ask) -> None:
    rows = ask("SELECT status FROM appointment WHERE scheduled_start LIKE '2026-03-02%'")
    held = [status for (status,) in rows if status in {"SCHEDULED", "CONFIRMED", "COMPLETED"}]
    assert 8 <= len(held) <= 10
    assert held.count("COMPLETED") >= 2


def test_sessions_lie_within_the_trainer_s_hours(ask: Ask) -> None:
    early = ask("SELECT id FROM appointment WHERE substr(scheduled_start, 12, 5) NOT BETWEEN '04:00' AND '19:30'")
    assert early == []


def test_nothing_was_written_in_the_future(ask: Ask) -> None:
    late = {
        table.name
        for table in all_tables().sorted_tables
        if ask(f"SELECT id FROM \"{table.name}\" WHERE created_at > '{PRESENT}' OR updated_at > '{PRESENT}' LIMIT 1")
    }
    assert late == set()


def test_ids_tell_when_their_row_was_made_and_are_of_version_7(ask: Ask) -> None:
    for table in ("message", "logged_set", "invoice", "user"):
        for row_id, created_at in ask(f'SELECT id, created_at FROM "{table}" LIMIT 200'):
            made = UUID(bytes=row_id)
            assert made.version == 7
            moment = timedelta(milliseconds=made.int >> 80)
            assert instant_text(NOW.replace(year=1970, month=1, day=1, hour=0) + moment)[:10] == created_at[:10]


def test_as_many_clients_are_active_as_the_size_says(ask: Ask) -> None:
    found = ask("SELECT status, count(*) FROM user WHERE user_type = 'CLIENT' GROUP BY status")
    assert dict(found) == {"ACTIVE": 8, "INACTIVE": 4}


def test_archived_clients_have_a_reason_and_nothing_ahead(ask: Ask) -> None:
    assert ask(
        "SELECT count(*) FROM client_profile p JOIN user u ON u.id = p.client_id"
        " WHERE (u.status = 'INACTIVE') <> (p.archived_at IS NOT NULL AND p.archive_reason <> '')"
    ) == [(0,)]
    assert ask(
        "SELECT a.id FROM appointment a JOIN user u ON u.id = a.client_id"
        f" WHERE u.status = 'INACTIVE' AND a.scheduled_start > '{PRESENT}'"
    ) == []  # fmt: skip


def test_nobody_can_be_reached(ask: Ask) -> None:
    addresses = [email for (email,) in ask("SELECT email FROM user WHERE email IS NOT NULL")]
    assert {address.split("@")[1] for address in addresses} <= {"example.com", "example.org", "example.net"}
    numbers = [phone for (phone,) in ask("SELECT phone FROM user")]
    assert all(
        number.startswith(
            ("+493023125", "+4917139200", "+49176040690", "+494066969", "+492214710", "+498999998", "+496990009")
        )
        for number in numbers
    )
    assert len(set(numbers)) == len(numbers)


def test_a_thread_s_row_tells_of_its_newest_message_and_of_the_unread(ask: Ask) -> None:
    assert ask(
        "SELECT count(*) FROM message_thread t WHERE t.unread_count <>"
        " (SELECT count(*) FROM message m WHERE m.thread_id = t.id AND m.read_at IS NULL AND m.direction = 'INBOUND')"
    ) == [(0,)]
    assert ask(
        "SELECT count(*) FROM message_thread t WHERE t.last_message_at <>"
        " (SELECT max(m.sent_at) FROM message m WHERE m.thread_id = t.id)"
    ) == [(0,)]


def test_messages_have_no_gap_left_to_fill_in(ask: Ask) -> None:
    assert ask("SELECT body FROM message WHERE body LIKE '%{%' OR body LIKE '%|%' OR body = ''") == []


def test_the_change_log_tells_of_the_last_days(ask: Ask) -> None:
    names = {name for (name,) in ask("SELECT DISTINCT name FROM change_log")}
    assert {"Book session", "Complete session"} <= names
    assert ask("SELECT id FROM change_log_row WHERE subject_id NOT IN (SELECT id FROM user)") == []
