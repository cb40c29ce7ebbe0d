"""What a backup's file says of itself is never trusted: nonsense and bombs are refused in a sentence."""

import json
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from fitwell_desktop.core import archive
from fitwell_desktop.core.archive import BackupError
from fitwell_desktop.core.backup import verify
from fitwell_desktop.core.folder import PracticeFolder
from fitwell_desktop.core.opening import restore_practice

NOW = datetime(2026, 11, 5, 9, 14, tzinfo=UTC)


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.fwbackup"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as target:
        target.writestr("practice.db", b"\0" * 50_000_000)
        target.writestr("manifest.json", json.dumps({"made_at": str(NOW), "schema": "", "sha256": {"practice.db": ""}}))
    with pytest.raises(BackupError, match="was not used"):
        verify(bomb)


def described(path: Path, manifest: object, compression: int = zipfile.ZIP_STORED) -> Path:
    """A file that says of itself what another program likes."""
    with zipfile.ZipFile(path, "w", compression) as target:
        target.writestr("practice.db", b"")
        target.writestr("manifest.json", json.dumps(manifest))
    return path


@pytest.mark.parametrize("compression", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_bomb_in_the_manifest_is_refused_before_it_is_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, compression: int
) -> None:
    monkeypatch.setattr(archive, "LARGEST_MANIFEST", 1_000_000)
    monkeypatch.setattr(json, "loads", lambda content: pytest.fail("it was read"))
    bomb = described(tmp_path / "bomb.fwbackup", {"made_at": " " * 5_000_000}, compression)
    with pytest.raises(BackupError, match="was not used"):
        verify(bomb)


@pytest.mark.parametrize(
    "wrong",
    [
        *({"schema": 1}, {"made_at": 5}, {"sha256": ["practice.db"]}, {"sha256": {"practice.db": 7}}),
        *({"beside": "ab"}, {"beside": [1]}, {"beside": None}, {"more": ""}),
    ],
    ids=str,
)
def test_a_backup_that_says_nonsense_of_itself_is_refused_in_a_sentence(
    tmp_path: Path, wrong: dict[str, object]
) -> None:
    right = {"made_at": NOW.isoformat(), "schema": "0001", "sha256": {"practice.db": "0" * 64}, "beside": []}
    backup = described(tmp_path / "odd.fwbackup", {**right, **wrong})
    with pytest.raises(BackupError, match="not a sound FitWell backup"):
        restore_practice(backup, PracticeFolder(tmp_path / "new"), NOW)
