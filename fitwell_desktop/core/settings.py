"""This computer's settings (theme, layouts, columns, last practice): one JSON file, replaced whole, never trusted."""

import json
import logging
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

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
        value = self._values.get(name, default)
        return value if default is None or isinstance(value, type(default)) else default

    def put(self, name: str, value: Any) -> None:
        """Keep a JSON value, on disk when this returns; the listeners are told its name. Where the disk takes nothing, it
        holds until the program ends, and is written with the next one.
        """
        changed = self._values.get(name) != value
        self._values[name] = value
        if changed or not self._written:
            self._write()
        if changed:
            for listener in list(self.listeners):
                listener(name)

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
            self._replace_file()
            self._written = True
        except OSError as error:
            self._written = False
            _log.warning("the settings could not be written: %s", error)

    def _replace_file(self) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._path.with_suffix(".new")
        with fresh.open("w", encoding="utf-8") as file:
            json.dump(self._values, file, ensure_ascii=False, indent=1)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self._path)
