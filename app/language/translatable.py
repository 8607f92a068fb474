"""Marking a text of the program for the catalogues, without loading them."""


def marked(text: str) -> str:
    """Mark a text for the catalogues; it is translated when it is shown."""
    return text
