"""Reads the file of exercises that ships with the program."""

import csv
from functools import cache
from pathlib import Path

from msgspec import Struct

from fitwell_desktop.core import paths
from fitwell_desktop.vocabulary import ExerciseLevel, Force, Mechanic, Tracking

SOURCE = "Public-domain exercise facts"


class LibraryExercise(Struct, frozen=True):
    """An exercise of the library, as its row in the file tells it."""

    name: str
    aliases: tuple[str, ...]
    category: str
    """A leaf of the tree of categories."""
    pattern: str
    """How the body moves, whatever it moves with: squat, hinge, horizontal push …"""
    level: ExerciseLevel
    force: Force | None
    mechanic: Mechanic | None
    equipment: str
    primary_muscles: tuple[str, ...]
    secondary_muscles: tuple[str, ...]
    tracking: Tracking
    bodyweight_share: float
    """Share of the body's weight that is moved, 0 to 1."""
    is_unilateral: bool
    movement_tags: tuple[str, ...]
    """What a client's limitations are held against."""
    cues: tuple[str, ...]
    """Short sentences that a trainer says."""


@cache
def library() -> tuple[LibraryExercise, ...]:
    """The exercises that ship with the program, by name."""
    return read_library(paths.resource("library", "exercises.csv"))


def read_library(path: Path) -> tuple[LibraryExercise, ...]:
    """The exercises of a file; raises ValueError or KeyError for one that is not written as the library is."""
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(map(_exercise, csv.DictReader(file)))


def _exercise(row: dict[str, str]) -> LibraryExercise:
    return LibraryExercise(
        name=row["name"],
        aliases=_listed(row["aliases"]),
        category=row["category"],
        pattern=row["pattern"],
        level=ExerciseLevel(row["level"].upper()),
        force=Force(row["force"].upper()) if row["force"] else None,
        mechanic=Mechanic(row["mechanic"].upper()) if row["mechanic"] else None,
        equipment=row["equipment"],
        primary_muscles=_listed(row["primary_muscles"]),
        secondary_muscles=_listed(row["secondary_muscles"]),
        tracking=Tracking(row["tracking"]),
        bodyweight_share=float(row["bodyweight_share"]),
        is_unilateral=row["is_unilateral"] == "1",
        movement_tags=_listed(row["movement_tags"]),
        cues=_listed(row["cues"], "|"),
    )


def _listed(text: str, separator: str = ";") -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(separator)) if text else ()
