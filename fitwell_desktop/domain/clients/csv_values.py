"""What the cells of a client list mean: words of several languages, tags, heights."""

import re

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
_BY_SEX = {word.strip(): sex for sex, words in SEXES.items() for word in words.split(",")}
_BY_KIND = {word.strip(): kind for kind, words in KINDS.items() for word in words.split(",")}
_BY_STATE = {word.strip(): state for state, words in STATES.items() for word in words.split(",")}


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
