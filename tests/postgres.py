"""A PostgreSQL of our own for contract tests: a fresh cluster in a temporary folder, on a Unix socket alone."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa

NOBODY = "nobody"
"""PostgreSQL refuses to run as root; then it runs as this user."""


@contextmanager
def temporary_postgres() -> Iterator[sa.Engine]:
    """An engine on an empty database, which is gone afterwards."""
    binaries = _binaries()
    user = NOBODY if os.geteuid() == 0 else None
    folder = Path(tempfile.mkdtemp(prefix="fitwell-pg-"))
    if user:
        shutil.chown(folder, user)

    def run(program: str, *arguments: str) -> None:
        with (folder / "output").open("ab") as output:
            done = subprocess.run(
                [binaries / program, "-D", folder / "data", *arguments],
                user=user, cwd="/", stdin=subprocess.DEVNULL, stdout=output, stderr=output, check=False,
            )  # fmt: skip
        if done.returncode:
            raise AssertionError(f"{program} failed:\n{(folder / 'output').read_text()}")

    try:
        run("initdb", "-U", "fitwell", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
        run("pg_ctl", "start", "-w", "-l", str(folder / "log"), "-o", f"-k {folder} -c listen_addresses= -c fsync=off")
        try:
            engine = sa.create_engine(f"postgresql+psycopg://fitwell@/postgres?host={folder}")
            yield engine
            engine.dispose()
        finally:
            run("pg_ctl", "stop", "-w", "-m", "immediate")
    finally:
        shutil.rmtree(folder)


def _binaries() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    on_path = shutil.which("initdb")
    if found or on_path:
        return (found[-1] if found else Path(on_path or "")).parent
    raise AssertionError("The contract tests need PostgreSQL: sudo apt-get install postgresql")
