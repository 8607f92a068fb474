"""Attribution by a phrase without a verb: according to the mayor, in her view, for her."""

from typing import Final

from app.draft.content_end import content_end
from app.draft.contents import (
    Range,
    clause_start,
    trimmed,
)
from app.draft.phrase_after import phrase_after
from app.draft.phrases import Phrase, has_finite
from app.draft.scene import SHORTEST, Attribution, Scene
from app.draft.vocabulary import Vocabulary

_LONGEST_SETTING: Final = 6
_HEAD: Final = 3
"""Tokens at the beginning of a phrase in which its noun is looked for."""


def according(
    scene: Scene, place: int, length: int, low: int, before: list[Attribution]
) -> Attribution | None:
    """What follows or precedes "according to", whose `length` tokens begin at `place`.

    It has no content when it only adds a speaker to the attribution before it, which ends at `low`.
    """
    tokens, vocabulary = scene.tokens, scene.vocabulary
    start = _after_verb(scene, place + length)
    named = phrase_after(tokens, start, scene.high, vocabulary)
    says_whose = any(t.low in vocabulary.according.nouns for t in tokens[place:start])
    if named is None or not (says_whose or can_speak(named.phrase, vocabulary)):
        return None
    return around(scene, "according to", (place, named.end), named.phrase, low, before)


def _after_verb(scene: Scene, start: int) -> int:
    """The token after a verb, if one is here: "según [ha informado] el club"."""
    place = start
    while place < scene.high and scene.tokens[place].low in scene.vocabulary.auxiliaries:
        place += 1
    is_verb = place < scene.high and scene.tokens[place].low in scene.vocabulary.verbs
    return place + 1 if is_verb else start


def can_speak(phrase: Phrase, vocabulary: Vocabulary) -> bool:
    """Whether a phrase names a person, a body or a paper: not "plan" or "size"."""
    if any(token.low in vocabulary.no_source for token in phrase.tokens[:_HEAD]):
        return False
    known = vocabulary.source_types.keys() | vocabulary.unnamed | vocabulary.pronouns.keys()
    return (
        len(phrase.tokens) > 1
        or phrase.tokens[0].is_capital
        or phrase.tokens[0].low in known
        or phrase.tokens[0].low.endswith(vocabulary.plural_endings)
    )


def in_the_view_of(scene: Scene, place: int, low: int) -> Attribution | None:
    """As in "In her view, ..." and "in the mayor’s opinion, ..."."""
    tokens, vocabulary = scene.tokens, scene.vocabulary
    if tokens[place].low not in vocabulary.according.starts:
        return None
    for ahead in range(place + 2, min(place + 7, scene.high)):
        if tokens[ahead].low not in vocabulary.according.nouns:
            continue
        owner = tokens[place + 1 : ahead]
        last = owner[-1].low
        pronoun = last in vocabulary.possessives and len(owner) == 1
        genitive = last not in vocabulary.possessives and last.endswith(vocabulary.genitives)
        if not (pronoun or genitive):
            return None
        return around(scene, "according to", (place, ahead + 1), Phrase(owner), low, [])
    return None


def in_the_eyes_of(scene: Scene, place: int) -> Attribution | None:
    """As in "For Ruiz, the bridge is “a toy”": an opinion, if it holds a quotation."""
    tokens, vocabulary = scene.tokens, scene.vocabulary
    if place != scene.low or tokens[place].low not in vocabulary.opinion_prepositions:
        return None
    named = phrase_after(tokens, place + 1, scene.high, vocabulary)
    if named is None or named.end >= scene.high or tokens[named.end].text != ",":
        return None
    found = around(scene, "according to", (place, named.end), named.phrase, scene.low, [])
    if found is None or not can_speak(named.phrase, vocabulary):
        return None
    return found if any(scene.has_quotation(content) for content in found.contents) else None


def around(
    scene: Scene,
    kind: str,
    cue: Range,
    speaker: Phrase | None,
    low: int,
    before: list[Attribution],
) -> Attribution | None:
    """An attribution whose cue is before, after or amid what is said."""
    first, last = cue
    text = scene.text(first, last)
    left = _content_before(scene, first, low)
    if _is_too_short(left) and not scene.is_quotation(left):
        right = _content_after(scene, last)
        if not _is_too_short(right):
            return Attribution(kind, (right,), (speaker,), first, right[1], text)
        return Attribution(kind, (), (speaker,), first, last, text) if before else None
    right = _rest_after(scene, last)
    contents = (left, right) if right[0] < right[1] else (left,)
    end = right[1] if len(contents) > 1 else last
    return Attribution(kind, contents, (speaker,), left[0], end, text)


def _is_too_short(content: Range) -> bool:
    return content[1] - content[0] < SHORTEST


def _content_before(scene: Scene, end: int, low: int) -> Range:
    """The clause before a cue; empty after "and", with which another clause begins."""
    start, end = trimmed(scene.tokens, clause_start(scene.tokens, low, end, scene.vocabulary), end)
    if start >= end:
        return (end, end)
    another = scene.tokens[end - 1].low in scene.vocabulary.conjunctions
    return (end, end) if another or _is_setting(scene, start, end) else (start, end)


def _is_setting(scene: Scene, start: int, end: int) -> bool:
    """Whether "On the programme “This Week”" or "In May" is all that is before a cue."""
    opens = scene.tokens[start].low in scene.vocabulary.prepositions
    return (
        opens
        and end - start <= _LONGEST_SETTING
        and not has_finite(scene.tokens[start:end], scene.vocabulary)
    )


def _content_after(scene: Scene, start: int) -> Range:
    if start < scene.high and scene.tokens[start].text == ",":
        start += 1
    end = content_end(scene.tokens, start, scene.high, scene.vocabulary)
    return trimmed(scene.tokens, start, end)


def _rest_after(scene: Scene, place: int) -> Range:
    """What goes on behind a cue that is set in commas; empty if something else begins there."""
    comma = place < scene.high and scene.tokens[place].text == ","
    if not comma or _starts_anew(scene, place + 1):
        return (place, place)
    return _content_after(scene, place)


def _starts_anew(scene: Scene, place: int) -> bool:
    if place >= scene.high:
        return True
    low = scene.tokens[place].low
    verb = scene.vocabulary.verbs.get(low)
    return low in scene.vocabulary.other_clauses or (verb is not None and verb.form == "gerund")
