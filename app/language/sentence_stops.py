"""Which stops end a sentence of a language: its abbreviations, and words that begin sentences."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from app.language.folder import Words, read_words
from app.language.tags import SOURCE


class SentenceWords(Words):
    """The content of a file `sentences.yaml`, whose comments say what each list is for.

    `also` names languages whose lists apply as well. Where a stop makes an ordinal of a number,
    `before_ordinals` and `after_ordinals` are the words by which it is known (am 3. Mai).
    """

    also: tuple[str, ...] = ()
    before_names: frozenset[str]
    before_numbers: frozenset[str]
    may_end: frozenset[str]
    starters: frozenset[str]
    said: frozenset[str]
    before_ordinals: frozenset[str] = frozenset()
    after_ordinals: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Stops:
    """The lists of a language and of those that it names; `said` matches “Ana Reyes said”."""

    before_names: frozenset[str]
    before_numbers: frozenset[str]
    may_end: frozenset[str]
    starters: frozenset[str]
    said: re.Pattern[str]
    before_ordinals: frozenset[str]
    after_ordinals: frozenset[str]


@lru_cache(maxsize=256)
def stops_of(language: str) -> Stops:
    """The stops of a language (BCP 47); those of English where its own are not known."""
    own = _words(language) or _words(SOURCE)
    several = [own, *map(_words, own.also)] if own else []
    lists = [words for words in several if words]
    return Stops(
        before_names=_all(one.before_names for one in lists),
        before_numbers=_all(one.before_numbers for one in lists),
        may_end=_all(one.may_end for one in lists),
        starters=_all(one.starters for one in lists),
        said=_reporting(_all(one.said for one in lists)),
        before_ordinals=_all(one.before_ordinals for one in lists),
        after_ordinals=_all(one.after_ordinals for one in lists),
    )


def _words(language: str) -> SentenceWords | None:
    return read_words(language, "sentences", SentenceWords)


def _all(lists: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*lists)


def _reporting(verbs: Iterable[str]) -> re.Pattern[str]:
    any_of = "|".join(map(re.escape, sorted(verbs)))
    return re.compile(rf"(?:\w+\.?\s+){{1,4}}?(?:{any_of})\b")
