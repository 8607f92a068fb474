"""What is attributed by a verb: who speaks, and on which side of the verb what is said stands."""

from dataclasses import replace
from typing import Final

from app.draft.according import around
from app.draft.contents import (
    after_setting,
    clause_start,
    content_end,
    is_end,
    trimmed,
)
from app.draft.cues import Cue
from app.draft.language import Language
from app.draft.phrases import Found, Phrase, phrase_after, subject_before
from app.draft.said import heard_by, said_behind
from app.draft.scene import SHORTEST, Attribution, Scene

_JOINT: Final = 2


def spoken(scene: Scene, cue: Cue, low: int, before: list[Attribution]) -> Attribution | None:
    """What a verb attributes; the attributions `before` it in the sentence end at `low`."""
    tokens, language = scene.tokens, scene.language
    subject = subject_before(tokens, cue.start, low, language)
    if subject is not None and _is_first_person(subject.phrase, language):
        return None
    if cue.verb.form == "gerund" and not _has_auxiliary(scene, cue):
        return _participle(scene, cue, before)
    if subject is None and _follows_joint(scene, cue, low) and before:
        return said_behind(
            scene, cue, Found(Phrase(()), cue.start, cue.start), before[-1].speakers[-1]
        )
    if subject is not None and before and _only_adds(scene, cue, subject, low):
        text = scene.text(cue.start, cue.end)
        return Attribution("according to", (), (subject.phrase,), subject.start, cue.end, text)
    if subject is not None:
        return _with_subject(scene, cue, subject, low)
    return _inverted(scene, cue, low)


def _only_adds(scene: Scene, cue: Cue, subject: Found, low: int) -> bool:
    """Whether this only says who told what was attributed before: "..., a survey suggests"."""
    comma = subject.start - 1 == low and scene.tokens[low].text == ","
    return comma and _is_parenthesis(scene, cue.end)


def _is_first_person(phrase: Phrase, language: Language) -> bool:
    return phrase.tokens[0].low in language["first_person"]


def _has_auxiliary(scene: Scene, cue: Cue) -> bool:
    return any(
        token.low in scene.language["passive"] for token in scene.tokens[cue.start : cue.place]
    )


def _follows_joint(scene: Scene, cue: Cue, low: int) -> bool:
    """Whether nothing but "and" or ", but" stands between an attribution and a verb."""
    between = scene.tokens[low : cue.start]
    return len(between) <= _JOINT and all(
        token.text == "," or token.low in scene.language["conjunctions"] for token in between
    )


def _participle(scene: Scene, cue: Cue, before: list[Attribution]) -> Attribution | None:
    """As in "..., adding that the bridge was closed"."""
    if cue.place > scene.low and scene.tokens[cue.place - 1].text not in {",", "—"}:
        return None
    speaker = before[-1].speakers[-1] if before else None
    if not before:
        found = phrase_after(scene.tokens, scene.low, cue.place, scene.language)
        if found is None:
            return None
        speaker = found.phrase
    return said_behind(scene, cue, Found(Phrase(()), cue.start, cue.start), speaker)


def _with_subject(scene: Scene, cue: Cue, subject: Found, low: int) -> Attribution | None:
    """As in "She said ...", "..., she said" and "“...,” she said, “...”"."""
    tokens, language = scene.tokens, scene.language
    quoted = _quotation_before(scene, subject.start, low)
    if quoted is not None:
        return _direct(scene, cue, subject, quoted, cue.end)
    if _is_parenthesis(scene, cue.end) and _has_clause_before(scene, subject.start, low):
        return _around_verb(scene, cue, subject, low)
    if subject.start > low and tokens[subject.start - 1].low in language["like"]:
        return _as_somebody_says(scene, cue, subject)
    return said_behind(_within_relative(scene, cue), cue, subject, subject.phrase)


def _within_relative(scene: Scene, cue: Cue) -> Scene:
    """The scene; for "the firm, which says that it pays, ..." no further than the comma."""
    tokens = scene.tokens
    if cue.start < 2 or tokens[cue.start - 1].low not in scene.language["who"]:
        return scene
    if tokens[cue.start - 2].text != ",":
        return scene
    end = next((at for at in range(cue.end, scene.high) if tokens[at].text == ","), scene.high)
    return replace(scene, high=end)


