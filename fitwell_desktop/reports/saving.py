"""Documents become files where the user wants them."""

from collections.abc import Callable
from pathlib import Path

from fitwell_desktop.core.errors import UserError


def save_document(path: Path, document: bytes, before_it_leaves: Callable[[], object] = lambda: None) -> Path:
    """Write a document to a place of the user's choice, and return it; UserError where the place does not take it.

    `before_it_leaves` is called when the place has taken the bytes, and they have not got their name yet: where it
    raises, there is no document.
    """
    unnamed = path.with_name(f".{path.stem[:40]}.saving")
    try:
        _written(path, lambda: unnamed.write_bytes(document))
        before_it_leaves()
        _written(path, lambda: unnamed.replace(path))
    finally:
        unnamed.unlink(missing_ok=True)
    return path


def _written(path: Path, write: Callable[[], object]) -> None:
    try:
        write()
    except OSError as error:
        reason = error.strerror or str(error)
        raise UserError(f"“{path.name}” can’t be saved there: {reason}. Please choose another place.") from error
