"""How the paper's form is taken apart."""

import pytest
from werkzeug.datastructures import MultiDict

from app.classroom.answering import GivenAnswer
from app.errors import MalformedResponse
from app.kinds import KINDS
from app.web.student.forms import fields_by_question, given_answers, revision_of
from tests.web.student.test_paper_contexts import sitting_on


def test_fields_go_to_their_questions() -> None:
    form = MultiDict(
        [("a1", "x"), ("a2", "y"), ("a2", "z"), ("a12.row", "true"), ("a12.two.dots", "false")]
    )
    assert fields_by_question(form) == {
        1: {"": ["x"]},
        2: {"": ["y", "z"]},
        12: {"row": ["true"], "two.dots": ["false"]},
    }


@pytest.mark.parametrize(
    "name", ["a", "a0", "a01", "a-1", "a1x", "b1", "A1", "a1.", "a99999", "r1"]
)
def test_other_fields_are_no_answers(name: str) -> None:
    assert fields_by_question(MultiDict([(name, "x")])) == {}


def test_a_revision_is_a_whole_number() -> None:
    assert [revision_of("0"), revision_of("17")] == [0, 17]
    for text in ("", "-1", "1.5", "x", "٣", "1" * 10):
        with pytest.raises(MalformedResponse):
            revision_of(text)


def test_a_form_speaks_for_the_questions_in_it_alone() -> None:
    kind = KINDS["choice"]
    sitting = sitting_on(kind, kind.samples()[0])
    assert given_answers(sitting, MultiDict()) == {}
    assert given_answers(sitting, MultiDict([("r1", "3")])) == {1: GivenAnswer(None, 3)}
