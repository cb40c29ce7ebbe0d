"""The kit and the shell: what any Qt program could use. Nothing here knows of training."""
