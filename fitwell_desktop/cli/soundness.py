"""Whether a practice is sound: its file, its form, its foreign keys, its attachments, and what must hold of its data."""

from collections.abc import Callable, Iterable

from fitwell_desktop.core import migrate, opening
from fitwell_desktop.core.backup import ensure_integrity
from fitwell_desktop.core.clock import SystemClock
from fitwell_desktop.core.database import Database, Session
from fitwell_desktop.core.folder import PracticeFolder
from fitwell_desktop.core.schema_check import schema_differences
from fitwell_desktop.domain.accounts.attachments import digests_in_use
from fitwell_desktop.domain.billing.invariants import invariants

Invariants = Callable[[Session], Iterable[str]]

INVARIANTS: tuple[Invariants, ...] = (invariants,)
"""Each says a sentence for everything that is not as it must be."""


def faults_of(folder: PracticeFolder) -> list[str]:
    """A sentence for each fault. Raises UserError for a file that can't be read at all, or is another version's."""
    opening.ensure_readable_form(folder)
    form = ensure_integrity(folder.database)
    if form != migrate.SCHEMA:
        return [f"Its data has form {form}, this program’s is {migrate.SCHEMA}. Open it in FitWell to bring it up."]
    faults = [f"In its file, {difference}." for difference in schema_differences(folder.database)]
    return faults or _faults_in_data(folder)


def _faults_in_data(folder: PracticeFolder) -> list[str]:
    database = Database(folder.database, change=False)
    try:
        with database.reading(SystemClock().now(), None) as session:
            said = [fault for hold in INVARIANTS for fault in hold(session)]
            return said + _missing_files(folder, digests_in_use(session))
    finally:
        database.close()


def _missing_files(folder: PracticeFolder, digests: Iterable[str]) -> list[str]:
    missing = [digest for digest in sorted(digests) if not (folder.media / digest[:2] / digest).is_file()]
    return [f"The attachment {digest[:12]}… is missing from “{folder.media}”." for digest in missing]
