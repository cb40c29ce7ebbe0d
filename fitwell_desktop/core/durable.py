"""Writing files that a power cut leaves whole: the new one or the one before, never a part."""

import os
from pathlib import Path
from typing import BinaryIO


def private_file(path: Path) -> BinaryIO:
    """A file to write anew, which nobody but this computer's user can read."""
    return open(path, "wb", opener=lambda name, flags: os.open(name, flags, 0o600))


def replace_file(path: Path, content: bytes) -> None:
    """Put the content in the place of the file, by way of a `.new` one beside it."""
    fresh = path.with_suffix(".new")
    with private_file(fresh) as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
    sync_directory(path.parent)


def sync_directory(path: Path) -> None:
    """Where the system can, let a new name in the folder survive a power cut."""
    if os.name == "posix":
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
