"""Clients: the list of them, and the one in hand."""
