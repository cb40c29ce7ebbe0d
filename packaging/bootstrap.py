"""Bring FitWell up on a fresh machine: system libraries, a Python, .venv, the locked packages.

    python3 packaging/bootstrap.py [--window] [--test] [--bundle]

It needs the standard library alone (Python 3.11 or newer; Linux, macOS, Windows). What is there already is left alone:
a second call takes a fraction of a second.
"""

import argparse
import ctypes
import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TESTED = (3, 11)
NEWEST = (3, 14)


@dataclass(frozen=True)
class Need:
    """A Debian package, what shows that it is there (a library, a program, a Python module, files), and why we want it."""

    package: str
    shown_by: str
    why: str

    def is_met(self) -> bool:
        """Ask the system itself, so that a library which came some other way counts as well."""
        if self.shown_by.startswith("/"):
            return any(Path("/").glob(self.shown_by[1:]))
        if self.shown_by.startswith("import "):
            return importlib.util.find_spec(self.shown_by.removeprefix("import ")) is not None
        if ".so." in self.shown_by:
            return _loads(self.shown_by)
        return shutil.which(self.shown_by) is not None


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


ALWAYS = (
    Need("python3-venv", "import ensurepip", "keeps FitWell's Python packages apart from the system's"),
    Need("libglib2.0-0", "libgthread-2.0.so.0", "Qt's event loop"),
    Need("libegl1", "libEGL.so.1", "Qt draws with it"),
    Need("libgl1", "libGL.so.1", "Qt draws with it"),
    Need("libdbus-1-3", "libdbus-1.so.3", "Qt asks the desktop for its settings"),
    Need("libfontconfig1", "libfontconfig.so.1", "Qt finds fonts"),
    Need("libxkbcommon0", "libxkbcommon.so.0", "Qt reads the keyboard"),
    Need("libbrotli1", "libbrotlidec.so.1", "Qt unpacks compressed fonts"),
    Need("libgssapi-krb5-2", "libgssapi_krb5.so.2", "Qt lets a second start find the first"),
)
WINDOW = (
    Need("libxcb-cursor0", "libxcb-cursor.so.0", "Qt opens windows"),
    Need("libxcb-icccm4", "libxcb-icccm.so.4", "Qt opens windows"),
    Need("libxcb-keysyms1", "libxcb-keysyms.so.1", "Qt opens windows"),
    Need("libxcb-shape0", "libxcb-shape.so.0", "Qt opens windows"),
    Need("libxkbcommon-x11-0", "libxkbcommon-x11.so.0", "Qt reads the keyboard in windows"),
)
VIRTUAL_SCREEN = (
    Need("xvfb", "Xvfb", "there is no screen here: a virtual one"),
    Need("openbox", "openbox", "windows on the virtual screen are placed and focused"),
)
TESTS = (
    Need("git", "git", "tests look at the files that are in the repository"),
    Need("postgresql", "/usr/lib/postgresql/*/bin/initdb", "a test creates the tables on a real PostgreSQL"),
    Need("gnome-keyring", "gnome-keyring-daemon", "a test keeps a secret in a real keyring"),
    Need("dbus-daemon", "dbus-run-session", "the keyring is reached over a bus of its own"),
    Need("poppler-utils", "pdftotext", "tests read our PDFs with another program"),
)
BUNDLE = (
    Need("binutils", "objdump", "finds and strips the libraries that go into the bundle"),
    Need("libpython3.11", sysconfig.get_config_var("INSTSONAME") or "libpython3.11.so.1.0", "goes into the bundle"),
    Need("desktop-file-utils", "desktop-file-validate", "checks the menu entry"),
    Need("appstream", "appstreamcli", "checks the description for software centres"),
    Need("nsis", "makensis", "checks the Windows installer's script"),
)


def main() -> None:
    """Read the arguments and bring up what they ask for."""
    words = argparse.ArgumentParser(description="Set FitWell up on this machine.")
    words.add_argument("--window", action="store_true", help="what a window needs; without a screen, a virtual one")
    words.add_argument("--test", action="store_true", help="what the tests need")
    words.add_argument("--bundle", action="store_true", help="what building the packages needs")
    wanted = words.parse_args()
    if sys.platform == "linux":
        needs = system_needs(os.environ, window=wanted.window, test=wanted.test, bundle=wanted.bundle)
        provide([need for need in needs if not need.is_met()])
    Environment(ROOT).bring_up()


def system_needs(environ: Mapping[str, str], *, window: bool, test: bool, bundle: bool) -> list[Need]:
    """What the system must have for the things that are asked for."""
    has_screen = bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))
    needs = [*ALWAYS]
    if window:
        needs += WINDOW if has_screen else WINDOW + VIRTUAL_SCREEN
    if test:
        needs += TESTS
    if bundle:
        needs += BUNDLE
    return needs


