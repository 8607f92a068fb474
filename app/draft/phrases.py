"""Noun phrases: who or what a reporting verb has for its subject, before it or after it."""

from dataclasses import dataclass
from typing import Final

from app.draft.language import Language
from app.draft.tokens import Sentence, Token

LONGEST: Final = 16
"""Tokens of the longest phrase that is taken for a speaker."""

_BREAKS: Final = frozenset(";:—–()…")
_STOPS: Final = frozenset(".!?")
_SHORT: Final = 9
"""Tokens of the longest aside between two commas that is looked into."""


_NOT_ALONE: Final = ("nobody", "times", "openers", "adverbs", "like", "subordinators")
"""Lists whose words are no speaker by themselves, in capitals or not."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A speaker as the text has it: the phrase itself, and what stands beside it in commas."""

    tokens: Sentence
    aside: Sentence = ()


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase with its place: tokens from `start` to `end` (aside and commas included)."""

    phrase: Phrase
    start: int
    end: int


def is_adverb(token: Token, language: Language) -> bool:
    """Whether a token is an adverb that may stand beside a verb."""
    return token.is_word and (
        token.low in language["adverbs"]
        or (
            token.text[0].islower()
            and token.low.endswith(tuple(language["adverb_endings"]))
            and len(token.low) > 4
        )
    )


def subject_before(tokens: Sentence, end: int, low: int, language: Language) -> Found | None:
    """The phrase that ends before token `end`, looked for no further back than `low`."""
    low = _last_break(tokens, low, end)
    if end <= low:
        return None
    last = tokens[end - 1]
    if last.low in language["who"] and end - 1 > low:
        end -= 2 if tokens[end - 2].text == "," else 1
        whole = subject_before(tokens, end, low, language)
        return whole or _antecedent(tokens, end, low, language)
    commas = [place for place in range(low, end) if tokens[place].text == ","]
    if last.text == ",":
        return _before_aside(tokens, commas, low, language)
    start = commas[-1] + 1 if commas else low
    return _ending(tokens, start, end, language)


def _antecedent(tokens: Sentence, end: int, low: int, language: Language) -> Found | None:
    """What "which" refers to within a clause: "published [a story by Ana Ruiz] today which"."""
    while end > low and (tokens[end - 1].low in language["times"] or tokens[end - 1].text == ","):
        end -= 1
    for place in range(end - 1, max(low, end - LONGEST), -1):
        opens = tokens[place].low in language["articles"]
        if opens and tokens[place - 1].low not in language["prepositions"]:
            core = tokens[place:end]
            return Found(Phrase(core), place, end) if _is_phrase(core, language) else None
    return None


def _last_break(tokens: Sentence, low: int, end: int) -> int:
    for place in range(end - 1, low - 1, -1):
        token = tokens[place]
        if token.text in _BREAKS:
            return place + 1
        if token.kind == "quotation" and not _belongs(tokens, place):
            return place + 1
    return low


def _belongs(tokens: Sentence, place: int) -> bool:
    """Whether a quotation is a name within a phrase: the “Big Veg” jury."""
    inner = tokens[place].text.rstrip("”\"»'’")
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    return (
        place > 0
        and tokens[place - 1].is_word
        and inner[-1:].isalnum()
        and after is not None
        and after.is_word
        and len(inner.split()) <= 4
    )


def _before_aside(
    tokens: Sentence, commas: list[int], low: int, language: Language
) -> Found | None:
    """A phrase with an aside: "Ana Ruiz, 34, a baker," or "the mayor, Ana Ruiz,"."""
    closing = commas[-1]
    for place in range(len(commas) - 2, max(-1, len(commas) - 4), -1):
        opening = commas[place]
        start = commas[place - 1] + 1 if place else low
        head = _ending(tokens, start, opening, language)
        if head is None:
            continue
        aside = tokens[opening + 1 : closing]
        if aside and _stands_beside(head.phrase.tokens, aside, language):
            return Found(Phrase(head.phrase.tokens, aside), head.start, closing + 1)
    return None


def _stands_beside(head: Sentence, aside: Sentence, language: Language) -> bool:
    first = aside[0]
    if first.kind == "number" or first.low in language["relative"]:
        return True
    if head[-1].is_capital:
        return first.low not in language["subordinators"]
    passed = language.citing.among(aside, 0) or language.passing_on.among(aside, 0)
    return first.is_capital or _is_participle(first, language) or passed > 0


def _is_participle(token: Token, language: Language) -> bool:
    return token.low.endswith(("ed", "ing", "ado", "ido", "ada", "ida", "ando", "endo")) and (
        token.low not in language["determiners"]
    )


def _ending(tokens: Sentence, start: int, end: int, language: Language) -> Found | None:
    """The phrase between two places, without what opens the clause before it."""
    start = _skip_openers(tokens, start, end, language)
    for place in range(end - 1, start, -1):
        if tokens[place].low in language["conjunctions"]:
            if _is_phrase(tokens[place + 1 : end], language) and (
                tokens[place].low not in language["joining"]
                or has_finite(tokens[start:place], language)
            ):
                start = place + 1
            break
    if end > start and tokens[start].low in language["prepositions"]:
        start = _after_setting(tokens, start, end, language)
    core = tokens[start:end]
    return Found(Phrase(core), start, end) if _is_phrase(core, language) else None


def _skip_openers(tokens: Sentence, start: int, end: int, language: Language) -> int:
    while start < end - 1 and (
        tokens[start].low in language["openers"]
        or tokens[start].low in language["subordinators"]
        or tokens[start].low in language["conjunctions"]
        or tokens[start].low in language["that"]
        or tokens[start].low in language["like"]
    ):
        start += 1
    return start


def _after_setting(tokens: Sentence, start: int, end: int, language: Language) -> int:
    """Where the phrase begins after "On Monday" or "After the vote"."""
    for place in range(end - 1, start + 1, -1):
        token, before = tokens[place], tokens[place - 1]
        if (
            (token.low in language["determiners"] or token.is_capital)
            and before.low not in language["prepositions"]
            and before.low not in language["determiners"]
            and (not before.is_capital or before.low in language["times"])
        ):
            return place
        if token.low in language.pronouns:
            return place
        if before.low in language["times"] and token.low not in language["times"]:
            return place
    return end


def has_finite(tokens: Sentence, language: Language) -> bool:
    """Whether there is a verb in a stretch, as far as its form tells."""
    return any(
        token.is_word
        and not token.is_capital
        and (
            token.low in language["finite"]
            or (place and token.low.endswith(tuple(language["past_endings"])))
            or token.low.endswith("n’t")
            or (
                token.low in language.verbs
                and language.verbs[token.low].form == "finite"
                and token.low not in language["also_nouns"]
            )
        )
        for place, token in enumerate(tokens)
    )


def _is_phrase(core: Sentence, language: Language) -> bool:
    if not 0 < len(core) <= LONGEST:
        return False
    first, last = core[0], core[-1]
    if len(core) == 1:
        return _is_single(first, language)
    if not (first.is_word or first.kind == "number") or first.low in language.pronouns:
        return False
    if first.low in language["first_person"] or last.low in language["determiners"]:
        return last.low in language["unnamed"]
    if _opens_something_else(first, core[1], language):
        return False
    if last.low in language["prepositions"] or last.low in language["conjunctions"]:
        return False
    if last.low in language.pronouns or last.text in _STOPS:
        return False
    return not has_finite(_main(core, language), language)


def _opens_something_else(first: Token, second: Token, language: Language) -> bool:
    if first.low in language["prepositions"] or first.low in language["relative"]:
        return first.low not in language["determiners"] or second.low in language.pronouns
    return (
        first.low in language["subordinators"]
        or first.low in language["finite"]
        or (first.low in language["nobody"] and first.low not in language["determiners"])
    )


def _is_single(token: Token, language: Language) -> bool:
    if not token.is_word or token.low in language["first_person"]:
        return False
    if token.low in language.pronouns or token.low in language["unnamed"]:
        return True
    if any(token.low in language[name] for name in _NOT_ALONE):
        return False
    return token.is_capital or token.low in language.source_words


def _main(core: Sentence, language: Language) -> Sentence:
    """A phrase without its relative clause and without a participle that follows its noun."""
    for place, token in enumerate(core[1:], 1):
        if token.low in language["relative"] or language.passing_on.among(core, place):
            return core[:place]
        following = core[place + 1].low if place + 1 < len(core) else ""
        if _is_participle(token, language) and following in language["prepositions"]:
            return core[:place]
    return core


def phrase_after(tokens: Sentence, start: int, end: int, language: Language) -> Found | None:
    """The phrase that begins at a token: "said [Ana Ruiz, who speaks for the council]"."""
    if start >= end:
        return None
    if tokens[start].low in language.pronouns:
        return Found(Phrase(tokens[start : start + 1]), start, start + 1)
    stop = _phrase_stop(tokens, start, end, language)
    core = tokens[start:stop]
    if not _is_phrase(core, language):
        return None
    aside, after = _aside_after(tokens, stop, end, language)
    return Found(Phrase(core, aside), start, after)


def _phrase_stop(tokens: Sentence, start: int, end: int, language: Language) -> int:
    place = start
    while place < min(end, start + LONGEST):
        token = tokens[place]
        if not (token.is_word or token.kind == "number" or token.text in {"&", "-", "/"}):
            break
        if place > start and _ends_phrase(tokens, place, end, language):
            break
        place += 1
    return place


def _ends_phrase(tokens: Sentence, place: int, end: int, language: Language) -> bool:
    token, before = tokens[place], tokens[place - 1]
    following = tokens[place + 1] if place + 1 < end else None
    if language.passing_on.among(tokens, place) or language.passing_on.among(
        tokens[:end], place - 1
    ):
        return False
    if token.low in language["particles"] and following is not None and before.is_capital:
        return not (
            following.is_capital
            or (following.low in language["particles"] and following.low not in language["that"])
        )
    if token.low in language["articles"] and before.low not in language["determiners"]:
        return before.low not in language["prepositions"]
    if token.low in language["prepositions"]:
        return _detaches(tokens, place, end, language)
    if token.low in language["joining"]:
        return following is None or not (
            following.is_capital or following.low in language["possessives"]
        )
    return (
        (token.low in language["relative"] and not token.is_capital)
        or token.low in language["subordinators"]
        or token.low in language["conjunctions"]
        or (token.low in language["times"] and before.low not in language["determiners"])
        or (not token.is_capital and token.low in language["finite"])
        or (before.is_capital and _is_past(token, language))
        or is_adverb(token, language)
        or (token.low in language.pronouns and not token.is_capital)
        or (token.low in language.verbs and language.verbs[token.low].form == "gerund")
    )


def _is_past(token: Token, language: Language) -> bool:
    return not token.is_capital and token.low.endswith(tuple(language["past_endings"]))


def _detaches(tokens: Sentence, place: int, end: int, language: Language) -> bool:
    """Whether a preposition no longer belongs to the phrase: "on Monday", "in a statement"."""
    if tokens[place].low not in language["attaching"] or place + 1 >= end:
        return True
    ahead = {token.low for token in tokens[place + 1 : min(place + 4, end)]}
    if ahead & (language["times"] | language["settings"]):
        return True
    head = tokens[place - 1]
    return head.is_capital and tokens[place].low not in language["belonging"]


def _aside_after(tokens: Sentence, stop: int, end: int, language: Language) -> tuple[Sentence, int]:
    """What stands beside a phrase that is over, in commas, and where that ends."""
    if stop + 1 >= end or tokens[stop].text != ",":
        return (), stop
    first = tokens[stop + 1]
    opens = (
        first.kind == "number"
        or first.low in language["determiners"]
        or first.low in language["relative"]
        or first.low in language["possessives"]
        or first.low in language.source_words
        or first.is_capital
    )
    if not opens or first.kind == "quotation":
        return (), stop
    place = stop + 1
    while place < end and tokens[place].text not in {",", ".", ";", ":", "!", "?", "—"}:
        if tokens[place].kind == "quotation" and tokens[place - 1].text == ",":
            break
        place += 1
    aside = tokens[stop + 1 : place]
    if len(aside) > 2 * _SHORT or (
        first.low not in language["relative"] and has_finite(_main(aside, language), language)
    ):
        return (), stop
    return aside, place
