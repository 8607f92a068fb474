"""Short texts that a student types."""

from typing import Any, Final
from unicodedata import category, combining, normalize

from app.errors import MalformedResponse

LONGEST: Final = 200
"""Characters (code points) of a typed answer."""


def read_typed(raw: Any) -> str | None:
    """The text with its spaces collapsed and without control characters; None for an empty one.

    Raises MalformedResponse when it is no text, or over 200 characters long.
    """
    if raw is None:
        return None
    if not isinstance(raw, str) or any(category(sign) == "Cs" for sign in raw):
        raise MalformedResponse("The answer must be a text.")
    text = " ".join("".join(" " if category(sign) == "Cc" else sign for sign in raw).split())
    if len(text) > LONGEST:
        raise MalformedResponse(f"The answer must be at most {LONGEST} characters long.")
    return text or None


def plain(text: str) -> str:
    """A text in compatibility form and lower case, without accents, its spaces collapsed."""
    parts = normalize("NFKD", text.casefold())
    return " ".join("".join(sign for sign in parts if not combining(sign)).split())
