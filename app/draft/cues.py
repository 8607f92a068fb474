"""The verbs of a sentence that report what somebody says, thinks or shows."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.draft.language import Language, Verb
from app.draft.phrases import is_adverb
from app.draft.tokens import Sentence

_BEFORE = 6
"""Tokens before a verb that may belong to it: had also once."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb; with auxiliaries and adverbs it goes from token `start` to `end`."""

    start: int
    place: int
    end: int
    verb: Verb


def cues_of(tokens: Sentence, low: int, high: int, language: Language) -> Iterator[Cue]:
    """Every verb between two tokens that may report something, in order."""
    for place in range(low, high):
        cue = cue_at(tokens, low, place, high, language)
        if cue is not None:
            yield cue


def cue_at(tokens: Sentence, low: int, place: int, high: int, language: Language) -> Cue | None:
    """The reporting verb at a token, if one stands there; nothing before `low` is its own."""
    token = tokens[place]
    verb = language.verbs.get(token.low) if token.is_word else None
    if verb is None or language.passing_on.among(tokens, place):
        return None
    if verb.form == "infinitive" or (token.is_capital and place > low and verb.form != "gerund"):
        return None
    start = place
    while start > low and place - start < _BEFORE and _helps(tokens, start - 1, language):
        start -= 1
    words = [token.low for token in tokens[start:place]]
    if _is_denied(words, language) or _is_noun(tokens, start, place, low, language):
        return None
    if place > low and tokens[place - 1].low in language["infinitive"]:
        first = _went_on(tokens, low, place, language)
        if first is None:
            return None
        start = first
    if _is_passive(words, verb, language):
        return None
    if verb.form == "participle" and not set(words) & language["auxiliaries"]:
        return None
    end = place + 1
    while end < high and is_adverb(tokens[end], language):
        end += 1
    return Cue(start, place, end, verb)


def _helps(tokens: Sentence, place: int, language: Language) -> bool:
    token = tokens[place]
    return token.is_word and (
        token.low in language["auxiliaries"]
        or token.low in language["not"]
        or token.low in language["passive"]
        or token.low.endswith("n’t")
        or (not token.is_capital and is_adverb(token, language))
    )


def _is_denied(words: list[str], language: Language) -> bool:
    return any(word in language["not"] or word.endswith("n’t") for word in words)


def _is_noun(tokens: Sentence, start: int, place: int, low: int, language: Language) -> bool:
    token = tokens[place]
    if token.low not in language["also_nouns"]:
        return False
    if start == low:
        return True
    before = tokens[start - 1]
    return (
        before.low in language["determiners"]
        or before.low in language["possessives"]
        or before.low.endswith("’s")
        or before.low in language["prepositions"]
        or before.low in language["finite"]
        or before.kind == "number"
    )


def _is_passive(words: list[str], verb: Verb, language: Language) -> bool:
    being = [word for word in words if word in language["passive"]]
    return bool(being) and verb.form != "gerund"


def _went_on(tokens: Sentence, low: int, place: int, language: Language) -> int | None:
    """Where "went on to say" begins; None for any other infinitive."""
    for length in (1, 2):
        first = place - 1 - length
        if first >= low:
            words = " ".join(token.low for token in tokens[first : place - 1])
            if words in language["infinitive_after"]:
                return first
    return None
