"""What the kit's tests share: a dressed application and a practice's formats."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from fitwell_desktop.core.clock import FixedClock
from fitwell_desktop.core.settings import Settings
from fitwell_desktop.ui.formats import Formats
from fitwell_desktop.ui.theme import Theme


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def theme(qapp: QApplication, settings: Settings) -> Theme:
    return Theme(qapp, settings)


@pytest.fixture
def formats() -> Formats:
    return Formats(FixedClock(datetime(2026, 11, 5, 16, 0, tzinfo=UTC)), "en_GB", "Europe/Berlin", "EUR")
