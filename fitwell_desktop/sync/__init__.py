"""What is done beside the window, on one thread of its own: the day's turn, backups, and later the outside world."""
