"""The table that is read, and the line of JSON that is kept."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

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


def markdown(benchmark: Benchmark, measured: Measured) -> str:
    """One benchmark's figures as a section of a page."""
    rows = [_row(figure, measured.values.get(figure.name)) for figure in benchmark.figures]
    lines = [f"### {benchmark.name}", "", f"{benchmark.about[0].upper()}{benchmark.about[1:]}.", ""]
    lines += ["| what | figure | target | |", "|---|--:|--:|---|"]
    lines += [
        f"| {_indented(says)} | {value} {unit} | {target} | {verdict} |" for says, value, unit, target, verdict in rows
    ]
    lines += ["", *(f"- {remark}" for remark in measured.remarks)]
    return "\n".join(lines).rstrip() + "\n"


def into_page(page: Path, sections: Mapping[str, str]) -> None:
    """Put these sections, by their benchmark's names, into a page in the place of the old ones; new ones come last."""
    head, *old = page.read_text("utf-8").split("\n### ")
    kept = {section.partition("\n")[0]: f"### {section.rstrip()}\n" for section in old}
    page.write_text("\n".join([head.rstrip() + "\n", *{**kept, **sections}.values()]), "utf-8")


def _indented(says: str) -> str:
    return "&emsp;" + says.strip() if says.startswith(" ") else says


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
