"""The set-up of a fresh machine: what it asks for, what it says, what it leaves alone."""

import os
import subprocess
import sys
from pathlib import Path

import bootstrap
import pytest
from bootstrap import Environment, Need

ROOT = Path(__file__).resolve().parent.parent
GONE = Need("libgone1", "libgone.so.99", "shows what the user reads")
LOCK = """\
other==1.0 \\
    --hash=sha256:aa
uv==0.1 ; sys_platform == 'linux' \\
    --hash=sha256:bb \\
    --hash=sha256:cc
uv-more==2.0 \\
    --hash=sha256:dd
"""


def packages(environ: dict[str, str], *, window: bool = False, test: bool = False, bundle: bool = False) -> set[str]:
    return {need.package for need in bootstrap.system_needs(environ, window=window, test=test, bundle=bundle)}


def test_a_virtual_screen_is_wanted_only_for_a_window_where_there_is_no_screen() -> None:
    assert "xvfb" in packages({}, window=True)
    assert "xvfb" not in packages({"DISPLAY": ":0"}, window=True)
    assert "xvfb" not in packages({"WAYLAND_DISPLAY": "wayland-0"}, window=True)
    assert "xvfb" not in packages({})


def test_tests_and_bundles_want_their_own_things() -> None:
    assert "postgresql" in packages({}, test=True) - packages({})
    assert "nsis" in packages({}, bundle=True) - packages({})


def test_no_package_is_asked_for_without_a_reason_or_twice() -> None:
    needs = bootstrap.system_needs({}, window=True, test=True, bundle=True)
    assert all(need.why for need in needs)
    assert len({need.package for need in needs}) == len(needs)


@pytest.mark.parametrize(
    ("shown_by", "there"),
    [
        (sys.executable, True),
        ("/usr/lib/no-such-folder/*/bin/initdb", False),
        ("import ensurepip", True),
        ("import no_such_module", False),
        ("libgone.so.99", False),
        ("no-such-program", False),
    ],
)
def test_the_system_itself_says_what_is_there(shown_by: str, *, there: bool) -> None:
    assert Need("package", shown_by, "").is_met() is there


def test_without_the_means_to_install_the_exact_line_to_run_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(SystemExit) as stopped:
        bootstrap.provide([GONE])
    assert "sudo apt-get install --yes --no-install-recommends libgone1" in str(stopped.value)
    assert "shows what the user reads" in capsys.readouterr().out


def test_nothing_is_said_when_nothing_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    bootstrap.provide([])
    assert capsys.readouterr().out == ""


def test_the_lines_of_one_package_are_found_in_the_lock() -> None:
    assert bootstrap.locked("uv", LOCK).splitlines() == [
        "uv==0.1 ; sys_platform == 'linux' \\",
        "    --hash=sha256:bb \\",
        "    --hash=sha256:cc",
    ]


def test_a_lock_without_the_installer_is_refused_with_what_to_do() -> None:
    with pytest.raises(SystemExit, match="make lock"):
        bootstrap.locked("absent", LOCK)


def test_the_real_lock_pins_the_installer_and_names_no_host() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    assert "--hash=sha256:" in bootstrap.locked("uv", lock)
    assert "://" not in lock


def test_what_slows_every_start_or_bends_the_set_up_is_dropped() -> None:
    environ = {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": "elsewhere", "HOME": "kept"}
    assert bootstrap.clean_environment(environ) == {"HOME": "kept"}


def test_the_stamp_goes_stale_with_the_lock(tmp_path: Path) -> None:
    environment = fresh_project(tmp_path)
    assert not environment.is_current()
    environment.program("python").parent.mkdir(parents=True)
    environment.program("python").touch()
    environment.stamp.write_text(environment.made_from(), "ascii")
    assert environment.is_current()
    environment.lock.write_text("changed", "utf-8")
    assert not environment.is_current()


def test_an_environment_whose_python_is_gone_is_not_current(tmp_path: Path) -> None:
    environment = fresh_project(tmp_path)
    environment.folder.mkdir()
    environment.stamp.write_text(environment.made_from(), "ascii")
    assert not environment.is_current()


def fresh_project(folder: Path) -> Environment:
    (folder / "requirements.lock").write_text("uv==0.1", "utf-8")
    (folder / "pyproject.toml").write_text("", "utf-8")
    return Environment(folder)


@pytest.mark.contract
@pytest.mark.timeout(900)
def test_a_fresh_clone_comes_up_and_a_second_call_finds_nothing_to_do(tmp_path: Path) -> None:
    clone = tmp_path / "fitwell"
    said("git", "clone", "--quiet", "--no-hardlinks", ROOT, clone, cwd=tmp_path)
    first = said(sys.executable, "packaging/bootstrap.py", cwd=clone)
    assert "Installing FitWell's packages" in first
    assert "Installing" not in said(sys.executable, "packaging/bootstrap.py", cwd=clone)
    python = Environment(clone).program("python")
    where = said(python, "-c", "import fitwell_desktop as f; print(f.__file__)", cwd=tmp_path)
    assert Path(where.strip()).is_relative_to(clone)
    assert Environment(clone).program("fitwell-desktop").exists()


def said(*command: str | Path, cwd: Path) -> str:
    """What a program printed; it must succeed."""
    environ = bootstrap.clean_environment(os.environ)
    done = subprocess.run(command, cwd=cwd, env=environ, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
