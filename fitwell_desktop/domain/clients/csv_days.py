"""Days in a client list: 14/03/1991 here, 03/14/1991 there, or in words; and which of them a column is written in."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from itertools import islice

from fitwell_desktop.core.folding import fold
from fitwell_desktop.vocabulary import DayOrder

ENOUGH = 500
"""So many days of a column tell its order."""
LONGEST = 100
"""A text longer than this is more than a day."""
MONTHS = (
    "jan ene janvier januar enero", "feb fev febrero februar", "mar mrz marz marzo mars", "apr abr avr april", "may mai mayo",
    "jun juin juni junio", "jul juil juli julio", "aug ago aout", "sep sept", "oct okt octubre oktober octobre", "nov",
    "dec dez dic decembre",
)  # fmt: skip

_PARTS = re.compile(r"(\d{1,4})[./\-\s]+(\d{1,2})[./\-\s]+(\d{1,4})")


def guess_order(texts: Iterable[str], usual: DayOrder, today: date) -> DayOrder:
    """The order in which a column's days are written: the one that reads most of them, `usual` if that does as well."""
    read: Counter[DayOrder] = Counter()
    for text in islice(texts, ENOUGH):
        read.update(order for order in DayOrder if parse_day(text, order, today))
    best = [order for order in DayOrder if read[order] == max(read.values(), default=0)]
    return usual if usual in best else best[0]


def hangs_on_order(text: str, today: date) -> bool:
    """Whether this day is another one, or none, in another order: 1990-05-01 and "1 May 1990" are not."""
    return len({parse_day(text, order, today) for order in DayOrder}) > 1


def parse_day(text: str, order: DayOrder, today: date) -> date | None:
    """The day that a cell says: 1990-05-01, 01.05.1990, 5/1/90, "1 May 1990", with or without a time after it."""
    if len(text) > LONGEST:
        return None
    written = re.sub(r"[T ]\d{1,2}:\d{2}.*$", "", text.strip())
    parts = _PARTS.fullmatch(written)
    if parts:
        return _of_numbers((parts[1], parts[2], parts[3]), order, today)
    if re.fullmatch(r"\d{8}", written):
        return _day(int(written[:4]), int(written[4:6]), int(written[6:]))
    return _of_words(written, today)


def _of_numbers(parts: tuple[str, str, str], order: DayOrder, today: date) -> date | None:
    """A year of four digits that stands first says the order by itself; days are never written with one in their middle."""
    first = DayOrder.YEAR_FIRST if len(parts[0]) == 4 else order
    by_letter = dict(zip(first.value, parts, strict=True))
    if max(len(by_letter["d"]), len(by_letter["m"])) > 2:
        return None
    return _day(_year(by_letter["y"], today), int(by_letter["m"]), int(by_letter["d"]))


def _of_words(text: str, today: date) -> date | None:
    """A day with its month in letters, in any of the languages."""
    names = re.findall(r"[a-z]{3,}", fold(text))
    numbers = re.findall(r"\d+", text)
    month = next((n for n, known in enumerate(MONTHS, 1) for name in names if _is_month(name, known)), None)
    if month is None or len(numbers) != 2 or max(map(len, numbers)) > 4:
        return None
    day, year = (numbers[1], numbers[0]) if len(numbers[0]) == 4 else numbers
    return _day(_year(year, today), month, int(day))


def _is_month(name: str, known: str) -> bool:
    return any(name.startswith(word) for word in known.split())


def _year(text: str, today: date) -> int:
    """A year of two digits is the last one that was."""
    year = int(text)
    if len(text) > 2:
        return year
    return year + (today.year // 100) * 100 - (100 if year > today.year % 100 else 0)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
