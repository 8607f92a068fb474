"""The subject that a verb shares with an earlier one: "[the firm] met and announced that"."""

from typing import Final

from app.draft.phrases import LONGEST, Found, Phrase, is_finite, is_past, is_phrase
from app.draft.tokens import Sentence, Token
from app.draft.vocabulary import Vocabulary

_PARTS: Final = frozenset(",;:—")


def shared_subject(tokens: Sentence, low: int, end: int, vocabulary: Vocabulary) -> Found | None:
    """The last phrase from `low` to `end` that a finite verb follows; None if there is none."""
    for start in range(end - 1, low - 1, -1):
        if start == low or _parts_clauses(tokens[start - 1], vocabulary):
            found = _before_verb(tokens, start, end, vocabulary)
            if found is not None:
                return found
    return None


def _parts_clauses(token: Token, vocabulary: Vocabulary) -> bool:
    return token.low in _PARTS or token.low in vocabulary.clause_openers


def _before_verb(tokens: Sentence, start: int, end: int, vocabulary: Vocabulary) -> Found | None:
    """The phrase from a token to the next finite verb, without the aside between them."""
    last = min(end, start + LONGEST)
    verb = next((at for at in range(start + 1, last) if _is_verb(tokens, at, vocabulary)), None)
    if verb is None or _is_aside(tokens, start, verb):
        return None
    commas = (at for at in range(start, verb) if tokens[at].text == ",")
    core = tokens[start : next(commas, verb)]
    return Found(Phrase(core), start, verb) if is_phrase(core, vocabulary) else None


def _is_aside(tokens: Sentence, start: int, end: int) -> bool:
    """Whether commas set off a stretch: the subject is before it."""
    return start > 0 and tokens[start - 1].text == "," and tokens[end - 1].text == ","


def _is_verb(tokens: Sentence, place: int, vocabulary: Vocabulary) -> bool:
    token, before = tokens[place], tokens[place - 1]
    if is_finite(token, vocabulary):
        return True
    past = token.is_word and is_past(token, vocabulary)
    return past and before.low not in vocabulary.before_adjectives