def provide(missing: list[Need]) -> None:
    """Install what is missing, saying what and why; without the means to, say the line to run and stop."""
    if not missing:
        return
    print("FitWell needs what this system does not have yet:")
    for need in missing:
        print(f"  {need.package:20} {need.why}")
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *(need.package for need in missing)]
    elevated = elevation() if shutil.which("apt-get") else None
    if elevated is None:
        raise SystemExit(f"Please install it, then start again. On Debian and Ubuntu:\n  sudo {' '.join(install)}")
    print(f"Installing it: {' '.join([*elevated, *install])}", flush=True)
    silently = [*elevated, "env", "DEBIAN_FRONTEND=noninteractive"]
    subprocess.run([*silently, "apt-get", "update", "-qq"], stdin=subprocess.DEVNULL, capture_output=True, check=False)
    done = subprocess.run([*silently, *install], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"{done.stdout}{done.stderr}\nThe packages could not be installed; apt-get says why above.")
    importlib.invalidate_caches()
    if absent := [need.package for need in missing if not need.is_met()]:
        raise SystemExit(f"These were installed, yet can't be found: {', '.join(absent)}.")


def elevation() -> list[str] | None:
    """What to put before a command that root must run: nothing, sudo, or None when neither will do."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    if sys.stdin is not None and sys.stdin.isatty():
        return ["sudo"]
    asks_nothing = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0
    return ["sudo"] if asks_nothing else None


class Environment:
    """The project's `.venv`, and the stamp in it that says what it was made from."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / ".venv"
        self.lock = root / "requirements.lock"
        self.stamp = self.folder / "fitwell.stamp"
        self._programs = self.folder / ("Scripts" if os.name == "nt" else "bin")
        self._suffix = ".exe" if os.name == "nt" else ""

    def program(self, name: str) -> Path:
        """Where a program of the environment is."""
        return self._programs / f"{name}{self._suffix}"

    def made_from(self) -> str:
        """A hash of all that decides what must be in the environment."""
        files = (self.lock, self.root / "pyproject.toml", Path(__file__))
        return hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()

    def is_current(self) -> bool:
        """Whether the environment is whole and made from today's files."""
        whole = self.program("python").exists() and self.stamp.exists()
        return whole and self.stamp.read_text("ascii") == self.made_from()

    def bring_up(self) -> None:
        """Make the environment what the lock says, unless it is that already."""
        if self.is_current():
            return
        self.stamp.unlink(missing_ok=True)
        if not (self.program("python").exists() and self.program("pip").exists()):
            print(f"Making {self.folder.name} …", flush=True)
            _run(find_python(), "-m", "venv", self.folder)
        print("Installing FitWell's packages …", flush=True)
        self._install_uv()
        uv, into = self.program("uv"), ("--python", self.program("python"), "--quiet")
        _run(uv, "pip", "sync", "--require-hashes", "--compile-bytecode", *into, self.lock)
        _run(uv, "pip", "install", "--no-deps", "--no-build-isolation", *into, "--editable", self.root)
        self.stamp.write_text(self.made_from(), "ascii")

    def _install_uv(self) -> None:
        """By pip, and by the lock: the one package that pip installs has its hashes checked like the others."""
        with tempfile.TemporaryDirectory() as folder:
            alone = Path(folder) / "uv.lock"
            alone.write_text(locked("uv", self.lock.read_text("utf-8")), "utf-8")
            pip = (self.program("python"), "-m", "pip", "--disable-pip-version-check", "install", "-qq")
            _run(*pip, "--require-hashes", "--no-deps", "-r", alone)


def locked(package: str, lock: str) -> str:
    """The lines of a lock that pin one package: `name==version` and its hashes."""
    found = re.search(rf"^{re.escape(package)}==.*(?:\n .*)*", lock, re.MULTILINE)
    if found is None:
        raise SystemExit(f"requirements.lock does not name {package}; run `make lock`.")
    return found.group()


def find_python() -> str:
    """The Python that FitWell is tested on, where there is one; else the one that runs this, if FitWell runs on it."""
    ours = sys.version_info[:2]
    if ours == TESTED:
        return sys.executable
    if tested := shutil.which("python{}.{}".format(*TESTED)):
        return tested
    if TESTED <= ours <= NEWEST:
        return sys.executable
    raise SystemExit("FitWell needs Python {}.{}; this is {}.{}.".format(*TESTED, *ours))


def clean_environment(environ: Mapping[str, str]) -> dict[str, str]:
    """Ours without what would bend the set-up: without compiled bytecode, every start of FitWell takes seconds longer."""
    unwanted = {"PYTHONDONTWRITEBYTECODE", "PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "PIP_REQUIRE_VIRTUALENV"}
    return {name: value for name, value in environ.items() if name not in unwanted}


def _run(*command: str | Path) -> None:
    """Run one step; when it fails, its own words have said why."""
    done = subprocess.run(_words(command), env=clean_environment(os.environ), stdin=subprocess.DEVNULL, check=False)
    if done.returncode != 0:
        raise SystemExit(f"FitWell could not be set up: this failed.\n  {' '.join(_words(command))}")


def _words(command: Iterable[str | Path]) -> list[str]:
    return [str(word) for word in command]


if __name__ == "__main__":
    main()
