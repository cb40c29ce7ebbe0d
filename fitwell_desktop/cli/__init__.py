"""The command line: what can be asked of the program in a terminal. Nothing heavy is imported before it is needed."""
