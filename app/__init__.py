"""Byline: a news article becomes a quiz on what it says, how it knows and how it puts it."""
