"""The dry run of an import: what would become of each row of a file, before anything is written."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

import sqlalchemy as sa
from msgspec import Struct

from fitwell_desktop.core.database import Session
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.folding import fold
from fitwell_desktop.core.progress import Progress
from fitwell_desktop.core.store import query
from fitwell_desktop.domain.accounts.names import full_name
from fitwell_desktop.domain.accounts.today import practice_region, practice_today
from fitwell_desktop.domain.clients.csv_cells import RawRow, RawTable, write_table
from fitwell_desktop.domain.clients.csv_headers import Mapping, guess_mapping, has_headings
from fitwell_desktop.domain.clients.import_rows import Customs, NewClient, Problem, Reader, read_client
from fitwell_desktop.models.accounts import User
from fitwell_desktop.models.clients import ClientProfile
from fitwell_desktop.vocabulary import DayOrder, ImportField, Right, Verdict

DAYS = (ImportField.DATE_OF_BIRTH, ImportField.JOINED_ON)
Orders = dict[ImportField, DayOrder]
"""In which order each field that holds days has them."""
NAMES = {ImportField.FIRST_NAME, ImportField.LAST_NAME, ImportField.FULL_NAME}


class ClientFile(Struct, frozen=True):
    """A file of clients as it was read: its headings (made up where it has none), its rows, what columns seem to hold."""

    headings: tuple[str, ...]
    rows: tuple[RawRow, ...]
    mapping: Mapping
    encoding: str
    delimiter: str

    def cells(self, at: int) -> Iterator[str]:
        """What stands in one column, but for empty cells."""
        return (row.cells[at] for row in self.rows if at < len(row.cells) and row.cells[at].strip())


class Known(Struct, frozen=True):
    """Who is a client already, to find them in the file: by e-mail, by phone, by name and birthday; and the customs."""

    emails: dict[str, str]
    phones: dict[str, str]
    births: dict[tuple[str, date], str]
    region: str
    today: date


class PlannedRow(Struct, frozen=True):
    """What would become of one row."""

    line: int
    label: str
    verdict: Verdict
    problems: tuple[Problem, ...]
    client: NewClient | None


class ImportPlan(Struct, frozen=True):
    """What would become of all rows."""

    rows: tuple[PlannedRow, ...]

    @property
    def clients(self) -> tuple[NewClient, ...]:
        """Those who would be taken in."""
        return tuple(row.client for row in self.rows if row.client)

    def count(self, verdict: Verdict) -> int:
        """How many rows have that verdict."""
        return sum(row.verdict is verdict for row in self.rows)


@query(needs=Right.CLIENTS)
def known_clients(session: Session) -> Known:
    """Who is there already."""
    columns = (User.id, User.first_name, User.last_name, User.email, User.phone, ClientProfile.date_of_birth)
    found = sa.select(*columns).outerjoin(ClientProfile, ClientProfile.client_id == User.id)
    emails: dict[str, str] = {}
    phones: dict[str, str] = {}
    births: dict[tuple[str, date], str] = {}
    for row in session.execute(found):
        name = full_name(row.first_name, row.last_name)
        if row.email:
            emails[row.email.lower()] = name
        if row.phone:
            phones[row.phone] = name
        if row.date_of_birth:
            births[fold(name), row.date_of_birth] = name
    return Known(emails, phones, births, practice_region(session), practice_today(session))


def client_file(table: RawTable) -> ClientFile:
    """A table as a file of clients, its columns understood as well as can be."""
    first = table.rows[0]
    width = max(len(row.cells) for row in table.rows)
    if has_headings(first.cells):
        headings, rows = first.cells, table.rows[1:]
    else:
        headings, rows = (), table.rows
    if not rows:
        raise UserError("There are headings in this file, but no clients below them.")
    named = tuple(
        " ".join(headings[index].split())
        if index < len(headings) and headings[index].strip()
        else f"Column {index + 1}"
        for index in range(width)
    )
    return ClientFile(named, rows, guess_mapping(named), table.encoding, table.delimiter)


def check_mapping(mapping: Mapping) -> None:
    """Raise UserError where no client could come of these columns."""
    twice = [of for of, count in Counter(of for of in mapping if of).items() if count > 1]
    if twice:
        raise UserError(f"Two columns are taken for “{twice[0].label}”. Choose one of them.")
    if not NAMES & set(mapping):
        raise UserError("No column is taken for the name. Choose the one that holds it.")


def plan_import(
    file: ClientFile, mapping: Mapping, known: Known, orders: Orders, progress: Progress | None = None
) -> ImportPlan:
    """Read every row and say what would become of it. `orders` names the order of days for each field that holds them."""
    check_mapping(mapping)
    columns = {of: index for index, of in enumerate(mapping) if of}
    customs = Customs(known.region, orders, known.today)
    headings = {of: file.headings[index] for of, index in columns.items()}
    planner = _Planner(known)
    rows: Iterable[RawRow] = file.rows
    if progress:
        rows = progress.over(file.rows, len(file.rows), "Checking rows")
    return ImportPlan(
        tuple(planner.plan(row, Reader(_cells(row, columns), headings), customs, len(file.headings)) for row in rows)
    )


def report_csv(plan: ImportPlan) -> str:
    """Every fault of every row, as a CSV file to mend the list by."""
    lines = [("Row", "Client", "Result", "Column", "Reason")]
    for row in plan.rows:
        faults = row.problems or (Problem("", row.verdict, ""),)
        lines += [(str(row.line), row.label, row.verdict.label, fault.column, fault.reason) for fault in faults]
    return write_table(lines)


def _cells(row: RawRow, columns: dict[ImportField, int]) -> dict[ImportField, str]:
    return {of: row.cells[index] for of, index in columns.items() if index < len(row.cells)}


class _Planner:
    """Judges row after row, and remembers who was seen."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._emails: dict[str, int] = {}
        self._people: dict[tuple[str, str | None, date | None], int] = {}

    def plan(self, row: RawRow, reader: Reader, customs: Customs, width: int) -> PlannedRow:
        """What becomes of one row."""
        if len(row.cells) > width:
            reader.remark(None, f"This row has {len(row.cells)} cells, but there are {width} headings.")
        client = read_client(reader, customs)
        if client:
            self._look_for_twins(row, reader, client)
        problems = tuple(reader.problems)
        verdict = Verdict.GOOD if not problems else Verdict.WARNING
        if any(problem.verdict is Verdict.REFUSED for problem in problems):
            client, verdict = None, Verdict.REFUSED
        return PlannedRow(row.line, _label(row, client), verdict, problems, client)

    def _look_for_twins(self, row: RawRow, reader: Reader, client: NewClient) -> None:
        name = full_name(client.first_name, client.last_name)
        if client.email:
            address = client.email.lower()
            if address in self._known.emails:
                reader.refuse(ImportField.EMAIL, f"{self._known.emails[address]} already has this e-mail address.")
            elif address in self._emails:
                reader.refuse(ImportField.EMAIL, f"Row {self._emails[address]} has the same e-mail address.")
            else:
                self._emails[address] = row.line
        person = (fold(name), client.phone, client.date_of_birth)
        if not client.email and person in self._people:
            reader.refuse(None, f"Row {self._people[person]} tells of the same person.")
        self._people.setdefault(person, row.line)
        if client.date_of_birth and (fold(name), client.date_of_birth) in self._known.births:
            reader.refuse(None, f"{name}, born on the same day, is a client already.")
        elif client.phone in self._known.phones:
            reader.remark(ImportField.PHONE, f"{self._known.phones[client.phone]} has the same phone number.")


def _label(row: RawRow, client: NewClient | None) -> str:
    if client:
        return full_name(client.first_name, client.last_name)
    return " · ".join(" ".join(cell[:40].split()) for cell in row.cells[:3] if cell.strip())[:80]
