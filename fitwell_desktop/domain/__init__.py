"""What the program knows and decides, one package for each of the twelve modules: commands, queries, rules."""
