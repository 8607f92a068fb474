"""Banks on the shelf: the reading pipeline, the folder, mending files."""
