"""The installers' own files are accepted by the programs that read them."""

import plistlib
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image

from fitwell_desktop import __version__

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
APP = ROOT / "resources" / "app"


def accepts(*command: str | Path) -> None:
    """Run a checking program, which must be content."""
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.contract
def test_the_windows_installer_compiles(tmp_path: Path) -> None:
    program = tmp_path / "fitwell" / "_internal"
    program.mkdir(parents=True)
    shutil.copy(APP / "fitwell.ico", program)
    shutil.copy(APP / "fitwell.ico", program.parent / "fitwell-desktop.exe")
    made = tmp_path / "FitWell.exe"
    defines = [f"-DVERSION={__version__}", f"-DDIST={program.parent}", f"-DOUT={made}"]
    accepts("makensis", "-V2", "-WX", *defines, PACKAGING / "windows" / "fitwell.nsi")
    assert made.read_bytes()[:2] == b"MZ"


@pytest.mark.contract
def test_the_desktop_accepts_the_menu_entry_and_the_software_centre_the_description() -> None:
    accepts("desktop-file-validate", PACKAGING / "linux" / "org.fitwell.Desktop.desktop")
    accepts("appstreamcli", "validate", "--no-net", PACKAGING / "linux" / "org.fitwell.Desktop.metainfo.xml")


@pytest.mark.parametrize("script", ["linux/appimage.sh", "macos/build.sh"])
def test_the_shell_reads_each_script(script: str) -> None:
    accepts("bash", "-n", PACKAGING / script)


def test_the_mac_s_entitlements_can_be_read() -> None:
    assert plistlib.loads((PACKAGING / "macos" / "entitlements.plist").read_bytes())


def test_the_description_names_today_s_version() -> None:
    described = (PACKAGING / "linux" / "org.fitwell.Desktop.metainfo.xml").read_text("utf-8")
    assert re.findall(r'<release version="([^"]+)"', described)[0] == __version__


def test_the_icons_are_there_in_every_size_and_format() -> None:
    sizes = {int(path.stem.removeprefix("fitwell-")): size(path) for path in APP.glob("fitwell-*.png")}
    assert sizes == {width: (width, width) for width in (16, 24, 32, 48, 64, 128, 256, 512)}
    assert size(APP / "fitwell.ico") == (256, 256)
    assert size(APP / "fitwell.icns") == (1024, 1024)


def size(path: Path) -> tuple[int, int]:
    """Of the largest picture in a file."""
    with Image.open(path) as picture:
        return picture.size
