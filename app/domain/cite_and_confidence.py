"""What a student gives beside a response: the sentence that settles it, and how sure they are."""

from dataclasses import dataclass
from typing import Any, Final

CONFIDENCES: Final = (1, 2, 3)
"""How sure: less than 2 in 3, from 2 in 3 to 4 in 5, more than 4 in 5."""


@dataclass(frozen=True, slots=True)
class CiteAndConfidence:
    """The id of the cited sentence and one of `CONFIDENCES`; None for what was not given."""

    cite: str | None = None
    confidence: int | None = None

    def __bool__(self) -> bool:
        return self != NEITHER_GIVEN

    def as_json(self) -> dict[str, Any]:
        """What was given, by name; nothing of what was not."""
        given = {"cite": self.cite, "confidence": self.confidence}
        return {name: value for name, value in given.items() if value is not None}


NEITHER_GIVEN: Final = CiteAndConfidence()
"""A response alone."""
