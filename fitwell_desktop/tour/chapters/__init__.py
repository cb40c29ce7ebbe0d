"""The tour's chapters, one file each. A new capability adds its own."""
