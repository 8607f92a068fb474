"""What is said behind a reporting verb, in one of the forms that it may have."""

from dataclasses import replace
from typing import Final

from app.draft.content_end import content_end
from app.draft.contents import (
    Range,
    after_setting,
    find_that,
    is_bare_clause,
    is_clear_clause,
    is_end,
    trimmed,
)
from app.draft.cues import Cue
from app.draft.phrase_after import phrase_after
from app.draft.phrases import Found, Phrase
from app.draft.scene import SHORTEST, Attribution, Scene

TELLING: Final = frozenset({"say", "think", "show"})
"""Groups of verbs that can do without "that"."""

_PARTS: Final = frozenset(".;:")
_LISTENER: Final = 4
"""Tokens in which the listener of "told" is looked for."""

_REACH_OF_AS: Final = 14
"""Tokens between a verb and "as saying", or the name that it gives."""

_REACH_OF_LISTENER: Final = 22
"""Tokens behind a verb in which "in an interview with" is looked for."""


def said_behind(
    scene: Scene, cue: Cue, subject: Found, speaker: Phrase | None
) -> Attribution | None:
    """What is said behind the verb, in one of the forms that it may have."""
    for form in (_with_that, _passed_on, _renamed, _pledged, _without_that):
        found = form(scene, cue)
        if found is not None:
            first = min(subject.start, cue.start)
            return replace(
                found,
                speakers=(*found.speakers, speaker),
                first=first,
                cue=found.cue or scene.text(cue.start, cue.end),
                groups=cue.verb.groups,
            )
    return None


def _with_that(scene: Scene, cue: Cue) -> Attribution | None:
    tokens, vocabulary = scene.tokens, scene.vocabulary
    if cue.verb.groups <= {"name", "pledge", "quote"}:
        return None
    place = find_that(tokens, cue, scene.high, vocabulary)
    if place is None or _is_only_a_name(scene, cue, place):
        return None
    heard = heard_by(scene, cue, place)
    if tokens[place].kind == "quotation":
        return replace(_quoted(scene, cue, place), heard_by=heard)
    if cue.verb.groups <= {"utter", "name"}:
        return None
    start = place if _is_subject(scene, place) else place + 1
    content = trimmed(tokens, start, content_end(tokens, start, scene.high, vocabulary))
    if content[0] >= content[1]:
        return None
    return Attribution("indirect", (content,), (), cue.start, content[1], heard_by=heard)


def _is_only_a_name(scene: Scene, cue: Cue, place: int) -> bool:
    """Whether a quotation behind a verb names a thing: "called it “a toy”", "on “This Week”"."""
    before = scene.tokens[place - 1]
    if scene.tokens[place].kind != "quotation" or before.text in {":", ","}:
        return False
    if "name" in cue.verb.groups:
        return True
    noun = scene.tokens[cue.place].low in scene.vocabulary.also_nouns
    return scene.is_title(place) and (noun or before.low in scene.vocabulary.prepositions)


def _is_subject(scene: Scene, place: int) -> bool:
    """Whether "that" is the subject of a clause: "said [that is a mistake]"."""
    if scene.vocabulary.subject_may_be_left_out or place + 1 >= scene.high:
        return False
    following = scene.tokens[place + 1].low
    return scene.tokens[place].text.lower() in scene.vocabulary.that and (
        following in scene.vocabulary.finite
    )


def _quoted(scene: Scene, cue: Cue, place: int) -> Attribution:
    """A quotation behind the verb: alone, or with words of the writer’s that go on with it."""
    tokens = scene.tokens
    last = place + 1
    while last < scene.high and tokens[last].kind == "quotation":
        last += 1
    over = last >= scene.high or is_end(tokens[last])
    if over:
        contents = tuple((one, one + 1) for one in range(place, last))
        return Attribution("direct", contents, (), cue.start, last)
    end = content_end(tokens, place, scene.high, scene.vocabulary)
    return Attribution("indirect", (trimmed(tokens, place, end),), (), cue.start, end)


def _passed_on(scene: Scene, cue: Cue) -> Attribution | None:
    """As in "The paper quoted her as saying that ..."."""
    if "quote" not in cue.verb.groups:
        return None
    tokens, vocabulary = scene.tokens, scene.vocabulary
    for place in range(cue.end + 1, min(scene.high, cue.end + _REACH_OF_AS)):
        length = vocabulary.as_saying.among(tokens, place)
        if not length:
            continue
        origin = phrase_after(tokens, cue.end, place, vocabulary)
        content = _after_that(scene, place + length)
        if origin is None or content[0] >= content[1]:
            return None
        kind = "direct" if scene.is_quotation(content) else "indirect"
        return Attribution(kind, (content,), (origin.phrase,), cue.start, content[1])
    return None


