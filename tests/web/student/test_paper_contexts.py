"""What templates are given, and that every kind of question can be shown with it."""

from datetime import UTC, datetime
from typing import Any

import pytest

from app.classroom.answering import GivenAnswer, StoredAnswer
from app.classroom.handing_in import Result
from app.classroom.sitting import Sitting
from app.domain.article import Article
from app.domain.bank import Bank, Snapshot
from app.domain.kind import Kind, Sample
from app.domain.question import Question
from app.domain.skill import SubSkill
from app.kinds import KINDS
from app.quiz.blueprint import Blueprint
from app.quiz.drawing import DrawnItem, DrawnPaper
from app.quiz.marking import mark_paper
from app.quiz.profile import profile
from app.store.attempts import Attempt, Standing
from app.web.application import make_site
from app.web.site.environments import render_template
from app.web.student.paper_contexts import article_context, paper_context
from app.web.student.result_contexts import result_context
from tests.contract.sampling import responses, settled

NOW = datetime(2026, 1, 1, tzinfo=UTC)
SAMPLES = [(kind, sample) for kind in KINDS.values() for sample in kind.samples()]


def sitting_on(kind: Kind, sample: Sample) -> Sitting:
    """An attempt whose paper has one question."""
    question = Question(
        "one", kind.NAME, SubSkill("facts", "explicit-information"), 1, "Which?",
        settled(kind, sample), "So it says.",
    )  # fmt: skip
    article = Article("Hail", "news report", ("One night of hail.",))
    bank = Bank("bank", Snapshot(""), "Hail", "en", article, (question,))
    paper = DrawnPaper(bank.version, Blueprint(1, 0, 0), 1, (DrawnItem(1, "one", 5),))
    return Sitting(Attempt("an-id", b"", "bank", paper, (), None, NOW), Standing(), bank)


def shown(template: str, context: dict[str, Any]) -> str:
    with make_site().test_request_context("/"):
        return render_template(template, **context)


@pytest.mark.parametrize(("kind", "sample"), SAMPLES)
def test_every_kind_can_be_asked_and_reviewed(kind: Kind, sample: Sample) -> None:
    sitting = sitting_on(kind, sample)
    definition = sitting.bank.questions[0].definition
    for raw in responses(sample):
        response = kind.read(definition, raw)
        stored = {1: StoredAnswer(1, 1, response, NOW)}
        assert 'id="q1"' in shown("paper.html", paper_context(sitting, stored))
        conflict = shown("paper.html", paper_context(sitting, stored, {1: GivenAnswer(None)}))
        assert "newer answer" in conflict
        marked = mark_paper(sitting.bank, sitting.paper, {1: response})
        result = Result(profile(marked), marked)
        assert "So it says." in shown("result.html", result_context(sitting, result))


def test_an_open_paper_does_not_say_whose_words_a_paragraph_is() -> None:
    article = Article("Hail", "news report", ("One.",), voices={1: "owner"})
    assert article_context(article)["paragraphs"] == [{"n": 1, "text": "One."}]
