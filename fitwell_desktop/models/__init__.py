"""The tables, one file for each of the twelve modules of the data design."""
