"""Two questions are set apart by an edit of the first, where both are written."""

from dataclasses import replace

from app.lint.apart import Apart
from tests.quiz.banks import bank, question

BANK = bank(
    [
        replace(question("one", about=["rain"]), origin=("questions", 0)),
        replace(question("two", about=["rain"]), origin=("questions", 1)),
        question("made", family="who-says"),
    ]
)


def test_what_the_bank_keeps_apart_never_meets() -> None:
    assert Apart(BANK).never_meet("one", "two")
    assert not Apart(BANK).never_meet("one", "made")


def test_two_written_questions_are_made_enemies() -> None:
    edit = Apart(BANK).keep("one", "two")
    assert edit is not None
    assert (edit.path, edit.add) == (("questions", 0, "enemies"), "two")
    assert Apart(BANK).keep("one", "made") is None
