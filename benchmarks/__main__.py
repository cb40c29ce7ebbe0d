"""`python -m benchmarks [NAME …]`: take the figures on a virtual screen, print them, and last of all one line of JSON."""

import os
import subprocess
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from shutil import which

from benchmarks.benchmark import Conditions, Measured
from benchmarks.report import into_page, json_line, markdown, table
from benchmarks.running import MODULES, BenchmarkFailedError, find, run

ROOT = Path(__file__).resolve().parent.parent
VIRTUAL_SCREEN = ROOT / "packaging" / "virtual_screen.py"


def main() -> int:
    """Run what was asked for; the exit code is 0 where every benchmark could be run, its targets met or not."""
    wanted = _arguments()
    if wanted.install_peers:
        from benchmarks.start.peers import install

        install()
    if not wanted.here and which("Xvfb") and which("openbox"):
        return _again_on_a_virtual_screen()
    os.environ.setdefault("QT_QPA_PLATFORM", "xcb" if os.environ.get("DISPLAY") else "offscreen")
    return _run_all(wanted.names or list(MODULES), Conditions(wanted.data.resolve(), quick=wanted.quick), wanted.page)


def _arguments() -> Namespace:
    parser = ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[[], *MODULES], metavar="NAME", help=f"of {', '.join(MODULES)}")
    parser.add_argument("--data", type=Path, default=ROOT / "build" / "data", help="where data sets are kept")
    parser.add_argument("--page", type=Path, help="a page to put the tables into, such as docs/benchmarks.md")
    parser.add_argument("--quick", action="store_true", help="only see that they work; the numbers mean nothing")
    parser.add_argument("--here", action="store_true", help="on the screen that there is, instead of a virtual one")
    parser.add_argument("--install-peers", action="store_true", help="first fetch the programs to compare with")
    return parser.parse_args()


def _again_on_a_virtual_screen() -> int:
    rest = [argument for argument in sys.argv[1:] if argument != "--install-peers"]
    again = [sys.executable, "-m", "benchmarks", "--here", *rest]
    return subprocess.run([sys.executable, VIRTUAL_SCREEN, *again], cwd=ROOT, check=False).returncode


def _run_all(names: list[str], conditions: Conditions, page: Path | None) -> int:
    results: dict[str, Measured] = {}
    for name in names:
        try:
            results[name] = run(name, conditions)
        except BenchmarkFailedError as error:  # the others can still be run
            print(f"{name} failed:\n{error}", file=sys.stderr, flush=True)
        else:
            print(table(find(name), results[name]), end="\n\n", flush=True)
    if page:
        into_page(page, {name: markdown(find(name), measured) for name, measured in results.items()})
    print(json_line(names, results))
    return 0 if len(results) == len(names) else 1


if __name__ == "__main__":
    raise SystemExit(main())
