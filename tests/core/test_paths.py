"""What ships with the program is found wherever it was installed."""

import sys
from pathlib import Path

import pytest

from fitwell_desktop.core import paths


def test_a_source_tree_has_it_beside_the_package() -> None:
    assert (paths.shipped("migrations") / "env.py").is_file()


def test_a_bundle_has_it_where_it_was_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "migrations").mkdir()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.shipped("migrations") == tmp_path / "migrations"


def test_the_programs_own_files_are_found_by_their_parts() -> None:
    assert paths.resource("fonts", "LICENSE.txt").is_file()
    assert paths.resource("icons", "LICENSE.txt").is_file()


def test_an_incomplete_program_says_so() -> None:
    with pytest.raises(FileNotFoundError, match="install the program again"):
        paths.shipped("no-such-folder")


def test_data_settings_and_logs_have_the_programs_name() -> None:
    for folder in (paths.data_dir(), paths.config_dir(), paths.log_dir()):
        assert paths.NAME in folder.parts
