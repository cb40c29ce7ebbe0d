"""Figures and worklists that are drawn from all that the practice knows."""
