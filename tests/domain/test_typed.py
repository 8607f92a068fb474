"""What is kept of a typed answer."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.typed import LONGEST, plain, read_typed
from app.errors import MalformedResponse


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("  The  council ", "The council"),
        ("a\tb\nc\x00d", "a b c d"),
        ("", None),
        (" \n", None),
        (None, None),
        ("x" * LONGEST + "   ", "x" * LONGEST),
    ],
)
def test_spaces_are_collapsed_and_control_characters_dropped(raw: Any, kept: str | None) -> None:
    assert read_typed(raw) == kept


@pytest.mark.parametrize("raw", [1, True, [], {}, "x" * (LONGEST + 1), "\ud800"])
def test_anything_else_is_refused(raw: Any) -> None:
    with pytest.raises(MalformedResponse):
        read_typed(raw)


@given(st.text(max_size=40))
def test_what_is_kept_can_be_stored_and_read_again(raw: str) -> None:
    try:
        kept = read_typed(raw)
    except MalformedResponse:
        return
    assert kept is None or "\0" not in kept
    assert read_typed(kept) == kept
    (kept or "").encode()


def test_plain_texts_have_neither_case_nor_accents() -> None:
    assert plain(" El  PERIÓDICO ½ ﬁn ") == "el periodico 1⁄2 fin"
