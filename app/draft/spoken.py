"""Attribution by a verb: who speaks, and on which side of the verb what is said is found."""

from dataclasses import replace
from typing import Final

from app.draft.amid import around_verb, as_speaker_says, has_clause_before, is_parenthesis
from app.draft.contents import is_clear_clause
from app.draft.cues import Cue
from app.draft.inverted import inverted, unsaid
from app.draft.phrase_after import phrase_after
from app.draft.phrase_before import subject_before
from app.draft.phrases import Found, Phrase
from app.draft.quoted import direct, leads_to_quotation, quotation_before
from app.draft.said import said_behind
from app.draft.scene import Attribution, Scene
from app.draft.shared_subject import shared_subject
from app.draft.vocabulary import Vocabulary

_JOINT: Final = 2
"""Tokens of the longest joint between two verbs: ", but"."""


def spoken(scene: Scene, cue: Cue, low: int, before: list[Attribution]) -> Attribution | None:
    """What a verb attributes; the attributions `before` it in the sentence end at `low`."""
    tokens, vocabulary = scene.tokens, scene.vocabulary
    subject = subject_before(tokens, cue.start, low, vocabulary)
    if subject is not None and _is_first_person(subject.phrase, vocabulary):
        return None
    if cue.verb.form == "gerund" and not _has_auxiliary(scene, cue):
        return _participle(scene, cue, before)
    if subject is None:
        if before and _follows_joint(scene, cue, low):
            return said_behind(scene, cue, _left_out(cue.start), before[-1].speakers[-1])
        return inverted(scene, cue, low) or _coordinated(scene, cue, before) or unsaid(scene, cue)
    if before and _only_adds(scene, cue, subject, low):
        text = scene.text(cue.start, cue.end)
        return Attribution("according to", (), (subject.phrase,), subject.start, cue.end, text)
    return _with_subject(scene, cue, subject, low)


def _coordinated(scene: Scene, cue: Cue, before: list[Attribution]) -> Attribution | None:
    """As in "The council called for calm and has said that the dam is safe"."""
    joint = cue.start > scene.low and scene.tokens[cue.start - 1].low in scene.vocabulary.joints
    if not joint or cue.verb.form != "finite":
        return None
    inverted = scene.vocabulary.subject_may_be_left_out
    if inverted and phrase_after(scene.tokens, cue.end, scene.high, scene.vocabulary):
        return None
    return _with_earlier_subject(scene, cue, cue.start - 1, before)


def _with_earlier_subject(
    scene: Scene, cue: Cue, end: int, before: list[Attribution]
) -> Attribution | None:
    """What a verb attributes to the speaker before it, or to the subject before token `end`."""
    if before:
        return said_behind(scene, cue, _left_out(cue.start), before[-1].speakers[-1])
    subject = shared_subject(scene.tokens, scene.low, end, scene.vocabulary) or phrase_after(
        scene.tokens, scene.low, end, scene.vocabulary
    )
    if subject is None or _is_first_person(subject.phrase, scene.vocabulary):
        return None
    return said_behind(scene, cue, _left_out(cue.start), subject.phrase)


def _left_out(place: int) -> Found:
    """A subject that the text leaves out."""
    return Found(Phrase(()), place, place)


def _only_adds(scene: Scene, cue: Cue, subject: Found, low: int) -> bool:
    """Whether this only adds a speaker to the attribution before: "..., a survey suggests"."""
    comma = subject.start - 1 == low and scene.tokens[low].text == ","
    return comma and is_parenthesis(scene, cue.end)


def _is_first_person(phrase: Phrase, vocabulary: Vocabulary) -> bool:
    return phrase.tokens[0].low in vocabulary.first_person


def _has_auxiliary(scene: Scene, cue: Cue) -> bool:
    return any(
        token.low in scene.vocabulary.passive for token in scene.tokens[cue.start : cue.place]
    )


def _follows_joint(scene: Scene, cue: Cue, low: int) -> bool:
    """Whether nothing but "and" or ", but" is between an attribution and a verb."""
    between = scene.tokens[low : cue.start]
    return len(between) <= _JOINT and all(
        token.text == "," or token.low in scene.vocabulary.verb_joints for token in between
    )


def _participle(scene: Scene, cue: Cue, before: list[Attribution]) -> Attribution | None:
    """As in "..., adding that the bridge was closed", "left after saying that it was closed"."""
    if cue.start == scene.low:
        return None
    last = scene.tokens[cue.start - 1]
    parted = last.low in {",", "—"} or last.low in scene.vocabulary.gerund_openers
    if not parted and not _leads_on(scene, cue):
        return None
    return _with_earlier_subject(scene, cue, cue.start, before)


def _leads_on(scene: Scene, cue: Cue) -> bool:
    """Whether "that" or a clear clause is right behind: "a letter to its drivers [saying that]"."""
    if cue.end >= scene.high:
        return False
    if scene.tokens[cue.end].low in scene.vocabulary.that:
        return True
    clear = is_clear_clause(scene.tokens, cue.end, scene.high, scene.vocabulary)
    return clear and "say" in cue.verb.groups


def _with_subject(scene: Scene, cue: Cue, subject: Found, low: int) -> Attribution | None:
    """As in "She said ...", "..., she said" and "“...,” she said, “...”"."""
    tokens, vocabulary = scene.tokens, scene.vocabulary
    quoted = quotation_before(scene, subject.start, low)
    if quoted is not None:
        return direct(scene, cue, subject, quoted, cue.end)
    if leads_to_quotation(scene, cue):
        return said_behind(scene, cue, subject, subject.phrase)
    if is_parenthesis(scene, cue.end) and has_clause_before(scene, subject.start, low):
        return around_verb(scene, cue, subject, low)
    if subject.start > low and tokens[subject.start - 1].low in vocabulary.like:
        return as_speaker_says(scene, cue, subject)
    return said_behind(_within_relative(scene, cue), cue, subject, subject.phrase)


def _within_relative(scene: Scene, cue: Cue) -> Scene:
    """The scene; for "the firm, which says that it pays, ..." no further than the comma."""
    tokens = scene.tokens
    if cue.start < 2 or tokens[cue.start - 1].low not in scene.vocabulary.who:
        return scene
    if tokens[cue.start - 2].text != ",":
        return scene
    end = next((at for at in range(cue.end, scene.high) if tokens[at].text == ","), scene.high)
    return replace(scene, high=end)
