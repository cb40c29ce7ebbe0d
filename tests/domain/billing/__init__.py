"""Invoices, their numbers and amounts, and payments."""
