"""The examples of the rules as whole banks: each is a piece of YAML, put into a small sound bank.

A piece has fields of a bank (`article`, `questions`, ...) or fields of one question; what it does
not say is as in the small bank. Lists and mappings are replaced as a whole, except `article`.
"""

import json
from collections.abc import Mapping
from typing import Any, Final

import yaml

from app.bank.models import BankFields
from app.domain.bank import Snapshot
from app.library.reading import read_snapshot
from app.library.reading_result import Reading

ARTICLE: Final = """\
The town pool stays shut until May. A council report of Friday says that “at least three” of its \
pumps leak, and that the roof is safe.

Coach Lena Marsh called the closure a blow for the swimming club. “Nobody asked us,” she said. \
About forty children trained there every week. In theory they could go to Millford, she added.

Nobody knows yet who will pay. The pool has become a bottomless pit.
"""
"""The text that the examples are about."""

_BANK: Final[Mapping[str, Any]] = {
    "byline": 1,
    "title": "The pool",
    "language": "en",
    "article": {"title": "Pool stays shut", "type": "news report", "text": ARTICLE},
    "sources": {
        "writer": {"name": "the writer", "type": "writer"},
        "report": {"name": "a council report", "type": "document"},
        "coach": {"name": "Lena Marsh", "type": "witness"},
    },
}

_QUESTION: Final[Mapping[str, Any]] = {
    "kind": "choice",
    "skill": "facts/explicit-information",
    "level": 1,
    "because": "Paragraph 1 says “until May”.",
    "evidence": "stays shut until May",
}

_CHOICE: Final[Mapping[str, Any]] = {
    "prompt": "How long does the town pool stay shut?",
    "answer": "Until May",
    "distractors": {
        "Until Friday": "The report is of Friday.",
        "For ever": "The text names a month.",
    },
}
"""What a question of one right answer has, if the piece does not say otherwise."""


def bank_of(piece: str) -> Reading:
    """The whole bank of an example, read."""
    fields = yaml.safe_load(piece)
    whole = fields.keys() <= BankFields.model_fields.keys() and fields.keys() != {"waive"}
    bank = dict(_BANK) | (fields if whole else {"questions": [fields]})
    bank["article"] = {**_BANK["article"], **bank["article"]}
    bank["questions"] = [
        _question(number, question) for number, question in enumerate(bank.get("questions", [{}]))
    ]
    return read_snapshot(Snapshot(json.dumps(bank, ensure_ascii=False)), "pool", "pool.yaml")


def _question(number: int, fields: Mapping[str, Any]) -> dict[str, Any]:
    question = {"id": f"question-{number + 1}"} | dict(_QUESTION) | dict(fields)
    if question["kind"] == "choice":
        question = dict(_CHOICE) | question
    if "options" in fields:
        del question["distractors"]
    return question
