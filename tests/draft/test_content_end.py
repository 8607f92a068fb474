"""Where a content ends: the first part of each text is in it, the second is not."""

import pytest

from app.draft.content_end import content_end
from app.draft.vocabulary import vocabulary_of
from tests.draft.phrases import text_of, tokens


def content(text: str) -> str:
    sentence = tokens(text)
    return text_of(sentence[: content_end(sentence, 0, len(sentence), vocabulary_of("en"))])


@pytest.mark.parametrize(
    ("inside", "rest"),
    [
        ("it is shut", " ."),
        ("it is shut", " ; Ana left ."),
        ("it is shut", " , according to Tom ."),
        ("it is shut", " , but nobody knows ."),
        ("it is shut", " , ending a long quarrel ."),
        ("it is shut", " and added that it is old ."),
        ("it is shut", " and vowed to mend it ."),
        ("it is shut", " before claiming that it is old ."),
        ("it is “a trap”", " and left ."),
        ("it is shut", " and criticised the board ."),
        ("it is shut", " — a first for Wend ."),
        ("the bridge — so old — is shut", " ."),
        ("in 1994 , while it was shut , nobody came", " ."),
        ("it pays for the seats and for the flags", " ."),
        ("it is shut , including the gate", " ."),
        ("it is shut and old", " ."),
    ],
)
def test_a_content_ends_with_its_clause(inside: str, rest: str) -> None:
    assert content(inside + rest) == inside
