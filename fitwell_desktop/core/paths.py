"""Where the program's own files are."""

import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def resource(*parts: str) -> Path:
    """A bundled file (fonts, icons): beside the built program, in the installed package, or in the source tree."""
    bundle = getattr(sys, "_MEIPASS", "")
    homes = [Path(bundle)] if bundle else [_PACKAGE, _PACKAGE.parent]
    home = next((home for home in homes if (home / "resources").is_dir()), homes[-1])
    return home.joinpath("resources", *parts)
