"""What the practice writes, and that it reads back what it wrote."""

from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitwell_desktop.core.clock import FixedClock
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.ui.days import Lean, parse_day
from fitwell_desktop.ui.formats import Formats
from fitwell_desktop.ui.units import Units

THURSDAY = datetime(2026, 11, 5, 16, 0, tzinfo=UTC)
LOCALES = ("en_US", "en_GB", "de_DE", "fr_FR", "pt_BR", "sv_SE", "de_CH", "ja_JP", "bg_BG")
LOCALE = st.sampled_from(LOCALES)


def formats(
    locale: str = "en_GB", zone: str = "Europe/Berlin", currency: str = "EUR", measures: Units = Units.METRIC
) -> Formats:
    return Formats(FixedClock(THURSDAY), locale, zone, currency, measures)


def test_days_are_near_or_have_their_weekday() -> None:
    today = formats().today()
    shown = [formats().near_day(today + timedelta(days=days)) for days in (0, 1, -1, 4, 90)]
    assert shown == ["Today", "Tomorrow", "Yesterday", "Mon 9 Nov", "Wed, 3 Feb 2027"]


def test_the_day_is_the_one_of_the_practice_not_of_greenwich() -> None:
    assert formats(zone="Pacific/Auckland").today() == date(2026, 11, 6)


def test_moments_and_lengths_of_time() -> None:
    assert formats().moment(THURSDAY) == "Today 17:00"
    assert formats("en_US").moment(THURSDAY) == "Today 5:00 PM"
    assert [formats().minutes(minutes) for minutes in (0, 45, 60, 90)] == ["0 min", "45 min", "1 h", "1 h 30 min"]


def test_money_has_its_own_currencys_decimals() -> None:
    assert formats().money(123450) == "€1,234.50"
    assert formats("de_DE").money(123450) == "1.234,50\u00a0€"
    assert formats("en_US").money(1234, "JPY") == "¥1,234"
    assert formats().money(842000, whole=True) == "€8,420"


def test_measures_are_converted_at_the_edge() -> None:
    assert formats().weight(62.5) == "62.5 kg"
    assert formats(measures=Units.US).weight(Decimal("62.5")) == "137.8 lb"
    assert formats(measures=Units.US).length(172) == "67.7 in"
    assert formats("de_DE").weight(62.5) == "62,5 kg"


@pytest.mark.parametrize(
    ("text", "kg"), [("62,5 kg", "62.5"), ("62.5", "62.5"), ("1,234.5 kg", "1234.5"), ("500 g", "0.5")]
)
def test_weights_as_people_paste_them(text: str, kg: str) -> None:
    assert formats().parse_weight(text) == Decimal(kg)


def test_pounds_stones_feet_and_inches_are_understood() -> None:
    assert round(formats().parse_weight("135 lbs"), 2) == Decimal("61.23")
    assert round(formats().parse_weight("10 st"), 2) == Decimal("63.50")
    assert formats().parse_length("5'11\"") == Decimal("180.34")
    assert formats().parse_length("5 ft 11 in") == Decimal("180.34")
    assert formats().parse_length("1.72 m") == Decimal(172)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("5.11.2026", date(2026, 11, 5)),
        ("5/11/26", date(2026, 11, 5)),
        ("2026-11-05", date(2026, 11, 5)),
        ("5 Nov", date(2026, 11, 5)),
        ("Nov 5, 2026", date(2026, 11, 5)),
        ("thu 5 november 2026", date(2026, 11, 5)),
        ("7.3.", date(2026, 3, 7)),
        ("tomorrow", date(2026, 11, 6)),
        ("mon", date(2026, 11, 9)),
        ("next mon", date(2026, 11, 16)),
        ("+2w", date(2026, 11, 19)),
        ("29.2.1988", date(1988, 2, 29)),
        ("1.4.71", date(1971, 4, 1)),
    ],
)
def test_days_as_people_type_them(text: str, day: date) -> None:
    assert formats().parse_day(text) == day


@pytest.mark.parametrize(
    ("lean", "text", "day"),
    [
        (Lean.AHEAD, "31/3", date(2027, 3, 31)),
        (Lean.AHEAD, "31 March", date(2027, 3, 31)),
        (Lean.AHEAD, "4/11", date(2027, 11, 4)),
        (Lean.AHEAD, "5/11", date(2026, 11, 5)),
        (Lean.AHEAD, "31/12", date(2026, 12, 31)),
        (Lean.AHEAD, "29/2", date(2028, 2, 29)),
        (Lean.AHEAD, "31/3/26", date(2026, 3, 31)),
        (Lean.AHEAD, "wed", date(2026, 11, 11)),
        (Lean.AHEAD_OR_JUST_OVER, "31/3", date(2027, 3, 31)),
        (Lean.AHEAD_OR_JUST_OVER, "6/10", date(2026, 10, 6)),
        (Lean.AHEAD_OR_JUST_OVER, "5/10", date(2027, 10, 5)),
        (Lean.BEHIND, "31/3", date(2026, 3, 31)),
        (Lean.BEHIND, "5 Nov", date(2026, 11, 5)),
        (Lean.BEHIND, "6 Nov", date(2025, 11, 6)),
        (Lean.BEHIND, "29/2", date(2024, 2, 29)),
        (Lean.BEHIND, "wed", date(2026, 11, 4)),
        (Lean.BEHIND, "thu", date(2026, 11, 5)),
        (Lean.BEHIND, "1.4.40", date(1940, 4, 1)),
        (Lean.BEHIND, "5.12.26", date(2026, 12, 5)),
        (date(2026, 8, 4), "5/8", date(2026, 8, 5)),
        (date(2026, 8, 4), "5 Feb", date(2026, 2, 5)),
        (date(2026, 12, 30), "2/1", date(2027, 1, 2)),
        (date(2027, 1, 2), "30 Dec", date(2026, 12, 30)),
        (date(2026, 8, 4), "29/2", date(2028, 2, 29)),
        (date(2026, 8, 4), "5/8/27", date(2027, 8, 5)),
        (date(2026, 8, 4), "wed", date(2026, 11, 11)),
    ],
)
def test_a_day_without_its_year_lies_where_the_field_looks(lean: Lean | date, text: str, day: date) -> None:
    assert formats().parse_day(text, lean) == day


