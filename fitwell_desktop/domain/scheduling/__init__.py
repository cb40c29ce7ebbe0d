"""The calendar's rules: booking, moving and closing sessions, who is free when, and what a screen of it shows."""
