"""The phrase before a verb: its subject, with what is beside it in commas."""

from typing import Final

from app.draft.phrases import (
    LONGEST,
    Found,
    Phrase,
    bracket_before,
    has_finite,
    is_adverb,
    is_participle,
    is_phrase,
    main_part,
)
from app.draft.tokens import Sentence, Token
from app.draft.vocabulary import Vocabulary

_BREAKS: Final = frozenset(";:—()…")
_REMARK: Final = 2
"""Tokens of a remark such as "for instance"."""

_ASIDES: Final = 2
"""Pairs of commas that are tried as an aside, from the verb back."""

_NAME_WORDS: Final = 4
"""Words of the longest name in quotation marks within a phrase."""


def subject_before(tokens: Sentence, end: int, low: int, vocabulary: Vocabulary) -> Found | None:
    """The phrase that ends before token `end`, looked for no further back than `low`."""
    low = _last_break(tokens, low, end)
    if end <= low:
        return None
    last = tokens[end - 1]
    if last.low in vocabulary.who and end - 1 > low:
        end -= 2 if tokens[end - 2].text == "," else 1
        whole = subject_before(tokens, end, low, vocabulary)
        return whole or _antecedent(tokens, end, low, vocabulary)
    commas = [place for place in range(low, end) if tokens[place].text == ","]
    if last.text == ",":
        found = _before_aside(tokens, commas, low, vocabulary)
        bracket = end - 2 > low and tokens[end - 2].text == ")"
        if found is not None or not bracket:
            return found
        end, commas = end - 1, commas[:-1]
    start = commas[-1] + 1 if commas else low
    return _ending(tokens, start, end, vocabulary)


def _antecedent(tokens: Sentence, end: int, low: int, vocabulary: Vocabulary) -> Found | None:
    """What "which" refers to within a clause: "published [a story by Ana Ruiz] today which".

    A name right before a comma is meant itself: "by [Ana Ruiz], who".
    """
    name = _name_before(tokens, end, low)
    if tokens[end].text == "," and is_phrase(tokens[name:end], vocabulary):
        return Found(Phrase(tokens[name:end]), name, end)
    while end > low and (tokens[end - 1].low in vocabulary.times or tokens[end - 1].text == ","):
        end -= 1
    for place in range(end - 1, max(low, end - LONGEST), -1):
        opens = tokens[place].low in vocabulary.articles
        if opens and tokens[place - 1].low not in vocabulary.prepositions:
            core = tokens[place:end]
            return Found(Phrase(core), place, end) if is_phrase(core, vocabulary) else None
    return None


def _name_before(tokens: Sentence, end: int, low: int) -> int:
    """Where the words in capitals begin that end before a token."""
    start = end
    while start > low and tokens[start - 1].is_capital:
        start -= 1
    return start


def _last_break(tokens: Sentence, low: int, end: int) -> int:
    place = end - 1
    while place >= low:
        token = tokens[place]
        quoted = token.kind == "quotation" and not _is_name_within(tokens, place)
        opening = bracket_before(tokens, place, low) if token.text == ")" else None
        if opening is not None:
            place = opening
        elif token.low in _BREAKS or quoted:
            return place + 1
        place -= 1
    return low


def _is_name_within(tokens: Sentence, place: int) -> bool:
    """Whether a quotation is a name within a phrase: the “Big Veg” jury."""
    if not 0 < place < len(tokens) - 1:
        return False
    inner = tokens[place].text.rstrip("”\"»'’")
    between_words = tokens[place - 1].is_word and tokens[place + 1].is_word
    return between_words and inner[-1:].isalnum() and len(inner.split()) <= _NAME_WORDS


def _before_aside(
    tokens: Sentence, commas: list[int], low: int, vocabulary: Vocabulary
) -> Found | None:
    """A phrase with an aside: "Ana Ruiz, 34, a baker," or "the mayor, Ana Ruiz,".

    Of several, a name farther from the verb counts: "[Ana Ruiz], head of the club, a firm,".
    """
    closing = commas[-1]
    nearest: Found | None = None
    for place in range(len(commas) - 2, max(-1, len(commas) - 2 - _ASIDES), -1):
        opening = commas[place]
        start = commas[place - 1] + 1 if place else low
        head = _ending(tokens, start, opening, vocabulary)
        aside = tokens[opening + 1 : closing]
        if head is None or not aside:
            continue
        if _stands_beside(head.phrase.tokens, aside, vocabulary):
            found = Found(Phrase(head.phrase.tokens, aside), head.start, closing + 1)
            if nearest is None or all(token.is_capital for token in head.phrase.tokens):
                nearest = found
    return nearest


