"""From the arguments to an exit code: 0 done, 1 refused or faulty (a sentence says why), 2 not understood."""

import sys
from collections.abc import Sequence

from fitwell_desktop.cli.arguments import parser
from fitwell_desktop.core.errors import Cancelled, UserError


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments ask; without any, open the window."""
    wanted = parser().parse_args(arguments)
    try:
        code: int = wanted.run(wanted)
    except UserError as error:
        print(f"fitwell-desktop: {error}", file=sys.stderr)
        return 1
    except (Cancelled, KeyboardInterrupt):
        print("fitwell-desktop: stopped; what was begun is not there.", file=sys.stderr)
        return 130
    return code
