"""Makes the one Qt style sheet from its templates (resources/*.qss) and the tokens."""

from dataclasses import asdict
from functools import cache
from string import Template

from fitwell_desktop.core.paths import resource
from fitwell_desktop.ui.tokens import Tokens

_COMFORTABLE = {"control": 18, "row": 36, "item": 7, "gap": 8, "mark": 14}
_COMPACT = {"control": 14, "row": 28, "item": 4, "gap": 4, "mark": 14}


class _Sheet(Template):
    delimiter = "@"


@cache
def style_sheet(tokens: Tokens, scale: int = 100, *, compact: bool = False) -> str:
    """The sheet in these colours; `scale` is the text's size in percent, and controls grow with it."""
    sizes = {f"px{size}": f"{round(size * scale / 100)}px" for size in range(9, 33)}
    lengths = {name: round(value * scale / 100) for name, value in (_COMPACT if compact else _COMFORTABLE).items()}
    lengths["radio"] = (lengths["mark"] + 2) // 2
    lengths["dot"] = lengths["mark"] - 8
    shade = "dark" if tokens.dark else "light"
    marks = resource("marks", shade).as_posix()
    return _Sheet(_template()).substitute(asdict(tokens), **sizes, **lengths, marks=marks)


@cache
def _template() -> str:
    return "".join(resource(part).read_text("utf-8") for part in ("style.qss", "shell.qss"))
