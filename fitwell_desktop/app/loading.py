"""What happens beside the window that is already shown: importing the program's parts and opening the practice."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from msgspec import Struct

from fitwell_desktop.core.clock import Clock
from fitwell_desktop.core.folder import PracticeFolder
from fitwell_desktop.core.opening import OpenPractice, open_practice
from fitwell_desktop.core.progress import Progress
from fitwell_desktop.core.store import SignedIn, Store
from fitwell_desktop.domain.accounts.practice import PracticeSettings, practice_settings
from fitwell_desktop.domain.accounts.queries import identity, owner_id
from fitwell_desktop.ui.places import Place
from fitwell_desktop.vocabulary import Right

if TYPE_CHECKING:
    from fitwell_desktop.domain.accounts.practice_start import NewPractice

FOUNDER = SignedIn(None, "FitWell", frozenset(Right))
"""Who is at work before a practice has its first user."""


class Loaded(Struct, frozen=True):
    """A practice that is open, with its owner signed in, and its settings as they were at that moment."""

    practice: OpenPractice
    store: Store
    settings: PracticeSettings


def load(folder: PracticeFolder, clock: Clock, places: Sequence[Place]) -> Loaded:
    """Open the practice and import what its window will show. Raises FolderError where it can't be opened."""
    with _without_collecting():
        return _load(folder, clock, places)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Much is made while importing, and all of it stays: looking for garbage would cost a fifth of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def _load(folder: PracticeFolder, clock: Clock, places: Sequence[Place]) -> Loaded:
    import fitwell_desktop.models  # noqa: F401 -- so that its tables can be found

    practice = open_practice(folder, clock.now())
    try:
        store = Store(practice.database, clock, FOUNDER)
        owner = store.ask(owner_id)
        if owner is not None:
            store.signed_in = store.ask(identity, owner)
        for place in places:
            place.panel_class()
        return Loaded(practice, store, store.ask(practice_settings))
    except BaseException:
        practice.close()
        raise


def begin(folder: PracticeFolder, clock: Clock, new: "NewPractice") -> None:
    """Make a new practice in the folder, whole or not at all. Raises UserError, naming the field, for what can't be."""
    import fitwell_desktop.models  # noqa: F401 -- so that its tables can be found
    from fitwell_desktop.core.opening import create_practice
    from fitwell_desktop.domain.accounts.practice_start import start_practice

    create_practice(folder, lambda database: Store(database, clock, FOUNDER).do(start_practice, new))


def build_demo(folder: PracticeFolder, clock: Clock, progress: Progress) -> None:
    """Make the demo practice. Where that is stopped there is none."""
    import fitwell_desktop.models  # noqa: F401 -- so that its tables can be found
    from fitwell_desktop.demo import build

    build(folder, "solo", 1, clock.now(), progress)
