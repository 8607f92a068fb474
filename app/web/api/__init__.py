"""The same use cases as JSON, with their description."""
