"""The notation in which a trainer types a program."""
