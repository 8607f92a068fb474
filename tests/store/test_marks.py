"""Marks: they come back as they were given, in the order of the paper."""

import pytest

from app.domain.cite_and_confidence import CiteAndConfidence
from app.domain.mark import Mark
from app.store.attempts import Attempt
from app.store.engine import Clash, Store
from app.store.marks import StoredMark, add_marks, find_marks
from tests.store.conftest import NOON

SECOND = StoredMark(
    2,
    "who",
    ["a"],
    Mark(1 / 3, "balanced", "partly", {"a": True, "b": False}),
    CiteAndConfidence("0123456789", 3),
    found=False,
)
FIRST = StoredMark(1, "when", None, Mark(0.0, "one-right", "blank"))


def test_marks_come_back_in_order_as_they_were(store: Store, attempt: Attempt) -> None:
    with store.writing() as connection:
        add_marks(connection, attempt.id, [SECOND, FIRST], NOON)
        assert find_marks(connection, attempt.id) == (FIRST, SECOND)


def test_before_the_hand_in_there_are_none(store: Store, attempt: Attempt) -> None:
    with store.reading() as connection:
        assert find_marks(connection, attempt.id) == ()


def test_a_question_is_marked_once(store: Store, attempt: Attempt) -> None:
    with pytest.raises(Clash), store.writing() as connection:
        add_marks(connection, attempt.id, [FIRST, FIRST], NOON)
