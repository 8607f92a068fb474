"""A speaker and a verb amid what is said, or behind it: "The bridge, she said, is shut"."""

from dataclasses import replace
from typing import Final

from app.draft.according import around
from app.draft.content_end import content_end
from app.draft.contents import after_setting, clause_start, is_end, trimmed
from app.draft.cues import Cue
from app.draft.phrase_after import phrase_after
from app.draft.phrases import Found
from app.draft.said import TELLING
from app.draft.scene import SHORTEST, Attribution, Scene

_OPENING: Final = 3
"""Tokens between the verb of "as she puts it" and its comma, at most."""


def is_parenthesis(scene: Scene, place: int) -> bool:
    """Whether nothing that is said can follow a verb: its clause is over."""
    tokens = scene.tokens
    place = after_setting(tokens, place, scene.high, scene.vocabulary)
    if place < scene.high and tokens[place].low in scene.vocabulary.addressee:
        listener = phrase_after(tokens, place + 1, scene.high, scene.vocabulary)
        place = listener.end if listener else place
    if place >= scene.high or is_end(tokens[place]):
        return True
    return tokens[place].low in scene.vocabulary.who - scene.vocabulary.that


def has_clause_before(scene: Scene, place: int, low: int) -> bool:
    """Whether what is said ends with a comma or a dash right before a token."""
    if place - 1 < low or scene.tokens[place - 1].low not in {",", "—"}:
        return False
    start, end = trimmed(
        scene.tokens, clause_start(scene.tokens, low, place - 1, scene.vocabulary), place - 1
    )
    return end - start >= SHORTEST


def around_verb(scene: Scene, cue: Cue, subject: Found, low: int) -> Attribution | None:
    """What a verb and its subject attribute that are set off by commas."""
    if not cue.verb.groups & TELLING:
        return None
    end = after_setting(scene.tokens, max(cue.end, subject.end), scene.high, scene.vocabulary)
    first = min(subject.start, cue.start)
    found = around(
        scene, "indirect", (first, end), subject.phrase if subject.phrase.tokens else None, low, []
    )
    if found is None:
        return None
    return replace(found, cue=scene.text(cue.start, cue.end), groups=cue.verb.groups)


def as_speaker_says(scene: Scene, cue: Cue, subject: Found) -> Attribution | None:
    """As in "As Ruiz puts it, ..."."""
    tokens, vocabulary = scene.tokens, scene.vocabulary
    place = cue.end
    while place < scene.high and tokens[place].text != "," and tokens[place].kind != "quotation":
        if place - cue.end > _OPENING:
            return None
        place += 1
    start = place + 1 if place < scene.high and tokens[place].text == "," else place
    right = trimmed(tokens, start, content_end(tokens, start, scene.high, vocabulary))
    if right[0] >= right[1]:
        return None
    kind = "direct" if scene.is_quotation(right) else "indirect"
    return Attribution(
        kind,
        (right,),
        (subject.phrase,),
        subject.start - 1,
        right[1],
        scene.text(cue.start, cue.end),
        cue.verb.groups,
    )
