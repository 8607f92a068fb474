"""Whether options are fair: nothing gives the key away to a student who has not read the text.

The measures are the linter's (`app.language.cues`), so that what is made here passes there.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from app.language.cues import (
    FLOOR,
    LOOKS,
    careful_alone,
    is_verbatim,
    odd_length,
    odd_looks,
    overlaps,
    strong_alone,
)
from app.language.language import Language
from app.language.tokenized import TokenizedText, WordRuns


@dataclass(frozen=True)
class Cues:
    """The article and the language by which options are judged."""

    paragraphs: tuple[str, ...]
    language: Language

    @cached_property
    def _runs(self) -> WordRuns:
        return WordRuns(TokenizedText(text, self.language) for text in self.paragraphs)

    # The same options are judged beside many others.
    @cached_property
    def _known(self) -> dict[str, TokenizedText]:
        return {}

    def _tokenized(self, text: str) -> TokenizedText:
        known = self._known.get(text)
        if known is None:
            known = self._known[text] = TokenizedText(text, self.language)
        return known

    def fair(self, key: str, others: Sequence[str]) -> bool:
        """Whether nothing marks the key."""
        if _odd_in_a_frame(len(key), [len(other) for other in others]):
            return False
        right, wrong = self._tokenized(key), [self._tokenized(other) for other in others]
        return not (
            _is_centre(right, wrong)
            or any(odd_looks(right, wrong, LOOKS))
            or any(strong_alone([right], wrong))
            or careful_alone(right, wrong)
            or is_verbatim(right, wrong, self._runs)
        )


def _odd_in_a_frame(key: int, others: Sequence[int]) -> bool:
    """Whether the key's length is odd, alone or in a wording that all options share.

    A template may put the options into marks and more words, which lifts short ones over the
    floor. The ratio is greatest in the shortest frame that does so.
    """
    mean = sum(others) / len(others)
    frame = max(0, FLOOR + 1 - int(max(key, mean)))
    return bool(odd_length(key + frame, [other + frame for other in others]))


def _is_centre(key: TokenizedText, others: Sequence[TokenizedText]) -> bool:
    """Whether the key shares more words with the others than any of them does (convergence)."""
    mine, *theirs = overlaps([option.stems for option in (key, *others)])
    return mine > max(theirs)
