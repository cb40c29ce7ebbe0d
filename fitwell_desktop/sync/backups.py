"""Automatic backups: when one is due, what came of the last one, and which old ones are let go."""

import logging
import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from msgspec import Struct

from fitwell_desktop.core.backup import DamagedMediaError, back_up, back_up_by_itself
from fitwell_desktop.core.clock import BEHIND, Clock
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.folder import PracticeFolder
from fitwell_desktop.core.progress import Progress
from fitwell_desktop.core.store import Announcement
from fitwell_desktop.core.thinning import dated, thin

EVERY = timedelta(minutes=15)
"""So often at most while someone works."""

_log = logging.getLogger(__name__)


class BackupState(Struct, frozen=True):
    """When the newest backup was made, and what went wrong since, if anything did."""

    at: datetime | None
    problem: str = ""


class Backups:
    """The automatic backups of one practice. `told` hears of every new state, on whichever thread it came about."""

    def __init__(self, folder: PracticeFolder, clock: Clock, told: Callable[[BackupState], object]) -> None:
        self._folder = folder
        self._clock = clock
        self._told = told
        self._turn = threading.Lock()
        self._changed = False
        self._tried_at = clock.seconds()
        past = [at for _, at in dated(folder.backups) if at <= clock.now() + BEHIND]
        self.state = BackupState(max(past, default=None))

    def hear(self, news: Announcement) -> None:
        """Something was written, so that the newest backup no longer holds all."""
        self._changed = True

    def make_due(self) -> None:
        """Back up if something was written and the last attempt was long enough ago."""
        if self._clock.seconds() - self._tried_at >= EVERY.total_seconds():
            self.make_changed()

    def make_changed(self) -> None:
        """Back up if something was written since the last time. What goes wrong is kept in the state."""
        if self._changed:
            try:
                self._make(partial(back_up_by_itself, self._folder))
            except (UserError, OSError) as error:
                _log.warning("no automatic backup: %s", error)
                self._tell(BackupState(self.state.at, str(error)))

    def make(self, progress: Progress | None = None) -> None:
        """Make a complete backup now, which stays. Raises UserError with the reason where that fails; what was written
        is then still to be kept.
        """
        self._make(partial(back_up, self._folder, self._folder.backups, progress=progress))

    def _make(self, make: Callable[[datetime], object]) -> None:
        with self._turn:
            self._tried_at, now = self._clock.seconds(), self._clock.now()
            self._changed = False
            try:
                make(now)
            except DamagedMediaError:  # another attempt would change nothing
                self.state = BackupState(now)
                raise
            except BaseException:
                self._changed = True
                raise
            thin(self._folder.backups, now)
            self._tell(BackupState(now))

    def _tell(self, state: BackupState) -> None:
        self.state = state
        self._told(state)
