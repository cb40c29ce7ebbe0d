"""What the program stands on, whatever it is about: the store, its database, its history, the clock, settings."""
