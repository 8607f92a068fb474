"""Where the content of an attribution ends: with the clause, not with the sentence."""

from typing import Final

from app.draft.contents import is_end, opens_content
from app.draft.cues import Cue, cues_of
from app.draft.phrase_before import subject_before
from app.draft.phrases import has_finite, is_finite, is_past
from app.draft.tokens import DASH, Sentence, Token
from app.draft.vocabulary import Vocabulary

_FINAL: Final = frozenset(".!?…")
_CLAUSE: Final = 12
"""Tokens after a comma in which a new reporting verb is looked for."""

_JUDGING: Final = frozenset({"name", "quote"})
"""Groups of verbs that only a writer uses of a speaker: "and criticised the plan"."""

_NEXT: Final = 5
"""Tokens after "and" in which the next reporting verb of the same speaker is looked for."""


def content_end(tokens: Sentence, start: int, high: int, vocabulary: Vocabulary) -> int:
    """The token at which a content ends that begins at `start`; `high` if nothing ends it."""
    for place in range(start, high):
        token = tokens[place]
        if token.text == ";" or (token.text in _FINAL and place + 1 == high):
            return place
        if place > start and _something_else_begins(tokens, start, place, high, vocabulary):
            return place
        if token.low in vocabulary.joining and _goes_on(tokens, place, high, vocabulary):
            return place
    return high


def _something_else_begins(
    tokens: Sentence, start: int, place: int, high: int, vocabulary: Vocabulary
) -> bool:
    """Whether a token parts what is said from what follows: "according to", some commas."""
    if vocabulary.according.before.among(tokens, place):
        return True
    if tokens[place].text == "," and place + 1 < high:
        begun = has_finite(tokens[start:place], vocabulary)
        return _turns(tokens, place + 1, high, vocabulary, begun=begun)
    if tokens[place].low == DASH:
        return _is_last_dash(tokens, start, place, high, vocabulary)
    opener = tokens[place].low in vocabulary.gerund_openers
    return opener and _is_reporting_gerund(tokens, place + 1, high, vocabulary)


def _is_last_dash(
    tokens: Sentence, start: int, place: int, high: int, vocabulary: Vocabulary
) -> bool:
    """Whether a dash parts an addition of the writer’s: "— a first for Wend", "— ending years"."""
    following = tokens[place + 1] if place + 1 < high else None
    if following is None or not (
        following.low in vocabulary.articles or _is_gerund(following, vocabulary)
    ):
        return False
    paired = any(token.low == DASH for token in (*tokens[start:place], *tokens[place + 1 : high]))
    return not paired and has_finite(tokens[start:place], vocabulary)


def _is_reporting_gerund(tokens: Sentence, place: int, high: int, vocabulary: Vocabulary) -> bool:
    """Whether "claiming that" is at a token: "said so before [claiming that]"."""
    cue = next(cues_of(tokens, place, min(high, place + 1), vocabulary), None)
    if cue is None or cue.verb.form != "gerund" or cue.end >= high:
        return False
    return opens_content(tokens[cue.end], vocabulary)


def _turns(tokens: Sentence, place: int, high: int, vocabulary: Vocabulary, *, begun: bool) -> bool:
    """Whether something else begins after a comma than what was said.

    Until a content has `begun` with a verb of its own, "while" and the like are a part of it.
    """
    token = tokens[place]
    if vocabulary.according.before.among(tokens, place):
        return True
    if begun and (token.low in vocabulary.turning or _is_gerund(token, vocabulary)):
        return True
    return _speaks_anew(tokens, place, high, vocabulary)


def _is_gerund(token: Token, vocabulary: Vocabulary) -> bool:
    gerund = token.is_word and token.low.endswith(vocabulary.verb_forms.gerund)
    return gerund and token.low not in vocabulary.no_gerunds


def _speaks_anew(tokens: Sentence, place: int, high: int, vocabulary: Vocabulary) -> bool:
    """Whether another clause with a reporting verb begins: "but the mayor says that"."""
    joined = tokens[place].low in vocabulary.conjunctions
    begin = place + 1 if joined else place
    for cue in cues_of(tokens, begin, min(high, begin + _CLAUSE), vocabulary):
        subject = subject_before(tokens, cue.start, begin, vocabulary)
        if subject is not None and subject.start <= begin:
            return _is_whole(tokens, cue, high, vocabulary)
        if cue.place == begin and not joined and "say" in cue.verb.groups:
            return True
    return False


def _is_whole(tokens: Sentence, cue: Cue, high: int, vocabulary: Vocabulary) -> bool:
    """Whether a reporting verb ends its clause, or is followed by what is said."""
    if cue.end >= high:
        return True
    after = tokens[cue.end]
    return is_end(after) or opens_content(after, vocabulary)


def _goes_on(tokens: Sentence, place: int, high: int, vocabulary: Vocabulary) -> bool:
    """Whether the writer goes on after "and": "and added that", "“too bright” and left"."""
    if tokens[place - 1].kind == "quotation" and place + 1 < high:
        following = tokens[place + 1]
        if is_finite(following, vocabulary) or is_past(following, vocabulary):
            return True
    cue = next(cues_of(tokens, place + 1, min(high, place + _NEXT), vocabulary), None)
    if cue is None or cue.start != place + 1 or cue.end >= high:
        return False
    after = tokens[cue.end]
    promise = "pledge" in cue.verb.groups and after.low in vocabulary.infinitive
    judged = cue.verb.groups <= _JUDGING and cue.verb.form == "finite"
    return promise or judged or opens_content(after, vocabulary)
