"""In and out: one module for each format, with its media type and its extension."""
