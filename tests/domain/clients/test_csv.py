"""Client lists as they come: encodings, delimiters, lone quotes, huge cells, headings of four languages."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitwell_desktop.core.cleaning import clean_line, clean_text
from fitwell_desktop.core.errors import Cancelled, UserError
from fitwell_desktop.core.progress import Progress
from fitwell_desktop.domain.clients import csv_cells
from fitwell_desktop.domain.clients.csv_cells import harmless, read_table, split_rows, without_guard, write_table
from fitwell_desktop.domain.clients.csv_days import guess_order, hangs_on_order, parse_day
from fitwell_desktop.domain.clients.csv_headers import guess_mapping
from fitwell_desktop.domain.clients.csv_values import parse_height, parse_tags, unit_of_heights
from fitwell_desktop.vocabulary import DayOrder
from fitwell_desktop.vocabulary import ImportField as Field

TODAY = date(2026, 3, 2)
TEXT = "Name;E-Mail\nZoë Müller;zoe@example.com\n"


def cells(text: str, delimiter: str = ",") -> list[tuple[str, ...]]:
    return [row.cells for row in split_rows(text, delimiter) if any(row.cells)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_any_usual_encoding_is_read(encoding: str) -> None:
    table = read_table(TEXT.encode(encoding))
    assert [row.cells for row in table.rows] == [("Name", "E-Mail"), ("Zoë Müller", "zoe@example.com")]
    assert table.delimiter == ";"


def test_a_broken_byte_does_not_spoil_the_other_rows() -> None:
    text = "Name\n" + "".join(f"Jörg {number}\n" for number in range(20))
    table = read_table(text.encode() + b"Bad\xff\n")
    assert table.encoding == "UTF-8"
    assert table.rows[1].cells == ("Jörg 0",)
    assert table.rows[-1].cells == ("Bad\ufffd",)


@pytest.mark.parametrize(("encoding", "codec"), [("Windows-1250", "cp1250"), ("Macintosh", "mac_roman")])
def test_an_encoding_that_can_not_be_told_can_be_said(encoding: str, codec: str) -> None:
    data = "Name\nJiří Müller\n" if codec == "cp1250" else "Name\nZoë Müller\n"
    table = read_table(data.encode(codec), encoding=encoding)
    assert table.rows[1].cells == (data.splitlines()[1],)
    assert read_table(data.encode(codec)).rows[1].cells != table.rows[1].cells


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_any_usual_delimiter_is_found(sign: str) -> None:
    text = "\r\n".join(sign.join(row) for row in (("Name", "City"), ("Ava", "Bonn"), ("Ben", "Ulm")))
    assert read_table(text.encode()).delimiter == sign


def test_a_delimiter_named_in_the_first_line_is_taken_from_there() -> None:
    assert [row.cells for row in read_table(b"sep=|\nA|B\n1|2").rows] == [("A", "B"), ("1", "2")]


def test_a_lone_quote_eats_no_rows() -> None:
    text = 'Name,Note\n"Ava,tall\nBen,"small"\nCleo "Clo" Kim,fine\n'
    assert cells(text) == [("Name", "Note"), ('"Ava', "tall"), ("Ben", "small"), ('Cleo "Clo" Kim', "fine")]


def test_a_lone_quote_before_many_lines_is_a_character() -> None:
    rows = cells('"Ava,1\n' + "Ben,2\n" * 500 + 'Cleo,"x"\n')
    assert len(rows) == 502
    assert rows[0] == ('"Ava', "1")


def test_quoted_cells_keep_lines_and_quotes_and_rows_their_numbers() -> None:
    rows = list(split_rows('A,"one\ntwo ""2"""\r\nB,x', ","))
    assert [(row.line, row.cells) for row in rows] == [(1, ("A", 'one\ntwo "2"')), (3, ("B", "x"))]


def test_a_cell_of_ten_megabytes_and_nuls_do_no_harm() -> None:
    table = read_table(b"Name,Note\nAva," + b"x" * 10_000_000 + b"\nB\x00en,y\n")
    assert len(table.rows[1].cells[1]) == 10_000_000
    assert table.rows[2].cells == ("B\x00en", "y")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "nothing in this file"),
        (b"\n \n,,\n", "nothing in this file"),
        (b"PK\x03\x04rest", "workbook"),
        (b"%PDF-1.7", "not a table"),
        (b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 8, "not a table"),
        (bytes(4000), "not a table"),
        (b"<!DOCTYPE html><table><tr><td>Ava</td></tr></table>", "not a table"),
        (b'[{"name": "Ava"}]', "not a table"),
    ],
)
def test_what_is_no_list_is_refused_with_a_reason(data: bytes, said: str) -> None:
    with pytest.raises(UserError, match=said):
        read_table(data)


