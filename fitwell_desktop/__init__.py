"""FitWell: the desktop program with which a trainer runs a whole practice."""

__version__ = "0.1.0"
