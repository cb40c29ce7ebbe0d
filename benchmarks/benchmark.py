"""What a benchmark is: a name, the figures that it promises with their units and targets, and how it takes them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Figure:
    """One number. With a target it is met or missed; `at_least` is for what should be large."""

    name: str
    unit: str
    says: str
    at_most: float | None = None
    at_least: float | None = None

    def met(self, value: float) -> bool | None:
        """Whether the target is met; None where there is none."""
        if self.at_most is None and self.at_least is None:
            return None
        return (self.at_most is None or value <= self.at_most) and (self.at_least is None or value >= self.at_least)

    @property
    def target(self) -> str:
        """The target as it is read: "≤ 16 ms"."""
        limit = self.at_most if self.at_most is not None else self.at_least
        sign = "≤" if self.at_most is not None else "≥"
        return "" if limit is None else f"{sign} {limit:g} {self.unit}"


@dataclass(frozen=True, slots=True)
class Conditions:
    """Under which a benchmark runs: where data sets are kept between runs, and whether a glance will do."""

    data: Path
    quick: bool = False
    """Few rows and few rounds, to see that it works; the numbers mean nothing then."""

    def some(self, full: int, quick: int) -> int:
        """How many: the full number, unless a glance will do."""
        return quick if self.quick else full


@dataclass(frozen=True, slots=True)
class Measured:
    """What came out, by the figures' names. What could not be measured is left out, and a remark says why."""

    values: Mapping[str, float]
    remarks: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Benchmark:
    """One benchmark: `measure` takes its figures, alone in a process of its own."""

    name: str
    about: str
    figures: tuple[Figure, ...]
    measure: Callable[[Conditions], Measured]
