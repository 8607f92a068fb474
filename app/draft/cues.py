"""The reporting verbs of a sentence: what is said, thought or shown."""

from collections.abc import Iterator, Set
from dataclasses import dataclass

from app.draft.phrases import is_adverb
from app.draft.tokens import Sentence, Token
from app.draft.vocabulary import Vocabulary
from app.draft.word_groups import Verb

_BEFORE = 6
"""Tokens before a verb that may belong to it."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb; with auxiliaries and adverbs it goes from token `start` to `end`."""

    start: int
    place: int
    end: int
    verb: Verb


def cues_of(tokens: Sentence, low: int, high: int, vocabulary: Vocabulary) -> Iterator[Cue]:
    """Every verb between two tokens that may report something, in order."""
    for place in range(low, high):
        cue = cue_at(tokens, low, place, high, vocabulary)
        if cue is not None:
            yield cue


def cue_at(tokens: Sentence, low: int, place: int, high: int, vocabulary: Vocabulary) -> Cue | None:
    """The reporting verb at a token, if there is one; nothing before `low` belongs to it."""
    verb = _verb_at(tokens, low, place, vocabulary)
    if verb is None:
        return None
    start = _start(tokens, low, place, vocabulary)
    words = {token.low for token in tokens[start:place]}
    if not _reports(words, verb, vocabulary) or _is_noun(tokens, start, place, low, vocabulary):
        return None
    if place > low and tokens[place - 1].low in vocabulary.infinitive:
        first = _went_on(tokens, low, place, vocabulary)
        if first is None:
            return None
        start = first
    end = _end(tokens, place, high, verb, vocabulary)
    return None if end is None else Cue(start, place, end, verb)


def _end(tokens: Sentence, place: int, high: int, verb: Verb, vocabulary: Vocabulary) -> int | None:
    """The token behind a verb and its adverbs; None for "pointed" without "out"."""
    end = place + 1
    second = vocabulary.phrasal.get(verb.name)
    if second is not None:
        if end >= high or tokens[end].low != second:
            return None
        end += 1
    while end < high and is_adverb(tokens[end], vocabulary):
        end += 1
    return end


def _verb_at(tokens: Sentence, low: int, place: int, vocabulary: Vocabulary) -> Verb | None:
    """The form of a reporting verb at a token; None for a name and for "quoted by"."""
    token = tokens[place]
    verb = vocabulary.verbs.get(token.low) if token.is_word else None
    if verb is None or verb.form == "infinitive" or vocabulary.passing_on.among(tokens, place):
        return None
    is_name = token.is_capital and place > low and verb.form != "gerund"
    return None if is_name else verb


def _start(tokens: Sentence, low: int, place: int, vocabulary: Vocabulary) -> int:
    """Where the words before a verb that belong to it begin: "had also once"."""
    start = place
    while start > max(low, place - _BEFORE) and _helps(tokens, start - 1, vocabulary):
        start -= 1
    return start


def _helps(tokens: Sentence, place: int, vocabulary: Vocabulary) -> bool:
    """Whether a token belongs to the verb behind it: "has", "not", "also"."""
    token = tokens[place]
    if not token.is_word or _is_date(token, vocabulary):
        return False
    if token.low in vocabulary.helping_verbs or token.low.endswith(vocabulary.negated_endings):
        return True
    if token.is_capital:
        return False
    return token.low in vocabulary.adverbs_between or is_adverb(token, vocabulary)


def _is_date(token: Token, vocabulary: Vocabulary) -> bool:
    """Whether a token is "May" or "Monday", and no verb."""
    return token.is_capital and token.low in vocabulary.times


def _reports(words: Set[str], verb: Verb, vocabulary: Vocabulary) -> bool:
    """Whether a verb with these words before it says that something was said."""
    if any(word.endswith(vocabulary.negated_endings) for word in words):
        return False
    if words & vocabulary.negations:
        return False
    if words & vocabulary.passive and verb.form != "gerund":
        return False
    return verb.form != "participle" or bool(words & vocabulary.auxiliaries)


def _is_noun(tokens: Sentence, start: int, place: int, low: int, vocabulary: Vocabulary) -> bool:
    """Whether a form that may be a noun is one here, by what is before it: "the claims"."""
    if start == place > low and tokens[place - 1].low in vocabulary.only_before_nouns:
        return True
    if tokens[place].low not in vocabulary.also_nouns:
        return False
    if start == low:
        return True
    if place + 1 < len(tokens) and tokens[place + 1].low in vocabulary.that:
        return tokens[start - 1].low in vocabulary.opening_nouns
    before = tokens[start - 1]
    if _is_date(before, vocabulary):
        return False
    return (
        before.kind == "number"
        or before.low in vocabulary.before_nouns
        or before.low.endswith(vocabulary.genitives)
    )


def _went_on(tokens: Sentence, low: int, place: int, vocabulary: Vocabulary) -> int | None:
    """Where "went on to say" begins; None for any other infinitive."""
    for length in (1, 2):
        first = place - 1 - length
        if first >= low:
            words = " ".join(token.low for token in tokens[first : place - 1])
            if words in vocabulary.infinitive_after:
                return first
    return None
