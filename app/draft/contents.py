"""What is said: how the content of an attribution begins, and where clauses begin and end."""

from typing import Final

from app.draft.cues import Cue
from app.draft.phrases import has_finite, is_adverb, is_finite, is_phrase
from app.draft.tokens import Sentence, Token
from app.draft.vocabulary import Vocabulary

_FINAL: Final = frozenset(".!?…")
_TRIMMED: Final = frozenset(".,;:—")
_ENDS_CLAUSE: Final = frozenset(",;—)")
_LEADING_MARKS: Final = frozenset(",:—")
_AROUND_ASIDES: Final = frozenset(",—")
_WORDS: Final = frozenset({"word", "number"})
_SETTING: Final = 5
"""Tokens of the longest setting: "in an open letter to" is too long."""

_REACH: Final = 16
"""Tokens between a verb and its "that", at most."""

_SHORTEST_CLAUSE: Final = 2
_SUBJECT: Final = 8
"""Tokens of the longest subject of a clause without "that" behind an ambiguous verb."""

_ASIDE: Final = 8
"""Tokens of the longest aside between a verb and "that"."""

Range = tuple[int, int]
"""Tokens from a first to a last, the last not included."""


def trimmed(tokens: Sentence, start: int, end: int) -> Range:
    """A range without the marks at its ends."""
    while start < end and tokens[start].low in _TRIMMED:
        start += 1
    while end > start and tokens[end - 1].low in _TRIMMED:
        end -= 1
    return start, end


def opens_content(token: Token, vocabulary: Vocabulary) -> bool:
    """Whether a token opens what is said: "that", or a quotation."""
    return token.low in vocabulary.that or token.kind == "quotation"


def is_end(token: Token) -> bool:
    """Whether a token ends a clause."""
    return token.low in _ENDS_CLAUSE or token.low in _FINAL


def find_that(tokens: Sentence, cue: Cue, high: int, vocabulary: Vocabulary) -> int | None:
    """The place of "that" behind a verb, or of the quotation that takes its place.

    Between them may be the listener, a time and a setting: "told the paper on Monday that".
    """
    for place in range(cue.end, min(high, cue.end + _REACH)):
        token = tokens[place]
        if token.low in vocabulary.how and cue.verb.name in vocabulary.tell_how:
            return place - 1 if place == cue.end else None
        if opens_content(token, vocabulary):
            return place if _leads_to(tokens, cue, place, vocabulary) else None
        if token.low in _LEADING_MARKS:
            return _past_mark(tokens, cue, place, high, vocabulary)
        if token.kind not in _WORDS or token.low in vocabulary.finite:
            return None
    return None


def _past_mark(
    tokens: Sentence, cue: Cue, place: int, high: int, vocabulary: Vocabulary
) -> int | None:
    """The quotation behind a mark, or "that" behind an aside: "said, with a smile, that"."""
    if place + 1 < high and tokens[place + 1].kind == "quotation":
        return place + 1
    after_verb = place == cue.end or _leads_to(tokens, cue, place, vocabulary)
    if tokens[place].low not in _AROUND_ASIDES or not after_verb:
        return None
    comma = vocabulary.comma_before_that and tokens[place].text == ","
    if comma and place + 1 < high and tokens[place + 1].low in vocabulary.that:
        return place + 1
    return _that_behind(tokens, place, high, vocabulary)


def _that_behind(tokens: Sentence, opening: int, high: int, vocabulary: Vocabulary) -> int | None:
    """The place of "that" right behind an aside, whose first mark is at `opening`."""
    for closing in range(opening + 1, min(high - 1, opening + _ASIDE)):
        if tokens[closing].low == tokens[opening].low:
            return closing + 1 if tokens[closing + 1].low in vocabulary.that else None
    return None


def _leads_to(tokens: Sentence, cue: Cue, end: int, vocabulary: Vocabulary) -> bool:
    """Whether the words between a verb and "that" are a listener, a time or a setting."""
    start = cue.end
    if start == end:
        return True
    first = tokens[start]
    if cue.verb.name in vocabulary.verbs_with_listener:
        return True
    if tokens[end].kind == "quotation":
        return end - start <= _REACH // 2
    if first.low in vocabulary.articles and tokens[start + 1].low in vocabulary.times:
        return True
    setting = first.low in vocabulary.prepositions or first.low in vocabulary.times
    return setting or is_adverb(first, vocabulary)


def after_setting(tokens: Sentence, start: int, high: int, vocabulary: Vocabulary) -> int:
    """The token after "on Saturday" or "in a statement", if one begins at `start`."""
    place = start
    while place < high:
        token = tokens[place]
        if token.low in vocabulary.times or is_adverb(token, vocabulary):
            place += 1
            continue
        reach = _setting_end(tokens, place, high, vocabulary)
        if reach is None:
            break
        place = reach
    return place


def _setting_end(tokens: Sentence, place: int, high: int, vocabulary: Vocabulary) -> int | None:
    """The token after "in a statement" or "on 4 May", if one of those begins at a place."""
    if tokens[place].low not in vocabulary.prepositions:
        return None
    for ahead in range(place + 1, min(place + _SETTING, high)):
        if tokens[ahead].low in vocabulary.circumstances or tokens[ahead].kind == "number":
            return ahead + 1
    return None


def is_bare_clause(tokens: Sentence, start: int, end: int, vocabulary: Vocabulary) -> bool:
    """Whether a clause begins at a token though "that" was left out: "said [it was closed]"."""
    start, end = trimmed(tokens, start, end)
    if end - start < _SHORTEST_CLAUSE:
        return False
    first = tokens[start]
    if first.kind == "quotation":
        return has_finite(tokens[start:end], vocabulary)
    if first.kind not in _WORDS or first.low in vocabulary.opening_no_clause:
        return False
    if begins_with_pronoun(tokens, start, end, vocabulary):
        return True
    return has_finite(tokens[start + 1 : end], vocabulary)


def begins_with_pronoun(tokens: Sentence, start: int, end: int, vocabulary: Vocabulary) -> bool:
    """Whether a pronoun and its verb are at a token: "she plans", "he’d rather"."""
    pronoun, _, shortened = tokens[start].low.partition("’")
    if pronoun not in vocabulary.pronouns or start + 1 >= end:
        return False
    second = tokens[start + 1]
    return bool(shortened) or (second.is_word and second.low not in vocabulary.behind_objects)


def is_clear_clause(tokens: Sentence, start: int, end: int, vocabulary: Vocabulary) -> bool:
    """Whether a clause begins at a token with its subject and a plain verb side by side."""
    if begins_with_pronoun(tokens, start, end, vocabulary):
        return True
    places = range(start + 1, min(end, start + _SUBJECT))
    verb = next((at for at in places if is_finite(tokens[at], vocabulary)), None)
    return verb is not None and is_phrase(tokens[start:verb], vocabulary)


def clause_start(tokens: Sentence, low: int, end: int, vocabulary: Vocabulary) -> int:
    """Where the clause that ends before a token begins, without the word that joins it."""
    start = low
    for place in range(end - 1, low - 1, -1):
        if tokens[place].text in {";", ":"}:
            start = place + 1
            break
    while start < end - 1 and tokens[start].low in vocabulary.conjunctions:
        start += 1
    return start
