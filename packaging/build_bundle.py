"""Build dist/fitwell, a folder with the program and all it needs, and have the built program check itself."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from bundled_licences import add_licences
from linux_libraries import compiled, needed_libraries

ROOT = Path(__file__).resolve().parent.parent
BUNDLE = ROOT / "dist" / "fitwell"
PROGRAM = BUNDLE / ("fitwell-desktop.exe" if os.name == "nt" else "fitwell-desktop")

UNSTRIPPABLE = ("numpy.libs", "pillow.libs")
"""Their libraries do not load any more once they are stripped."""


LOADED_BY_NAME = ("libpython", "libssl", "libcrypto")


def build() -> None:
    """Run PyInstaller over the recipe."""
    shutil.rmtree(BUNDLE, ignore_errors=True)
    places = ["--distpath", str(BUNDLE.parent), "--workpath", str(ROOT / "build" / "pyinstaller")]
    recipe = str(ROOT / "packaging" / "fitwell.spec")
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", *places, recipe]
    subprocess.run(command, check=True, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})


def drop_orphans(folder: Path) -> None:
    """Delete the libraries that nothing in the folder needs any more, and then those that only these needed."""
    needed_by = {library: needed_libraries(library) for library in compiled(folder)}
    while True:
        needed = set[str]().union(*needed_by.values())
        orphans = [path for path in needed_by if path.name.startswith("lib") and is_orphan(path, needed)]
        if not orphans:
            return
        for path in orphans:
            path.unlink()
            del needed_by[path]


def is_orphan(library: Path, needed: set[str]) -> bool:
    """A shared library that no other names. Plugins are loaded by their place, and some libraries by name at run time."""
    return library.name not in needed and "plugins" not in library.parts and not library.name.startswith(LOADED_BY_NAME)


def strip(folder: Path) -> None:
    """Take the symbols out of the Linux libraries, but for those that would break."""
    for library in compiled(folder):
        if ".so" in library.name and not any(part in UNSTRIPPABLE for part in library.parts):
            subprocess.run(["strip", "--strip-unneeded", library], check=True)


def check() -> None:
    """Run the built program's own check as on a machine that has neither Python nor our source."""
    with tempfile.TemporaryDirectory() as home:
        bare = {"PATH": "/usr/bin:/bin", "HOME": home, "QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8"}
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"} if os.name == "nt" else bare
        subprocess.run([PROGRAM, "--check"], check=True, cwd=home, env=environment, timeout=120)


def size(folder: Path) -> int:
    """Bytes on disk."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file())


def main() -> None:
    """Build, slim, add the licences, check."""
    build()
    if sys.platform == "linux":
        drop_orphans(BUNDLE)
        strip(BUNDLE)
    add_licences(BUNDLE)
    check()
    print(f"{BUNDLE.relative_to(ROOT)} is built and has checked itself: {size(BUNDLE) / 1e6:.0f} MB.")


if __name__ == "__main__":
    main()
