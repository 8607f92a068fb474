"""A paper as a sheet for the terminal or the printer."""
