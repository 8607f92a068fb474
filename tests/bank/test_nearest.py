"""The nearest place of a quotation that does not stand in the article."""

from collections.abc import Collection
from difflib import get_close_matches
from functools import partial

import pytest

from app.bank.nearest import Near, Neighbourhood
from tests.steps import counted

ARTICLE = (
    "Council officials said on Monday that the bridge is safe. The mayor agreed at once.",
    "Two officials, however, called the old bridge a trap. Nobody counted the beams.",
)


def close(word: str, known: Collection[str]) -> str | None:
    return next(iter(get_close_matches(word, known, n=1)), None)


def near(quote: str) -> Near | None:
    return Neighbourhood(ARTICLE, close).find(quote)


@pytest.mark.parametrize(
    ("quote", "paragraph", "words"),
    [
        ("officials said on Tuesday that", 1, "officials said on Monday that"),
        ("called the new bridge a trap", 2, "called the old bridge a trap."),
        ("Nobody has counted the beams", 2, "Nobody counted the beams."),
        ("THE MAYOR AGREED", 1, "The mayor agreed"),
        ("bridje", 1, "bridge"),
        ("“the brigde is saef”", 1, "the bridge is safe."),
    ],
)
def test_finds(quote: str, paragraph: int, words: str) -> None:
    assert near(quote) == Near(paragraph, words)


@pytest.mark.parametrize("quote", ["xylophone zebra", "", "quite different words without share"])
def test_finds_nothing_where_nothing_is_near(quote: str) -> None:
    assert near(quote) is None


def test_finds_nothing_in_nothing() -> None:
    assert Neighbourhood((), close).find("a") is None


def test_the_cost_of_many_searches_is_bounded() -> None:
    words = [f"word{number % 700}" for number in range(20_000)]

    def search(quotations: int) -> None:
        places = Neighbourhood([" ".join(words)], close, searches=200)
        for number in range(quotations):
            places.find(f"word{number} absent word{number + 1} and word{number + 3} too")

    few, many = (counted(partial(search, count))[0] for count in (200, 5_000))
    assert many - few < 5_000 * 2
