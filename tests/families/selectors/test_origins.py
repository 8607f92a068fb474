"""Where the text shows a source, and how much of a paragraph points at it."""

import pytest

from app.families.selectors.origins import cited
from tests.families.materials import material_of

BANK = """
byline: 1
title: The bridge
language: en
article:
  title: Bridge opens
  type: news report
  text: |
    {TEXT}
sources:
  bell: {name: Dana Bell (an engineer), type: expert}
  paper: {name: the writer, type: writer}
claims:
  safe:
    says: The bridge can be used.
    evidence: "{EVIDENCE}"
    status: attributed
    chain: [bell, paper]
"""


@pytest.mark.parametrize(
    ("text", "evidence", "shown"),
    [
        # The name in full, with its clause
        (
            "On Monday, engineer Dana Bell spoke out. The bridge is safe to use.",
            "The bridge is safe to use",
            ["engineer Dana Bell spoke out", "The bridge is safe to use"],
        ),
        # The last name, with so many words that a reader finds it; the one before what is said
        (
            "Bell spoke. Later Ms Bell said it again: the bridge is safe to use. Bell left.",
            "the bridge is safe to use",
            ["Later Ms Bell said it again", "the bridge is safe to use"],
        ),
        # What is said holds the name
        (
            "The bridge is safe, says Dana Bell. So it will open.",
            "The bridge is safe, says Dana Bell",
            ["The bridge is safe, says Dana Bell"],
        ),
        # A long clause is not quoted whole
        (
            (
                "It was a warm day when at the foot of the old town hall Dana Bell rose and said "
                "that the bridge is safe to use."
            ),
            "the bridge is safe to use",
            ["hall Dana Bell rose", "the bridge is safe to use"],
        ),
        # No name in the paragraph
        ("The bridge is safe to use.", "The bridge is safe to use", ["The bridge is safe to use"]),
    ],
)
def test_the_words_that_name_a_source_are_shown(text: str, evidence: str, shown: list[str]) -> None:
    material = material_of(BANK.replace("{TEXT}", text).replace("{EVIDENCE}", evidence))
    spans = cited([material.claims["safe"]], material)
    assert [material.words_of(span) for span in spans] == shown


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("The bridge is safe to use. It is open.", "The bridge is safe to use. It is open"),
        ("Yes, the bridge is now", "Yes, the bridge is now"),
        (
            "After a long night, the old bridge over the river opened on Monday morning at six.",
            "After a long night",
        ),
        (
            "The old bridge over the river opened on Monday morning at six for all",
            "The old bridge over the river opened on Monday morning at six",
        ),
        ("Open at last.", "Open at last."),
    ],
)
def test_the_opening_of_a_paragraph_ends_where_a_reader_would_pause(
    text: str, opening: str
) -> None:
    evidence = text.rstrip(".").split(". ")[0]
    material = material_of(BANK.replace("{TEXT}", text).replace("{EVIDENCE}", evidence))
    assert material.words_of(material.opening(1)) == opening
