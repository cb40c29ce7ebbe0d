"""Today: what the day holds, what needs someone and why, and what was done lately."""
