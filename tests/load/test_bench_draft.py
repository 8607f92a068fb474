"""The draft finds who says what as well as the guide says, and is quick on any text."""

import gc

import pytest

from app.bank.articles import LONGEST_PARAGRAPH, LONGEST_TEXT
from app.draft import make_draft, open_manuscript, write
from tests.load.bench_draft import PARTS, Tally, articles, kinds, tallies
from tests.quick import within

_PARAGRAPH = LONGEST_PARAGRAPH - 1_000

SECONDS = 5.0
"""CPU seconds that a text of the greatest length may take."""


def figures(language: str, part: str) -> dict[str, Tally]:
    return tallies(list(articles(language, part)))


def test_the_set_is_large_enough_to_say_something() -> None:
    every = [article for code in ("en", "es") for part in PARTS for article in articles(code, part)]
    assert sum(len(article.labelled) for article in every) >= 60
    assert sum(len(article.hedges) for article in every) >= 40
    assert {label.kind for article in every for label in article.labelled} == {
        "direct", "indirect", "mixed", "according-to", "nested",
    }  # fmt: skip


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("language", ["en", "es"])
def test_direct_and_indirect_attribution_reaches_the_aim(language: str, part: str) -> None:
    found = figures(language, part)["content, direct and indirect"]
    assert found.right >= 0.9 * found.found
    assert found.right >= 0.75 * found.labelled


def test_every_kind_of_difficulty_is_mostly_mastered() -> None:
    figures = list(kinds())
    assert len(figures) == 15
    weak = [
        name
        for name, tally, speakers in figures
        if speakers < 0.75 * tally.labelled or tally.right < 0.75 * tally.found
    ]
    assert weak == []


def test_a_missing_and_a_wrong_attribution_are_counted() -> None:
    assert str(Tally(labelled=4, found=2, right=1)).startswith("precision 0.50  recall 0.25")


def news() -> str:
    given = [article for code in ("en", "es") for article in articles(code, "held-out")]
    return "\n\n".join(text for article in given for text in article.texts)


TEXTS = {
    "news": lambda: (news() + "\n\n") * 40,
    "one paragraph": lambda: news().replace("\n\n", " ") * 40,
    "said": lambda: "said " * 40_000,
    "somebody said": lambda: "".join(f"Ana X{n} said that it is so. " for n in range(8_000)),
    "quotation marks": lambda: "“a " * 70_000,
    "titles": lambda: "Dr " * 60_000,
}


@pytest.mark.parametrize(
    ("name", "ending"), [*((name, ".txt") for name in TEXTS), ("news", ".md"), ("news", ".html")]
)
def test_the_longest_texts_take_a_few_seconds(name: str, ending: str) -> None:
    text = TEXTS[name]()[: LONGEST_TEXT - 1_000]
    parts = text.split("\n\n")
    if len(parts) == 1:
        parts = [text[at : at + _PARAGRAPH] for at in range(0, len(text), _PARAGRAPH)]
    marked = "".join(f"<p>{part}</p>" for part in parts)
    raw = (marked if ending == ".html" else "\n\n".join(parts)).encode()
    gc.collect()
    within(SECONDS, lambda: write(make_draft(open_manuscript(raw, f"article{ending}"))))
