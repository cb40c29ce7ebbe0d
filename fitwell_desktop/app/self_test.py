"""`--check`: the program tests itself where it is installed. It imports all of itself, paints, and opens a practice."""

import os
import pkgutil
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import fitwell_desktop
from fitwell_desktop.core.clock import SystemClock
from fitwell_desktop.core.folder import PracticeFolder

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def test_program(say: Callable[[str], object]) -> int:
    """Say what was tested, and OK last; whatever is missing or broken is raised."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    say(f"{_import_all()} modules imported")
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    _paint(application)
    say("a window painted")
    with TemporaryDirectory(prefix="fitwell-check-") as folder:
        size = _invoice_in(PracticeFolder(Path(folder) / "practice"))
    say(f"a practice made and opened, an invoice printed ({size} bytes)")
    say("OK")
    return 0


def _import_all() -> int:
    found = pkgutil.walk_packages(fitwell_desktop.__path__, "fitwell_desktop.")
    names = [module.name for module in found if not module.name.endswith("__main__")]
    for name in names:
        import_module(name)
    return len(names)


def _paint(application: "QApplication") -> None:
    """Fonts, icons and the style sheet are there, and a picture comes of them."""
    import shiboken6

    from fitwell_desktop.core.settings import Settings
    from fitwell_desktop.ui.main_window import MainWindow
    from fitwell_desktop.ui.theme import Theme
    from fitwell_desktop.views import LAYOUTS, PANELS

    with TemporaryDirectory(prefix="fitwell-check-") as folder:
        settings = Settings(Path(folder) / "settings.json")
        window = MainWindow(PANELS, LAYOUTS, settings, Theme(application, settings))
        picture = window.grab().toImage()
        colors = {picture.pixelColor(x, 20).rgb() for x in range(0, picture.width(), 2)}
        if len(colors) < 8:
            raise RuntimeError("The window was painted empty: fonts or icons are missing.")
        window.close()
        shiboken6.delete(window)  # while all its parts are there; Python would take them apart in any order


def _invoice_in(folder: PracticeFolder) -> int:
    """Make a practice with a client and an invoice, open it, and print that; the size of the PDF in bytes."""
    from fitwell_desktop.app.loading import begin, load
    from fitwell_desktop.domain.accounts.practice_start import NewPractice
    from fitwell_desktop.domain.billing.amounts import InvoiceLine
    from fitwell_desktop.domain.billing.commands import draft_invoice
    from fitwell_desktop.domain.billing.document import invoice_document
    from fitwell_desktop.domain.clients.commands import create_client
    from fitwell_desktop.reports.invoice import invoice_pdf
    from fitwell_desktop.views import PANELS

    clock = SystemClock()
    begin(folder, clock, NewPractice("Check", "Olivia Owner", "EUR", "Europe/Berlin", "de_DE"))
    loaded = load(folder, clock, PANELS)
    client = loaded.store.do(create_client, first_name="Ava")
    invoice = loaded.store.do(draft_invoice, client, (InvoiceLine("Training", 6_000),))
    pdf = invoice_pdf(loaded.store.ask(invoice_document, invoice))
    loaded.practice.close()
    return len(pdf)
