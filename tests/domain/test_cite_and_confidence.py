"""What is given beside a response: two that differ are different, nothing given says nothing."""

import pytest

from app.domain.cite_and_confidence import NEITHER_GIVEN, CiteAndConfidence


@pytest.mark.parametrize(
    ("backing", "said"),
    [
        (NEITHER_GIVEN, {}),
        (CiteAndConfidence(None, None), {}),
        (CiteAndConfidence(cite="a"), {"cite": "a"}),
        (CiteAndConfidence(confidence=1), {"confidence": 1}),
        (CiteAndConfidence("a", 3), {"cite": "a", "confidence": 3}),
    ],
)
def test_only_what_was_given_is_said(backing: CiteAndConfidence, said: dict[str, object]) -> None:
    assert backing.as_json() == said
    assert bool(backing) is bool(said)
