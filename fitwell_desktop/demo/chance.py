"""The demo's dice: seeded by words, so that the same practice is thrown again and again."""

import random
from collections.abc import Mapping, Sequence
from typing import TypeVar

T = TypeVar("T")


class Chance(random.Random):
    """Dice of one's own for each part of the demo: what one part throws does not change another's luck."""

    def one(self, choices: Sequence[T]) -> T:
        """Any of them."""
        return choices[int(self.random() * len(choices))]

    def hits(self, probability: float) -> bool:
        """Whether something comes to pass that does so in this share of all cases."""
        return self.random() < probability

    def weighted(self, weights: Mapping[T, float]) -> T:
        """One of the keys, as often as its weight says."""
        return self.choices(list(weights), list(weights.values()))[0]

    def whole(self, low: int, high: int) -> int:
        """A whole number from low to high, both included."""
        return low + int(self.random() * (high - low + 1))

    def near(self, middle: float, spread: float, low: float, high: float) -> float:
        """A number around the middle that stays within the limits."""
        return min(high, max(low, self.gauss(middle, spread)))

    def some(self, choices: Sequence[T], count: int) -> list[T]:
        """So many different ones, or all where there are fewer."""
        return self.sample(choices, min(count, len(choices)))

    def share(self, amount: float) -> int:
        """The amount as a whole number: 2.3 is 3 in three of ten cases."""
        return int(amount + self.random())
