"""The evidence is found by any sentence that holds some of it, and is never worth a part."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.article import Article, Span
from app.domain.question import Evidence
from app.language.sentences import sentences_of
from app.quiz.citing import Found, count_found, is_found, overlaps
from tests.quiz.banks import bank, question

TEXT = ("It rained. It froze. Then it snowed.", "Nobody came.")
BANK = replace(bank([]), article=Article("Weather", "other", TEXT))
IDS = list(sentences_of(BANK))
SPANS = st.builds(Span, st.integers(1, 2), st.integers(0, 36), st.integers(0, 36))


def settled_by(*spans: Span) -> tuple[Evidence, ...]:
    return tuple(Evidence(span, "") for span in spans)


@pytest.mark.parametrize(
    ("spans", "found"),
    [
        ([Span(1, 3, 9)], [True, False, False, False]),
        ([Span(1, 9, 10)], [True, False, False, False]),
        ([Span(1, 10, 11)], [False, False, False, False]),
        ([Span(1, 3, 14)], [True, True, False, False]),
        ([Span(1, 0, 36)], [True, True, True, False]),
        ([Span(1, 11, 13), Span(2, 0, 6)], [False, True, False, True]),
    ],
)
def test_a_sentence_that_holds_some_of_the_evidence_is_found(
    spans: list[Span], found: list[bool]
) -> None:
    one = replace(question("one"), evidence=settled_by(*spans))
    assert [is_found(BANK, one, cite) for cite in IDS] == found


def test_the_evidence_of_a_row_counts_as_well() -> None:
    one = replace(question("one"), evidence=(Evidence(Span(2, 0, 6), "", row="r"),))
    assert is_found(BANK, one, IDS[3]) is True


def test_no_sentence_finds_nothing_and_without_evidence_nothing_is_said() -> None:
    one = replace(question("one"), evidence=settled_by(Span(1, 0, 5)))
    assert [is_found(BANK, one, cite) for cite in (None, "gone")] == [False, False]
    assert is_found(BANK, question("two"), IDS[0]) is None


@given(SPANS, SPANS)
def test_overlapping_is_having_a_character_in_common(one: Span, other: Span) -> None:
    def characters(span: Span) -> set[tuple[int, int]]:
        return {(span.paragraph, place) for place in range(span.start, span.end)}

    assert overlaps(one, other) is bool(characters(one) & characters(other))


@given(st.lists(st.none() | st.booleans()))
def test_each_question_counts_once_or_not_at_all(found: list[bool | None]) -> None:
    told = count_found(found)
    if told is None:
        assert set(found) <= {None}
    else:
        assert told == Found(found.count(True), found.count(True) + found.count(False))
        assert 0 <= told.points <= told.of > 0
