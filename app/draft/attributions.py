"""Who says what in a sentence: every attribution, one within another has the longer chain."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from app.draft.according import according, can_speak, in_the_eyes_of, in_the_view_of
from app.draft.cues import cue_at
from app.draft.phrase_after import phrase_after
from app.draft.scene import Attribution, Scene
from app.draft.spoken import spoken
from app.draft.tokens import Sentence
from app.draft.vocabulary import Vocabulary

_WORDS_OF_A_SENTENCE: Final = 4
"""Words from which on a quotation after a colon is a sentence of its own."""


def attributions_of(tokens: Sentence, vocabulary: Vocabulary) -> list[Attribution]:
    """The attributions of a sentence, in order; one within another has the longer chain."""
    return list(_merged(_in(Scene(tokens, 0, len(tokens), vocabulary))))


def _merged(found: list[Attribution]) -> Iterator[Attribution]:
    """Join "…, he said" and "according to a transcript" into one attribution with two speakers."""
    waiting: Attribution | None = None
    for one in found:
        if waiting is not None and one.kind == "according to" and not one.contents:
            waiting = replace(waiting, speakers=waiting.speakers + one.speakers, last=one.last)
            continue
        if waiting is not None:
            yield waiting
        waiting = one
    if waiting is not None and waiting.contents:
        yield waiting


def _in(scene: Scene) -> list[Attribution]:
    found: list[Attribution] = []
    place = scene.low
    while place < scene.high:
        one = _at(scene, place, found)
        if one is None:
            place += 1
            continue
        found.append(one)
        place = max(place + 1, one.last)
    if not found:
        found += _after_colon(scene)
    return [inner for one in found for inner in _unfolded(scene, one)]


def _at(scene: Scene, place: int, before: list[Attribution]) -> Attribution | None:
    """The attribution whose cue is at a token."""
    low = before[-1].last if before else scene.low
    length = scene.vocabulary.according.before.among(scene.tokens, place)
    if length:
        return according(scene, place, length, low, before)
    view = in_the_view_of(scene, place, low) or in_the_eyes_of(scene, place)
    if view is not None:
        return view
    cue = cue_at(scene.tokens, low, place, scene.high, scene.vocabulary)
    return spoken(scene, cue, low, before) if cue is not None else None


def _after_colon(scene: Scene) -> Iterator[Attribution]:
    """As in "Her partner is not convinced: “...”": the sentence names the speaker."""
    tokens, vocabulary = scene.tokens, scene.vocabulary
    for place in range(scene.low + 2, scene.high):
        if tokens[place].kind != "quotation" or tokens[place - 1].text != ":":
            continue
        if len(tokens[place].text.split()) < _WORDS_OF_A_SENTENCE:
            return
        start = scene.low
        while start < place and tokens[start].low in vocabulary.openers:
            start += 1
        found = phrase_after(tokens, start, place, vocabulary)
        if found is not None and can_speak(found.phrase, vocabulary):
            yield Attribution(
                "direct", ((place, place + 1),), (found.phrase,), found.start, place + 1, ":"
            )
        return


def _is_same_speaker(inner: Attribution, scene: Scene) -> bool:
    """Whether speech within speech has no speaker of its own: "Ruiz said she doubts that"."""
    speaker = inner.speakers[0]
    if None in inner.speakers or speaker is None:
        return True
    return len(speaker.tokens) == 1 and speaker.tokens[0].low in scene.vocabulary.pronouns


def _unfolded(scene: Scene, one: Attribution) -> list[Attribution]:
    """An attribution, or those within its content, whose chain is then longer."""
    if one.kind not in {"indirect", "according to"} or len(one.contents) != 1:
        return [one]
    start, end = one.contents[0]
    inner = _in(Scene(scene.tokens, start, end, scene.vocabulary))
    if not inner or inner[0].first > start + 1 or _is_same_speaker(inner[0], scene):
        return [one]
    return [
        replace(
            each,
            speakers=each.speakers + one.speakers,
            first=min(each.first, one.first),
            last=max(each.last, one.last),
        )
        for each in inner
    ]
