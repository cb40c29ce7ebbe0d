"""What is thrown away beside the window: content that nothing refers to any more, and copies that a killed start left."""

from fitwell_desktop.core import kept_media
from fitwell_desktop.core.copies import remove_old
from fitwell_desktop.core.folder import PracticeFolder
from fitwell_desktop.core.store import Store
from fitwell_desktop.domain.accounts.attachments import digests_in_use
from fitwell_desktop.media.attachments import Attachments


def tidy(store: Store, folder: PracticeFolder) -> None:
    """Sweep the media folder, the backups' copies of it, and the temporary directory. What Undo or Redo could bring back stays, and all does while
    a practice that a restored backup replaced lies beside this one: it may need files that this one does not.
    """
    remove_old(store.clock.now())
    kept_media.sweep(folder.backups)
    if not folder.replaced:
        with store.standing_still("Tidying up"):  # what is deleted in between would be found in neither
            needed = store.ask(digests_in_use) | store.within_reach("attachment", "content_hash")
        Attachments(folder.media).sweep(needed)
