"""The phrase that begins at a token: "said [Ana Ruiz, who speaks for the council]"."""

from typing import Final

from app.draft.cues import cues_of
from app.draft.phrases import (
    LONGEST,
    Found,
    Phrase,
    bracket_after,
    has_finite,
    is_adverb,
    is_past,
    is_phrase,
    main_part,
)
from app.draft.tokens import Sentence, Token
from app.draft.vocabulary import Vocabulary

_INSIDE: Final = frozenset("&-/")
"""Marks that do not end a phrase."""

_ENDS_ASIDE: Final = frozenset(",.;:!?—")
_LONGEST_ASIDE: Final = 18
_AHEAD: Final = 3
"""Tokens after a preposition that are looked at for a time or a setting."""


def phrase_after(tokens: Sentence, start: int, end: int, vocabulary: Vocabulary) -> Found | None:
    """The phrase that begins at token `start`, with its aside; None if there is none."""
    if start >= end:
        return None
    if tokens[start].low in vocabulary.pronouns:
        return Found(Phrase(tokens[start : start + 1]), start, start + 1)
    stop = _phrase_stop(tokens, start, end, vocabulary)
    core = tokens[start:stop]
    if not is_phrase(core, vocabulary):
        return None
    if stop < end and tokens[stop].text == "(":
        stop = bracket_after(tokens, stop, end) or stop
    aside, after = _aside_after(tokens, stop, end, vocabulary)
    return Found(Phrase(core, aside), start, after)


def _phrase_stop(tokens: Sentence, start: int, end: int, vocabulary: Vocabulary) -> int:
    for place in range(start, min(end, start + LONGEST)):
        token = tokens[place]
        if not (token.is_word or token.kind == "number" or token.text in _INSIDE):
            return place
        if place > start and _ends_phrase(tokens, place, end, vocabulary):
            return place
    return max(start, min(end, start + LONGEST))


def _ends_phrase(tokens: Sentence, place: int, end: int, vocabulary: Vocabulary) -> bool:
    """Whether a phrase is over before a token that follows one of its own."""
    token, before = tokens[place], tokens[place - 1]
    if _passes_on(tokens, place, end, vocabulary):
        return False
    if token.low in vocabulary.particles and before.is_capital and place + 1 < end:
        return not _goes_on_in_name(tokens[place + 1], vocabulary)
    if token.low in vocabulary.articles and before.low not in vocabulary.determiners:
        return before.low not in vocabulary.prepositions
    if token.low in vocabulary.prepositions:
        return _detaches(tokens, place, end, vocabulary)
    if token.low in vocabulary.joining:
        return place + 1 >= end or not _joins_noun(tokens[place + 1], vocabulary)
    return _begins_clause(token, vocabulary) or _follows_noun(token, before, vocabulary)


def _passes_on(tokens: Sentence, place: int, end: int, vocabulary: Vocabulary) -> bool:
    """Whether "obtained by" begins at a token or at the one before it."""
    among = vocabulary.passing_on.among
    return among(tokens, place) > 0 or among(tokens[:end], place - 1) > 0


def _goes_on_in_name(following: Token, vocabulary: Vocabulary) -> bool:
    """Whether a name goes on with what follows a particle: "Ana de [la] Cruz"."""
    particle = following.low in vocabulary.particles and following.low not in vocabulary.that
    return following.is_capital or particle


def _joins_noun(following: Token, vocabulary: Vocabulary) -> bool:
    """Whether "and" joins a second speaker: "Ana Ruiz and [Tom Okoro]"."""
    joined = vocabulary.possessives | vocabulary.unnamed
    return following.is_capital or following.low in joined


def _begins_clause(token: Token, vocabulary: Vocabulary) -> bool:
    if token.low in vocabulary.joints:
        return True
    if token.is_capital:
        return False
    return token.low in vocabulary.opening_clauses or token.low in vocabulary.only_negations


def _follows_noun(token: Token, before: Token, vocabulary: Vocabulary) -> bool:
    """Whether a token behind a noun is no part of its phrase: a time, a verb."""
    if token.low in vocabulary.times and before.low not in vocabulary.determiners:
        return True
    if before.is_capital and is_past(token, vocabulary):
        return True
    verb = vocabulary.verbs.get(token.low)
    gerund = verb is not None and verb.form == "gerund"
    return gerund or is_adverb(token, vocabulary)


def _detaches(tokens: Sentence, place: int, end: int, vocabulary: Vocabulary) -> bool:
    """Whether a preposition no longer belongs to the phrase: "on Monday", "in a statement"."""
    if tokens[place].low not in vocabulary.attaching or place + 1 >= end:
        return True
    belongs = tokens[place].low in vocabulary.belonging
    following = tokens[place + 1]
    if belongs and following.is_capital:
        return following.low in vocabulary.times
    ahead = {token.low for token in tokens[place + 1 : min(place + 1 + _AHEAD, end)]}
    if ahead & vocabulary.circumstances:
        return True
    return tokens[place - 1].is_capital and not belongs


def _aside_after(
    tokens: Sentence, stop: int, end: int, vocabulary: Vocabulary
) -> tuple[Sentence, int]:
    """What is beside a phrase in commas, and where that ends; the phrase ends at `stop`."""
    if stop + 1 >= end or tokens[stop].text != ",":
        return (), stop
    first = tokens[stop + 1]
    if not _opens_aside(first, vocabulary) or _speaks_on(tokens, stop + 1, end, vocabulary):
        return (), stop
    place = _aside_end(tokens, stop + 1, end)
    aside = tokens[stop + 1 : place]
    if any(token.kind == "quotation" for token in aside):
        return (), stop
    relative = first.low in vocabulary.relative
    clause = not relative and has_finite(main_part(aside, vocabulary), vocabulary)
    return ((), stop) if clause or len(aside) > _LONGEST_ASIDE else (aside, place)


def _speaks_on(tokens: Sentence, place: int, end: int, vocabulary: Vocabulary) -> bool:
    """Whether a relative clause reports more of the same speaker: "Ruiz, who added that"."""
    if tokens[place].low not in vocabulary.who:
        return False
    cue = next(cues_of(tokens, place + 1, min(end, place + 1 + _AHEAD), vocabulary), None)
    if cue is None or cue.start != place + 1 or cue.end >= end:
        return False
    after = tokens[cue.end]
    return after.kind == "quotation" or after.low in vocabulary.opening_speech


def _opens_aside(first: Token, vocabulary: Vocabulary) -> bool:
    if first.kind == "quotation":
        return False
    return (
        first.kind == "number"
        or first.is_capital
        or first.low in vocabulary.opening_asides
        or first.low in vocabulary.source_types
    )


def _aside_end(tokens: Sentence, start: int, end: int) -> int:
    for place in range(start, end):
        if tokens[place].low in _ENDS_ASIDE or tokens[place].is_dialogue:
            return place
        if tokens[place].kind == "quotation" and tokens[place - 1].text == ",":
            return place
    return end
