"""Which folder a start is about: the one that was named, the one that was open last, or the usual one."""

from itertools import chain, count
from pathlib import Path

from fitwell_desktop.core import paths
from fitwell_desktop.core.folder import PracticeFolder
from fitwell_desktop.core.settings import Settings, SettingsPart

LAST = "practice.folder"


def usual_folder() -> PracticeFolder:
    """Where a practice is kept unless the user says otherwise."""
    return PracticeFolder(paths.data_dir() / "practice")


def fresh_folder() -> PracticeFolder:
    """Where a new practice can begin: the usual folder, or the first numbered one beside it that is free."""
    usual = usual_folder().path
    numbered = (usual.with_name(f"{usual.name}-{number}") for number in count(2))
    return next(folder for path in chain([usual], numbered) if not (folder := PracticeFolder(path)).holds_practice)


def demo_folder() -> PracticeFolder:
    """Where the demo practice is kept."""
    return PracticeFolder(paths.data_dir() / "demo")


def is_demo(folder: PracticeFolder) -> bool:
    """Whether it is the demo practice."""
    return folder.path == demo_folder().path


def last_folder(settings: Settings) -> PracticeFolder | None:
    """The user's own practice that was open last, there or not; the usual one where it is there; or none yet."""
    last: str = settings.get(LAST, "")
    if last:
        return PracticeFolder(Path(last))
    return usual_folder() if usual_folder().holds_practice else None


def remember(folder: PracticeFolder, settings: Settings) -> None:
    """Open this one the next time. The demo is never remembered."""
    if not is_demo(folder):
        settings.put(LAST, str(folder.path))


def kept_of(folder: PracticeFolder, settings: Settings) -> SettingsPart:
    """What this computer keeps of how one practice was looked at."""
    return settings.part(f"practice.view {folder.path}")
