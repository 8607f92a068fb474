"""A quotation beside a reporting verb: before it, around it, or behind its comma."""

from typing import Final

from app.draft.cues import Cue
from app.draft.phrases import Found
from app.draft.said import heard_by
from app.draft.scene import Attribution, Scene

_LEADING_MARKS: Final = frozenset(",:—.")
_ENDS_OF_QUOTATIONS: Final = (",", "?", "!", "…", ".")


def quotation_before(scene: Scene, place: int, low: int) -> int | None:
    """The quotation that ends right before a token, as one does before "she said"."""
    at = place - 1
    comma = at >= low and scene.tokens[at].low in {",", "—", "-"}
    if comma:
        at -= 1
    if at < low or scene.tokens[at].kind != "quotation":
        return None
    text = scene.tokens[at].text
    if scene.is_title(at):
        return None
    ended = text.rstrip("”\"»'’ ").endswith(_ENDS_OF_QUOTATIONS)
    return at if comma or ended or scene.tokens[at].is_dialogue else None


def direct(scene: Scene, cue: Cue, subject: Found, quoted: int, after: int) -> Attribution | None:
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


def leads_to_quotation(scene: Scene, cue: Cue) -> bool:
    """Whether a sentence in quotation marks is behind a verb and its comma: "said, “It is”"."""
    if cue.end + 1 >= scene.high or scene.tokens[cue.end].low not in {",", ":"}:
        return False
    following = scene.tokens[cue.end + 1]
    inner = following.text.lstrip("“\"«‘'`")
    return following.kind == "quotation" and inner[:1].isupper()
