"""What this program is, its version, and the licences of what it is made of."""

import platform

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QPlainTextEdit

from fitwell_desktop import __version__
from fitwell_desktop.core.database import sqlite_version
from fitwell_desktop.core.paths import resource
from fitwell_desktop.ui.panel import Panel
from fitwell_desktop.ui.widgets.labels import Label
from fitwell_desktop.views.preferences.section import Section

NOTICES = (
    ("notices", "components.txt"),
    ("notices", "SQLCipher.txt"),
    ("fonts", "LICENSE.txt"),
    ("icons", "LICENSE.txt"),
)


class AboutSection(Section):
    """Version and licences."""

    title = "About FitWell"
    icon = "info"
    sentence = "FitWell runs a trainer’s whole practice on the trainer’s own computer."

    def __init__(self, panel: Panel) -> None:
        super().__init__(panel)
        versions = f"Qt {qVersion()} · SQLite {sqlite_version()} · Python {platform.python_version()}"
        self.add_card(self.tr("Version"), Label(f"FitWell {__version__}", "heading"), Label(versions, "quiet"))
        self.licences = QPlainTextEdit("\n\n————\n\n".join(resource(*part).read_text("utf-8") for part in NOTICES))
        self.licences.setReadOnly(True)
        self.licences.setTabChangesFocus(True)
        self.licences.setMinimumHeight(360)
        self.licences.setAccessibleName(self.tr("Licences"))
        self.add_card(self.tr("Licences"), self.licences)
        self.column.addStretch()
