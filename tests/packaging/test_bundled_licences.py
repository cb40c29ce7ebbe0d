"""A bundle carries the licences of what is in it."""

from pathlib import Path

from bundled_licences import add_licences, bundled


def test_what_the_program_needs_is_followed_to_the_end_and_tools_are_left_out() -> None:
    names = {package.name.lower() for package in bundled()}
    assert {"pyside6-essentials", "sqlcipher3", "mako"} <= {name.replace("_", "-") for name in names}
    assert names.isdisjoint({"pytest", "mypy", "pyinstaller"})


def test_licences_are_put_beside_the_program(tmp_path: Path) -> None:
    add_licences(tmp_path)
    texts = {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file()}
    assert {"LICENSE", "licenses/LGPL-3.0.txt", "licenses/SQLCipher.txt", "licenses/alembic/LICENSE"} <= texts
