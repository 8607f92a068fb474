"""Attribution by a verb: who speaks, and on which side of the verb what is said is found."""

from dataclasses import replace
from typing import Final

from app.draft.according import around
from app.draft.content_end import content_end
from app.draft.contents import (
    after_setting,
    clause_start,
    is_clear_clause,
    is_end,
    trimmed,
)
from app.draft.cues import Cue
from app.draft.phrase_after import phrase_after
from app.draft.phrase_before import subject_before
from app.draft.phrases import Found, Phrase
from app.draft.said import TELLING, heard_by, said_behind
from app.draft.scene import SHORTEST, Attribution, Scene
from app.draft.shared_subject import shared_subject
from app.draft.vocabulary import Vocabulary

_JOINT: Final = 2
"""Tokens of the longest joint between two verbs: ", but"."""

_LONGEST_TITLE: Final = 4
"""Words of the longest name of a work."""

_OPENING: Final = 3
"""Tokens between the verb of "as she puts it" and its comma, at most."""

_LEADING_MARKS: Final = frozenset(",:—.")
_ENDS_OF_QUOTATIONS: Final = (",", "?", "!", "…", ".")
_NO_SPEECH: Final = frozenset({"show", "utter", "name"})
"""Groups of verbs that need their subject in the text, also where a language can do without."""


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
        return _inverted(scene, cue, low) or _coordinated(scene, cue, before) or _unsaid(scene, cue)
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
    return comma and _is_parenthesis(scene, cue.end)


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
    quoted = _quotation_before(scene, subject.start, low)
    if quoted is not None:
        return _direct(scene, cue, subject, quoted, cue.end)
    if _leads_to_quotation(scene, cue):
        return said_behind(scene, cue, subject, subject.phrase)
    if _is_parenthesis(scene, cue.end) and _has_clause_before(scene, subject.start, low):
        return _around_verb(scene, cue, subject, low)
    if subject.start > low and tokens[subject.start - 1].low in vocabulary.like:
        return _as_speaker_says(scene, cue, subject)
    return said_behind(_within_relative(scene, cue), cue, subject, subject.phrase)


def _leads_to_quotation(scene: Scene, cue: Cue) -> bool:
    """Whether a sentence in quotation marks is behind a verb and its comma: "said, “It is”"."""
    if cue.end + 1 >= scene.high or scene.tokens[cue.end].low not in {",", ":"}:
        return False
    following = scene.tokens[cue.end + 1]
    inner = following.text.lstrip("“\"«‘'`")
    return following.kind == "quotation" and inner[:1].isupper()


def _within_relative(scene: Scene, cue: Cue) -> Scene:
    """The scene; for "the firm, which says that it pays, ..." no further than the comma."""
    tokens = scene.tokens
    if cue.start < 2 or tokens[cue.start - 1].low not in scene.vocabulary.who:
        return scene
    if tokens[cue.start - 2].text != ",":
        return scene
    end = next((at for at in range(cue.end, scene.high) if tokens[at].text == ","), scene.high)
    return replace(scene, high=end)


def _quotation_before(scene: Scene, place: int, low: int) -> int | None:
    """The quotation that ends right before a token, as one does before "she said"."""
    at = place - 1
    comma = at >= low and scene.tokens[at].low in {",", "—", "-"}
    if comma:
        at -= 1
    if at < low or scene.tokens[at].kind != "quotation":
        return None
    text = scene.tokens[at].text
    if _is_title(scene, at):
        return None
    ended = text.rstrip("”\"»'’ ").endswith(_ENDS_OF_QUOTATIONS)
    return at if comma or ended or scene.tokens[at].is_dialogue else None


def _is_title(scene: Scene, place: int) -> bool:
    """Whether a quotation is the name of a work: on the programme “This Week,” she said."""
    words = scene.tokens[place].text.strip("“”\"«»'’`,.").split()
    named = len(words) <= _LONGEST_TITLE and all(word[:1].isupper() for word in words)
    return named and place > scene.low and scene.tokens[place - 1].is_word


