"""How much work was done: volume load, hard sets by muscle, intensity, time under tension, and DOTS to compare totals.

Sources: Haff and Triplett, Essentials of Strength Training and Conditioning (volume load, relative intensity); the
shares of hard sets are a rule of the house; DOTS after Konertz 2019, with the coefficients in public use.
"""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from fitwell_desktop.domain.workouts.performed import PerformedSet, lifted
from fitwell_desktop.models.workouts import Tempo
from fitwell_desktop.vocabulary import Sex


class VolumeLoad(Struct, frozen=True):
    """Load times repetitions, in kg, and what has to be said beside it."""

    kg: float
    reps: int
    has_each_side: bool
    """Whether sets count for both sides, each once."""
    with_warm_ups: bool


def volume_load(sets: Iterable[PerformedSet], *, with_warm_ups: bool = False) -> VolumeLoad | None:
    """The sum of repetitions times load over completed working sets; None where no set moved a known load."""
    found = list(lifted(sets, with_warm_ups=with_warm_ups))
    if not found:
        return None
    kg = sum(load_kg * done.all_reps for load_kg, done in found)
    reps = sum(done.all_reps for _, done in found)
    return VolumeLoad(kg, reps, any(done.is_each_side for _, done in found), with_warm_ups)


class MuscleSets(Struct, frozen=True):
    """How many hard sets an exercise gave, and to which muscles."""

    sets: int
    primary: tuple[str, ...]
    secondary: tuple[str, ...] = ()


class MuscleShares(Struct, frozen=True):
    """What one set counts for a muscle; the owner may change it."""

    primary: float = 1.0
    secondary: float = 0.5


HOUSE_SHARES = MuscleShares()


def hard_sets(work: Iterable[MuscleSets], shares: MuscleShares = HOUSE_SHARES) -> dict[str, float]:
    """Hard sets by muscle. A muscle that an exercise names twice counts once, as the more important."""
    totals: dict[str, float] = {}
    for part in work:
        share_of = dict.fromkeys(part.secondary, shares.secondary) | dict.fromkeys(part.primary, shares.primary)
        for muscle, share in share_of.items():
            totals[muscle] = totals.get(muscle, 0.0) + part.sets * share
    return totals


def count_working(sets: Iterable[PerformedSet]) -> int:
    """How many sets were done, warm-ups left out: the hard sets of an exercise."""
    return sum(done.is_working for done in sets)


def relative_intensity(load_kg: float | None, one_rep_max_kg: float | None) -> float | None:
    """Load by one-rep max, 1.0 at the max itself; None where either is not known."""
    if load_kg is None or one_rep_max_kg is None or load_kg <= 0 or one_rep_max_kg <= 0:
        return None
    return load_kg / one_rep_max_kg


def average_intensity(sets: Iterable[PerformedSet], one_rep_max_kg: float | None) -> float | None:
    """The mean load of a repetition by the one-rep max: volume load / repetitions / one-rep max."""
    volume = volume_load(sets)
    return None if volume is None else relative_intensity(volume.kg / volume.reps, one_rep_max_kg)


def seconds_of_rep(tempo: Tempo) -> int:
    """How long one repetition lasts: a-b-c-d are added up, and an X counts 0."""
    return tempo.lowering + tempo.bottom + (0 if tempo.explosive else tempo.lifting) + tempo.top


def time_under_tension(reps: int | None, tempo: Tempo | None) -> int | None:
    """Seconds of one set: repetitions x (a + b + c + d); None without repetitions or tempo."""
    return None if reps is None or reps < 1 or tempo is None else reps * seconds_of_rep(tempo)


class Dots(Struct, frozen=True):
    """The coefficients of one sex, from the constant up to the fourth power, and the bodyweights that they hold for."""

    powers: tuple[float, float, float, float, float]
    most_kg: float
    least_kg: float = 40


DOTS: Mapping[Sex, Dots] = {
    Sex.MALE: Dots((-307.75076, 24.0900756, -0.1918759221, 0.0007391293, -0.000001093), 210),
    Sex.FEMALE: Dots((-57.96288, 13.6175032, -0.1126655495, 0.0005158568, -0.0000010706), 150),
}


def dots(total_kg: float | None, bodyweight_kg: float | None, sex: Sex) -> float | None:
    """A powerlifter's total made comparable over bodyweights: total x 500 / (A + Bx + Cx² + Dx³ + Ex⁴). None without
    total, bodyweight or sex, and for a bodyweight that the coefficients don't reach.
    """
    table = DOTS.get(sex)
    if table is None or total_kg is None or total_kg <= 0 or bodyweight_kg is None:
        return None
    if not table.least_kg <= bodyweight_kg <= table.most_kg:
        return None
    return total_kg * 500 / sum(factor * bodyweight_kg**power for power, factor in enumerate(table.powers))
