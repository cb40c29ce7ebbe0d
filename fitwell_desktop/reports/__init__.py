"""Documents on paper: the same data gives the same bytes on any later day."""
