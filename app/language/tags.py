"""Language tags (BCP 47): their base language, their wider forms, and the lookup of RFC 4647."""

from collections.abc import Iterable
from typing import Final

SOURCE: Final = "en"
"""The language that the program's own texts are written in."""


def fallbacks(tag: str) -> tuple[str, ...]:
    """The tag and its wider forms, the narrowest first: zh-hant-tw, zh-hant, zh.

    They are in small letters; an underscore counts as a hyphen. A single letter or digit only
    introduces what follows it and ends no form (RFC 4647, section 3.4).
    """
    parts = tag.lower().replace("_", "-").split("-")
    wider = ("-".join(parts[:end]) for end in range(len(parts), 0, -1) if len(parts[end - 1]) > 1)
    return tuple(wider) or (parts[0],)


def base_language(tag: str) -> str:
    """The language of a tag without script and region: es for es-MX."""
    return fallbacks(tag)[-1]


def look_up(tag: str, offered: Iterable[str]) -> str | None:
    """The offered tag that serves a wanted one: itself, or its nearest wider form; None for none.

    Returns the tag as it is offered, whatever its case (the lookup of RFC 4647, section 3.4).
    """
    known = {one.lower().replace("_", "-"): one for one in offered}
    return next((known[form] for form in fallbacks(tag) if form in known), None)


def same_language(one: str, other: str) -> bool:
    """Whether two tags name one language, whatever their scripts and regions."""
    return base_language(one) == base_language(other)
