"""Files of the user's own, outside the practice's folder: read and written with a sentence where that fails."""

from pathlib import Path

from fitwell_desktop.core.errors import UserError


def read_file(path: Path, most_bytes: int) -> bytes:
    """The content of a file. UserError for what is no file, can't be read, or is larger."""
    try:
        if not path.is_file():
            raise UserError(f"“{path.name}” is not a file.")
        if path.stat().st_size > most_bytes:
            size, most = path.stat().st_size // 1_000_000, most_bytes // 1024**2
            raise UserError(f"“{path.name}” has {size} MB; {most} MB are the most that can be read here.")
        return path.read_bytes()
    except OSError as error:
        raise UserError(f"“{path.name}” can’t be read: {error.strerror or error}.") from error


def write_table_file(path: Path, text: str) -> None:
    """Write CSV so that spreadsheets know its encoding. UserError where it can't be written."""
    try:
        path.write_text(text, "utf-8-sig", newline="")
    except OSError as error:
        raise UserError(f"“{path.name}” can’t be written there: {error.strerror or error}.") from error
