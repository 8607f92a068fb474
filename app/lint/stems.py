"""In which questions of a bank each stem is shown, and how much it tells there."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from app.lint.view import BankView, QuestionView, Wording

RARE: Final = 3
"""In so few questions of a bank, a word is rare and weighs double."""

COMMON: Final = 0.1
"""The share of a bank's questions from which on a word is what the article is about."""

MOST_COMPARED: Final = 50
"""Other questions with the same word that one is compared with, so that no bank is slow."""


def telling(text: Wording) -> frozenset[str]:
    """The stems of a text that can give an answer away.

    Not words in quotation marks, not single letters (the U and S of U.S.), not the number of a
    place in the text ("paragraph 10").
    """
    places = text.language.list("text words")
    stem = text.language.stem
    before = ("", *(stem(token.word) for token in text.own))
    numbers_of_places = {
        token.word
        for token, name in zip(text.own, before, strict=False)
        if token.word[:1].isdigit() and name in places
    }
    return frozenset(
        found for found in text.own_stems - numbers_of_places if len(found) > 1 or found.isdigit()
    )


@dataclass(frozen=True)
class Stems:
    """In which questions each stem is shown; those in quotation marks count only if `quoted`."""

    bank: BankView
    quoted: bool = False

    @cached_property
    def shown(self) -> dict[str, frozenset[str]]:
        """The stems that a student reads in each question."""
        return {
            question.id: frozenset().union(
                *(text.stems if self.quoted else telling(text) for text in question.shown)
            )
            for question in self.bank.questions
        }

    @cached_property
    def places(self) -> dict[str, list[QuestionView]]:
        """The questions that show a stem."""
        places: dict[str, list[QuestionView]] = defaultdict(list)
        for question in self.bank.questions:
            for stem in self.shown[question.id]:
                places[stem].append(question)
        return places

    def weight(self, stem: str) -> int:
        """2 for a rare word or a number, 0 for one that is everywhere, else 1."""
        count = len(self.places[stem])
        if count > max(RARE, COMMON * len(self.bank.questions)):
            return 0
        return 2 if count <= RARE or stem[:1].isdigit() else 1

    def weighed(self, stems: Iterable[str]) -> int:
        """The weights of stems together."""
        return sum(map(self.weight, stems))
