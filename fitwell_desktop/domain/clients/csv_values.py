"""What the cells of a client list mean: days in several orders, words of several languages, tags, heights."""

import re
from collections.abc import Iterable
from datetime import date

from fitwell_desktop.core.folding import fold
from fitwell_desktop.vocabulary import ClientKind, ClientState, Sex

SEXES = {
    Sex.FEMALE: "f, female, w, woman, weiblich, frau, mujer, femenino, femme, feminin",
    Sex.MALE: "m, male, man, mannlich, mann, mr, h, hombre, masculino, homme, masculin",
    Sex.UNSTATED: "x, d, other, divers, diverse, non binary, nonbinary, unknown, not stated, prefer not to say, otro, autre, none",
}
KINDS = {
    ClientKind.IN_PERSON: "in person, inperson, personal, studio, gym, face to face, vor ort, personlich, presencial, presentiel,"
    " in club, offline",
    ClientKind.REMOTE: "remote, online, virtual, app, fern, distance, en linea, a distancia, en ligne, a distance, hybrid",
    ClientKind.PAPER_ONLY: "paper only, paper, papier, nur papier, papel",
}
STATES = {
    ClientState.ACTIVE: "active, aktiv, activo, activa, actif, active client, yes, true, 1, ja, si, oui, current, client",
    ClientState.PAUSED: "paused, pausiert, on hold, hold, frozen, pausado, en pausa, en pause, suspended",
    ClientState.ARCHIVED: "archived, archiviert, inactive, inaktiv, inactivo, inactif, deactivated, former, ehemalig, cancelled,"
    " no, false, 0, nein, non, archivado, archive, expired",
}
MONTHS = (
    "jan ene janvier januar enero", "feb fev febrero februar", "mar mrz marz marzo mars", "apr abr avr april", "may mai mayo",
    "jun juin juni junio", "jul juil juli julio", "aug ago aout", "sep sept", "oct okt octubre oktober octobre", "nov",
    "dec dez dic decembre",
)  # fmt: skip

_BY_SEX = {word.strip(): sex for sex, words in SEXES.items() for word in words.split(",")}
_BY_KIND = {word.strip(): kind for kind, words in KINDS.items() for word in words.split(",")}
_BY_STATE = {word.strip(): state for state, words in STATES.items() for word in words.split(",")}
_PARTS = re.compile(r"(\d{1,4})[./\-\s]+(\d{1,2})[./\-\s]+(\d{1,4})")


def _word(text: str) -> str:
    return " ".join(re.sub(r"[\W_]+", " ", fold(text)).split())


def parse_sex(text: str) -> Sex | None:
    """The sex that a word says, or None for one that is not known."""
    return _BY_SEX.get(_word(text))


def parse_kind(text: str) -> ClientKind | None:
    """The kind of client that a word says, or None."""
    return _BY_KIND.get(_word(text))


def parse_state(text: str) -> ClientState | None:
    """The state that a word says, or None."""
    return _BY_STATE.get(_word(text))


def parse_tags(text: str) -> tuple[str, ...]:
    """Tags that stand in one cell, cut at ; | or commas."""
    tags = (" ".join(tag.split()) for tag in re.split(r"[;|,]", text))
    return tuple({fold(tag): tag for tag in tags if tag}.values())


def parse_height(text: str, unit: str = "cm") -> float | None:
    """A height in cm: 172, 1,72 m, 68 in, or feet and inches; None for what is no height.

    `unit` is that of bare numbers: cm, m or in.
    """
    words = text.lower().replace(",", ".").strip()
    feet = re.fullmatch(r"(\d)\s*(?:'|ft|feet)\s*(\d{1,2}(?:\.\d+)?)?\s*(?:\"|''|in|inches)?", words)
    if feet:
        return round((int(feet[1]) * 12 + float(feet[2] or 0)) * 2.54, 1)
    plain = re.fullmatch(r"(\d+(?:\.\d+)?)\s*(cm|m|in|\"|)", words)
    if not plain:
        return None
    number, own = float(plain[1]), plain[2] or ("m" if float(plain[1]) < 3 else unit)
    if own in {"in", '"'}:
        return round(number * 2.54, 1)
    return round(number * 100, 1) if own == "m" else number


def unit_of_heights(heading: str) -> str:
    """The unit that a column's heading names: "Height (in)", "height inches", "Größe in cm"."""
    words = set(_word(heading).split())
    if words & {"cm", "zentimeter", "centimetres", "centimeters"}:
        return "cm"
    return "in" if words & {"in", "inch", "inches", "zoll"} else "cm"


def guess_order(texts: Iterable[str], usual: str) -> str:
    """The order of a column's days ("dmy", "mdy"), told by a number above 12; `usual` where none tells it."""
    for text in texts:
        parts = _PARTS.match(text.strip())
        if parts and len(parts[1]) <= 2:
            if int(parts[1]) > 12:
                return "dmy"
            if int(parts[2]) > 12:
                return "mdy"
    return "mdy" if usual == "mdy" else "dmy"


def parse_day(text: str, order: str, today: date) -> date | None:
    """The day that a cell says: 1990-05-01, 01.05.1990, 5/1/90, "1 May 1990", with or without a time after it."""
    written = re.sub(r"[T ]\d{1,2}:\d{2}.*$", "", text.strip())
    parts = _PARTS.fullmatch(written)
    if parts:
        return _of_numbers(parts[1], parts[2], parts[3], order, today)
    if re.fullmatch(r"\d{8}", written):
        return _day(int(written[:4]), int(written[4:6]), int(written[6:]))
    return _of_words(written, today)


def _of_numbers(one: str, two: str, three: str, order: str, today: date) -> date | None:
    if len(one) == 4:
        return _day(int(one), int(two), int(three))
    day, month = (int(two), int(one)) if order == "mdy" else (int(one), int(two))
    return _day(_year(three, today), month, day)


def _of_words(text: str, today: date) -> date | None:
    """A day with its month in letters, in any of the languages."""
    names = re.findall(r"[a-z]{3,}", fold(text))
    numbers = re.findall(r"\d+", text)
    month = next((n for n, known in enumerate(MONTHS, 1) for name in names if _is_month(name, known)), None)
    if month is None or len(numbers) != 2:
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
