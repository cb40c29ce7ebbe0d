"""The program finds its own files wherever it runs from."""

import sys
from pathlib import Path

import pytest

from fitwell_desktop.core.paths import resource


def test_the_source_tree_has_the_resources() -> None:
    assert resource("fonts", "LICENSE.txt").is_file()
    assert resource("icons", "LICENSE.txt").is_file()


def test_a_built_program_looks_beside_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resource("style.qss") == tmp_path / "resources" / "style.qss"
