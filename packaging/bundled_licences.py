"""Gathers the licences of all that is in a bundle, as most of them ask."""

import re
import shutil
import sys
import sysconfig
import tomllib
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from linux_libraries import compiled, known_libraries, package_of

ROOT = Path(__file__).resolve().parent.parent


def add_licences(folder: Path) -> None:
    """Put every licence that can be found into the folder, one folder in `licenses` for each package."""
    shutil.copy(ROOT / "LICENSE", folder / "LICENSE")
    home = folder / "licenses"
    shutil.copytree(ROOT / "packaging" / "licenses", home, dirs_exist_ok=True)
    for package in bundled():
        for file in package.files or ():
            if is_licence(file.name):
                put(Path(str(package.locate_file(file))), home / package.name)
    put(Path(sysconfig.get_path("stdlib")) / "LICENSE.txt", home / "Python")
    if sys.platform == "linux":
        add_system_licences(folder, home)


def add_system_licences(folder: Path, home: Path) -> None:
    """The libraries that came from the Debian that we build on, with what Debian says of their licence."""
    libraries = known_libraries()
    names = {path.name for path in compiled(folder) if path.parent.name == "_internal"} & libraries.keys()
    for package in {package_of(libraries[name]) for name in names}:
        put(Path("/usr/share/doc") / package / "copyright", home / "system" / package)


def put(text: Path, folder: Path) -> None:
    """Copy a licence, if it is there."""
    if text.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(text, folder)


def is_licence(name: str) -> bool:
    """Whether a file's name says that it is a licence or a notice."""
    return re.match(r"(licen[cs]e|copying|notice|authors)", name, re.IGNORECASE) is not None and name[-3:] != ".py"


def bundled() -> Iterator[Distribution]:
    """The packages that the program needs when it runs, and those that they need, each once."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    todo, seen = names(project["dependencies"]), set[str]()
    while todo:
        current = todo.pop()
        if current in seen:
            continue
        seen.add(current)
        try:
            package = distribution(current)
        except PackageNotFoundError:
            continue  # needed on another system only
        yield package
        todo += names(package.requires or ())


def names(requirements: Iterable[str]) -> list[str]:
    """What is required, without versions; what only an extra requires is left out."""
    always = (line for line in requirements if "extra ==" not in line)
    return [re.split(r"[^\w.-]", line, maxsplit=1)[0].lower() for line in always]