def _quotation_before(scene: Scene, place: int, low: int) -> int | None:
    """The quotation that ends right before a token, as one does before "she said"."""
    at = place - 1
    comma = at >= low and scene.tokens[at].text in {",", "—", "–"}
    if comma:
        at -= 1
    if at < low or scene.tokens[at].kind != "quotation":
        return None
    inner = scene.tokens[at].text.rstrip("”\"»'’")
    return (
        at
        if comma or inner[-1:] in {",", "?", "!", "…", "."} or scene.tokens[at].text[:1] == "—"
        else None
    )


def _direct(scene: Scene, cue: Cue, subject: Found, quoted: int, after: int) -> Attribution | None:
    """A quotation before the verb, and the rest of it behind, if it goes on there."""
    tokens = scene.tokens
    start = quoted
    while start - 1 >= scene.low and tokens[start - 1].kind == "quotation":
        start -= 1
    contents = [(place, place + 1) for place in range(start, quoted + 1)]
    end = after
    heard = heard_by(scene, cue, scene.high)
    for place in range(after, scene.high):
        if tokens[place].kind == "quotation" and (
            tokens[place - 1].text in {",", ":", "—", "."} or tokens[place].text[:1] == "—"
        ):
            contents.append((place, place + 1))
            end = place + 1
            break
        if tokens[place].text in {".", ";"} or tokens[place].low in scene.language.verbs:
            break
    return Attribution(
        "direct",
        tuple(contents),
        (subject.phrase if subject.phrase.tokens else None,),
        start,
        end,
        scene.text(cue.start, cue.end),
        cue.verb.groups,
        heard,
    )


def _is_parenthesis(scene: Scene, place: int) -> bool:
    """Whether nothing that is said can follow a verb: its clause is over."""
    tokens = scene.tokens
    place = after_setting(tokens, place, scene.high, scene.language)
    return place >= scene.high or is_end(tokens[place])


def _has_clause_before(scene: Scene, place: int, low: int) -> bool:
    if place - 1 < low or scene.tokens[place - 1].text not in {",", "—", "–"}:
        return False
    start, end = trimmed(
        scene.tokens, clause_start(scene.tokens, low, place - 1, scene.language), place - 1
    )
    return end - start >= SHORTEST


def _around_verb(scene: Scene, cue: Cue, subject: Found, low: int) -> Attribution | None:
    if not cue.verb.groups & {"say", "think", "show"}:
        return None
    end = after_setting(scene.tokens, max(cue.end, subject.end), scene.high, scene.language)
    first = min(subject.start, cue.start)
    found = around(
        scene, "indirect", (first, end), subject.phrase if subject.phrase.tokens else None, low, []
    )
    if found is None:
        return None
    return replace(found, cue=scene.text(cue.start, cue.end), groups=cue.verb.groups)


def _as_somebody_says(scene: Scene, cue: Cue, subject: Found) -> Attribution | None:
    """As in "As Ruiz puts it, ..."."""
    tokens, language = scene.tokens, scene.language
    place = cue.end
    while place < scene.high and tokens[place].text != "," and tokens[place].kind != "quotation":
        if place - cue.end > 3:
            return None
        place += 1
    start = place + 1 if place < scene.high and tokens[place].text == "," else place
    right = trimmed(tokens, start, content_end(tokens, start, scene.high, language))
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
    tokens, language = scene.tokens, scene.language
    named = phrase_after(tokens, cue.end, scene.high, language)
    quoted = _quotation_before(scene, cue.start, low)
    nobody = Found(Phrase(()), cue.start, cue.end)
    if quoted is not None:
        subject = named or nobody
        return _direct(scene, cue, subject, quoted, max(cue.end, subject.end))
    if _has_clause_before(scene, cue.start, low) and cue.verb.form != "gerund":
        if named is not None and _is_parenthesis(scene, named.end):
            subject = Found(named.phrase, cue.start, named.end)
            return _around_verb(scene, cue, subject, low)
        if named is None and language.subject_may_be_left_out and _is_parenthesis(scene, cue.end):
            return _around_verb(scene, cue, Found(Phrase(()), cue.start, cue.end), low)
    like = cue.start > low and tokens[cue.start - 1].low in language["like"]
    if like and named is not None:
        subject = Found(named.phrase, cue.start, named.end)
        return _as_somebody_says(scene, replace(cue, end=named.end), subject)
    if language.subject_may_be_left_out and not cue.verb.groups <= {"show", "utter", "name"}:
        return said_behind(scene, cue, nobody, None)
    return None
