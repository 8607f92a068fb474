"""The text in numbered sentences, and the evidence and the student's own sentence in it."""

from dataclasses import replace
from typing import Any

import pytest

from app.domain.article import Article
from app.language.sentences import sentences_of
from app.web.student.passages import OPTION_LENGTH, cited_sentence, passages, text_in_sentences
from tests.quiz.banks import bank

TEXT = (
    "It rained.  It froze. Then  it snowed.",
    "今日は雨。終わり。",
    "Nobody " + "ever " * 30 + "came.",
)
BANK = replace(bank([]), article=Article("Weather", "other", TEXT))
IDS = list(sentences_of(BANK))


def place(paragraph: int, start: int, end: int) -> dict[str, Any]:
    return {"paragraph": paragraph, "start": start, "end": end, "quote": "", "row": None}


def test_the_sentences_put_together_are_the_text() -> None:
    for shown, text in zip(text_in_sentences(BANK), TEXT, strict=True):
        assert "".join(one["before"] + one["text"] for one in shown["sentences"]) == text
    numbers = [one["number"] for shown in text_in_sentences(BANK) for one in shown["sentences"]]
    assert numbers == ["1.1", "1.2", "1.3", "2.1", "2.2", "3.1"]


def test_a_long_sentence_is_known_by_its_beginning() -> None:
    long = cited_sentence(BANK, IDS[-1])
    assert long is not None
    assert long["short"].startswith("3.1 Nobody ever")
    assert long["short"].endswith("ever …")
    assert len(long["short"]) <= OPTION_LENGTH + 10
    short = cited_sentence(BANK, IDS[0])
    assert short is not None
    assert short["short"] == "1.1 It rained."
    assert cited_sentence(BANK, None) is cited_sentence(BANK, "gone") is None


def in_signs(passage: dict[str, Any]) -> str:
    """A passage with [evidence] and _own words_."""
    told = ""
    for piece in passage["pieces"]:
        text = f"[{piece['text']}]" if piece["settles"] else piece["text"]
        told += f"_{text}_" if piece["own"] else text
    return told


@pytest.mark.parametrize(
    ("evidence", "cite", "told"),
    [
        ([place(1, 3, 9)], None, ["It [rained].  It froze. Then  it snowed."]),
        ([place(1, 3, 9)], IDS[0], ["_It __[rained]__._  It froze. Then  it snowed."]),
        ([place(1, 3, 9)], IDS[1], ["It [rained].  _It froze._ Then  it snowed."]),
        ([place(1, 3, 14)], IDS[1], ["It [rained.  ]_[It]__ froze._ Then  it snowed."]),
        ([place(1, 0, 2), place(1, 1, 9)], None, ["[I][t][ rained].  It froze. Then  it snowed."]),
        ([place(1, 12, 14)], IDS[3], [TEXT[0].replace(" It", " [It]"), "_今日は雨。_終わり。"]),
        ([], IDS[4], ["今日は雨。_終わり。_"]),
        ([], "gone", []),
    ],
)  # fmt: skip
def test_the_evidence_and_the_own_sentence_are_told_apart(
    evidence: list[dict[str, Any]], cite: str | None, told: list[str]
) -> None:
    found = passages(BANK, evidence, cite)
    assert [in_signs(passage) for passage in found] == told
    assert all(passage["own"] or passage["settles"] for passage in found)
    own = sentences_of(BANK).get(cite or "")
    assert [passage["paragraph"] for passage in found if passage["own"]] == (
        [own.span.paragraph] if own else []
    )
