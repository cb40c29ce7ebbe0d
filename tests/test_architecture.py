"""The house stands as `docs/architecture.md` says: layers, what each may import, sizes, and what files may name."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "fitwell_desktop"

WINDOW = {"app", "ui", "views", "tour"}
SYNC = {"sync"}
RESERVED = {
    "PySide6": WINDOW,
    "PySide6.QtCore": WINDOW | {"media"},
    "PySide6.QtGui": WINDOW | {"media"},
    "PySide6.QtNetwork": set[str](),
    "PySide6.QtNetwork.QLocalServer": {"app", "ui"},
    "PySide6.QtNetwork.QLocalSocket": {"app", "ui"},
    "pyqtgraph": {"ui", "views"},
    "sqlalchemy": {"core", "models", "domain", "demo"},
    "alembic": {"core"},
    "sqlcipher3": {"core"},
    "sqlite3": set[str](),
    "keyring": {"core"},
    "reportlab": {"reports"},
    "PIL": {"media", "reports", "demo"},
    **dict.fromkeys(("requests", "urllib3", "stripe", "smtplib", "imaplib", "poplib", "ftplib", "ssl"), SYNC),
    **dict.fromkeys(("http.client", "http.server", "urllib.request", "socket", "socketserver"), SYNC),
    "apscheduler": SYNC,
}
"""Which layers may import a library; the longest name that fits an import decides. Nobody may import `sqlite3`:
it is another SQLite than ours, without encryption and with other bugs. Of Qt's network, one running copy of the program
speaks to a second start, and that is all."""

LONGEST_FILE = 400
LONGEST_FUNCTION = 40
MEDIAN_FILE = 100
MEDIAN_FUNCTION = 6


def sources(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def tracked_files() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def imports(path: Path) -> Iterator[str]:
    """Every dotted name that a file imports, wherever in it: `from a import b` gives a.b."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def layer(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def reserved_for(name: str) -> set[str] | None:
    """The layers that may import this, or None where everyone may."""
    words = name.split(".")
    prefixes = (".".join(words[:count]) for count in range(len(words), 0, -1))
    return next((RESERVED[prefix] for prefix in prefixes if prefix in RESERVED), None)


def lengths(path: Path) -> Iterator[tuple[str, int]]:
    """Each function of a file and its lines, from `def` to the end."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno is not None
            yield f"{path.relative_to(ROOT)}:{node.lineno} {node.name}", node.end_lineno - node.lineno + 1


def test_layers_import_only_those_below_and_panels_not_each_other() -> None:
    linter = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as main; main()"]
    checked = subprocess.run(
        [*linter, "--no-logo", "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_each_library_is_imported_only_where_it_belongs() -> None:
    strays = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in sources("fitwell_desktop")
        for name in imports(path)
        if (allowed := reserved_for(name)) is not None and layer(path) not in allowed
    ]
    assert strays == []


def test_tables_are_looked_up_only_where_all_of_them_are_known() -> None:
    asked = [path for path in sources("fitwell_desktop") if "Table.metadata" in path.read_text("utf-8")]
    assert [path.relative_to(PACKAGE).as_posix() for path in asked] == ["core/tables.py"]


@pytest.mark.parametrize(
    ("name", "allowed"),
    [
        ("PySide6.QtGui.QImage", "media"),
        ("PySide6.QtWidgets.QWidget", "views"),
        ("urllib.request.urlopen", "sync"),
        ("sqlalchemy.orm.Session", "domain"),
    ],
)
def test_a_reserved_library_is_known_by_any_part_of_it(name: str, allowed: str) -> None:
    assert allowed in (reserved_for(name) or ())


def test_the_harmless_part_of_a_package_is_free_for_everyone() -> None:
    assert reserved_for("urllib.parse.quote") is None
    assert reserved_for("http.HTTPStatus") is None


def test_no_file_is_long() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in sources("fitwell_desktop", "tests", "packaging", "benchmarks")
        if (lines := len(path.read_text("utf-8").splitlines())) > LONGEST_FILE
    }
    assert long == {}


def test_no_function_is_long() -> None:
    files = sources("fitwell_desktop", "tests", "packaging", "benchmarks")
    long = {name: lines for path in files for name, lines in lengths(path) if lines > LONGEST_FUNCTION}
    assert long == {}


def test_files_and_functions_are_short_as_a_rule() -> None:
    files = sources("fitwell_desktop")
    assert median(len(path.read_text("utf-8").splitlines()) for path in files) <= MEDIAN_FILE
    bodies = [lines - 1 for path in files for _, lines in lengths(path)]
    assert median(bodies) <= MEDIAN_FUNCTION


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        str(path.relative_to(ROOT))
        for path in sources("fitwell_desktop", "tests", "packaging", "benchmarks", "migrations")
        if (text := path.read_text("utf-8")).strip() and not ast.get_docstring(ast.parse(text))
    ]
    assert silent == []


def test_nothing_is_called_a_drawer_for_odds_and_ends() -> None:
    vague = {"utils", "util", "helpers", "helper", "manager", "managers", "misc", "common"}
    assert [path for path in sources("fitwell_desktop") if path.stem in vague or path.parent.name in vague] == []


FORBIDDEN = {
    "a path of one machine": r"(?<![\w.])/(?:work|root)/",
    "a package registry's host": r"(?:files\.)?python{0}hosted\.org|py{0}pi\.org|registry\.npm{0}js|deb\.debian{0}\.org",
    "an address with a password in it": r"\w+://[^\s/:@{}]+:[^\s/@{}]+@(?![\w.]*example\b)",
}
"""The empty `{0}` keeps a pattern from finding itself."""


def test_no_file_names_a_machine_or_a_registry() -> None:
    patterns = {what: re.compile(pattern) for what, pattern in FORBIDDEN.items()}
    found = []
    for path in tracked_files():
        text = path.read_bytes().decode("utf-8", "ignore")
        found += [
            f"{path.relative_to(ROOT)} names {what}" for what, pattern in patterns.items() if pattern.search(text)
        ]
    assert found == []


def test_no_large_file_is_in_the_repository() -> None:
    assert [path.name for path in tracked_files() if path.stat().st_size > 2_000_000] == []
