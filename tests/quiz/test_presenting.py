"""What a student may see: nothing of the key before, all of it with its place afterwards."""

import json
from dataclasses import replace
from typing import Any

import pytest

from app.domain.article import Span
from app.domain.identity import short_id
from app.domain.question import Evidence, Question
from app.kinds import kind_of
from app.quiz.drawing import DrawnItem
from app.quiz.marking import MarkedItem
from app.quiz.presenting import present_item, solve_item
from tests.quiz.banks import bank, question

CANARY = "Kanarienvogel"


def secretive(kind: str) -> Question:
    """A question with a canary in every field that a student must not see."""
    own: dict[str, dict[str, Any]] = {
        "choice": {"answer": "yes", "distractors": {"no": CANARY}},
        "multiple": {"answers": {"one": CANARY}, "distractors": {"two": CANARY}},
        "statements": {
            "statements": [
                {"says": "It rained.", "is": True, "evidence": CANARY, "because": CANARY},
                {"says": "It froze.", "is": "not stated", "absent": [CANARY]},
            ]
        },
    }
    return replace(
        question(CANARY.lower(), "framing/metaphor-and-exemplar", 2, kind=kind, **own[kind]),
        prompt="What is it?",
        because=CANARY,
        hint=CANARY,
        absent=(CANARY,),
        evidence=(Evidence(Span(1, 0, 5), CANARY),),
        about=frozenset([CANARY]),
        enemies=frozenset([CANARY]),
        family=CANARY,
        waive={CANARY: CANARY},
    )


@pytest.mark.parametrize("kind", ["choice", "multiple", "statements"])
def test_nothing_secret_is_presented(kind: str) -> None:
    one = secretive(kind)
    shown = present_item(bank([one]), DrawnItem(3, one.id, 9))
    assert CANARY.lower() not in json.dumps(shown).lower()
    assert "metaphor" not in json.dumps(shown)


def test_what_is_presented_is_what_the_kind_presents_and_the_common_part() -> None:
    one = question("where", "sourcing", 2)
    shown = present_item(bank([one]), DrawnItem(3, "where", 9))
    assert shown == {
        "n": 3,
        "kind": "choice",
        "skill": "sourcing",
        "level": 2,
        "prompt": "What about where?",
        "options": kind_of(one).present(one.definition, 9)["options"],
    }


def test_the_shuffle_of_the_paper_is_the_one_that_is_shown() -> None:
    of = bank([question("where")])
    orders = {
        tuple(option["id"] for option in present_item(of, DrawnItem(1, "where", seed))["options"])
        for seed in range(200)
    }
    assert len(orders) == 24


def test_the_solution_comes_with_its_place_in_the_text() -> None:
    one = replace(
        question("weather", kind="statements"),
        hint="Look at the sky.",
        evidence=(
            Evidence(Span(1, 6, 10), "RAIN", row=short_id("It rained.")),
            Evidence(Span(1, 0, 2), "It"),
        ),
    )
    kind = kind_of(one)
    response = {short_id("It rained."): "true"}
    marked = MarkedItem(2, one, response, kind.mark(one.definition, response))
    assert solve_item(bank([one]), marked) == {
        "n": 2,
        "question": "weather",
        "mark": 0.5,
        "standing": "partly",
        "rule": "mean-of-rows",
        "parts": {short_id("It rained."): True, short_id("It froze."): False},
        "solution": kind.solution(one.definition),
        "because": "The text says so.",
        "hint": "Look at the sky.",
        "evidence": [
            {
                "paragraph": 1,
                "start": 6,
                "end": 10,
                "quote": "rain",
                "row": short_id("It rained."),
            },
            {"paragraph": 1, "start": 0, "end": 2, "quote": "It"},
        ],
    }
