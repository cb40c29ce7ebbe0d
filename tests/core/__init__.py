"""The store and what it stands on."""
