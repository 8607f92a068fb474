"""What is given beside a response: two that differ are different, nothing given says nothing."""

import pytest

from app.domain.cite_and_confidence import UNBACKED, Backing


@pytest.mark.parametrize(
    ("backing", "said"),
    [
        (UNBACKED, {}),
        (Backing(None, None), {}),
        (Backing(cite="a"), {"cite": "a"}),
        (Backing(confidence=1), {"confidence": 1}),
        (Backing("a", 3), {"cite": "a", "confidence": 3}),
    ],
)
def test_only_what_was_given_is_said(backing: Backing, said: dict[str, object]) -> None:
    assert backing.as_json() == said
    assert bool(backing) is bool(said)
