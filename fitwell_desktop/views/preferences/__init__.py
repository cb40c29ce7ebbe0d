"""Preferences: everything that is set once for the practice, and for this computer."""
