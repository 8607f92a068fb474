"""Families: templates that make questions out of annotation, ours and the teachers' own."""
