"""Tells whether a path is on a network drive, or in a folder that a service copies to other computers."""

import sys
from collections.abc import Iterable
from pathlib import Path

NETWORKS = (
    "nfs", "cifs", "smb", "ncpfs", "afs", "afpfs", "9p", "ceph", "gluster", "lustre", "davfs", "webdav",
    "fuse.sshfs", "fuse.rclone", "fuse.gvfsd", "fuse.davfs", "fuse.s3fs", "fuse.glusterfs", "fuse.ceph",
)  # fmt: skip
SERVICES = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "icloud drive": "iCloud",
    "iclouddrive": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "nextcloud": "Nextcloud",
    "syncthing": "Syncthing",
}
DRIVE_REMOTE = 4


def the_network_behind(path: Path) -> str:
    """The kind of network file system that `path` is on ("nfs4"), or nothing for a local disk."""
    if sys.platform == "win32":
        import ctypes  # here and below: no other system needs it at each start

        anchor = path.absolute().anchor
        remote = anchor.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(anchor) == DRIVE_REMOTE
        return "shared drive" if remote else ""
    kind = file_system_of(path, _mounts())
    return kind if kind.lower().startswith(NETWORKS) else ""


def file_system_of(path: Path, mounts: Iterable[tuple[str, str]]) -> str:
    """The type of the file system with the longest mount point above `path`, of (mount point, type) pairs. Of two on one
    point, the last holds: a share that is mounted on demand hides what waits for it there.
    """
    whole = path.absolute().resolve()
    above = [(len(Path(point).parts), kind) for point, kind in mounts if whole.is_relative_to(point)]
    return max(reversed(above), key=lambda mount: mount[0], default=(0, ""))[1]


def sync_service(path: Path) -> str:
    """The service whose folder `path` is in, by the names that those folders have, or nothing."""
    for part in path.absolute().parts:
        for name, service in SERVICES.items():
            if part.lower() == name or part.lower().startswith((f"{name} -", f"{name} (")):
                return service
    return ""


def _mounts() -> Iterable[tuple[str, str]]:
    if sys.platform == "darwin":
        import subprocess

        listed = subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=False).stdout
        for line in listed.splitlines():
            point, _, rest = line.partition(" on ")[2].partition(" (")
            yield point, rest.partition(",")[0]
        return
    for line in Path("/proc/self/mounts").read_text("utf-8", "replace").splitlines():
        fields = line.split(" ")
        yield fields[1].encode().decode("unicode_escape"), fields[2]
