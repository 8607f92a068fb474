"""The parts of a vocabulary: phrases, forms of verbs, pronouns, and words for hedges."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Final, Literal

from pydantic import PlainValidator

from app.domain.annotation import SOURCE_TYPES
from app.draft.tokens import Token
from app.language.folder import Words
from app.language.longest import LongestPhrase

_REACH: Final = 8
"""Words of the longest phrase in the files."""

WordSet = frozenset[str]
Endings = tuple[str, ...]
SourceType = Literal[SOURCE_TYPES]  # type: ignore[valid-type]  # a table, not a literal, is the source
Gender = Literal["man", "woman", "any"]
VerbGroup = Literal["say", "think", "show", "utter", "name", "pledge", "quote"]


class Phrases(LongestPhrase):
    """Groups of words; at a place of a text, the longest that fits is found."""

    def __init__(self, phrases: Iterable[str]) -> None:
        super().__init__(phrase.split() for phrase in phrases)

    def among(self, tokens: Sequence[Token], place: int) -> int:
        """The number of tokens of the longest phrase at a place; 0 for none."""
        if tokens[place].low not in self._by_first:
            return 0
        return self.at([token.low for token in tokens[place : place + _REACH]], 0)


PhraseList = Annotated[Phrases, PlainValidator(Phrases)]


@dataclass(frozen=True, slots=True)
class Verb:
    """A form of a reporting verb: the verb's name, its groups, and what form it is."""

    name: str
    groups: WordSet
    form: str  # finite | gerund | participle | infinitive


class Inflection(Words):
    """How regular verbs with an ending are inflected: what is cut off, and what takes its place."""

    ending: Endings
    cut: int
    forms: tuple[str, ...]

    def of(self, verb: str) -> list[str]:
        """The forms of a verb, its name first."""
        stem = verb[: len(verb) - self.cut]
        return [stem + form for form in self.forms]


class VerbForms(Words):
    """The endings of the forms of a verb that are not finite."""

    gerund: Endings
    participle: Endings


class Pronoun(Words):
    """What a pronoun may refer to: one or many, and of which gender."""

    number: Literal["one", "many"]
    gender: Literal["man", "woman", "thing", "any"]


class FirstNames(Words):
    """The content of a file `first_names.yaml`: first names in small letters by gender."""

    man: WordSet
    woman: WordSet

    def gender_of(self, name: str) -> str:
        """The gender of most who bear a name; "any" for a name of both or of neither list."""
        genders = [gender for gender in ("man", "woman") if name in getattr(self, gender)]
        return genders[0] if len(genders) == 1 else "any"


class According(Words):
    """The words of "according to her" (`before`) and of "in her view" (`starts`, `nouns`)."""

    before: PhraseList
    nouns: WordSet
    starts: WordSet


class Hedges(Words):
    """Words that keep a statement open; `not_after` and `not_before` say where they do not."""

    number: PhraseList
    vague: PhraseList
    any: PhraseList
    not_in_capitals: WordSet
    not_after: Mapping[str, WordSet]
    not_before: Mapping[str, WordSet]