def _after_that(scene: Scene, start: int) -> Range:
    """The content that begins at a token, or behind "that" or a colon there."""
    tokens, vocabulary = scene.tokens, scene.vocabulary
    if start < scene.high and (tokens[start].low in vocabulary.that or tokens[start].text == ":"):
        start += 1
    return trimmed(tokens, start, content_end(tokens, start, scene.high, vocabulary))


def _renamed(scene: Scene, cue: Cue) -> Attribution | None:
    """As in "called the plan “a gift to no one”"."""
    if "name" not in cue.verb.groups:
        return None
    tokens = scene.tokens
    for place in range(cue.end, min(scene.high, cue.end + _REACH_OF_AS)):
        if is_end(tokens[place]):
            return None
        if tokens[place].kind == "quotation":
            start = cue.end
            while start < place and tokens[start].low in scene.vocabulary.before_a_name:
                start += 1
            return Attribution("mixed", ((start, place + 1),), (), cue.start, place + 1)
    return None


def _pledged(scene: Scene, cue: Cue) -> Attribution | None:
    """As in "promised to mend the bridge"."""
    tokens, vocabulary = scene.tokens, scene.vocabulary
    if "pledge" not in cue.verb.groups or cue.end >= scene.high:
        return None
    if tokens[cue.end].low not in vocabulary.infinitive:
        return None
    content = trimmed(tokens, cue.end, content_end(tokens, cue.end, scene.high, vocabulary))
    if content[1] - content[0] <= SHORTEST - 1:
        return None
    return Attribution("indirect", (content,), (), cue.start, content[1])


def _without_that(scene: Scene, cue: Cue) -> Attribution | None:
    tokens, vocabulary = scene.tokens, scene.vocabulary
    if not vocabulary.that_may_be_left_out or not cue.verb.groups & TELLING:
        return None
    start = after_setting(tokens, cue.end, scene.high, vocabulary)
    heard = heard_by(scene, cue, start)
    if cue.verb.name in vocabulary.verbs_with_listener and start < scene.high:
        told = phrase_after(tokens, start, min(scene.high, start + _LISTENER), vocabulary)
        start, heard = (told.end, told.phrase) if told else (start, None)
    content = trimmed(tokens, start, content_end(tokens, start, scene.high, vocabulary))
    ambiguous = cue.verb.name in vocabulary.need_that
    if ambiguous and _may_be_noun(scene, cue):
        return None
    is_clause = is_clear_clause if ambiguous else is_bare_clause
    broken_off = cue.end < start < content[0]
    if broken_off or content[0] >= content[1] or not is_clause(tokens, *content, vocabulary):
        return None
    return Attribution("indirect", (content,), (), cue.start, content[1], heard_by=heard)


def _may_be_noun(scene: Scene, cue: Cue) -> bool:
    """Whether a form may be a noun here: "the reason she left", but not "records show she"."""
    if scene.tokens[cue.place].low not in scene.vocabulary.also_nouns or not cue.place:
        return False
    before = scene.tokens[cue.place - 1]
    whole_name = cue.place - 1 == scene.low and before.is_capital
    return not whole_name and not before.low.endswith(scene.vocabulary.plural_endings)


def heard_by(scene: Scene, cue: Cue, end: int) -> Phrase | None:
    """To whom it was said: "told the Courier", "in an interview with the Courier"."""
    tokens, vocabulary = scene.tokens, scene.vocabulary
    if cue.verb.name in vocabulary.verbs_with_listener and cue.end < end:
        found = phrase_after(tokens, cue.end, end, vocabulary)
        return found.phrase if found else None
    tokens = tokens[:end]
    for at in range(cue.end, min(end, cue.end + _REACH_OF_LISTENER)):
        if tokens[at].text in _PARTS or tokens[at].kind == "quotation":
            break
        addressed = tokens[at].low in vocabulary.addressee
        length = vocabulary.interviews.among(tokens, at) or int(addressed)
        found = phrase_after(tokens, at + length, end, vocabulary) if length else None
        if found is not None:
            return found.phrase
    return None
