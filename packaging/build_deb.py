"""Wrap dist/fitwell into a Debian package: program, menu entry, description for software centres, icons, licence."""

import gzip
import shutil
import subprocess
from pathlib import Path

from linux_libraries import debian_dependencies

from fitwell_desktop import __version__

ROOT = Path(__file__).resolve().parent.parent
BUNDLE = ROOT / "dist" / "fitwell"
TREE = ROOT / "build" / "deb"
LINUX = ROOT / "packaging" / "linux"
APP = ROOT / "resources" / "app"
APP_ID = "org.fitwell.Desktop"

CONTROL = """\
Package: fitwell
Version: {version}
Architecture: {architecture}
Maintainer: The FitWell authors
Installed-Size: {kilobytes}
Depends: {depends}
Recommends: gnome-keyring | kwalletmanager
Section: misc
Priority: optional
Description: practice management for personal trainers
 FitWell keeps a trainer's whole practice on their own machine: clients and their
 health histories, the calendar, invoices. It works offline; nothing leaves the
 machine unless the trainer sends it.
"""


def architecture() -> str:
    """Debian's name for this machine's kind."""
    return subprocess.run(["dpkg", "--print-architecture"], capture_output=True, text=True, check=True).stdout.strip()


def lay_out() -> None:
    """Make the tree as it will be on the user's system."""
    shutil.rmtree(TREE, ignore_errors=True)
    shutil.copytree(BUNDLE, TREE / "usr/lib/fitwell", symlinks=True)
    (TREE / "usr/bin").mkdir(parents=True)
    (TREE / "usr/bin/fitwell-desktop").symlink_to("../lib/fitwell/fitwell-desktop")
    put(LINUX / f"{APP_ID}.desktop", "usr/share/applications")
    put(LINUX / f"{APP_ID}.metainfo.xml", "usr/share/metainfo")
    put(LINUX / "copyright", "usr/share/doc/fitwell")
    (TREE / "usr/share/doc/fitwell/changelog.gz").write_bytes(
        gzip.compress((ROOT / "CHANGELOG.md").read_bytes(), mtime=0)
    )
    for picture in sorted(APP.glob("fitwell-*.png")):
        size = picture.stem.removeprefix("fitwell-")
        put(picture, f"usr/share/icons/hicolor/{size}x{size}/apps", f"{APP_ID}.png")
    put(APP / "fitwell.svg", "usr/share/icons/hicolor/scalable/apps", f"{APP_ID}.svg")


def put(file: Path, folder: str, name: str = "") -> None:
    """Copy a file into the tree."""
    home = TREE / folder
    home.mkdir(parents=True, exist_ok=True)
    shutil.copy(file, home / (name or file.name))


def describe() -> str:
    """The package's control file."""
    kilobytes = sum(path.lstat().st_size for path in TREE.rglob("*")) // 1024
    depends = ", ".join(debian_dependencies(BUNDLE))
    return CONTROL.format(version=__version__, architecture=architecture(), kilobytes=kilobytes, depends=depends)


def main() -> None:
    """Lay the tree out, have the menu entry and the description checked, pack."""
    lay_out()
    subprocess.run(["desktop-file-validate", LINUX / f"{APP_ID}.desktop"], check=True)
    subprocess.run(["appstreamcli", "validate", "--no-net", LINUX / f"{APP_ID}.metainfo.xml"], check=True)
    (TREE / "DEBIAN").mkdir()
    (TREE / "DEBIAN/control").write_text(describe(), "utf-8")
    subprocess.run(["chmod", "-R", "u=rwX,go=rX", TREE], check=True)
    package = ROOT / "dist" / f"fitwell_{__version__}_{architecture()}.deb"
    subprocess.run(["dpkg-deb", "--root-owner-group", "-Zxz", "-z6", "--build", TREE, package], check=True)
    print(f"{package.relative_to(ROOT)} is built: {package.stat().st_size / 1e6:.0f} MB.")


if __name__ == "__main__":
    main()
