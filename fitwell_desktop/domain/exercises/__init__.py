"""The exercise library: what ships with the program, and what its movements ask of a body."""