def test_files_beyond_the_limits_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_cells, "MOST_ROWS", 3)
    with pytest.raises(UserError, match="more than 3 rows"):
        read_table(b"a,b\n" * 5)
    monkeypatch.setattr(csv_cells, "LARGEST_FILE", 10)
    with pytest.raises(UserError, match="Split it"):
        read_table(b"a,b\n" * 5)


def test_reading_can_be_stopped_and_says_how_far_it_is() -> None:
    told: list[tuple[int, int]] = []

    def report(done: int, total: int, text: str) -> None:
        told.append((done, total))
        if done > 2_000:
            progress.cancel()

    progress = Progress(report)
    with pytest.raises(Cancelled):
        read_table(b"a,b\n" * 9_000, progress=progress)
    assert told == [(1, 9_000), (1_001, 9_000), (2_001, 9_000)]


def test_empty_lines_are_no_rows_and_are_counted_as_lines() -> None:
    rows = list(split_rows("A,B\r\n\r\n\r\nc,d\n\n\ne,f\r\r,g\n", ","))
    assert [(row.line, row.cells) for row in rows[:4]] == [
        (1, ("A", "B")), (4, ("c", "d")), (7, ("e", "f")), (9, ("", "g")),
    ]  # fmt: skip
    assert len(list(split_rows("A,B\n" + "\n" * 100_000, ","))) == 2


def test_a_year_of_many_digits_is_no_day() -> None:
    for text in ("1 May 99999999999999999999", "99999999999999999999 May 1"):
        assert parse_day(text, DayOrder.YEAR_FIRST, TODAY) is None


@given(st.lists(st.lists(st.text(), min_size=2, max_size=4), min_size=1, max_size=6))
def test_what_is_written_is_read_back(rows: list[list[str]]) -> None:
    """But for what no cell can keep: line ends become line feeds, and rows without content are not rows."""
    tidy = [[clean_text(cell) for cell in row] for row in rows]
    shown = [tuple(without_guard(cell).strip() for cell in row) for row in cells(write_table(tidy))]
    assert shown == [tuple(row) for row in tidy if any(harmless(cell) for cell in row)]


@given(st.text())
def test_a_guard_is_taken_off_again(text: str) -> None:
    assert without_guard(harmless(text)) == text


@pytest.mark.parametrize("text", ["=1+1", "+49 30", "-5", "@cmd", "\t=1", "  =HYPERLINK(1)", "\r=1", "'=1", "' @x"])
def test_no_exported_cell_runs(text: str) -> None:
    assert harmless(text).startswith("'")


@pytest.mark.parametrize("text", ["Ava", "'tis", "a=b", "1-2", ""])
def test_harmless_cells_stay_as_they_are(text: str) -> None:
    assert harmless(text) == text


@given(st.text())
def test_cleaned_text_has_nothing_hidden_and_stays_clean(text: str) -> None:
    clean = clean_line(text)
    assert clean == clean_line(clean)
    clean.encode()
    assert not set(clean) & set("\x00\u200b\u202e\u2066\ufeff\n\r\t")


@pytest.mark.parametrize(
    ("headings", "fields"),
    [
        (("First Name", "LastName", "E-mail", "Cell Phone"), (Field.FIRST_NAME, Field.LAST_NAME, Field.EMAIL, Field.PHONE)),
        (("Vorname", "Nachname", "Handy", "Geburtsdatum", "PLZ"), (Field.FIRST_NAME, Field.LAST_NAME, Field.PHONE, Field.DATE_OF_BIRTH, Field.POSTCODE)),
        (("Vor- und Nachname", "Tel.-Nr.", "geb. am", "Geschl."), (Field.FULL_NAME, Field.PHONE, Field.DATE_OF_BIRTH, Field.SEX)),
        (("Nombre", "Apellidos", "Correo electrónico", "Móvil"), (Field.FIRST_NAME, Field.LAST_NAME, Field.EMAIL, Field.PHONE)),
        (("Prénom", "Nom", "Date de naissance", "Téléphone d'urgence"), (Field.FIRST_NAME, Field.LAST_NAME, Field.DATE_OF_BIRTH, Field.CONTACT_PHONE)),
        (("Name", "Vorname"), (Field.LAST_NAME, Field.FIRST_NAME)),
        (("Nom", "Ville"), (Field.FULL_NAME, Field.CITY)),
        (("Client Name", "Client Email", "Client Status", "Date Added"), (Field.FULL_NAME, Field.EMAIL, Field.STATE, Field.JOINED_ON)),
        (("Name", "E-mail", "Email address", "Shoe size"), (Field.FULL_NAME, Field.EMAIL, None, None)),
        (("Height (cm)", "Date_of_Birth"), (Field.HEIGHT, Field.DATE_OF_BIRTH)),
    ],
)  # fmt: skip
def test_headings_are_understood(headings: tuple[str, ...], fields: tuple[Field | None, ...]) -> None:
    assert guess_mapping(headings) == fields


