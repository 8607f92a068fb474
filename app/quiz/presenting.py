"""What a student may see of a question: before handing in, and afterwards."""

from app.domain.bank import Bank
from app.domain.kind import Json
from app.domain.question import Evidence, Question
from app.kinds import kind_of
from app.quiz.drawing import DrawnItem
from app.quiz.marking import MarkedItem


def present_item(bank: Bank, item: DrawnItem) -> dict[str, Json]:
    """The question as JSON, with nothing of its key.

    `{"n", "kind", "skill", "level", "prompt"}` and what the kind presents (`options`, `rows`).
    The skill comes without the sub-skill, and the question without its id: both can give away.
    """
    question = bank.by_id[item.question]
    return {
        "n": item.n,
        "kind": question.kind,
        "skill": question.skill.skill,
        "level": question.level,
        "prompt": question.prompt,
        **kind_of(question).present(question.definition, item.shuffle),
    }


def solve_item(bank: Bank, marked: MarkedItem) -> dict[str, Json]:
    """The result of one question as JSON: its mark, its key and why, and where the text says so.

    `mark` is the points from 0 to 1. `evidence` holds `{"paragraph", "start", "end", "quote"}`,
    with the id of the `row` that it settles where it does not settle the question as a whole;
    `quote` is what the article has there, `start` and `end` count its characters from 0.
    """
    question, mark = marked.question, marked.mark
    return {
        "n": marked.n,
        "question": question.id,
        "mark": mark.points,
        "standing": mark.standing,
        "rule": mark.rule,
        "parts": dict(mark.parts),
        **key_of(bank, question),
    }


def key_of(bank: Bank, question: Question) -> dict[str, Json]:
    """The key of a question as JSON: `solution`, `because`, `hint` and `evidence`."""
    return {
        "solution": kind_of(question).solution(question.definition),
        "because": question.because,
        "hint": question.hint,
        "evidence": [_quoted(bank, evidence) for evidence in question.evidence],
    }


def _quoted(bank: Bank, evidence: Evidence) -> dict[str, Json]:
    span = evidence.span
    quoted: dict[str, Json] = {
        "paragraph": span.paragraph,
        "start": span.start,
        "end": span.end,
        "quote": bank.article.text_of(span),
    }
    return quoted if evidence.row is None else quoted | {"row": evidence.row}
