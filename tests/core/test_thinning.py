"""Old backups go, in the measure in which they get old; what nobody but us wrote is never touched."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitwell_desktop.core.thinning import dated, thin, thinned

NOW = datetime(2026, 11, 5, 12, 0, tzinfo=UTC)


def backups_of(ages: list[timedelta]) -> list[tuple[Path, datetime]]:
    return [(Path(f"practice-{NOW - age:%Y-%m-%d-%H%M%S}.fwbackup"), NOW - age) for age in ages]


def test_every_backup_of_the_last_two_days_is_kept() -> None:
    quarters = backups_of([timedelta(minutes=15 * n) for n in range(48 * 4 + 1)])
    assert len(thinned(quarters, NOW)) == len(quarters)


def test_later_the_newest_of_each_day_then_week_then_month_is_kept() -> None:
    hourly = backups_of([timedelta(hours=n) for n in range(24 * 500)])
    kept = {path.name[9:19] for path in thinned(hourly, NOW)}
    days = {f"{NOW - timedelta(days=n):%Y-%m-%d}" for n in range(14)}
    assert days <= kept
    sundays = {f"{datetime(2026, 11, 1, tzinfo=UTC) - timedelta(weeks=n):%Y-%m-%d}" for n in range(9)}
    assert sundays <= kept
    assert {"2026-07-31", "2026-06-30", "2026-01-31", "2025-12-31"} <= kept
    assert not any(day < "2025-11" for day in kept)
    assert len(kept) < 40


def test_nothing_goes_while_nobody_works() -> None:
    old = backups_of([timedelta(days=2000 + n) for n in range(100)])
    last = NOW - timedelta(days=2000)
    assert thinned(old, NOW) == thinned(old, last)


def test_a_backup_made_before_an_upgrade_is_kept_for_90_days() -> None:
    recent, old = (
        (Path(f"pre-upgrade-{at:%Y-%m-%d-%H%M%S}.fwbackup"), at)
        for at in (NOW - timedelta(days=80, hours=3), NOW - timedelta(days=400))
    )
    weekly = backups_of([timedelta(days=7 * n) for n in range(60)])
    kept = set(thinned([recent, old, *weekly], NOW))
    assert recent[0] in kept
    assert old[0] not in kept


@pytest.mark.parametrize("made_meanwhile", [1, 2, 60])
def test_a_clock_that_was_wrong_for_a_while_costs_no_backup(made_meanwhile: int) -> None:
    quarters = backups_of([timedelta(minutes=15 * n) for n in range(100)])
    older = backups_of([timedelta(days=n) for n in range(3, 60)])
    history = thinned([*quarters, *older], NOW)
    astray = NOW.replace(year=2099)
    wrong = [
        (Path(f"practice-{at:%Y-%m-%d-%H%M%S}.fwbackup"), at)
        for at in (astray - timedelta(minutes=15 * n) for n in range(made_meanwhile))
    ]
    assert set(history) <= set(thinned([*wrong, *quarters, *older], astray)), "while it is wrong"
    assert set(history) <= set(thinned([*wrong, *quarters, *older], NOW)), "when it has been put right"
    assert set(history) <= set(thinned([*quarters, *older], NOW.replace(year=2001))), "a clock that was set back"


@given(st.lists(st.integers(0, 60 * 24 * 800), max_size=60))
def test_thinning_twice_is_thinning_once(minutes: list[int]) -> None:
    once = thinned(backups_of([timedelta(minutes=n) for n in minutes]), NOW)
    times = dict(backups_of([timedelta(minutes=n) for n in minutes]))
    assert thinned([(path, times[path]) for path in once], NOW) == once


def test_backups_that_a_person_asked_for_and_files_of_others_stay(tmp_path: Path) -> None:
    mine = tmp_path / "practice-2026-10-01-110000.fwbackup"
    newer = tmp_path / "practice-2026-10-01-120000.fwbackup"
    asked_for = tmp_path / "complete-2026-10-01-110000.fwbackup"
    theirs = [asked_for, tmp_path / "before the move.fwbackup", tmp_path / "notes.txt"]
    for path in (mine, newer, *theirs):
        path.write_bytes(b"")
    thin(tmp_path, NOW)
    assert set(tmp_path.iterdir()) == {newer, *theirs}
    assert [path for path, _ in dated(tmp_path)] == [asked_for, newer]
