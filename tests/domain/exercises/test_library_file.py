"""The library that ships with the program keeps to its closed sets, and answers every limitation."""

from collections import Counter
from pathlib import Path

import pytest

from fitwell_desktop.core.folding import fold
from fitwell_desktop.demo.world import data
from fitwell_desktop.domain.clients.limitations import COMMON
from fitwell_desktop.domain.exercises.library_file import library, read_library
from fitwell_desktop.domain.exercises.library_words import (
    EQUIPMENT,
    LEAVES,
    MOVEMENT_TAGS,
    MUSCLES,
    PATTERNS,
    tags_held_against,
)
from fitwell_desktop.vocabulary import Tracking

LIMITATIONS = sorted({*COMMON, "pregnancy", *(tag for tag, _ in data("health")["tags"])})


def test_there_is_enough_to_choose_from() -> None:
    assert len(library()) >= 800
    assert sum(bool(each.cues) for each in library()) >= 150


def test_no_two_names_or_aliases_are_alike() -> None:
    words = Counter(fold(word) for each in library() for word in (each.name, *each.aliases))
    assert [word for word, times in words.items() if times > 1] == []


def test_the_file_is_sorted_by_name() -> None:
    names = [fold(each.name) for each in library()]
    assert names == sorted(names)


def test_names_are_written_in_one_style() -> None:
    odd = [
        word
        for each in library()
        for word in (each.name, *each.aliases)
        if "'" in word or word != " ".join(word.split()) or not (word[0].isupper() or word[0].isdigit())
    ]
    assert odd == []


def test_every_word_of_a_closed_set_is_known_and_used() -> None:
    assert {each.category for each in library()} == LEAVES
    assert {each.pattern for each in library()} == PATTERNS
    assert {each.equipment for each in library()} == EQUIPMENT
    assert {muscle for each in library() for muscle in (*each.primary_muscles, *each.secondary_muscles)} == MUSCLES
    assert {tag for each in library() for tag in each.movement_tags} == set(MOVEMENT_TAGS)


def test_every_exercise_works_a_muscle_and_none_twice() -> None:
    for each in library():
        worked = (*each.primary_muscles, *each.secondary_muscles)
        assert each.primary_muscles, each.name
        assert len(worked) == len(set(worked)), each.name
        assert list(each.movement_tags) == sorted(set(each.movement_tags)), each.name


def test_a_share_of_the_body_belongs_to_what_is_counted_in_repetitions() -> None:
    for each in library():
        assert 0 <= each.bodyweight_share <= 1, each.name
        counted = each.tracking in {Tracking.BODYWEIGHT_REPS, Tracking.LOAD_REPS}
        assert counted or not each.bodyweight_share, each.name


def test_cues_are_short_sentences() -> None:
    for cue in (cue for each in library() for cue in each.cues):
        assert cue.endswith("."), cue
        assert len(cue) <= 90, cue


@pytest.mark.parametrize("limitation", LIMITATIONS)
def test_a_limitation_speaks_of_at_least_ten_exercises(limitation: str) -> None:
    tags = tags_held_against(limitation)
    assert tags <= set(MOVEMENT_TAGS)
    assert sum(not tags.isdisjoint(each.movement_tags) for each in library()) >= 10


def test_a_limitation_that_nobody_knows_speaks_of_none() -> None:
    assert tags_held_against("left ear") == frozenset()


@pytest.mark.parametrize(
    ("name", "limitation", "heeds"),
    [
        ("Back Squat", "knee", True),
        ("Deadlift", "lower back", True),
        ("Overhead Press", "shoulder", True),
        ("Push-Up", "wrist", True),
        ("Box Jump", "high impact", True),
        ("Bench Press", "pregnancy", True),
        ("Pull-Up", "overhead", True),
        ("Triceps Dip", "shoulder", True),
        ("Hanging Leg Raise", "grip", True),
        ("Kipping Muscle-Up", "shoulder", True),
        ("Dead Bug", "lower back", False),
        ("Seated Cable Row", "lower back", False),
        ("Leg Extension", "overhead", False),
        ("Lateral Raise", "knee", False),
        ("Exercise Bike", "high impact", False),
        ("Cable Wood Chop", "jumping", False),
        ("Romanian Deadlift", "knee", False),
    ],
)
def test_well_known_exercises_are_tagged_as_a_trainer_would(name: str, limitation: str, heeds: bool) -> None:
    exercise = next(each for each in library() if each.name == name)
    assert tags_held_against(limitation).isdisjoint(exercise.movement_tags) is not heeds


def test_a_word_that_is_not_known_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "library.csv"
    header = "name,aliases,category,pattern,level,force,mechanic,equipment,primary_muscles,secondary_muscles,tracking,"
    file.write_text(
        f"{header}bodyweight_share,is_unilateral,movement_tags,cues\nSquat,,Quads,squat,novice,,,,,,LOAD_REPS,0,0,,\n"
    )
    with pytest.raises(ValueError, match="NOVICE"):
        read_library(file)
