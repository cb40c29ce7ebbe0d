"""Where things lie: what ships with the program, and what belongs to this computer's user."""

import sys
from functools import cache
from pathlib import Path

NAME = "FitWell"


def shipped(name: str) -> Path:
    """The folder `resources` or `migrations`: beside the package in a source tree, inside it in a wheel, and in the
    folder that PyInstaller unpacked to in a bundle. Raises FileNotFoundError where the program is incomplete.
    """
    return _shipped(name, getattr(sys, "_MEIPASS", None))


@cache
def _shipped(name: str, bundle: str | None) -> Path:
    package = Path(__file__).resolve().parents[1]
    places = [Path(bundle) / name] if bundle else []
    places += [package / name, package.parent / name]
    for place in places:
        if place.is_dir():
            return place
    raise FileNotFoundError(f"FitWell's own folder “{name}” is missing; please install the program again.")


def resource(*parts: str) -> Path:
    """One of the program's own files: `resource("fonts", "Inter-Regular.ttf")`."""
    return shipped("resources").joinpath(*parts)


def data_dir() -> Path:
    """Where practices are kept unless the user says otherwise."""
    from platformdirs import user_data_path

    return user_data_path(NAME, appauthor=False)


def config_dir() -> Path:
    """Where this computer's settings are kept."""
    from platformdirs import user_config_path

    return user_config_path(NAME, appauthor=False)


def log_dir() -> Path:
    """Where the program writes down what went wrong outside of any practice."""
    from platformdirs import user_log_path

    return user_log_path(NAME, appauthor=False)
