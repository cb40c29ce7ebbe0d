"""Clients: who they are, how they are found and sorted, their health, goals, assessments and papers."""
