"""What is kept: the database, its tables and one module for each aggregate."""
