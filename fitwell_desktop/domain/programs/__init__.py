"""Programs: the notation in which a trainer types what a workout prescribes."""
