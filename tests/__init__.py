"""Tests mirror the package; what a user would notice, on a real database file."""
