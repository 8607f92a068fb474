"""A language that is none: every text that was translated stands in ⟦brackets⟧, and so shows."""

from gettext import NullTranslations
from typing import Final

OPEN: Final = "⟦"
CLOSE: Final = "⟧"


class Bracketed(NullTranslations):
    """The English texts in brackets; `asked` are those that were wanted."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[str] = set()

    def gettext(self, message: str) -> str:
        """The text in brackets."""
        self.asked.add(message)
        return f"{OPEN}{message}{CLOSE}"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The text for a count in brackets."""
        self.asked.add(msgid1)
        return f"{OPEN}{msgid1 if n == 1 else msgid2}{CLOSE}"

    def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002
        """The text in brackets."""
        return self.gettext(message)

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:  # noqa: ARG002
        """The text for a count in brackets."""
        return self.ngettext(msgid1, msgid2, n)
