"""Fetches the programs to compare with, each into a folder of its own: `python -m benchmarks --install-peers`."""

import subprocess
import sys
from pathlib import Path

PEERS = Path(__file__).resolve().parent.parent.parent / "build" / "peers"

PACKAGES = {
    "anki": ["aqt"],
    "vorta": ["vorta"],
    "paper": ["weasyprint", "fpdf2"],
}
"""From PyPI, by folder. Nothing of them is needed to build, test or run FitWell."""


def install() -> None:
    """Install what is not there yet."""
    for name, packages in PACKAGES.items():
        python = PEERS / name / "bin" / "python"
        if not python.exists():
            print(f"Installing {', '.join(packages)} into {python.parent.parent} …", flush=True)
            subprocess.run([sys.executable, "-m", "venv", python.parent.parent], check=True)
            subprocess.run([python, "-m", "pip", "install", "--quiet", *packages], check=True)
