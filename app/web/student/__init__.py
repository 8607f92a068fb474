"""The pages that a student sees, one module for each page or group of pages."""
