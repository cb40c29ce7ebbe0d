"""The table that is read, and the line of JSON that is kept."""

import json
from collections.abc import Mapping, Sequence

from benchmarks.benchmark import Benchmark, Figure, Measured

VERDICTS = {True: "met", False: "MISSED", None: ""}
Row = tuple[str, str, str, str, str]


def table(benchmark: Benchmark, measured: Measured) -> str:
    """One benchmark's figures, a line each, and its remarks."""
    rows = [_row(figure, measured.values.get(figure.name)) for figure in benchmark.figures]
    widths = [max(len(row[at]) for row in rows) for at in range(5)]
    lines = [f"{benchmark.name}: {benchmark.about}"]
    lines += ["  " + "  ".join(_cell(text, widths[at], at) for at, text in enumerate(row)).rstrip() for row in rows]
    lines += [f"  · {remark}" for remark in measured.remarks]
    return "\n".join(lines)


def json_line(names: Sequence[str], results: Mapping[str, Measured]) -> str:
    """All figures in one line, each under its benchmark's name and its own."""
    figures = {
        f"{name}.{figure}": round(value, 4)
        for name, measured in results.items()
        for figure, value in measured.values.items()
    }
    return json.dumps({"name": " ".join(names), "figures": figures}, ensure_ascii=False)


def _row(figure: Figure, value: float | None) -> Row:
    shown = "–" if value is None else f"{value:,.3g}" if abs(value) < 100 else f"{value:,.0f}"
    verdict = "not measured" if value is None else VERDICTS[figure.met(value)]
    return figure.says, shown, figure.unit, figure.target, verdict


def _cell(text: str, width: int, at: int) -> str:
    return text.rjust(width) if at == 1 else text.ljust(width)
