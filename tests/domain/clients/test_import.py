"""A client list is tried dry, then its good rows are taken in at once; and what we export comes back as it was."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitwell_desktop.core.cleaning import clean_line, clean_text
from fitwell_desktop.core.errors import Cancelled, Conflict, UserError
from fitwell_desktop.core.progress import Progress
from fitwell_desktop.domain.clients.contacts import contacts
from fitwell_desktop.domain.clients.csv_cells import read_table
from fitwell_desktop.domain.clients.exporting import ExportRow, export_csv, export_rows
from fitwell_desktop.domain.clients.import_plan import (
    DAYS,
    ClientFile,
    ImportPlan,
    Known,
    client_file,
    known_clients,
    plan_import,
    report_csv,
)
from fitwell_desktop.domain.clients.importing import import_clients
from fitwell_desktop.domain.clients.overview import profile
from fitwell_desktop.domain.clients.papers import notes
from fitwell_desktop.domain.clients.roster import Wanted, roster
from fitwell_desktop.domain.clients.tags import tags
from fitwell_desktop.vocabulary import ClientKind, ClientState, DayOrder, ImportField, Sex, Verdict
from tests import builders
from tests.checked_store import CheckedStore

TODAY = date(2026, 3, 2)
NOBODY = Known({}, {}, {}, "DE", TODAY)


def parsed(text: str) -> ClientFile:
    return client_file(read_table(text.encode()))


def planned(text: str, known: Known = NOBODY) -> ImportPlan:
    file = parsed(text)
    return plan_import(file, file.mapping, known, dict.fromkeys(DAYS, DayOrder.DAY_FIRST))


def reasons(plan: ImportPlan) -> list[str]:
    return [f"{row.line} {problem.column}: {problem.reason}" for row in plan.rows for problem in row.problems]


def test_a_good_list_is_understood_whole() -> None:
    plan = planned(
        "Vorname;Nachname;E-Mail;Handy;Geburtsdatum;Geschlecht;Status;Gruppen;Straße;PLZ;Ort;Größe;Notfallkontakt;"
        "Notfalltelefon;Notizen\n"
        "Zoë;Lindqvist;zoe@example.com;030 901820;1.5.1990;weiblich;aktiv;Morgens, Kraft;Hauptstr. 1;10115;Berlin;1,72;"
        'Max;+49 170 9018200;"Kommt\nfrüh"\n'
    )
    (client,) = plan.clients
    assert reasons(plan) == []
    assert (client.first_name, client.last_name, client.email) == ("Zoë", "Lindqvist", "zoe@example.com")
    assert (client.phone, client.phone_typed) == ("+4930901820", "030 901820")
    assert (client.date_of_birth, client.sex, client.height_cm) == (date(1990, 5, 1), Sex.FEMALE, 172)
    assert client.tags == ("Morgens", "Kraft")
    assert client.address == "Hauptstr. 1\n10115 Berlin"
    assert (client.contact_name, client.contact_phone) == ("Max", "+491709018200")
    assert client.notes == "Kommt\nfrüh"


FAULTY = (
    "Name,Email,Phone,Birthday,Notes\n"
    "Ava,ava@,,,\n"
    ",none@example.com,,,\n"
    "Tom,TAKEN@example.com,,,\n"
    "Eve,eve@example.com,030 901820,32.01.1990,\n"
    "Eve II,EVE@example.com,,,\n"
    "Ben Kim,,,1.1.1980,\n"
    "Cleo,,by mail,1.1.2090,=HYPERLINK(1)\n"
    "Cleo,,by mail,,\n"
    f"Huge,,,,{'x' * 40_000}\n"
)
THERE = Known(
    {"taken@example.com": "Tom Taken"},
    {"+4930901820": "Pia Phone"},
    {("ben kim", date(1980, 1, 1)): "Ben Kim"},
    "DE",
    TODAY,
)


def test_each_fault_is_named_by_row_and_column() -> None:
    plan = planned(FAULTY, THERE)
    assert reasons(plan) == [
        "2 Email: “ava@” is not an e-mail address. Imported without it.",
        "3 : There is no name in this row.",
        "4 Email: Tom Taken already has this e-mail address.",
        "5 Birthday: “32.01.1990” is not a date. Imported without it.",
        "5 Phone: Pia Phone has the same phone number.",
        "6 Email: Row 5 has the same e-mail address.",
        "7 : Ben Kim, born on the same day, is a client already.",
        "8 Phone: “by mail” is not a phone number. Type it with its area code, or as +49 30 1234567. It is kept as it stands.",
        "8 Birthday: Nobody who trains was born in 2090. Check the year. Imported without it.",
        "8 Notes: Looks like a formula; it is kept as text and never run.",
        "9 Phone: “by mail” is not a phone number. Type it with its area code, or as +49 30 1234567. It is kept as it stands.",
        "9 : Row 8 tells of the same person.",
        "10 Notes: This cell holds 40,000 characters; at most 32,000 fit.",
    ]
    assert [plan.count(verdict) for verdict in Verdict] == [0, 3, 6]
    assert [client.first_name for client in plan.clients] == ["Ava", "Eve", "Cleo"]
    assert plan.clients[2].notes == "=HYPERLINK(1)"
    report = report_csv(plan).splitlines()
    assert report[0] == "Row,Client,Result,Column,Reason"
    assert len(report) == 14


def test_a_client_without_an_address_that_works_comes_in_without_it_but_once() -> None:
    plan = planned(
        "Name,Email,Phone,Joined on\n"
        "Lara Quinn,lara.quinn(at)example,+49 30 901820,soon\n"
        "Lara Quinn,lara@,+49 30 901820,\n"
        "Lara Quinn,lara@example.com,,1.3.2026\n"
        "Tim Quinn,LARA@example.com,,\n"
    )
    assert [row.verdict for row in plan.rows] == [Verdict.WARNING, Verdict.REFUSED, Verdict.GOOD, Verdict.REFUSED]
    assert [(client.email, client.joined_on) for client in plan.clients] == [
        (None, None),
        ("lara@example.com", date(2026, 3, 1)),
    ]
    assert "lara.quinn(at)example" in report_csv(plan)


def test_days_are_read_in_the_order_that_was_chosen() -> None:
    file = parsed("Name,Birthday,Joined on\nAva,5/1/1990,1/3/2026\n")
    orders = {ImportField.DATE_OF_BIRTH: DayOrder.MONTH_FIRST, ImportField.JOINED_ON: DayOrder.DAY_FIRST}
    (ava,) = plan_import(file, file.mapping, NOBODY, orders).clients
    assert (ava.date_of_birth, ava.joined_on) == (date(1990, 5, 1), date(2026, 3, 1))


def test_a_list_without_headings_or_names_says_what_to_do() -> None:
    file = parsed("ava@example.com,Ava\nben@example.com,Ben\n")
    assert (file.headings, len(file.rows)) == (("Column 1", "Column 2"), 2)
    with pytest.raises(UserError, match="No column is taken for the name"):
        plan_import(file, file.mapping, NOBODY, {})
    with pytest.raises(UserError, match="no clients below"):
        parsed("Name,Email\n")


def test_a_dry_run_reports_and_can_be_stopped() -> None:
    file = parsed("Name\n" + "Ava\n" * 300)
    seen: list[int] = []
    plan_import(file, file.mapping, NOBODY, {}, Progress(lambda done, total, text: seen.append(done)))
    assert seen[-1] == 300
    stopped = Progress()
    stopped.cancel()
    with pytest.raises(Cancelled):
        plan_import(file, file.mapping, NOBODY, {}, stopped)


def test_the_good_rows_are_one_step(checked_store: CheckedStore) -> None:
    plan = planned(
        "Name,Email,Status,Tags,Emergency phone,Notes\n"
        "Ava Nguyen,ava@example.com,active,Strength,+49 30 901820,Early bird\n"
        "Ben Kim,,archived,Strength; Run,,\n"
        "Cleo Ray,,paused,,,\n"
        ",broken,,,,\n"
    )
    assert checked_store.do(import_clients, plan.clients) == 3
    assert checked_store.undo_name == "Import clients"
    rows = {row.name: row for row in checked_store.ask(roster, Wanted()).rows}
    assert {name: row.state for name, row in rows.items()} == {
        "Ava Nguyen": ClientState.ACTIVE,
        "Ben Kim": ClientState.ARCHIVED,
        "Cleo Ray": ClientState.PAUSED,
    }
    assert rows["Ben Kim"].tags == ("Run", "Strength")
    ava = rows["Ava Nguyen"].id
    assert checked_store.ask(notes, ava)[0].body == "Early bird"
    assert checked_store.ask(contacts, ava)[0].is_primary
    assert checked_store.ask(profile, ava).primary_trainer_id == checked_store.signed_in.id
    assert [row.name for row in checked_store.ask(roster, Wanted("ngu")).rows] == ["Ava Nguyen"]
    checked_store.undo()
    assert checked_store.ask(roster, Wanted()).total == 0


def test_who_is_taken_in_from_a_file_joined_when_it_says_so_and_else_nobody_knows_when(
    checked_store: CheckedStore,
) -> None:
    plan = planned("Name,Client since\nAva Nguyen,2026-02-25\nBen Kim,\n")
    checked_store.do(import_clients, plan.clients)
    joined = {row.name: row.joined_on for row in checked_store.ask(roster, Wanted()).rows}
    assert joined == {"Ava Nguyen": date(2026, 2, 25), "Ben Kim": None}


@pytest.mark.parametrize("step", range(8))
def test_an_import_that_is_stopped_leaves_nothing_behind(checked_store: CheckedStore, step: int) -> None:
    progress = Progress(lambda done, _total, _text: progress.cancel() if done == step - 1 else None)
    if step == 0:
        progress.cancel()
    clients = planned(
        "Name,E-mail,Tags,Notes,Emergency phone\nAva Kim,ava@example.com,VIP,tall,+49 30 901820\n"
    ).clients

    with pytest.raises(Cancelled):
        checked_store.do(import_clients, clients, progress)
    assert checked_store.ask(roster, Wanted()).total == 0
    assert checked_store.ask(tags) == ()


def test_an_address_given_away_since_the_check_stops_the_whole_import(checked_store: CheckedStore) -> None:
    plan = planned("Name,Email\nAva,ava@example.com\nBen,ben@example.com\n")
    builders.client(checked_store, email="Ben@example.com")
    with pytest.raises(Conflict, match=r"ben@example\.com"):
        checked_store.do(import_clients, plan.clients)
    assert checked_store.ask(roster, Wanted()).total == 1


def test_those_who_are_there_are_known(checked_store: CheckedStore) -> None:
    builders.client(checked_store, first_name="Ava", last_name="Nguyễn", email="Ava@example.com", date_of_birth=TODAY)
    known = checked_store.ask(known_clients)
    assert known.emails["ava@example.com"] == "Ava Nguyễn"
    assert known.births["ava nguyen", TODAY] == "Ava Nguyễn"


def test_what_is_exported_is_recognised_when_it_comes_back(checked_store: CheckedStore) -> None:
    plan = planned("Name,Email,Phone,Birthday,Tags\n=Ava Nguyen,ava@example.com,+49 30 901820,1990-05-01,=x;run\n")
    checked_store.do(import_clients, plan.clients)
    rows: tuple[ExportRow, ...] = checked_store.ask(export_rows)
    text = export_csv(rows)
    assert "'=Ava,Nguyen" in text
    assert "'+4930901820" in text
    again = planned(text, checked_store.ask(known_clients))
    assert [problem.reason for row in again.rows for problem in row.problems if problem.verdict is Verdict.REFUSED] == [
        "=Ava Nguyen already has this e-mail address.",
        "=Ava Nguyen, born on the same day, is a client already.",
    ]


lines = st.text(max_size=40).map(clean_line)
names = lines.filter(bool)
texts = st.text(max_size=60).map(clean_text)
days = st.dates(date(1910, 1, 1), date(2026, 3, 1))


@given(
    st.builds(
        ExportRow,
        first_name=names,
        last_name=lines,
        email=st.sampled_from(["", "ava@example.com"]),
        phone=st.sampled_from(["", "+4930901820"]),
        date_of_birth=st.none() | days,
        sex=st.sampled_from(Sex),
        kind=st.sampled_from(ClientKind),
        state=st.sampled_from(ClientState),
        tags=st.just(()),
        joined_on=days,
        address=texts,
        height_cm=st.none() | st.integers(40, 260).map(float),
        occupation=lines,
        timezone=st.sampled_from(["", "Europe/Berlin"]),
        language=lines,
        referral_source=lines,
        contact_name=lines,
        contact_phone=st.sampled_from(["", "+4930901821"]),
    )
)
def test_a_client_survives_export_and_import(row: ExportRow) -> None:
    (client,) = planned("\ufeff" + export_csv([row])).clients
    assert (client.first_name, client.last_name) == (row.first_name, row.last_name)
    assert (client.email or "", client.phone or "") == (row.email, row.phone)
    assert (client.date_of_birth, client.joined_on) == (row.date_of_birth, row.joined_on)
    assert (client.sex, client.kind, client.state) == (row.sex, row.kind, row.state)
    assert (client.address, client.height_cm) == (row.address, row.height_cm)
    assert (client.occupation, client.timezone or "") == (row.occupation, row.timezone)
    assert (client.language, client.referral_source) == (row.language, row.referral_source)
    assert (client.contact_name, client.contact_phone) == (row.contact_name, row.contact_phone)
