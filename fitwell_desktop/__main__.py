"""The program's entry: `fitwell-desktop`, or `python -m fitwell_desktop`."""

import sys

from fitwell_desktop.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
