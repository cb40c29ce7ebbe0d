"""A bundle loses the libraries that nothing needs any more, and only those."""

import shutil
from pathlib import Path

import PySide6
import pytest
from build_bundle import drop_orphans

QT = Path(PySide6.__file__).parent / "Qt"


@pytest.mark.contract
def test_libraries_go_once_nothing_needs_them_and_plugins_and_what_they_need_stay(tmp_path: Path) -> None:
    libraries, plugins = tmp_path / "lib", tmp_path / "plugins" / "imageformats"
    libraries.mkdir()
    plugins.mkdir(parents=True)
    for name in ("Core", "Gui", "DBus", "Svg", "Pdf", "PdfWidgets", "Widgets"):
        shutil.copy(QT / "lib" / f"libQt6{name}.so.6", libraries)
    shutil.copy(QT / "plugins" / "imageformats" / "libqsvg.so", plugins)
    drop_orphans(tmp_path)
    kept = {path.name for path in tmp_path.rglob("*.so*")}
    assert {"libqsvg.so", "libQt6Svg.so.6", "libQt6Gui.so.6", "libQt6Core.so.6"} <= kept
    assert kept.isdisjoint({"libQt6PdfWidgets.so.6", "libQt6Pdf.so.6", "libQt6Widgets.so.6"})
