"""The student's use cases, one module each: open, answer, hand in, resume, collect."""
