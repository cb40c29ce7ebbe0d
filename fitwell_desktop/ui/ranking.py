"""How well a title answers what was typed: words in any order, from their beginnings, inside, or letter by letter."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol, TypeVar
from unicodedata import combining, normalize

EXACT, START_OF_TITLE, START_OF_WORD, INSIDE, SCATTERED = 100, 90, 80, 50, 20
DETAIL_SHARE = 0.4
"""A word found in the detail only counts for less than one in the title."""
ALSO_WORTH = 45.0
"""So does one that is only among the words that are not shown; but what people call a thing tells more than where it is."""
RECENT_BONUS = 30.0


@dataclass(frozen=True, slots=True)
class Match:
    """How good a title is (more is better), and which stretches of it answer: (start, length), in order."""

    score: float
    spans: tuple[tuple[int, int], ...] = ()


class Rankable(Protocol):
    """What can be ranked."""

    @property
    def group(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def detail(self) -> str: ...
    @property
    def also(self) -> str: ...
    @property
    def key(self) -> str: ...


H = TypeVar("H", bound=Rankable)


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """The text without case and accents, letter for letter as long as before."""
    return "".join(_plain(letter) for letter in text)


def _plain(letter: str) -> str:
    base = [part for part in normalize("NFKD", letter) if not combining(part)]
    lower = base[0].lower() if base else letter
    return lower if len(lower) == 1 else letter


def match(text: str, title: str, detail: str = "", also: str = "") -> Match | None:
    """Whether every word of `text` is found in the title, the detail or at the beginning of a further word, and how well;
    None if one is not.
    """
    words = folded(text).split()
    if not words:
        return Match(0)
    plain_title, plain_detail, further = folded(title), folded(detail), folded(also).split()
    total = 0.0
    spans: list[tuple[int, int]] = []
    for word in words:
        found = _place(word, plain_title)
        known = any(one.startswith(word) for one in further)
        if found is not None and not (known and found.score < ALSO_WORTH):
            total += found.score
            spans += found.spans
        elif known:
            total += ALSO_WORTH
        elif (beside := _place(word, plain_detail, scattered=False)) is not None:
            total += beside.score * DETAIL_SHARE
        else:
            return None
    return Match(total / len(words), tuple(sorted(set(spans))))


def rank(text: str, hits: Sequence[H], recent: Sequence[str] = ()) -> list[tuple[H, Match]]:
    """The hits that answer `text`, group by group: best group first, best hit first within it. `recent` holds the keys
    of what was chosen before, newest first; it lifts equals, and alone decides when nothing was typed. All else being equal,
    hits stay in the order in which they come.
    """
    bonus = {key: RECENT_BONUS * (1 - age / len(recent)) for age, key in reversed(list(enumerate(recent)))}
    scored = [
        (found.score + bonus.get(hit.key, 0), hit, found)
        for hit in hits
        if (found := match(text, hit.title, hit.detail, hit.also)) is not None
    ]
    scored.sort(key=lambda entry: -entry[0])
    order = list(dict.fromkeys(hit.group for _, hit, _ in scored))
    scored.sort(key=lambda entry: order.index(entry[1].group))
    return [(hit, found) for _, hit, found in scored]


def _place(word: str, text: str, *, scattered: bool = True) -> Match | None:
    """The best place of one word in the text."""
    best: Match | None = None
    start = text.find(word)
    while start >= 0:
        score = _worth(word, text, start)
        if best is None or score > best.score:
            best = Match(score, ((start, len(word)),))
        start = text.find(word, start + 1)
    return best or (_scattered(word, text) if scattered else None)


def _worth(word: str, text: str, start: int) -> float:
    if word == text:
        return EXACT
    if start == 0:
        return START_OF_TITLE
    return INSIDE if text[start - 1].isalnum() else START_OF_WORD


def _scattered(word: str, text: str) -> Match | None:
    """The word's letters one after another with gaps, begun at the start of a word, or None: "npro" in "New program"."""
    if len(word) < 3:
        return None
    starts = (i for i, letter in enumerate(text) if letter == word[0] and (i == 0 or not text[i - 1].isalnum()))
    for start in starts:
        places = _letters(word, text, start)
        if places:
            gaps = places[-1] - places[0] + 1 - len(word)
            return Match(max(1.0, SCATTERED - gaps), tuple((place, 1) for place in places))
    return None


def _letters(word: str, text: str, start: int) -> list[int]:
    places = []
    for letter in word:
        start = text.find(letter, start)
        if start < 0:
            return []
        places.append(start)
        start += 1
    return places
