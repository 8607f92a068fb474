"""Forms of a paper that may bring its resume code in place of the browser's key."""

from typing import Final

CODE: Final = "code"
"""The field in which a form brings a resume code."""

REGAINED: Final = frozenset(
    f"attempt.{name}" for name in ("save_paper", "save_question", "more_time", "finish")
)
"""The endpoints of such forms."""
