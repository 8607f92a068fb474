"""When two short texts are the same but for how they are written: articles, accents, a slip."""

import re
from typing import Final

from app.domain.typed import plain
from app.language.language import language_of

LONG_WORD: Final = 5
"""Letters from which on a slip in a word is forgiven: in shorter ones it makes another word."""

_APOSTROPHES: Final = re.compile("['’‘ʼ`´]")


def words_of(text: str, language: str = "") -> tuple[str, ...]:
    """The words that count: lower case, without accents, punctuation and articles.

    Signs that carry meaning (%, €) are words; a text of nothing but articles keeps them.
    """
    words = re.findall(r"[^\W_]+|[%‰€$£&#@+]", plain(_APOSTROPHES.sub("", text)))
    articles = language_of(language).list("articles")
    return tuple(word for word in words if word not in articles) or tuple(words)


def alike(given: tuple[str, ...], accepted: tuple[str, ...], near: int) -> bool:
    """Whether the words are the same, up to `near` slips in each word of five letters or more.

    Spaces and hyphens between words may be missing where the letters are the same.
    """
    one, other = "".join(given), "".join(accepted)
    # Digits are not run together: 1.5 is not 15.
    if given == accepted or (one == other and one.isalpha()):
        return True
    return len(given) == len(accepted) and all(
        one == other or (_forgiving(other) and slips(one, other, near) <= near)
        for one, other in zip(given, accepted, strict=True)
    )


def _forgiving(word: str) -> bool:
    return len(word) >= LONG_WORD and word.isalpha()


def slips(one: str, other: str, most: int) -> int:
    """How many letters must be put in, left out, changed or swapped with their neighbour.

    The optimal string alignment distance (restricted Damerau-Levenshtein; Damerau 1964, CACM
    7:171; recurrence of Boytsov 2011, JEA 16:1.1, section 2.2). More than `most` may be reported
    as `most` + 1.
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        before, last, row = row, before, [i]
        for j, target in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != target))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == target:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]
