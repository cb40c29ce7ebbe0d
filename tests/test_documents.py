"""What the documents say is so: the README's shortcuts are the program's, its files and pictures are there."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from fitwell_desktop.ui.actions import Action, actions_of
from fitwell_desktop.ui.window_actions import WindowActions
from fitwell_desktop.views import LAYOUTS, PANELS

ROOT = Path(__file__).resolve().parent.parent
BEGIN, END = "<!-- shortcuts: begin -->", "<!-- shortcuts: end -->"


def declared() -> Iterator[Action]:
    """All actions of the window and of the places, in the order of the code."""
    yield from actions_of(WindowActions)
    for place in PANELS:
        yield from actions_of(place.panel_class())


def table() -> str:
    """The shortcuts as the README shows them."""
    rows = [f"| {shown(a.shortcut)} | {a.text.rstrip('…')} | {a.menu} |" for a in declared() if a.shortcut]
    places = [f"| {shown(f'G, {place.key}')} | Go to {place.title} | Go |" for place in PANELS]
    layouts = f"| {shown('Ctrl+1')} … {shown(f'Ctrl+{len(LAYOUTS)}')} | Layouts | View |"
    return "\n".join(["| keys | what they do | menu |", "| --- | --- | --- |", *rows, *places, layouts])


def shown(keys: str) -> str:
    return " ".join(f"<kbd>{part}</kbd>" for part in keys.split(", "))


def written() -> str:
    _, _, rest = (ROOT / "README.md").read_text("utf-8").partition(BEGIN)
    return rest.partition(END)[0].strip()


def test_the_shortcuts_in_the_readme_are_those_of_the_program() -> None:
    assert written() == table(), f"Between the marks in README.md should stand:\n\n{table()}"


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "packaging/README.md", "docs/architecture.md"])
def test_every_link_of_a_document_leads_to_a_file(name: str) -> None:
    document = ROOT / name
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", document.read_text("utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []


def test_pictures_in_the_documents_are_small() -> None:
    pictures = list((ROOT / "docs" / "pictures").glob("*.png"))
    assert pictures
    assert [picture.name for picture in pictures if picture.stat().st_size > 300_000] == []


def test_every_command_of_make_in_the_readme_is_there() -> None:
    targets = set(re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = set(re.findall(r"make ([a-z][\w-]*)", (ROOT / "README.md").read_text("utf-8")))
    assert named - targets - {"demo"} == set()
