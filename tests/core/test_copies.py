"""Copies for other programs do not outlive the practice that they came from, nor do those of a start that was killed."""

import os
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from fitwell_desktop.core.copies import Copies, remove_old

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def aged(folder: Path, hours: int) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "letter.pdf").write_text("Dear Ava")
    moment = NOW.timestamp() - hours * 3600
    os.utime(folder, (moment, moment))
    return folder


def test_all_copies_go_when_the_practice_is_closed(temporary: Path) -> None:
    copies = Copies()
    first, second = copies.folder(), copies.folder()
    (first / "letter.pdf").write_text("Dear Ava")
    assert first != second
    assert first.stat().st_mode & 0o077 == 0, "nobody else may read them"
    copies.remove()
    assert list(temporary.iterdir()) == []


def test_what_a_killed_start_left_goes_a_day_later(temporary: Path) -> None:
    left = aged(Copies().folder(), hours=25)
    unpacked = aged(temporary / "fitwell-verify-ab12cd_9", hours=25)
    in_use = aged(Copies().folder(), hours=23)
    someones = aged(temporary / "fitwell-practice-of-mine", hours=99)
    elsewhere = aged(temporary / "elsewhere", hours=99)
    (temporary / "fitwell-open-abcdefgh").symlink_to(elsewhere)
    assert remove_old(NOW) == 2
    assert not left.exists()
    assert not unpacked.exists()
    assert in_use.exists()
    assert (someones / "letter.pdf").exists()
    assert (elsewhere / "letter.pdf").exists()
