"""What an attribution is, and the tokens of a sentence in which one is looked for.

The three parts of an attribution are those of Pareti (2016), PARC 3.0: a corpus of attribution
relations, LREC: source, cue and content.
"""

from dataclasses import dataclass
from typing import Final

from app.draft.contents import Range
from app.draft.phrases import Phrase
from app.draft.tokens import Sentence
from app.draft.vocabulary import Vocabulary

SHORTEST: Final = 2
"""Tokens of the shortest content that is not a quotation."""


_LONGEST_TITLE: Final = 4
"""Words of the longest name of a work."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution: `contents` in tokens, `speakers` from the origin to the nearest.

    A speaker None is left to what went before: "... , he said. “And now?”"; `heard_by` is to whom
    it was said; `first` and `last` are the tokens that speaker, cue and content take up.
    """

    kind: str  # direct | indirect | mixed | according to
    contents: tuple[Range, ...]
    speakers: tuple[Phrase | None, ...]
    first: int
    last: int
    cue: str = ""
    groups: frozenset[str] = frozenset()
    heard_by: Phrase | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """The tokens that are looked at, from `low` to `high`."""

    tokens: Sentence
    low: int
    high: int
    vocabulary: Vocabulary

    def text(self, start: int, end: int) -> str:
        """The words from a token to another."""
        return " ".join(token.text for token in self.tokens[start:end])

    def is_quotation(self, content: Range) -> bool:
        """Whether a range is one quotation and nothing else."""
        start, end = content
        return end - start == 1 and self.tokens[start].kind == "quotation"

    def has_quotation(self, content: Range) -> bool:
        """Whether a quotation is in a range."""
        return any(token.kind == "quotation" for token in self.tokens[slice(*content)])

    def is_title(self, place: int) -> bool:
        """Whether a quotation is the name of a work: on the programme “This Week,” she said."""
        words = self.tokens[place].text.strip("“”\"«»'’`,.").split()
        named = len(words) <= _LONGEST_TITLE and all(word[:1].isupper() for word in words)
        return named and place > self.low and self.tokens[place - 1].is_word
