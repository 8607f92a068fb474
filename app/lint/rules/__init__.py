"""The rules of the linter, a module for each thing that they look at."""
