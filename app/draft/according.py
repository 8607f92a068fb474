"""What is attributed by a phrase: according to somebody, in her view, for somebody."""

from app.draft.contents import (
    Range,
    clause_start,
    content_end,
    trimmed,
)
from app.draft.language import Language
from app.draft.phrases import Phrase, phrase_after
from app.draft.scene import SHORTEST, Attribution, Scene


def according(
    scene: Scene, place: int, length: int, low: int, before: list[Attribution]
) -> Attribution | None:
    """What is said according to somebody; the phrase has `length` tokens from `place`.

    It has no content when it only adds to the attribution before it, which ends at `low`.
    """
    tokens, language = scene.tokens, scene.language
    start = _after_verb(scene, place + length)
    named = phrase_after(tokens, start, scene.high, language)
    says_whose = any(t.low in language.according_nouns for t in tokens[place:start])
    if named is None or not (says_whose or can_speak(named.phrase, language)):
        return None
    return around(scene, "according to", (place, named.end), named.phrase, low, before)


def _after_verb(scene: Scene, start: int) -> int:
    """The token after a verb that may stand here: "según [ha informado] el club"."""
    place = start
    while place < scene.high and scene.tokens[place].low in scene.language["auxiliaries"]:
        place += 1
    is_verb = place < scene.high and scene.tokens[place].low in scene.language.verbs
    return place + 1 if is_verb else start


def can_speak(phrase: Phrase, language: Language) -> bool:
    """Whether a phrase is somebody or something that can be asked: not "plan" or "size"."""
    if len(phrase.tokens) == 1 and phrase.tokens[0].low in language["no_source"]:
        return False
    return any(
        token.is_capital
        or token.low in language.source_words
        or token.low in language["unnamed"]
        or token.low in language.pronouns
        for token in phrase.tokens
    )


def in_somebodys_view(scene: Scene, place: int, low: int) -> Attribution | None:
    """As in "In her view, ..." and "in the mayor’s opinion, ..."."""
    tokens, language = scene.tokens, scene.language
    if tokens[place].low not in language.according_starts:
        return None
    for ahead in range(place + 2, min(place + 7, scene.high)):
        if tokens[ahead].low not in language.according_nouns:
            continue
        owner = tokens[place + 1 : ahead]
        last = owner[-1]
        if not (last.low in language["possessives"] or last.low.endswith(("’s", "s’"))):
            return None
        if last.low in language["possessives"] and len(owner) > 1:
            return None
        return around(scene, "according to", (place, ahead + 1), Phrase(owner), low, [])
    return None


def for_somebody(scene: Scene, place: int) -> Attribution | None:
    """As in "For Ruiz, the bridge is “a toy”": somebody’s opinion, if words of theirs are in it."""
    tokens, language = scene.tokens, scene.language
    if place != scene.low or tokens[place].low not in language["for_somebody"]:
        return None
    named = phrase_after(tokens, place + 1, scene.high, language)
    if named is None or named.end >= scene.high or tokens[named.end].text != ",":
        return None
    found = around(scene, "according to", (place, named.end), named.phrase, scene.low, [])
    if found is None or not can_speak(named.phrase, language):
        return None
    quoted = any(
        tokens[at].kind == "quotation" for start, end in found.contents for at in range(start, end)
    )
    return found if quoted else None


def around(
    scene: Scene,
    kind: str,
    cue: Range,
    speaker: Phrase | None,
    low: int,
    before: list[Attribution],
) -> Attribution | None:
    """An attribution whose cue stands before, after or amid what is said."""
    tokens, language = scene.tokens, scene.language
    first, last = cue
    left = trimmed(tokens, clause_start(tokens, low, first, language), first)
    text = scene.text(first, last)
    if left[1] > left[0] and tokens[left[1] - 1].low in language["conjunctions"]:
        left = (first, first)  # "..., and according to the file, ...": another clause
    if left[1] - left[0] < SHORTEST and not scene.is_quotation(left):
        start = last + 1 if last < scene.high and tokens[last].text == "," else last
        right = trimmed(tokens, start, content_end(tokens, start, scene.high, language))
        if before and right[1] - right[0] < SHORTEST:
            return Attribution(kind, (), (speaker,), first, last, text)
        if right[1] - right[0] < SHORTEST:
            return None
        return Attribution(kind, (right,), (speaker,), first, right[1], text)
    contents = [left]
    end = last
    if last < scene.high and tokens[last].text == "," and not _starts_anew(scene, last + 1):
        right = trimmed(tokens, last + 1, content_end(tokens, last + 1, scene.high, language))
        if right[0] < right[1]:
            contents.append(right)
            end = right[1]
    return Attribution(kind, tuple(contents), (speaker,), left[0], end, text)


def _starts_anew(scene: Scene, place: int) -> bool:
    if place >= scene.high:
        return True
    low, language = scene.tokens[place].low, scene.language
    verb = language.verbs.get(low)
    return (
        low in language["conjunctions"]
        or low in language["turning"]
        or low in language["subordinators"]
        or (verb is not None and verb.form == "gerund")
    )
