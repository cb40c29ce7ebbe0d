"""Billing: invoices, their numbers and amounts, and the money that comes in for them."""
