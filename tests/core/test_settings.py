"""Settings survive a restart, and a file that can't be read costs nothing but its own values."""

import os
from pathlib import Path
from unittest.mock import Mock
from uuid import uuid4

import pytest

from fitwell_desktop.core.settings import Settings


def test_a_value_is_there_after_a_restart(tmp_path: Path) -> None:
    Settings(tmp_path / "settings.json").put("theme", "dark")
    assert Settings(tmp_path / "settings.json").get("theme", "system") == "dark"


def test_a_folder_whose_name_is_no_text_is_kept_too(tmp_path: Path) -> None:
    name = os.fsdecode(b"/srv/B\xfcro")
    Settings(tmp_path / "settings.json").put("practice.last", name)
    assert Settings(tmp_path / "settings.json").get("practice.last", "") == name


def test_the_values_of_one_part_stand_beside_those_of_another(tmp_path: Path) -> None:
    settings, chosen = Settings(tmp_path / "settings.json"), uuid4()
    settings.part("practice one").put("in_hand", chosen)
    settings.part("practice two").put("in_hand", None)
    settings.part("practice two").put("list", "nonsense")
    again = Settings(tmp_path / "settings.json")
    assert again.part("practice one").get_id("in_hand") == chosen
    assert again.part("practice two").get_id("in_hand") is None
    assert again.part("practice two").get_id("list") is None
    assert again.part("practice two").get("list", 7) == 7


def test_values_that_change_together_are_written_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written = Mock(wraps=os.replace)
    monkeypatch.setattr(os, "replace", written)
    settings, chosen = Settings(tmp_path / "settings.json"), uuid4()
    heard: list[str] = []
    settings.listeners.append(heard.append)
    settings.put_all({"theme": "dark", "scale": 100})
    settings.part("practice").put_all({"list": chosen, "state": "ACTIVE"})
    assert written.call_count == 2
    assert heard == ["theme", "scale", "practice"]
    again = Settings(tmp_path / "settings.json")
    assert (again.get("theme", ""), again.get("scale", 0)) == ("dark", 100)
    assert (again.part("practice").get_id("list"), again.part("practice").get("state", "")) == (chosen, "ACTIVE")


def test_listeners_hear_of_changes_only(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    heard: list[str] = []
    settings.listeners.append(heard.append)
    settings.put("theme", "dark")
    settings.put("theme", "dark")
    assert heard == ["theme"]


@pytest.mark.parametrize(
    "content",
    [b"", b'{"theme": "da', b"\0" * 100, "{“theme”".encode("utf-16"), b"[" * 100_000, b"9" * 5_000, b"[1]"],
    ids=["empty", "cut", "nul", "utf-16", "deep", "long number", "list"],
)
def test_a_broken_file_is_set_aside_with_a_notice(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    settings = Settings(path)
    assert settings.get("theme", "system") == "system"
    assert "set back" in settings.notice
    assert path.with_suffix(".bad").read_bytes() == content


def test_a_value_of_another_type_gives_the_default(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"scale": "big"}')
    assert Settings(path).get("scale", 100) == 100


def test_what_the_disk_does_not_take_holds_and_is_written_the_next_time(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    settings = Settings(path)
    heard: list[str] = []
    settings.listeners.append(heard.append)
    path.with_suffix(".new").mkdir()
    settings.put("theme", "dark")
    assert settings.get("theme", "system") == "dark"
    assert heard == ["theme"]
    path.with_suffix(".new").rmdir()
    settings.put("theme", "dark")
    assert heard == ["theme"]
    assert Settings(path).get("theme", "system") == "dark"


def test_a_broken_file_that_can_not_be_set_aside_keeps_nobody_from_starting(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text("{")
    path.with_suffix(".bad").mkdir()
    assert "set back" in Settings(path).notice
