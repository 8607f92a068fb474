"""What is said behind a reporting verb, in one of the forms that it may have."""

from dataclasses import replace
from typing import Final

from app.draft.contents import (
    after_setting,
    content_end,
    find_that,
    is_bare_clause,
    is_end,
    trimmed,
)
from app.draft.cues import Cue
from app.draft.phrases import Found, Phrase, phrase_after
from app.draft.scene import SHORTEST, Attribution, Scene

_REACH_OF_AS: Final = 14


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
    tokens, language = scene.tokens, scene.language
    if cue.verb.groups <= {"name", "pledge", "quote"}:
        return None
    place = find_that(tokens, cue, scene.high, language)
    if place is None or (
        "name" in cue.verb.groups
        and tokens[place].kind == "quotation"
        and tokens[place - 1].text not in {":", ","}
    ):
        return None
    heard = heard_by(scene, cue, place)
    if tokens[place].kind == "quotation":
        return replace(_quoted(scene, cue, place), heard_by=heard)
    if cue.verb.groups <= {"utter", "name"}:
        return None
    content = trimmed(tokens, place + 1, content_end(tokens, place + 1, scene.high, language))
    if content[0] >= content[1]:
        return None
    return Attribution("indirect", (content,), (), cue.start, content[1], heard_by=heard)


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
    end = content_end(tokens, place, scene.high, scene.language)
    return Attribution("indirect", (trimmed(tokens, place, end),), (), cue.start, end)


def _passed_on(scene: Scene, cue: Cue) -> Attribution | None:
    """As in "The paper quoted her as saying that ..."."""
    if "quote" not in cue.verb.groups:
        return None
    tokens, language = scene.tokens, scene.language
    for place in range(cue.end + 1, min(scene.high, cue.end + _REACH_OF_AS)):
        for phrase in language["as_saying"]:
            words = phrase.split()
            if [token.low for token in tokens[place : place + len(words)]] != words:
                continue
            origin = phrase_after(tokens, cue.end, place, language)
            start = place + len(words)
            if start < scene.high and tokens[start].low in language["that"] | {":"}:
                start += 1
            content = trimmed(tokens, start, content_end(tokens, start, scene.high, language))
            if origin is None or content[0] >= content[1]:
                return None
            kind = "direct" if scene.is_quotation(content) else "indirect"
            return Attribution(kind, (content,), (origin.phrase,), cue.start, content[1])
    return None


def _renamed(scene: Scene, cue: Cue) -> Attribution | None:
    """As in "called the plan “a gift to nobody”"."""
    if "name" not in cue.verb.groups:
        return None
    tokens = scene.tokens
    for place in range(cue.end, min(scene.high, cue.end + _REACH_OF_AS)):
        if is_end(tokens[place]):
            return None
        if tokens[place].kind == "quotation":
            start = cue.end
            while start < place and tokens[start].low in {
                "it",
                "them",
                "him",
                "her",
                "as",
                "como",
                "de",
            }:
                start += 1
            return Attribution("mixed", ((start, place + 1),), (), cue.start, place + 1)
    return None


def _pledged(scene: Scene, cue: Cue) -> Attribution | None:
    """As in "promised to mend the bridge"."""
    tokens, language = scene.tokens, scene.language
    if "pledge" not in cue.verb.groups or cue.end >= scene.high:
        return None
    if tokens[cue.end].low not in language["infinitive"]:
        return None
    content = trimmed(tokens, cue.end, content_end(tokens, cue.end, scene.high, language))
    if content[1] - content[0] <= SHORTEST - 1:
        return None
    return Attribution("indirect", (content,), (), cue.start, content[1])


def _without_that(scene: Scene, cue: Cue) -> Attribution | None:
    language = scene.language
    if not language.that_may_be_left_out or not cue.verb.groups & {"say", "think", "show"}:
        return None
    if cue.verb.name in language["need_that"]:
        return None
    tokens = scene.tokens
    start = after_setting(tokens, cue.end, scene.high, language)
    heard = heard_by(scene, cue, start)
    if cue.verb.name in language["told"] and start < scene.high:
        told = phrase_after(tokens, start, min(scene.high, start + 4), language)
        start = told.end if told else start
        heard = told.phrase if told else None
    end = content_end(tokens, start, scene.high, language)
    content = trimmed(tokens, start, end)
    if start > cue.end and content[0] > start:
        return None
    if not is_bare_clause(tokens, *content, language):
        return None
    return Attribution("indirect", (content,), (), cue.start, content[1], heard_by=heard)


def heard_by(scene: Scene, cue: Cue, end: int) -> Phrase | None:
    """To whom it was said: "told the Courier", "in an interview with the Courier"."""
    tokens, language = scene.tokens, scene.language
    if cue.verb.name in language["told"] and cue.end < end:
        found = phrase_after(tokens, cue.end, end, language)
        return found.phrase if found else None
    words = [token.low for token in tokens[:end]]
    for at in range(cue.end, min(end, cue.end + _REACH_OF_AS + 8)):
        if tokens[at].text in {".", ";", ":"} or tokens[at].kind == "quotation":
            break
        length = language.interviews.at(words, at)
        if not length and words[at] in language["addressee"]:
            length = 1
        if length:
            found = phrase_after(tokens, at + length, end, language)
            if found is not None:
                return found.phrase
    return None
