"""The exercise library that ships with the program."""
