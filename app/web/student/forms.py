"""The paper's form: fields `a<n>` and `a<n>.<row>` for the answers, `r<n>` for their revisions.

Beside an answer `c<n>` has the sentence that settles the question, `s<n>` how sure the student is.
"""

import re
from typing import Final

from flask import request
from werkzeug.datastructures import MultiDict

from app.classroom.answering import GivenAnswer
from app.classroom.sitting import Sitting
from app.domain.cite_and_confidence import CONFIDENCES, CiteAndConfidence
from app.errors import MalformedResponse
from app.kinds import kind_of

FORM_BYTES: Final = 256 * 1024
"""The most that a posted paper may weigh: far more than the longest paper's form."""

ANSWER_FIELD: Final = re.compile(r"a([1-9][0-9]{0,3})(?:\.(.+))?", re.DOTALL)

LEVELS: Final = frozenset(map(str, CONFIDENCES))

Fields = dict[str, list[str]]


def posted_form() -> MultiDict[str, str]:
    """The posted form, bounded."""
    request.max_content_length = FORM_BYTES
    return request.form


def fields_by_question(form: MultiDict[str, str]) -> dict[int, Fields]:
    """Question number -> row id ("" for the question itself) -> the values that were sent."""
    found: dict[int, Fields] = {}
    for name, values in form.lists():
        match = ANSWER_FIELD.fullmatch(name)
        if match:
            found.setdefault(int(match[1]), {})[match[2] or ""] = values
    return found


def given_answers(sitting: Sitting, form: MultiDict[str, str]) -> dict[int, GivenAnswer]:
    """The answers in a form, for each question that the form has anything to say about.

    A question whose revision was sent without an answer is blank; one of which the form says
    nothing is left alone. Raises MalformedResponse for what no page of ours sends.
    """
    fields = fields_by_question(form)
    given = {}
    for item in sitting.paper.items:
        if item.n not in fields and not any(f"{name}{item.n}" in form for name in "rcs"):
            continue
        question = sitting.bank.by_id[item.question]
        kind = kind_of(question)
        raw = kind.read_form(question.definition, fields.get(item.n, {}))
        response = kind.read(question.definition, raw)
        revision = revision_of(form.get(f"r{item.n}", "0"))
        given[item.n] = GivenAnswer(response, revision, backing_of(item.n, form))
    return given


def backing_of(n: int, form: MultiDict[str, str]) -> CiteAndConfidence:
    """What a form says beside the answer to question `n`."""
    sure = form.get(f"s{n}", "")
    if sure and sure not in LEVELS:
        raise MalformedResponse("How sure you are must be 1, 2 or 3.")
    return CiteAndConfidence(form.get(f"c{n}") or None, int(sure) if sure else None)


def revision_of(text: str) -> int:
    """A revision as a form sends it; MalformedResponse when it is none."""
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise MalformedResponse("The revision of an answer must be a whole number.")
    return int(text)
