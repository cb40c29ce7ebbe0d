"""This computer's settings (theme, layouts, columns, last practice): one JSON file, replaced whole, never trusted."""

import json
import logging
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any
from uuid import UUID

from fitwell_desktop.core.durable import replace_file

_log = logging.getLogger(__name__)


class Settings:
    """Values by dotted name. A file that can't be read is set aside as `.bad` and the defaults hold; `notice` says so."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.notice = ""
        self._values = self._read()
        self._written = True
        self.listeners: list[Callable[[str], None]] = []

    def get(self, name: str, default: Any) -> Any:
        """The value, if there is one of the default's type; else the default."""
        return _fitting(self._values, name, default)

    def put(self, name: str, value: Any) -> None:
        """Keep a JSON value, on disk when this returns; the listeners are told its name. Where the disk takes nothing, it
        holds until the program ends, and is written with the next one.
        """
        self.put_all({name: value})

    def put_all(self, values: Mapping[str, Any]) -> None:
        """As `put`, for values that change together: the file is written once."""
        changed = [name for name, value in values.items() if self._values.get(name) != value]
        self._values.update(values)
        if changed or not self._written:
            self._write()
        for name in changed:
            for listener in list(self.listeners):
                listener(name)

    def part(self, name: str) -> "SettingsPart":
        """Values that belong together, kept under one name."""
        return SettingsPart(self, name)

    def _read(self) -> dict[str, Any]:
        try:
            values = json.loads(self._path.read_text("utf-8"))
            if isinstance(values, dict):
                return values
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, RecursionError):
            pass
        with suppress(OSError):  # then it is written over
            self._path.replace(self._path.with_suffix(".bad"))
        self.notice = "This computer’s settings could not be read and were set back; your practice is untouched."
        return {}

    def _write(self) -> None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            replace_file(self._path, json.dumps(self._values, indent=1).encode())
            self._written = True
        except OSError as error:
            self._written = False
            _log.warning("the settings could not be written: %s", error)


class SettingsPart:
    """Values by name within one value of the settings, such as what is kept of the view of one practice."""

    def __init__(self, settings: Settings, name: str) -> None:
        self._settings = settings
        self._name = name

    def get(self, name: str, default: Any) -> Any:
        """The value, if there is one of the default's type; else the default."""
        return _fitting(self._all(), name, default)

    def get_id(self, name: str) -> UUID | None:
        """The id that was put there as text; None where it is none."""
        with suppress(ValueError):
            return UUID(self.get(name, ""))
        return None

    def put(self, name: str, value: Any) -> None:
        """Keep a JSON value, as `Settings.put` does; an id as its text."""
        self.put_all({name: value})

    def put_all(self, values: Mapping[str, Any]) -> None:
        """As `put`, for values that change together: the file is written once."""
        told = {name: str(value) if isinstance(value, UUID) else value for name, value in values.items()}
        self._settings.put(self._name, {**self._all(), **told})

    def _all(self) -> dict[str, Any]:
        values: dict[str, Any] = self._settings.get(self._name, {})
        return values


def _fitting(values: dict[str, Any], name: str, default: Any) -> Any:
    value = values.get(name, default)
    return value if default is None or isinstance(value, type(default)) else default
