"""The tour's first day, chapter by chapter in one window, as a test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from fitwell_desktop.tour.chapter import Chapter, go_through
from fitwell_desktop.tour.failure import TourFailed, ensure
from fitwell_desktop.tour.running import FIRST_DAY
from fitwell_desktop.tour.stage import Stage


@pytest.fixture
def stage(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    """An empty stage, whose end does not end the application that all tests share."""
    monkeypatch.setattr(QApplication, "exit", lambda *_code: None)
    stage = Stage(qapp, tmp_path)
    yield stage
    stage.close()


def test_a_first_day_goes_well_from_the_first_run_pages_to_the_restart(stage: Stage) -> None:
    told: list[str] = []
    steps = go_through(FIRST_DAY, stage, told.append)
    assert steps == sum(len(chapter.steps) for chapter in FIRST_DAY)
    assert told[0] == "The first start"
    assert (stage.out / "invoice.pdf").read_bytes().startswith(b"%PDF-")


def test_a_step_that_does_not_go_well_ends_the_tour_with_a_sentence_that_names_it(stage: Stage) -> None:
    def trip(stage: Stage) -> None:
        """The trainer trips."""
        ensure(held=False, expected="Somebody left a kettlebell here.")

    with pytest.raises(TourFailed, match=r"Step 1, “The trainer trips.”: Somebody left a kettlebell here."):
        go_through([Chapter("A bad day", (trip,))], stage, lambda said: None)
