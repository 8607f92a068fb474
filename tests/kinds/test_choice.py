"""Choices: what a bank may say, and in which order it is shown."""

from typing import Any

from app.domain.identity import short_id
from app.kinds import choice

IN_A_BANK = """
prompt: Where did the ferry go?
answer: to Lunde
distractors: {to Monday: That is when., to the radio: That is where it was read out.}
evidence: The ferry to Lunde
"""
"""The question of this kind in the bank of every kind."""

COMMON = {
    "id": "where",
    "kind": "choice",
    "skill": "facts/explicit-information",
    "level": 1,
    "prompt": "Where was it?",
    "because": "The text says so.",
}


def parse(**own: Any) -> Any:
    return choice.parse(choice.Fields.model_validate(COMMON | own))


def texts(definition: choice.Definition, shuffle: int) -> list[str]:
    return [option["text"] for option in choice.present(definition, shuffle)["options"]]


def test_options_are_shown_in_their_fixed_order() -> None:
    definition, _ = parse(answer="1999", options=["1987", "1999", "2004", "2011"])
    orders = {tuple(texts(definition, shuffle)) for shuffle in range(50)}
    assert orders == {("1987", "1999", "2004", "2011")}
    assert choice.key_position(definition, 7) == (1, 4)


def test_distractors_are_shuffled_with_the_answer() -> None:
    definition, _ = parse(answer="Garland", distractors=["Bath", "Cork"])
    orders = {tuple(texts(definition, shuffle)) for shuffle in range(100)}
    assert len(orders) == 6


def test_the_reasons_are_shown_afterwards_by_id() -> None:
    definition, _ = parse(answer="Garland", distractors={"Bath": "That is the airport."})
    assert choice.solution(definition) == {
        "answer": short_id("Garland"),
        "reasons": {short_id("Bath"): "That is the airport."},
    }


def test_a_chance_of_one_in_four() -> None:
    definition, _ = parse(answer="a", distractors=["b", "c", "d"])
    assert choice.guess(definition) == 1 / 4
    marks = [
        choice.mark(definition, choice.read(definition, short_id(text))).points for text in "abcd"
    ]
    assert sum(marks) / 4 == choice.guess(definition)


def test_an_unlisted_answer_is_reported_with_what_was_meant() -> None:
    definition, problems = parse(answer="in Garland", options=["In Garland", "In Ohio"])
    assert definition is None
    assert problems[0].path == ("answer",)
    assert problems[0].help == "Did you mean “In Garland”?"


def test_all_problems_are_told_at_once() -> None:
    _, problems = parse(answer="Garland", distractors=["Bath", "bath.", "Garland!"])
    assert [(problem.path, problem.rule) for problem in problems] == [
        (("distractors", 1), "duplicate-option"),
        (("distractors", 2), "answer-among-distractors"),
    ]


def test_a_reasoned_distractor_is_pointed_at_by_its_text() -> None:
    _, problems = parse(answer="Garland", distractors={"GARLAND": "It tempts."})
    assert problems[0].path == ("distractors", "GARLAND")


def test_numbers_that_differ_by_their_point_are_different() -> None:
    definition, problems = parse(answer="3.5", distractors=["35", "-35", "50 %", "50"])
    assert definition is not None
    assert problems == ()
