"""Each benchmark takes the figures that it declares; `start` is left out, which needs a screen of its own."""

from pathlib import Path

import pytest

from benchmarks.benchmark import Conditions
from benchmarks.running import MODULES, find, run

ON_A_SCREEN = {"start"}
PEERS = {"long_weasyprint", "ratio_weasyprint", "long_fpdf2", "ratio_fpdf2"}
"""Figures that there are only where other programs are installed."""


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the small data sets are kept for all of these tests."""
    return tmp_path_factory.mktemp("data")


@pytest.mark.parametrize("name", [name for name in MODULES if name not in ON_A_SCREEN])
def test_a_benchmark_takes_the_figures_that_it_declares(name: str, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    declared = {figure.name for figure in find(name).figures}
    measured = run(name, Conditions(data, quick=True))
    assert measured.values.keys() - PEERS == declared - PEERS
    assert all(value >= 0 for figure, value in measured.values.items() if figure != "ask_overhead")


@pytest.mark.parametrize("name", MODULES)
def test_every_figure_says_what_it_is_and_in_which_unit(name: str) -> None:
    figures = find(name).figures
    assert len({figure.name for figure in figures}) == len(figures)
    assert all(figure.unit and figure.says.strip() for figure in figures)
