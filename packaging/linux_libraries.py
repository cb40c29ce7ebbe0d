"""What compiled files there are in a folder, which libraries they need, and which Debian packages bring the others."""

import re
import subprocess
from pathlib import Path


def compiled(folder: Path) -> list[Path]:
    """Programs and shared libraries, told by their first bytes; links are left out."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return [path for path in files if is_compiled(path)]


def is_compiled(path: Path) -> bool:
    """Whether the loader would take it."""
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def needed_libraries(path: Path) -> set[str]:
    """The names of the libraries that the loader will look for."""
    header = subprocess.run(["objdump", "-p", path], capture_output=True, text=True, check=True).stdout
    return set(re.findall(r"NEEDED\s+(\S+)", header))


def debian_dependencies(folder: Path) -> list[str]:
    """The packages that hold what the folder's programs and libraries need and the folder does not have."""
    files = compiled(folder)
    present = {path.name for path in folder.rglob("*.so*")}
    missing = set[str]().union(*(needed_libraries(path) for path in files)) - present
    homes = known_libraries()
    return sorted({package_of(homes[name]) for name in missing if name in homes})


def known_libraries() -> dict[str, Path]:
    """Where the system's loader finds each library."""
    cache = subprocess.run(["/sbin/ldconfig", "-p"], capture_output=True, text=True, check=True).stdout
    found = re.findall(r"^\s*(\S+) \(.*x86-64.*\) => (\S+)$|^\s*(\S+) \(.*AArch64.*\) => (\S+)$", cache, re.MULTILINE)
    return {name or other: Path(path or elsewhere) for name, path, other, elsewhere in reversed(found)}


def package_of(library: Path) -> str:
    """The Debian package that a library came with."""
    real = library.resolve()
    for path in (real, Path("/") / real.relative_to("/usr") if real.is_relative_to("/usr") else real):
        owner = subprocess.run(["dpkg-query", "--search", path], capture_output=True, text=True, check=False)
        if owner.returncode == 0:
            return owner.stdout.split(":", 1)[0]
    raise SystemExit(f"No Debian package holds {library}: build on a plain Debian.")
