"""What a check found, as text, JSON, GitHub annotations and SARIF."""
