"""Documents become files where the user wants them."""

from pathlib import Path

from fitwell_desktop.core.errors import UserError


def save_document(path: Path, document: bytes) -> Path:
    """Write a document to a place of the user's choice, and return it; UserError where the place does not take it."""
    try:
        path.write_bytes(document)
    except OSError as error:
        reason = error.strerror or str(error)
        raise UserError(f"“{path.name}” can’t be saved there: {reason}. Please choose another place.") from error
    return path
