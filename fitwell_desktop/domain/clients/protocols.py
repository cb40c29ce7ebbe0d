"""Assessment protocols that come with the program, and how a value compares with people of that sex and age.

Push-ups and sit-and-reach: the bands of the Canadian Physical Activity, Fitness and Lifestyle Approach, as printed in
ACSM's guidelines. Resting heart rate: 60 to 100 beats a minute is normal in adults; fitter people have fewer.
"""

from msgspec import Struct

from fitwell_desktop.models.protocols import Norm, TestItem
from fitwell_desktop.vocabulary import Sex

RATINGS = ("Excellent", "Very good", "Good", "Fair")
LOWEST = "Needs improvement"
DECADES = ((15, 29), (30, 39), (40, 49), (50, 59), (60, 69))


class Protocol(Struct, frozen=True):
    """A protocol before a practice has taken it into its own."""

    name: str
    instructions: str
    items: tuple[TestItem, ...]
    retest_days: int


def norms(sex: Sex, by_decade: tuple[tuple[float, float, float, float], ...]) -> tuple[Norm, ...]:
    """Norms from the least value of each rating, for each decade of age."""
    return tuple(
        Norm(rating, least, sex.value, age_from, age_to)
        for (age_from, age_to), row in zip(DECADES, by_decade, strict=True)
        for rating, least in (*zip(RATINGS, row, strict=True), (LOWEST, 0.0))
    )


def is_possible(unit: str, value: float) -> bool:
    """Whether someone alive can have that value."""
    return unit != BEATS or LEAST_BEATS <= value <= MOST_BEATS


def rating_of(item: TestItem, value: float, sex: Sex, age: int | None) -> str:
    """What a value means for someone of that sex and age; empty where there is no norm for them."""
    fitting = [
        norm
        for norm in item.norms
        if norm.sex in {"", sex.value}
        and (norm.age_from <= (-1 if age is None else age) <= norm.age_to or (norm.age_from, norm.age_to) == (0, 200))
    ]
    reached = [norm for norm in fitting if value >= norm.at_least]
    return max(reached, key=lambda norm: norm.at_least).rating if reached else ""


PUSH_UPS = norms(
    Sex.MALE, ((36, 29, 22, 17), (30, 22, 17, 12), (25, 17, 13, 10), (21, 13, 10, 7), (18, 11, 8, 5))
) + norms(Sex.FEMALE, ((30, 21, 15, 10), (27, 20, 13, 8), (24, 15, 11, 5), (21, 11, 7, 2), (17, 12, 5, 2)))
REACH = norms(
    Sex.MALE, ((40, 34, 30, 25), (38, 33, 28, 23), (35, 29, 24, 18), (35, 28, 24, 16), (33, 25, 20, 15))
) + norms(Sex.FEMALE, ((41, 37, 33, 28), (41, 36, 32, 27), (38, 34, 30, 25), (39, 33, 30, 25), (35, 31, 27, 23)))
RESTING = tuple(
    Norm(rating, least)
    for rating, least in (("Athletic", 0), ("Good", 60), ("Average", 70), ("Fair", 80), ("High", 101))
)

BEATS = "bpm"
LEAST_BEATS, MOST_BEATS = 25, 220
"""No heart beats slower or faster, in beats a minute."""
RESTING_HEART_RATE = TestItem("Resting heart rate", BEATS, lower_is_better=True, norms=RESTING)
STANDARD = (
    Protocol(
        "General fitness",
        "Rested, no coffee or training before. Heart rate after five minutes of sitting; push-ups without a break"
        " (men from the toes, women from the knees); plank on the forearms; reach with the soles at 26 cm.",
        (
            RESTING_HEART_RATE,
            TestItem("Push-ups", "reps", norms=PUSH_UPS),
            TestItem("Plank", "s"),
            TestItem("Sit-and-reach", "cm", norms=REACH),
        ),
        84,
    ),
    Protocol(
        "Strength",
        "The heaviest load for one clean repetition of each lift, after a full warm-up.",
        tuple(TestItem(lift, "kg") for lift in ("Squat", "Bench press", "Deadlift", "Overhead press")),
        56,
    ),
    Protocol(
        "Endurance",
        "The distance of a twelve-minute run on the flat, and the pulse one minute after it.",
        (
            RESTING_HEART_RATE,
            TestItem("Twelve-minute run", "m"),
            TestItem("Pulse after one minute", BEATS, lower_is_better=True),
        ),
        84,
    ),
    Protocol(
        "Movement and balance",
        "Stand on one leg with open eyes, at most 60 s a side; rise from a chair without the hands for 30 s.",
        (
            TestItem("Balance, left", "s"),
            TestItem("Balance, right", "s"),
            TestItem("Chair stands in 30 s", "reps"),
            TestItem("Sit-and-reach", "cm", norms=REACH),
        ),
        84,
    ),
)
