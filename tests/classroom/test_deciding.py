"""Deciding: which answers count, are known, stale or late, from what is stored."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from app.classroom.deciding import Decision, decide
from app.classroom.timing import GRACE
from app.domain.cite_and_confidence import NEITHER_GIVEN, CiteAndConfidence
from app.errors import AttemptClosed, TimeUp
from app.store.answers import SentAnswer, StoredAnswer
from app.store.attempts import HANDED_IN, Standing

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
STORED = StoredAnswer(1, 2, "red", NOON)
CITED = CiteAndConfidence(cite="0123456789")


def sent(known: int, response: Any, backing: CiteAndConfidence = NEITHER_GIVEN) -> SentAnswer:
    return SentAnswer(1, known, response, NOON, backing)


def decided(
    one: SentAnswer, stored: StoredAnswer | None = STORED, standing: Standing | None = None
) -> Decision:
    return decide(standing or Standing(), {stored.n: stored} if stored else {}, (one,), NOON)


def group_of(decision: Decision) -> list[str]:
    return [name for name in ("counted", "known", "stale", "late") if getattr(decision, name)]


@pytest.mark.parametrize(
    ("one", "group"),
    [
        (sent(2, "blue"), "counted"),
        (sent(2, None), "counted"),
        (sent(2, "red", CITED), "counted"),
        (sent(2, "red"), "known"),
        (sent(1, "red"), "known"),
        (sent(0, None), "known"),
        (sent(0, None, CITED), "stale"),
        (sent(1, "blue"), "stale"),
        (sent(1, None), "stale"),
        (sent(3, "blue"), "stale"),
    ],
)
def test_an_answer_is_sorted_by_what_is_stored(one: SentAnswer, group: str) -> None:
    decision = decided(one)
    assert (group_of(decision), decision.conflict) == ([group], None)
    assert decision.stored[1] == (one.as_stored() if group == "counted" else STORED)


@pytest.mark.parametrize(
    ("one", "group"),
    [
        (sent(0, "red"), "counted"),
        (sent(0, None, CITED), "counted"),
        (sent(0, None), "known"),
        (sent(4, None), "known"),
        (sent(4, "red"), "stale"),
    ],
)
def test_an_answer_is_sorted_where_nothing_is_stored(one: SentAnswer, group: str) -> None:
    assert group_of(decided(one, stored=None)) == [group]


@pytest.mark.parametrize(
    ("standing", "conflict"),
    [
        (Standing(HANDED_IN), AttemptClosed),
        (Standing(deadline_at=NOON - GRACE - timedelta(microseconds=1)), TimeUp),
        (Standing(deadline_at=NOON - GRACE), type(None)),
    ],
)
def test_what_does_not_count_any_more_is_late(standing: Standing, conflict: type) -> None:
    decision = decided(sent(2, "blue"), standing=standing)
    assert isinstance(decision.conflict, conflict)
    assert group_of(decision) == (["counted"] if conflict is type(None) else ["late"])
    assert group_of(decided(sent(2, "red"), standing=standing)) == ["known"]


def test_an_attempt_that_does_not_exist_takes_nothing() -> None:
    decision = decide(None, {}, (sent(0, "red"),), NOON)
    assert (group_of(decision), decision.deadline_at) == (["late"], None)
