"""A verb without a subject before it: "said Ana Ruiz", and in Spanish a verb alone."""

from dataclasses import replace
from typing import Final

from app.draft.amid import around_verb, as_speaker_says, has_clause_before, is_parenthesis
from app.draft.cues import Cue
from app.draft.phrase_after import phrase_after
from app.draft.phrases import Found, Phrase
from app.draft.quoted import direct, quotation_before
from app.draft.said import said_behind
from app.draft.scene import Attribution, Scene

_NO_SPEECH: Final = frozenset({"show", "utter", "name"})
"""Groups of verbs that need their subject in the text, also where a language can do without."""


def inverted(scene: Scene, cue: Cue, low: int) -> Attribution | None:
    """As in "“...,” said Ana Ruiz"; in Spanish the subject may be missing."""
    may_lack = scene.vocabulary.subject_may_be_left_out
    named = _named_behind(scene, cue.end)
    quoted = quotation_before(scene, cue.start, low)
    left_out = Found(Phrase(()), cue.start, cue.end)
    if quoted is not None:
        subject = named or left_out
        return direct(scene, cue, subject, quoted, max(cue.end, subject.end))
    behind = replace(named, start=cue.start) if named else left_out if may_lack else None
    if behind is not None and _closes_clause(scene, cue, behind.end, low):
        return around_verb(scene, cue, behind, low)
    if named is not None and _is_likened(scene, cue, low):
        return as_speaker_says(scene, replace(cue, end=named.end), replace(named, start=cue.start))
    return None


def _named_behind(scene: Scene, place: int) -> Found | None:
    """The speaker behind a verb, perhaps past the listener: "explicó [a este diario] Ana Gil"."""
    tokens, vocabulary = scene.tokens, scene.vocabulary
    if place < scene.high and tokens[place].low in vocabulary.addressee:
        listener = phrase_after(tokens, place + 1, scene.high, vocabulary)
        place = listener.end if listener else place
    return phrase_after(tokens, place, scene.high, vocabulary)


def unsaid(scene: Scene, cue: Cue) -> Attribution | None:
    """As in "Añadió que llueve": the last speaker goes on."""
    if not scene.vocabulary.subject_may_be_left_out or cue.verb.groups <= _NO_SPEECH:
        return None
    return said_behind(scene, cue, Found(Phrase(()), cue.start, cue.end), None)


def _closes_clause(scene: Scene, cue: Cue, end: int, low: int) -> bool:
    """Whether a verb and its subject, which end at `end`, follow what is said: ", said Ruiz"."""
    if cue.verb.form == "gerund" or not has_clause_before(scene, cue.start, low):
        return False
    return is_parenthesis(scene, end)


def _is_likened(scene: Scene, cue: Cue, low: int) -> bool:
    """Whether "as" is before a verb: "as says the mayor"."""
    return cue.start > low and scene.tokens[cue.start - 1].low in scene.vocabulary.like
