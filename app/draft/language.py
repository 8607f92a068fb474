"""The words of a language by which the draft works, read once from its YAML file."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Final

import yaml

from app.draft.tokens import Token
from app.language.longest import LongestPhrase

LANGUAGES: Final = ("en", "es")
_FOLDER: Final = Path(__file__).with_name("languages")

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Verb:
    """A form of a reporting verb: the verb's name, its groups, and what form it is."""

    name: str
    groups: Words
    form: str  # finite | gerund | participle


_REACH: Final = 8
"""Words of the longest phrase in the files."""


class Phrases(LongestPhrase):
    """Groups of words, found in a text at a place: the longest that fits."""

    def __init__(self, phrases: Iterable[str]) -> None:
        super().__init__(phrase.split() for phrase in phrases)

    @property
    def firsts(self) -> Container[str]:
        """The words that a phrase may begin with."""
        return self._by_first

    def among(self, tokens: Sequence[Token], place: int) -> int:
        """How many tokens of the longest phrase stand at a place; 0 for none."""
        if tokens[place].low not in self._by_first:
            return 0
        return self.at([token.low for token in tokens[place : place + _REACH]], 0)


@dataclass(frozen=True)
class Language:
    """The words of one language; `sets` are the plain lists of its file, by name."""

    code: str
    verbs: Mapping[str, Verb]
    sets: Mapping[str, Words]
    sources: Mapping[str, Words]
    titles: Mapping[str, str]
    genders: Mapping[str, str]
    pronouns: Mapping[str, tuple[str, str]]
    owners: Mapping[str, str]
    according: Phrases
    according_starts: Words
    according_nouns: Words
    passing_on: Phrases
    interviews: Phrases
    citing: Phrases
    number_hedges: Phrases
    vague_hedges: Phrases
    hedges: Phrases
    not_after: Mapping[str, Words]
    not_before: Mapping[str, Words]
    that_may_be_left_out: bool = True
    subject_may_be_left_out: bool = False
    noun_first: bool = False
    writer: str = ""
    care: str = ""
    source_words: Mapping[str, str] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Words:
        """A plain list of the file."""
        return self.sets[name]


@cache
def language_of(code: str) -> Language:
    """The language with a code of `LANGUAGES`."""
    raw = yaml.load(
        (_FOLDER / f"{code}.yaml").read_text("utf-8"),
        Loader=yaml.CBaseLoader,  # noqa: S506  # our own file; all scalars are text
    )
    hedges, according = raw["hedges"], raw["according"]
    sources = {kind: frozenset(words) for kind, words in raw["sources"].items()}
    return Language(
        code=code,
        verbs=_verbs(code, raw["verbs"]),
        sets={name: frozenset(words) for name, words in raw.items() if isinstance(words, list)},
        sources=sources,
        titles=_by_word(raw["titles"]),
        genders=_by_word(raw["gender"]),
        pronouns={word: _pair(text) for word, text in raw["pronouns"].items()},
        owners=raw["owners"],
        according=Phrases(according["before"]),
        according_starts=frozenset(according["starts"]),
        according_nouns=frozenset(according["nouns"]),
        passing_on=Phrases(raw["passing_on"]),
        interviews=Phrases(raw["in_an_interview"]),
        citing=Phrases(raw["passing_on_itself"]),
        number_hedges=Phrases(hedges["number"]),
        vague_hedges=Phrases(hedges["vague"]),
        hedges=Phrases(hedges["any"]),
        not_after=_sets(hedges["not_after"]),
        not_before=_sets(hedges["not_before"]),
        that_may_be_left_out=raw["that_may_be_left_out"] == "true",
        subject_may_be_left_out=raw["subject_may_be_left_out"] == "true",
        writer=raw["writer"],
        care=raw["care"],
        noun_first=raw["noun_first"] == "true",
        source_words=_by_word(raw["sources"]),
    )


def _by_word(groups: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Each word with the name of its first group."""
    return {word: name for name, words in reversed(list(groups.items())) for word in words}


def _sets(groups: Mapping[str, Sequence[str]]) -> dict[str, Words]:
    return {word: frozenset(words) for word, words in groups.items()}


def _pair(text: str) -> tuple[str, str]:
    number, gender = text.split()
    return number, gender


def _verbs(code: str, groups: Mapping[str, Sequence[str]]) -> dict[str, Verb]:
    found: dict[str, Verb] = {}
    for group, entries in groups.items():
        for entry in entries:
            name = entry.split()[0]
            for word in inflected(code, entry):
                known = found[word].groups if word in found else frozenset()
                found[word] = Verb(name, known | {group}, _form(code, word, name))
    return found


def _form(code: str, word: str, name: str) -> str:
    if code == "es" and word == name:
        return "infinitive"
    endings = _ENDINGS[code]
    return next((form for form, end in endings.items() if word.endswith(end)), "finite")


_ENDINGS: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    "en": {"gerund": ("ing",)},
    "es": {"gerund": ("ando", "endo"), "participle": ("ado", "ido", "cho", "crito")},
}


def inflected(code: str, entry: str) -> list[str]:
    """The forms of a verb that a file gives: all of them, or a regular verb alone."""
    words = entry.split()
    return words if len(words) > 1 else _INFLECT[code](entry)


def _english(verb: str) -> list[str]:
    if verb.endswith("e"):
        return [verb, f"{verb}s", f"{verb}d", f"{verb[:-1]}ing"]
    third = f"{verb}es" if verb.endswith(("s", "sh", "ch", "x")) else f"{verb}s"
    return [verb, third, f"{verb}ed", f"{verb}ing"]


def _spanish(verb: str) -> list[str]:
    """The forms that news use of a regular verb in -ar."""
    stem = verb[:-2]
    endings = "a an ó aron aba aban ará arán ando ado"
    return [verb, *(stem + ending for ending in endings.split())]


_INFLECT: Final = {"en": _english, "es": _spanish}
