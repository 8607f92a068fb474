"""The use cases, one module each: what students and teachers do, without the web."""
