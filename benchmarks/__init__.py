"""How fast FitWell is, against the figures that it promises: `python -m benchmarks [NAME …]`."""
