"""Tests of the benchmarks: that they can be run, not how fast anything is."""