@pytest.mark.parametrize(
    ("text", "order", "day"),
    [
        ("1990-05-01", "dmy", date(1990, 5, 1)),
        ("1990-05-01T00:00:00Z", "dmy", date(1990, 5, 1)),
        ("01.05.1990", "dmy", date(1990, 5, 1)),
        ("5/1/1990", "mdy", date(1990, 5, 1)),
        ("5/1/90 12:00 AM", "mdy", date(1990, 5, 1)),
        ("1 May 1990", "dmy", date(1990, 5, 1)),
        ("1. März 1990", "dmy", date(1990, 3, 1)),
        ("1 de agosto de 1990", "dmy", date(1990, 8, 1)),
        ("1er février 1990", "dmy", date(1990, 2, 1)),
        ("Aug 3, 04", "mdy", date(2004, 8, 3)),
        ("19900501", "dmy", date(1990, 5, 1)),
        ("31.02.1990", "dmy", None),
        ("soon", "dmy", None),
        ("13/13/2000", "dmy", None),
        ("1990-05-01", "mdy", date(1990, 5, 1)),
        ("90-05-01", "ymd", date(1990, 5, 1)),
        ("01.05.1990", "ymd", None),
    ],
)
def test_days_are_understood(text: str, order: str, day: date | None) -> None:
    assert parse_day(text, DayOrder(order), TODAY) == day


@pytest.mark.parametrize(
    ("texts", "usual", "order"),
    [
        (["1/2/1990", "3/25/1990"], "dmy", "mdy"),
        (["1/2/1990", "25/3/1990"], "mdy", "dmy"),
        (["1/2/1990"], "mdy", "mdy"),
        (["1/2/1990"], "ymd", "dmy"),
        (["90-05-31", "90-06-01"], "dmy", "ymd"),
        (["25/3/1990", "26/3/1990", "3/27/1990"], "mdy", "dmy"),
        (["31/2/1990", "2/3/1990"], "mdy", "mdy"),
        (["1990-05-31", "1 May 1990"], "mdy", "mdy"),
        (["25/3/1990 10:15", "soon"], "mdy", "dmy"),
        ([], "ymd", "ymd"),
    ],
)
def test_the_order_that_reads_most_days_is_theirs_and_else_the_usual_one(
    texts: list[str], usual: str, order: str
) -> None:
    assert guess_order(texts, DayOrder(usual), TODAY) == order


@pytest.mark.parametrize(
    ("text", "hangs"),
    [("1/2/1990", True), ("25/3/1990", True), ("1990-05-01", False), ("1 May 1990", False), ("", False)],
)
def test_a_day_that_reads_the_same_in_each_order_hangs_on_none(text: str, hangs: bool) -> None:
    assert hangs_on_order(text, TODAY) is hangs


@pytest.mark.parametrize(
    ("text", "cm"),
    [("172", 172), ("1,72 m", 172), ("1.72", 172), ("5'8\"", 172.7), ("6 ft", 182.9), ("68 in", 172.7), ("tall", None)],
)
def test_heights_are_understood(text: str, cm: float | None) -> None:
    assert parse_height(text) == cm


def test_tags_are_cut_and_told_once() -> None:
    assert parse_tags("Morning; strength |morning,, ") == ("morning", "strength")


@pytest.mark.parametrize(
    ("heading", "text", "cm"),
    [
        ("Height", "172", 172),
        ("Height (in)", "70", 177.8),
        ("Height inches", "5'10", 177.8),
        ("Größe in cm", "172", 172),
    ],
)
def test_a_height_is_read_in_the_unit_that_its_heading_names(heading: str, text: str, cm: float) -> None:
    assert parse_height(text, unit_of_heights(heading)) == cm
