"""What papers are made of, counted as anybody would count it."""

from app.quiz.makeup import makeup_of
from tests.quiz.banks import bank, question

SAYS, OPEN = "It says so.", "It leaves this open."
QUESTIONS = [
    question("one", "facts/fact-vs-opinion"),
    question("two", "sourcing/source-chain", kind="order"),
    question("said", family="verdict", answer=SAYS, distractors=[OPEN]),
    question("said-too", family="verdict", answer=SAYS, distractors=[OPEN]),
    question("left", family="verdict", answer=OPEN, distractors=[SAYS]),
    question("never", "framing/word-choice"),
]
BANK = bank(QUESTIONS)
FOUND = makeup_of(
    BANK,
    [
        [BANK.by_id[name] for name in ("one", "two", "said")],
        [BANK.by_id[name] for name in ("one", "said", "said-too")],
    ],
)


def test_written_questions_kinds_and_choices_are_counted_paper_by_paper() -> None:
    assert (FOUND.written.least, FOUND.written.greatest) == (1, 2)
    assert (FOUND.kinds.least, FOUND.kinds.greatest) == (1, 2)
    assert (FOUND.choices.least, FOUND.choices.greatest) == (2, 3)


def test_two_of_a_family_make_a_paper_with_twins() -> None:
    assert FOUND.twins == 0.5
    assert FOUND.families == {"verdict": 1.5}


def test_sub_skills_that_never_come_are_there_with_nothing() -> None:
    assert FOUND.sub_skills == {
        "facts/explicit-information": 1.5,
        "facts/fact-vs-opinion": 1.0,
        "sourcing/source-chain": 0.5,
        "framing/word-choice": 0.0,
    }


def test_verdicts_are_held_against_the_bank() -> None:
    assert {one.text: one.have for one in FOUND.verdicts} == {SAYS: 2 / 3, OPEN: 1 / 3}
    assert {one.text: one.drawn for one in FOUND.verdicts} == {SAYS: 1.0, OPEN: 0.0}
