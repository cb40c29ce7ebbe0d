"""How large each demo practice is, and where it lies."""

from msgspec import Struct


class Size(Struct, frozen=True):
    """What a demo practice comes to after all its weeks. `logging` and `diaries` are shares of the active clients."""

    name: str
    practice: str
    clients: int
    active: int
    at_first: int
    trainers: int
    weeks: int
    sets: int
    appointments: int
    messages: int
    diary_items: int
    videos: int
    invoices: int
    classes: int = 0
    """Group sessions beside the appointments with single clients."""
    logging: float = 1.0
    diaries: float = 0.5
    place: str = "solo"
    zone: str = "Europe/Berlin"
    locale: str = "en_DE"
    currency: str = "EUR"
    tax_ppm: int = 190_000


SIZES = {
    "tiny": Size("tiny", "Harbour Strength", 12, 8, 6, 1, 6, 2_000, 150, 120, 300, 16, 30),
    "solo": Size("solo", "Harbour Strength", 150, 40, 34, 1, 156, 500_000, 5_000, 30_000, 150_000, 3_000, 2_000),
    "studio": Size(
        "studio", "Northbank Studio", 800, 150, 120, 6, 260, 3_000_000, 60_000, 250_000, 700_000, 15_000, 20_000,
        diaries=0.4, place="studio", zone="Europe/London", locale="en_GB", currency="GBP", tax_ppm=200_000,
    ),
    "gym": Size(
        "gym", "Kelvin Gym", 6_000, 1_200, 900, 15, 416, 8_000_000, 250_000, 1_000_000, 1_000_000, 30_000, 150_000,
        classes=60_000, logging=0.25, diaries=0.05, place="gym", zone="Europe/London", locale="en_GB", currency="GBP",
        tax_ppm=200_000,
    ),
}  # fmt: skip
"""The data sets that benchmarks speak of: solo is S, studio M, gym L. Tiny is for tests."""
