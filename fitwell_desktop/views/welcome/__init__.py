"""What is seen where no practice is open yet: the first-run pages, and what to do where one can't be opened."""
