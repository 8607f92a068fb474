"""What is said: from where to where the content of an attribution goes."""

from typing import Final

from app.draft.cues import Cue, cues_of
from app.draft.language import Language
from app.draft.phrases import has_finite, is_adverb, subject_before
from app.draft.tokens import Sentence, Token

_FINAL: Final = frozenset(".!?…")
_TRIMMED: Final = frozenset(".,;:—–")
_REACH: Final = 16
"""Tokens that may stand between a verb and "that"."""

_ASIDE: Final = 8
"""Tokens of the longest aside between a verb and "that"."""

Range = tuple[int, int]
"""Tokens from a first to a last, the last not included."""


def trimmed(tokens: Sentence, start: int, end: int) -> Range:
    """A range without the marks at its ends."""
    while start < end and tokens[start].text in _TRIMMED:
        start += 1
    while end > start and tokens[end - 1].text in _TRIMMED:
        end -= 1
    return start, end


def content_end(tokens: Sentence, start: int, high: int, language: Language) -> int:
    """Where a content that begins at a token ends: with the clause, not with the sentence."""
    for place in range(start, high):
        token = tokens[place]
        if token.text == ";" or (token.text in _FINAL and place + 1 == high):
            return place
        if place > start and language.according.among(tokens, place):
            return place
        if (
            token.text == ","
            and start < place
            and place + 1 < high
            and _turns(tokens, place + 1, high, language)
        ):
            return place
        if token.low in language["joining"] and _says_more(tokens, place, high, language):
            return place
    return high


def _turns(tokens: Sentence, place: int, high: int, language: Language) -> bool:
    """Whether after a comma something else begins than what was said."""
    token = tokens[place]
    if token.low in language["turning"] or language.according.among(tokens, place):
        return True
    verb = language.verbs.get(token.low)
    if verb is not None and verb.form == "gerund":
        return True
    begin = place + 1 if token.low in language["conjunctions"] else place
    for cue in cues_of(tokens, begin, min(high, begin + 12), language):
        subject = subject_before(tokens, cue.start, begin, language)
        if subject is not None and subject.start <= begin:
            after = tokens[cue.end] if cue.end < high else None
            return after is None or is_end(after) or opens_content(after, language)
        if cue.place == begin and "say" in cue.verb.groups and place == begin:
            return True
    return False


def _says_more(tokens: Sentence, place: int, high: int, language: Language) -> bool:
    """Whether "and added that" follows: the same speaker goes on."""
    cue = next(cues_of(tokens, place + 1, min(high, place + 5), language), None)
    if cue is None or cue.start != place + 1 or cue.end >= high:
        return False
    return opens_content(tokens[cue.end], language)


def opens_content(token: Token, language: Language) -> bool:
    """Whether a token opens what is said: "that", or a quotation."""
    return token.low in language["that"] or token.kind == "quotation"


def is_end(token: Token) -> bool:
    """Whether a token ends a clause."""
    return token.text in {",", ";", "—", "–", ")"} or token.text in _FINAL


def find_that(tokens: Sentence, cue: Cue, high: int, language: Language) -> int | None:
    """Where "that" stands behind a verb, or the quotation that takes its place.

    Between them may be whom it was told, when and where: "told the paper on Monday that".
    """
    for place in range(cue.end, min(high, cue.end + _REACH)):
        token = tokens[place]
        if token.low in language["how"] and cue.verb.name in language["tell_how"]:
            return place - 1 if place == cue.end else None
        if opens_content(token, language):
            return place if _leads_to(tokens, cue, place, language) else None
        if token.text in {",", ":", "—"}:
            return _past_mark(tokens, cue, place, high, language)
        if not (token.is_word or token.kind == "number") or token.low in language["finite"]:
            return None
    return None


def _past_mark(tokens: Sentence, cue: Cue, place: int, high: int, language: Language) -> int | None:
    """The quotation behind a mark, or "that" behind an aside: "said, with a smile, that"."""
    if place + 1 < high and tokens[place + 1].kind == "quotation":
        return place + 1
    if tokens[place].text != "," or place > cue.end:
        return None
    for ahead in range(place + 2, min(high - 1, place + _ASIDE)):
        if tokens[ahead].text == ",":
            return ahead + 1 if tokens[ahead + 1].low in language["that"] else None
    return None


def _leads_to(tokens: Sentence, cue: Cue, end: int, language: Language) -> bool:
    """Whether what stands between a verb and "that" tells whom, when or where."""
    start = cue.end
    if start == end:
        return True
    first = tokens[start]
    if cue.verb.name in language["told"]:
        return True
    if tokens[end].kind == "quotation":
        return end - start <= _REACH // 2
    return (
        first.low in language["prepositions"]
        or first.low in language["times"]
        or is_adverb(first, language)
        or (first.low in language["articles"] and tokens[start + 1].low in language["times"])
    )


def after_setting(tokens: Sentence, start: int, high: int, language: Language) -> int:
    """The token after "on Saturday" or "in a statement", if that stands at a place."""
    place = start
    while place < high:
        token = tokens[place]
        if token.low in language["times"] or is_adverb(token, language):
            place += 1
            continue
        if token.low not in language["prepositions"]:
            break
        reach = next(
            (
                ahead + 1
                for ahead in range(place + 1, min(place + 5, high))
                if tokens[ahead].low in language["times"] | language["settings"]
                or tokens[ahead].kind == "number"
            ),
            None,
        )
        if reach is None:
            break
        place = reach
    return place


def is_bare_clause(tokens: Sentence, start: int, end: int, language: Language) -> bool:
    """Whether a clause begins at a token though "that" was left out: "said [it was closed]"."""
    start, end = trimmed(tokens, start, end)
    if end - start < 3:
        return False
    first = tokens[start]
    if first.kind == "quotation":
        return has_finite(tokens[start:end], language)
    if not (first.is_word or first.kind == "number") or first.low in language["infinitive"]:
        return False
    if first.low in language["relative"] or first.low in language["conjunctions"]:
        return False
    if first.low in language["prepositions"] and first.low not in {"in", "on", "at", "after"}:
        return False
    return has_finite(tokens[start + 1 : end], language)


def clause_start(tokens: Sentence, low: int, end: int, language: Language) -> int:
    """Where the clause that ends before a token begins, without the word that joins it."""
    start = low
    for place in range(end - 1, low - 1, -1):
        if tokens[place].text in {";", ":"}:
            start = place + 1
            break
    while start < end - 1 and tokens[start].low in language["conjunctions"]:
        start += 1
    return start
