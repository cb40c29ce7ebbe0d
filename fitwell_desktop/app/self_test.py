"""`--check`: the program tests itself where it is installed. It imports all of itself, paints, and opens a practice."""

import os
import pkgutil
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

import fitwell_desktop
from fitwell_desktop.core.clock import SystemClock
from fitwell_desktop.core.folder import PracticeFolder


def test_program(say: Callable[[str], object]) -> int:
    """Say what was tested, and OK last; whatever is missing or broken is raised."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    modules = _import_all()
    say(f"{modules} modules")
    _paint()
    say("a window, painted")
    with TemporaryDirectory(prefix="fitwell-check-") as folder:
        _open_practice(PracticeFolder(Path(folder) / "practice"))
    say("a practice, made and opened")
    say("OK")
    return 0


def _import_all() -> int:
    found = pkgutil.walk_packages(fitwell_desktop.__path__, "fitwell_desktop.")
    names = [module.name for module in found if not module.name.endswith("__main__")]
    for name in names:
        import_module(name)
    return len(names)


def _paint() -> None:
    """Fonts, icons and the style sheet are there, and a picture comes of them."""
    from PySide6.QtWidgets import QApplication

    from fitwell_desktop.core.settings import Settings
    from fitwell_desktop.ui.main_window import MainWindow
    from fitwell_desktop.ui.theme import Theme
    from fitwell_desktop.views import LAYOUTS, PANELS

    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    with TemporaryDirectory(prefix="fitwell-check-") as folder:
        settings = Settings(Path(folder) / "settings.json")
        window = MainWindow(PANELS, LAYOUTS, settings, Theme(application, settings))
        picture = window.grab().toImage()
        colors = {picture.pixelColor(x, 20).rgb() for x in range(0, picture.width(), 2)}
        if len(colors) < 8:
            raise RuntimeError("The window was painted empty: fonts or icons are missing.")
        window.tasks.shutdown()


def _open_practice(folder: PracticeFolder) -> None:
    from fitwell_desktop.app.loading import begin, load
    from fitwell_desktop.domain.accounts.practice_start import NewPractice
    from fitwell_desktop.views import PANELS

    clock = SystemClock()
    begin(folder, clock, NewPractice("Check", "Olivia Owner", "EUR", "Europe/Berlin", "de_DE"))
    loaded = load(folder, clock, PANELS)
    loaded.practice.close()
