"""What gives the right option away without the article: one measure for each mark.

The linter reports options that bear such a mark, and the families do not make them: both measure
here. The numbers come from findings on real banks that were judged by hand (docs/lint-rules.md).
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, Literal

from app.language.tokenized import TokenizedText, WordRuns

FLOOR: Final = 20
"""Characters up to which a ratio of lengths says nothing."""

LONGER: Final = 1.3
"""Times the mean length of the other options."""

SHORTER: Final = 0.7
"""Times the length of the shortest of the other options."""

RUN: Final = 6
"""Words in a row that are the article's own."""

BIT: Final = 4
"""Words in a row of the article by which another option is as verbatim as the right one."""

FEW_WORDS: Final = 6
"""Words of an option in which a digit meets the eye."""


def odd_length(key: int, others: Sequence[int]) -> Literal["longest", "shortest", ""]:
    """Whether a key of so many characters is the longest or the shortest option by far; or ""."""
    mean = sum(others) / len(others)
    if max(key, mean) <= FLOOR:
        return ""
    if key > max(others) and key > LONGER * mean:
        return "longest"
    return "shortest" if key < SHORTER * min(others) else ""


def overlaps(options: Sequence[frozenset[str]]) -> list[int]:
    """For each option, given by its stems, how many it shares with the others, each by each."""
    having = Counter(stem for option in options for stem in option)
    return [sum(having[stem] - 1 for stem in option) for option in options]


def is_verbatim(key: TokenizedText, others: Sequence[TokenizedText], article: WordRuns) -> str:
    """Six words of the article in a row in the key, where no other option has even four; or ""."""
    if any(article.first_in(other, BIT) for other in others):
        return ""
    return article.first_in(key, RUN)


Look = Callable[[TokenizedText], bool]

LOOKS: Final[dict[str, Look]] = {
    "quotation marks": lambda option: any(token.quoted for token in option.tokens),
    "brackets": lambda option: "(" in option.text,
}
"""What can be seen of an option without reading it."""

CAPITAL: Final = "a capital at its beginning"
DIGIT: Final = "has a digit"

EDGES: Final[dict[str, Look]] = {
    "a full stop at its end": lambda option: option.text.endswith("."),
    CAPITAL: lambda option: option.text[:1].isupper(),
}
"""Looks of an option's first and last character, which a template may still change."""


def odd_looks(
    key: TokenizedText, others: Sequence[TokenizedText], looks: Mapping[str, Look]
) -> Iterator[str]:
    """The looks that the key alone has, or alone lacks: `has brackets`, `lacks brackets`.

    A digit counts if the key alone has one, and is short. One other option alone sets no look.
    """
    if len(others) < 2:
        return
    for look, has in looks.items():
        if {has(other) for other in others} == {not has(key)}:
            yield f"{'has' if has(key) else 'lacks'} {look}"
    if len(key.tokens) <= FEW_WORDS and _has_digit(key) and not any(map(_has_digit, others)):
        yield DIGIT


def _has_digit(option: TokenizedText) -> bool:
    return any(sign.isdigit() for sign in option.text)


def strong_alone(
    keys: Sequence[TokenizedText],
    others: Sequence[TokenizedText],
    given: frozenset[str] = frozenset(),
) -> Iterator[tuple[int, str]]:
    """The wrong options with a strong word (never, all) where no right one has any.

    Yields the place of each in `others` and its first such word. Words in quotation marks, words
    that are `given` (those of the evidence) and options of one word do not count.
    """
    if any(key.has("absolutes") for key in keys):
        return
    for place, other in enumerate(others):
        words = other.find("absolutes") if len(other.tokens) > 1 else ()
        word = next((word for word in words if word.lower() not in given), "")
        if word:
            yield place, word


def careful_alone(key: TokenizedText, others: Sequence[TokenizedText]) -> str:
    """The first careful word (often, may) of the key, where no other option has one; or ""."""
    if any(other.has("hedges", quoted=True) for other in others):
        return ""
    return next(key.find("hedges"), "")
