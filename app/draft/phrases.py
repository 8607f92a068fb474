"""Noun phrases: what a speaker looks like in the text, and the tests by which one is known."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from app.draft.tokens import Sentence, Token
from app.draft.vocabulary import Vocabulary

LONGEST: Final = 16
"""Tokens of the longest phrase that is taken for a speaker."""

_LONGEST_BRACKET: Final = 6
"""Tokens of the longest aside in brackets that may follow a name."""

_SHORTEST_PLURAL: Final = 5
_SHORTEST_ADVERB: Final = 5
"""Letters of the shortest word that an ending makes an adverb: "only" is none."""

_STOPS: Final = frozenset(".!?")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A speaker as the text has it: the phrase itself, and what is beside it in commas."""

    tokens: Sentence
    aside: Sentence = ()


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase with its place: tokens from `start` to `end`, its aside and commas included."""

    phrase: Phrase
    start: int
    end: int


def bracket_before(tokens: Sentence, closing: int, low: int) -> int | None:
    """The place of the bracket that opens "(D-Wis.)", closed at a token; None for a longer one."""
    places = range(closing - 1, max(low, closing - _LONGEST_BRACKET) - 1, -1)
    return next((place for place in places if tokens[place].text == "("), None)


def bracket_after(tokens: Sentence, opening: int, end: int) -> int | None:
    """The token behind "(D-Wis.)", opened at a token; None for a longer one."""
    places = range(opening + 1, min(end, opening + 1 + _LONGEST_BRACKET))
    return next((place + 1 for place in places if tokens[place].text == ")"), None)


def is_adverb(token: Token, vocabulary: Vocabulary) -> bool:
    """Whether a token is an adverb that may be beside a verb."""
    if not token.is_word:
        return False
    return token.low in vocabulary.adverbs or (
        token.text[0].islower()
        and token.low not in vocabulary.no_adverbs
        and len(token.low) >= _SHORTEST_ADVERB
        and token.low.endswith(vocabulary.adverb_endings)
    )


def is_participle(token: Token, vocabulary: Vocabulary) -> bool:
    """Whether a token has the form of a participle."""
    return (
        token.low.endswith(vocabulary.participle_endings)
        and token.low not in vocabulary.determiners
    )


def is_past(token: Token, vocabulary: Vocabulary) -> bool:
    """Whether a token has the form of a verb in the past."""
    return not token.is_capital and token.low.endswith(vocabulary.past_endings)


def has_finite(tokens: Sentence, vocabulary: Vocabulary) -> bool:
    """Whether a stretch holds a finite verb, judged by its form."""
    if tokens and is_finite(tokens[0], vocabulary):
        return True
    return any(_is_verb_behind(before, token, vocabulary) for before, token in pairwise(tokens))


def _is_verb_behind(before: Token, token: Token, vocabulary: Vocabulary) -> bool:
    """Whether a token is a finite verb, by its form and the word before it."""
    if before.low in vocabulary.only_before_nouns:
        return False
    if is_finite(token, vocabulary):
        return True
    past = token.is_word and is_past(token, vocabulary)
    return past and before.low not in vocabulary.before_adjectives


def is_finite(token: Token, vocabulary: Vocabulary) -> bool:
    """Whether a token is a finite verb: an auxiliary, a common verb or a reporting one."""
    if not token.is_word or token.is_capital:
        return False
    verb = vocabulary.verbs.get(token.low)
    return (
        token.low in vocabulary.finite
        or token.low.endswith(vocabulary.negated_endings)
        or (verb is not None and verb.form == "finite" and token.low not in vocabulary.also_nouns)
    )


def is_phrase(core: Sentence, vocabulary: Vocabulary) -> bool:
    """Whether a stretch of tokens may be who or what speaks."""
    if not 0 < len(core) <= LONGEST:
        return False
    first, last = core[0], core[-1]
    if len(core) == 1:
        return _is_single(first, vocabulary)
    if not (first.is_word or first.kind == "number") or first.low in vocabulary.pronouns:
        return False
    if first.low in vocabulary.first_person or last.low in vocabulary.determiners:
        return last.low in vocabulary.unnamed
    if _opens_no_phrase(first, core[1], vocabulary) or _closes_no_phrase(last, vocabulary):
        return False
    return not has_finite(main_part(core, vocabulary), vocabulary)


def _opens_no_phrase(first: Token, second: Token, vocabulary: Vocabulary) -> bool:
    determines = first.low in vocabulary.determiners
    if first.low in vocabulary.prepositions or first.low in vocabulary.relative:
        return not determines or second.low in vocabulary.pronouns
    if first.low in vocabulary.subordinators or first.low in vocabulary.finite:
        return True
    verb = vocabulary.verbs.get(first.low)
    if verb is not None and verb.form == "gerund":
        return True
    return first.low in vocabulary.no_speakers and not determines


def _closes_no_phrase(last: Token, vocabulary: Vocabulary) -> bool:
    return last.low in vocabulary.leading_on or last.text in _STOPS


def _is_single(token: Token, vocabulary: Vocabulary) -> bool:
    if token.kind == "number":
        return token.text.endswith("%")
    if not token.is_word or token.low in vocabulary.first_person:
        return False
    if token.low in vocabulary.pronouns or token.low in vocabulary.unnamed:
        return True
    if token.low in vocabulary.never_alone:
        return False
    named = token.is_capital or token.low in vocabulary.source_types
    return named or _is_bare_plural(token, vocabulary)


def _is_bare_plural(token: Token, vocabulary: Vocabulary) -> bool:
    """Whether a word is a plural that needs no article: "[regulators] say"."""
    if len(token.low) < _SHORTEST_PLURAL or token.low in vocabulary.no_plurals:
        return False
    plural = token.low.endswith(vocabulary.plural_endings)
    return plural and not token.low.endswith(vocabulary.singular_endings)


def main_part(core: Sentence, vocabulary: Vocabulary) -> Sentence:
    """A phrase without its relative clause and without a participle that follows its noun."""
    for place, token in enumerate(core[1:], 1):
        if token.low in vocabulary.relative or vocabulary.passing_on.among(core, place):
            return core[:place]
        following = core[place + 1].low if place + 1 < len(core) else ""
        if is_participle(token, vocabulary) and following in vocabulary.behind_participles:
            return core[:place]
    return core
