"""Billing: the list of invoices, and the one in hand with its lines, its document and its payments."""
