"""The Preferences in the real window, on a practice with one tax."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from fitwell_desktop.core.clock import FixedClock
from fitwell_desktop.domain.accounts.practice import TaxRate
from fitwell_desktop.ui.workspace import Workspace
from fitwell_desktop.views.preferences.panel import PreferencesPanel
from tests import builders
from tests.checked_store import CheckedStore
from tests.views.one_panel import one_panel, panel_of, settle


@pytest.fixture
def workspace(qtbot: QtBot, checked_store: CheckedStore, clock: FixedClock, tmp_path: Path) -> Iterator[Workspace]:
    builders.practice(checked_store, name="Harbour Strength", tax_rates=(TaxRate("VAT", 190_000),))
    with one_panel(qtbot, checked_store, clock, tmp_path, "preferences") as workspace:
        yield workspace


@pytest.fixture
def panel(workspace: Workspace, qtbot: QtBot) -> PreferencesPanel:
    panel = panel_of(workspace, "preferences")
    assert isinstance(panel, PreferencesPanel)
    settle(qtbot, panel)
    return panel