@pytest.mark.parametrize("lean", [*Lean, date(2026, 8, 4)])
def test_a_day_that_is_never_is_none_wherever_a_field_looks(lean: Lean | date) -> None:
    with pytest.raises(UserError, match="is not a day"):
        formats().parse_day("30/2", lean)


def test_in_january_the_month_just_over_lies_in_the_old_year() -> None:
    told = parse_day("28.12.", date(2027, 1, 5), "dmy", Lean.AHEAD_OR_JUST_OVER)
    assert told == date(2026, 12, 28)


def test_americans_put_the_month_first() -> None:
    assert formats("en_US").parse_day("11/5/26") == date(2026, 11, 5)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("17:30", time(17, 30)),
        ("5pm", time(17)),
        ("5:30 PM", time(17, 30)),
        ("0930", time(9, 30)),
        ("12am", time(0)),
        ("noon", time(12)),
    ],
)
def test_times_as_people_type_them(text: str, at: time) -> None:
    assert formats().parse_time(text) == at


@pytest.mark.parametrize(
    ("text", "minutes"), [("45", 45), ("1h30", 90), ("1:30", 90), ("1.5 h", 90), ("2 hours", 120), ("50 min", 50)]
)
def test_lengths_of_time_as_people_type_them(text: str, minutes: int) -> None:
    assert formats().parse_minutes(text) == minutes


@pytest.mark.parametrize(
    ("read", "text", "hint"),
    [
        (Formats.parse_day, "31.2.2026", "5.11.2026"),
        (Formats.parse_day, "soon", "Type it like"),
        (Formats.parse_time, "25:00", "17:30"),
        (Formats.parse_time, "13pm", "17:30"),
        (Formats.parse_minutes, "a while", "1h30"),
        (Formats.parse_weight, "heavy", "not a number"),
        (Formats.parse_weight, "-5 kg", "less than nothing"),
        (Formats.parse_weight, "5 furlongs", "Type kg or lb"),
        (Formats.parse_money, "1.234", "too many decimals"),
        (Formats.parse_money, "free", "49.90"),
        (Formats.parse_phone, "12", "area code"),
    ],
)
def test_what_can_not_be_read_is_refused_with_a_hint(read: object, text: str, hint: str) -> None:
    assert callable(read)
    with pytest.raises(UserError) as refusal:
        read(formats(), text)
    assert hint in str(refusal.value)


def test_a_sign_that_could_be_either_is_read_the_locales_way() -> None:
    assert formats("de_DE").parse_number("1.234") == 1234
    assert formats("en_GB").parse_number("1.234") == Decimal("1.234")
    assert formats("en_GB").parse_number("1,234") == 1234
    assert formats("de_DE").parse_money("1.234,50 €") == 123450


def test_phone_numbers_are_kept_international_and_shown_as_at_home() -> None:
    german = formats("de_DE")
    assert german.parse_phone("030 1234567") == "+49301234567"
    assert german.phone("+49301234567") == "030 1234567"
    assert german.phone("+442079460958") == "+44 20 7946 0958"


@given(locale=LOCALE, day=st.dates(date(1900, 1, 1), date(2200, 1, 1)))
def test_a_day_is_read_back_as_it_was_written(locale: str, day: date) -> None:
    practice = formats(locale)
    assert practice.parse_day(practice.typed_day(day)) == day


@given(locale=LOCALE, at=st.times().map(lambda at: at.replace(second=0, microsecond=0)))
def test_a_time_is_read_back_as_it_was_written(locale: str, at: time) -> None:
    practice = formats(locale)
    assert practice.parse_time(practice.typed_time(at)) == at


@given(
    locale=LOCALE, minor=st.integers(-(10**11), 10**11), currency=st.sampled_from(["EUR", "USD", "JPY", "KWD", "CHF"])
)
def test_money_is_read_back_as_it_was_written(locale: str, minor: int, currency: str) -> None:
    practice = formats(locale, currency=currency)
    assert practice.parse_money(practice.typed_money(minor)) == minor


@given(locale=LOCALE, tenths=st.integers(0, 10**5), measures=st.sampled_from(Units))
def test_a_weight_is_read_back_as_it_was_written(locale: str, tenths: int, measures: Units) -> None:
    practice = formats(locale, measures=measures)
    written = practice.number(Decimal(tenths) / 10, grouped=False) + (" kg" if measures is Units.METRIC else " lb")
    assert practice.weight(practice.parse_weight(written)).replace(",", "").replace(".", "") == (
        practice.number(Decimal(tenths) / 10) + written[-3:]
    ).replace(",", "").replace(".", "")


@given(st.text(max_size=20))
def test_no_text_breaks_the_readers(text: str) -> None:
    practice = formats()
    for read in (
        practice.parse_day,
        practice.parse_time,
        practice.parse_minutes,
        practice.parse_weight,
        practice.parse_length,
        practice.parse_money,
    ):
        with suppress(UserError):
            read(text)
