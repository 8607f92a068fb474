"""What a rule found: the way to the very text, and what is wrong with it."""

from dataclasses import dataclass, replace

from app.domain.problem import Edit, Path, Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding, before it has its line and column.

    `path` leads from the question to the text, or from the bank when `question` (an id) is empty
    and a rule on whole banks found it; `at_key`: the text is the key at its end. `words` are the
    words that are meant, when they are a part of the text. `help` says what to do where the
    rule's own advice is too general; `edit` mends it without harm. `severity` is this
    finding's own, where it is worse or milder than the rule's others; a bank that sets the rule's
    severity has the last word.
    """

    path: Path
    message: str
    words: str = ""
    question: str = ""
    help: str = ""
    at_key: bool = False
    edit: Edit | None = None
    severity: Severity | None = None

    def in_question(self, question: str, edit: Edit | None) -> "Finding":
        """The same, found by a rule on whole banks in a question, with the edit that mends it."""
        return replace(self, question=question, edit=edit)
