"""A made-up practice with all that a real one has, for looking around, for pictures, tests and benchmarks."""

from fitwell_desktop.demo.build import build

__all__ = ["build"]