def _direct(scene: Scene, cue: Cue, subject: Found, quoted: int, after: int) -> Attribution | None:
    """A quotation before the verb, and the rest of it behind, if it goes on there."""
    start = quoted
    while start - 1 >= scene.low and scene.tokens[start - 1].kind == "quotation":
        start -= 1
    contents = [(place, place + 1) for place in range(start, quoted + 1)]
    rest = _quotation_after(scene, after)
    if rest is not None:
        contents.append((rest, rest + 1))
    return Attribution(
        "direct",
        tuple(contents),
        (subject.phrase if subject.phrase.tokens else None,),
        start,
        after if rest is None else rest + 1,
        scene.text(cue.start, cue.end),
        cue.verb.groups,
        heard_by(scene, cue, scene.high),
    )


def _quotation_after(scene: Scene, start: int) -> int | None:
    """The quotation that goes on behind "she said,"; None when the clause ends before it."""
    for place in range(start, scene.high):
        token = scene.tokens[place]
        marked = scene.tokens[place - 1].low in _LEADING_MARKS or token.is_dialogue
        if token.kind == "quotation" and marked:
            return place
        if token.text in {".", ";"} or token.low in scene.vocabulary.verbs:
            return None
    return None


def _is_parenthesis(scene: Scene, place: int) -> bool:
    """Whether nothing that is said can follow a verb: its clause is over."""
    tokens = scene.tokens
    place = after_setting(tokens, place, scene.high, scene.vocabulary)
    if place < scene.high and tokens[place].low in scene.vocabulary.addressee:
        listener = phrase_after(tokens, place + 1, scene.high, scene.vocabulary)
        place = listener.end if listener else place
    if place >= scene.high or is_end(tokens[place]):
        return True
    return tokens[place].low in scene.vocabulary.who - scene.vocabulary.that


def _has_clause_before(scene: Scene, place: int, low: int) -> bool:
    if place - 1 < low or scene.tokens[place - 1].low not in {",", "—"}:
        return False
    start, end = trimmed(
        scene.tokens, clause_start(scene.tokens, low, place - 1, scene.vocabulary), place - 1
    )
    return end - start >= SHORTEST


def _around_verb(scene: Scene, cue: Cue, subject: Found, low: int) -> Attribution | None:
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


def _as_speaker_says(scene: Scene, cue: Cue, subject: Found) -> Attribution | None:
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


def _inverted(scene: Scene, cue: Cue, low: int) -> Attribution | None:
    """As in "“...,” said Ana Ruiz"; in Spanish the subject may be missing."""
    unsaid = scene.vocabulary.subject_may_be_left_out
    named = _named_behind(scene, cue.end)
    quoted = _quotation_before(scene, cue.start, low)
    left_out = Found(Phrase(()), cue.start, cue.end)
    if quoted is not None:
        subject = named or left_out
        return _direct(scene, cue, subject, quoted, max(cue.end, subject.end))
    behind = replace(named, start=cue.start) if named else left_out if unsaid else None
    if behind is not None and _closes_clause(scene, cue, behind.end, low):
        return _around_verb(scene, cue, behind, low)
    if named is not None and _is_likened(scene, cue, low):
        return _as_speaker_says(scene, replace(cue, end=named.end), replace(named, start=cue.start))
    return None


def _named_behind(scene: Scene, place: int) -> Found | None:
    """The speaker behind a verb, perhaps past the listener: "explicó [a este diario] Ana Gil"."""
    tokens, vocabulary = scene.tokens, scene.vocabulary
    if place < scene.high and tokens[place].low in vocabulary.addressee:
        listener = phrase_after(tokens, place + 1, scene.high, vocabulary)
        place = listener.end if listener else place
    return phrase_after(tokens, place, scene.high, vocabulary)


def _unsaid(scene: Scene, cue: Cue) -> Attribution | None:
    """As in "Añadió que llueve": the last speaker goes on."""
    if not scene.vocabulary.subject_may_be_left_out or cue.verb.groups <= _NO_SPEECH:
        return None
    return said_behind(scene, cue, Found(Phrase(()), cue.start, cue.end), None)


def _closes_clause(scene: Scene, cue: Cue, end: int, low: int) -> bool:
    """Whether a verb and its subject, which end at `end`, follow what is said: ", said Ruiz"."""
    if cue.verb.form == "gerund" or not _has_clause_before(scene, cue.start, low):
        return False
    return _is_parenthesis(scene, end)


def _is_likened(scene: Scene, cue: Cue, low: int) -> bool:
    """Whether "as" is before a verb: "as says the mayor"."""
    return cue.start > low and scene.tokens[cue.start - 1].low in scene.vocabulary.like
