"""Makes people up: names from many places, addresses at example domains, phone numbers that belong to nobody."""

from collections import Counter
from itertools import cycle

from msgspec import Struct

from fitwell_desktop.core.folding import fold
from fitwell_desktop.demo.chance import Chance
from fitwell_desktop.demo.world import data, listed
from fitwell_desktop.vocabulary import Sex


class Person(Struct, frozen=True):
    """Someone with a name and ways to reach them."""

    first: str
    last: str
    sex: Sex
    email: str
    phone: str
    address: str


class People:
    """Gives people one after the other, no two with the same address or number."""

    def __init__(self, place: str, chance: Chance) -> None:
        words = data("people")
        self._words = words
        self._place = words["places"][place]
        self._chance = chance
        self._names = {Sex.FEMALE: _names(words["female"]), Sex.MALE: _names(words["male"])}
        self._lasts = _names(words["last"])
        self._addresses: Counter[str] = Counter()
        self._numbers = cycle(_numbers(self._place["phones"]))

    def person(self) -> Person:
        """A further person."""
        sex = self._chance.weighted({Sex.FEMALE: 0.56, Sex.MALE: 0.44})
        first = self._chance.one(self._names[sex])
        last = self._chance.one(self._lasts)
        return Person(first, last, sex, self._email(first, last), self.phone(), self.address())

    def relative(self, last: str) -> tuple[str, str]:
        """The name of someone close, and what they are to them."""
        sex = self._chance.one((Sex.FEMALE, Sex.MALE))
        kept = last if self._chance.hits(0.6) else self._chance.one(self._lasts)
        return f"{self._chance.one(self._names[sex])} {kept}", self._chance.one(listed(self._words["relationships"]))

    def phone(self) -> str:
        """A number from the ranges that are kept free for films and the like; each is given once, as long as they last."""
        return next(self._numbers)

    def address(self) -> str:
        """Street and town, on two lines."""
        street, house = self._chance.one(listed(self._place["streets"])), self._chance.whole(1, 140)
        line = f"{street} {house}" if self._place["house_last"] else f"{house} {street}"
        return f"{line}\n{self._chance.one(listed(self._place['towns']))}"

    def _email(self, first: str, last: str) -> str:
        domain = self._chance.one(self._words["domains"].split())
        name = "".join(c for c in fold(f"{first}.{last}".replace(" ", "")) if c.isascii() and (c.isalnum() or c == "."))
        self._addresses[name] += 1
        again = self._addresses[name]
        return f"{name}{again if again > 1 else ''}@{domain}"


def _numbers(ranges: list[str]) -> list[str]:
    """All numbers of ranges such as "+4930#", in turns: the first of each, the second of those that have one, and so on."""
    sizes = [(shape.rstrip("#"), shape.count("#")) for shape in ranges]
    mixed = range(max(10**digits for _, digits in sizes))
    return [
        f"{prefix}{number * 7 % 10**digits:0{digits}}"
        for number in mixed
        for prefix, digits in sizes
        if number < 10**digits
    ]


def _names(text: str) -> list[str]:
    """Names that blanks or line ends divide; a name of two words has a blank that does not break between them."""
    return [name.replace("\u00a0", " ") for line in text.split("\n") for name in line.split(" ") if name]