def _stands_beside(head: Sentence, aside: Sentence, vocabulary: Vocabulary) -> bool:
    first = aside[0]
    if first.kind == "number" or first.low in vocabulary.relative:
        return True
    if _is_remark(aside, vocabulary):
        return True
    if has_finite(main_part(aside, vocabulary), vocabulary):
        return False
    if head[-1].is_capital:
        return first.low not in vocabulary.subordinators
    if first.is_capital or is_participle(first, vocabulary):
        return True
    return vocabulary.citing.among(aside, 0) > 0 or vocabulary.passing_on.among(aside, 0) > 0


def _is_remark(aside: Sentence, vocabulary: Vocabulary) -> bool:
    """Whether an aside is "however" or "for instance"."""
    first = aside[0]
    if len(aside) == 1:
        return is_adverb(first, vocabulary) or first.low in vocabulary.openers
    plain = not any(token.is_capital for token in aside)
    return len(aside) == _REMARK and plain and first.low in vocabulary.prepositions


def _ending(tokens: Sentence, start: int, end: int, vocabulary: Vocabulary) -> Found | None:
    """The phrase between two places, without what opens the clause before it."""
    if end > start and tokens[end - 1].text == ")":
        end = bracket_before(tokens, end - 1, start) or end
    while start < end - 1 and tokens[start].low in vocabulary.clause_openers:
        start += 1
    start = _after_conjunction(tokens, start, end, vocabulary)
    start = _after_subordinator(tokens, start, end, vocabulary)
    if end > start and tokens[start].low in vocabulary.prepositions:
        start = _after_setting(tokens, start, end, vocabulary)
    core = tokens[start:end]
    return Found(Phrase(core), start, end) if is_phrase(core, vocabulary) else None


def _after_conjunction(tokens: Sentence, start: int, end: int, vocabulary: Vocabulary) -> int:
    """Where the phrase begins after "..., and", if a clause is over there."""
    joints = range(end - 1, start, -1)
    place = next((at for at in joints if tokens[at].low in vocabulary.conjunctions), None)
    if place is None or not is_phrase(tokens[place + 1 : end], vocabulary):
        return start
    joins_nouns = tokens[place].low in vocabulary.joining
    over = not joins_nouns or has_finite(tokens[start:place], vocabulary)
    return place + 1 if over else start


def _after_subordinator(tokens: Sentence, start: int, end: int, vocabulary: Vocabulary) -> int:
    """Where the phrase begins after "It was long ago that", if a clause is over there."""
    openers = vocabulary.subordinators | vocabulary.that
    places = [at for at in range(start + 1, end - 1) if tokens[at].low in openers]
    if not places or not has_finite(tokens[start : places[-1]], vocabulary):
        return start
    begin = places[-1] + 1
    return begin if is_phrase(tokens[begin:end], vocabulary) else start


def _after_setting(tokens: Sentence, start: int, end: int, vocabulary: Vocabulary) -> int:
    """Where the phrase begins after "On Monday" or "After the vote"; `end` if nowhere."""
    places = range(end - 1, start + 1, -1)
    found = (at for at in places if _begins_phrase(tokens[at], tokens[at - 1], vocabulary))
    return next(found, end)


def _begins_phrase(token: Token, before: Token, vocabulary: Vocabulary) -> bool:
    if token.low in vocabulary.pronouns:
        return True
    after_time = before.low in vocabulary.times
    if after_time and token.low not in vocabulary.times:
        return True
    leads = before.low in vocabulary.prepositions or before.low in vocabulary.determiners
    in_name = before.is_capital and not after_time
    opens = token.low in vocabulary.determiners or token.is_capital
    return opens and not leads and not in_name
