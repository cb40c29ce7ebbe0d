"""How a practice's database comes from one schema to the next."""
