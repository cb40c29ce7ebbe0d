"""How much memory a program takes with all its processes: shared pages are shared out among those who share them."""

from pathlib import Path


def pss_mb(pid: int) -> float:
    """The proportional set size of the process and of all that it has started, in MB."""
    return sum(_own_kb(process) for process in _family(pid)) / 1024


def _family(pid: int) -> list[int]:
    found, tasks = [pid], Path(f"/proc/{pid}/task")
    for task in tasks.iterdir() if tasks.exists() else []:
        for child in (task / "children").read_text("ascii").split():
            found += _family(int(child))
    return found


def _own_kb(pid: int) -> int:
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii")
    except OSError:  # it has just ended
        return 0
    return next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
