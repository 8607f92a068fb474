"""What the classroom remembers of an attempt: the paper, and whose it is."""

import pytest

from app.classroom.sitting import Sitting
from app.errors import NotFound


def test_questions_are_found_by_their_numbers(sitting: Sitting) -> None:
    assert [sitting.item(n).n for n in (1, 2, 3)] == [1, 2, 3]


@pytest.mark.parametrize("n", [-1, 0, 4])
def test_a_number_that_is_not_on_the_paper_is_not_found(sitting: Sitting, n: int) -> None:
    with pytest.raises(NotFound, match=f"no question {n}"):
        sitting.item(n)
