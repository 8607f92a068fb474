"""What a teacher wrote: reading YAML with positions, validation, the schema of the format."""
