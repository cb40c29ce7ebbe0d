"""What may be typed after the program's name. The functions import what they need when they are called."""

from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from pathlib import Path

from fitwell_desktop import __version__

SIZES = ("solo", "studio", "gym")

EPILOG = """\
Without a command the window opens: on the practice in DIR, or on the one that was open last.
A practice is a folder with practice.db, media, backups and logs in it.
"""


def parser() -> ArgumentParser:
    """The whole grammar; each way through it sets `run`, which takes the arguments and returns an exit code."""
    made = ArgumentParser(
        prog="fitwell-desktop",
        description="FitWell runs a trainer’s whole practice on this computer.",
        epilog=EPILOG,
        formatter_class=RawDescriptionHelpFormatter,
    )
    made.set_defaults(run=_window)
    made.add_argument("--version", action="version", version=f"FitWell {__version__}")
    place = made.add_mutually_exclusive_group()
    place.add_argument("--data", type=Path, metavar="DIR", help="open the practice in this folder")
    place.add_argument("--demo", action="store_true", help="open a demo practice, made when it is first asked for")
    place.add_argument("--check", action="store_true", help="let the program test itself, and say OK")
    place.add_argument(
        "--tour", type=Path, metavar="OUT", help="go through a first real day, and leave pictures in OUT"
    )
    made.add_argument("--timing", action="store_true", help="say how long the start took")
    _add_commands(made)
    return made


def _add_commands(made: ArgumentParser) -> None:
    commands = made.add_subparsers(title="commands", metavar="COMMAND")

    demo = commands.add_parser("make-demo", help="make a demo practice in a new folder")
    demo.add_argument("folder", type=Path, metavar="DIR")
    demo.add_argument("--size", choices=SIZES, default="solo", help="how large a practice (default: solo)")
    demo.add_argument("--seed", type=int, default=1, metavar="N", help="the same number makes the same practice")
    demo.set_defaults(run=_make_demo)

    check = commands.add_parser("check", help="look whether a practice is sound")
    check.add_argument("folder", type=Path, metavar="DIR")
    check.set_defaults(run=_check)

    backup = commands.add_parser("backup", help="write a verified backup of a practice, which may be open")
    backup.add_argument("folder", type=Path, metavar="DIR")
    backup.add_argument(
        "target", type=Path, nargs="?", metavar="TARGET", help="the folder for it (default: DIR/backups)"
    )
    backup.set_defaults(run=_back_up)

    restore = commands.add_parser("restore", help="put a backup into a folder; what is there is kept aside")
    restore.add_argument("backup", type=Path, metavar="BACKUP")
    restore.add_argument("folder", type=Path, metavar="DIR")
    restore.set_defaults(run=_restore)


def _window(wanted: Namespace) -> int:
    if wanted.check:
        from fitwell_desktop.app.self_test import test_program

        return test_program(print)
    if wanted.tour:
        from fitwell_desktop.tour.running import run as run_tour

        return run_tour(wanted.tour, print)
    from fitwell_desktop.app import run

    return run(wanted.data, demo=wanted.demo, timing=wanted.timing)


def _make_demo(wanted: Namespace) -> int:
    from fitwell_desktop.cli.folders import make_demo

    return make_demo(wanted.folder, wanted.size, wanted.seed)


def _check(wanted: Namespace) -> int:
    from fitwell_desktop.cli.folders import check

    return check(wanted.folder)


def _back_up(wanted: Namespace) -> int:
    from fitwell_desktop.cli.folders import back_up

    return back_up(wanted.folder, wanted.target)


def _restore(wanted: Namespace) -> int:
    from fitwell_desktop.cli.folders import restore

    return restore(wanted.backup, wanted.folder)
