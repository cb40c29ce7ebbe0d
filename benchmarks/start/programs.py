"""The programs whose start is measured: the floor, FitWell, and its peers where they are installed."""

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from shutil import which

from benchmarks.start.peers import PEERS

ROOT = Path(__file__).resolve().parent.parent.parent
HOMES = ROOT / "build" / "homes"
"""What the programs write for themselves is kept between runs, as it is for their users."""

FLOOR = """
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
window.resize(1440, 900)
window.show()
application.exec()
"""
"""The least that a program of this kind can do."""


ANKI_IS_KNOWN = """
import sys
from aqt.profiles import ProfileManager
manager = ProfileManager(ProfileManager.get_created_base_folder(sys.argv[1]))
manager.setupMeta()
manager.setLang("en_US")
"""
"""Answers the question for the language, which only the very first start asks."""


@dataclass(frozen=True, slots=True)
class Program:
    """What is started, with a home of its own that it may fill; before its first start `prepare` is run there."""

    name: str
    command: tuple[str, ...]
    surroundings: dict[str, str] = field(default_factory=dict)
    prepare: tuple[str, ...] = ()
    says_usable: bool = False
    """Whether it tells on its output when it can be used."""

    @property
    def home(self) -> Path:
        """Its own home folder."""
        return HOMES / self.name

    def environment(self) -> dict[str, str]:
        """The variables that it is started with: those of a user who has this program alone."""
        kept = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "XDG_", "QT_"))}
        home = self.home
        runtime = home / "run"
        runtime.mkdir(parents=True, exist_ok=True)
        runtime.chmod(0o700)
        return {
            **kept,
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_DATA_HOME": str(home / "data"),
            "XDG_CACHE_HOME": str(home / "cache"),
            "XDG_RUNTIME_DIR": str(runtime),
            "PYTHONUNBUFFERED": "1",
            **self.surroundings,
        }


def floor() -> Program:
    """An empty window."""
    return Program("floor", (sys.executable, "-c", FLOOR))


def fitwell(practice: Path) -> Program:
    """FitWell on that practice, saying how long it took."""
    command = (sys.executable, "-m", "fitwell_desktop", "--data", str(practice), "--timing")
    return Program("fitwell", command, says_usable=True)


def peers() -> Iterator[Program]:
    """Those that are here: from PyPI in folders of their own, or the system's."""
    unguarded = {"QTWEBENGINE_DISABLE_SANDBOX": "1"}  # Chromium's sandbox refuses to run as root
    anki, vorta = PEERS / "anki" / "bin" / "anki", PEERS / "vorta" / "bin" / "vorta"
    if anki.exists():
        base = str(HOMES / "anki" / "base")
        prepare = (str(anki.with_name("python")), "-c", ANKI_IS_KNOWN, base)
        yield Program("anki", (str(anki), "-b", base), unguarded, prepare)
    if vorta.exists():
        yield Program("vorta", (str(vorta),))
    for name, arguments in (("gnucash", ["--nofile"]), ("qutebrowser", ["about:blank"]), ("picard", [])):
        if path := which(name):
            yield Program(name, (path, *arguments), unguarded)
