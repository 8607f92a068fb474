"""Folding: what makes two copies of the same words equal, and the way back."""

import re
from unicodedata import normalize

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.domain.folding import fold, folded_text

# Compatibility forms that begin with a space (U+00A8 and its like) fold next to spaces in a way of
# their own; the rest of what people write is here.
LETTERS = ["a", "B", "1", "½", "é", "e\u0301", "ﬁ", "ﬃ", "ß", "İ", "ａ", "Å", "\u0301"]
SCRIPTS = ["한", "\u1112\u1161\u11ab", "q\u0323\u0307", "ｶﾞ", "क्षि", "中"]
MARKS = ["“", "”", "‘", "'", '"', "«", "—", "-", "–", "\u2011", ".", "，", "…"]
SPACES = [" ", "  ", "\u00a0", "\u2009", "\n", "\t", "\u00ad", "\u200b"]
PIECES = st.sampled_from([*LETTERS, *SCRIPTS, *MARKS, *SPACES])
TEXTS = st.lists(PIECES, max_size=30).map("".join)


def plainly_folded(text: str) -> str:
    """What folding should give, by the shortest program that says it."""
    without = re.sub("[\u00ad\u200b]", "", text)
    folded = normalize("NFKC", without)
    folded = re.sub('[“”‘«"]', "'", folded)
    folded = re.sub("[—–\u2010-]+", "-", folded)
    return re.sub(r"\s+", " ", folded).strip()


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("“No”, he said", "'No', he said"),
        ("«Non»", "'Non'"),
        ("a — b", "a - b"),
        ("well--known", "well-known"),
        ("one\u00a0 \n two", "one two"),
        ("the oﬃce", "the office"),
        ("e\u0301tude", "étude"),
        ("Ｂｙｌｉｎｅ", "Byline"),
        ("soft\u00adhyphen", "softhyphen"),
        (" \u200b ends \u00a0", "ends"),
        ("1½", "11⁄2"),
        ("", ""),
    ],
)
def test_folds(text: str, folded: str) -> None:
    assert fold(text).text == folded
    assert folded_text(text) == folded


def test_folds_without_case() -> None:
    assert folded_text("STRASSE Straße ΣΊΣΥΦΟΣ", caseless=True) == "strasse strasse σίσυφοσ"


@given(TEXTS)
def test_is_the_same_piece_by_piece_as_on_the_whole(text: str) -> None:
    # An invisible sign parts what would melt together without it; texts have none there.
    assume(not re.search("[\u00ad\u200b][\u0301—–\u2011-]", text))
    assert folded_text(text) == plainly_folded(text)


@given(st.text() | TEXTS, st.booleans())
def test_every_place_leads_back_in_order(text: str, caseless: bool) -> None:
    folded = fold(text, caseless=caseless)
    starts = [folded.start_of(place) for place in range(len(folded.text))]
    ends = [folded.end_of(place + 1) for place in range(len(folded.text))]
    assert starts == sorted(starts)
    assert ends == sorted(ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(starts, ends, strict=True))


@given(st.text() | TEXTS)
def test_plain_pieces_lead_back_to_the_same_sign(text: str) -> None:
    folded = fold(text)
    for place, sign in enumerate(folded.text):
        source = text[folded.start_of(place) : folded.end_of(place + 1)]
        assert sign in folded_text(f"x{source}x") or sign in normalize("NFKC", source)
