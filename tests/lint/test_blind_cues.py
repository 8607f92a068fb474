"""What each cue picks in a question, and what a bank is worth to a student who goes by it."""

from typing import Any, Final

import pytest
import yaml

from app.lint.blind_cues import CUES
from app.lint.blind_score import BlindScore, score_of
from app.lint.cue_score import CueScore, Pick
from app.lint.examples import bank_of
from app.lint.view import BankView
from tests.lint.linting import found

PROMPT: Final = "What does the coach say of the closure?"

PICKS: Final[dict[str, tuple[str, list[str], list[str]]]] = {
    "it sounds like the question": (PROMPT, ["The closure hurts"], ["All is well", "No one pays"]),
    "it alone repeats the quoted words": (
        "What do the words “a bottomless pit” do?",
        ["They make a pit of it"],
        ["They give a sum", "They thank people"],
    ),
    "it is the longest": (PROMPT, ["It is sad, she says"], ["It hurts", "It helps"]),
    "it is the cautious one": (PROMPT, ["It may hurt"], ["It hurts", "It helps"]),
    "the others are absolute": (PROMPT, ["It hurts"], ["It never hurts", "It always helps"]),
    "it says that something is not so": (PROMPT, ["It does not hurt"], ["It hurts", "It helps"]),
    "it has most in common with the others": (
        PROMPT,
        ["Three pumps leak"],
        ["Three walls fell", "Old pumps work"],
    ),
    "it has a twin among the options": (
        PROMPT,
        ["Old pumps leak", "New pumps leak"],
        ["The roof is gone"],
    ),
    "it is the shortest": (PROMPT, ["It hurts"], ["It hurts her", "It helps all"]),
}
"""The cue, a prompt, the options that it picks, and the others."""


def score(*questions: dict[str, Any]) -> BlindScore:
    bank = bank_of(yaml.safe_dump({"questions": list(questions)})).bank
    assert bank is not None
    given = score_of(BankView.of(bank))
    assert given is not None
    return given


def worth(because: str, *questions: dict[str, Any]) -> CueScore | None:
    return next((one for one in score(*questions).cues if one.cue.because == because), None)


@pytest.mark.parametrize("because", PICKS)
def test_what_a_cue_picks(because: str) -> None:
    prompt, picked, others = PICKS[because]
    for key in (*picked, *others):
        wrong = [text for text in (*picked, *others) if text != key]
        one = worth(because, {"prompt": prompt, "answer": key, "distractors": wrong})
        assert one is not None
        assert one.picks == (Pick("question-1", 3, len(picked), key in picked),)


def test_what_other_questions_speak_of() -> None:
    asked = {"prompt": "Who pays?", "answer": "The town", "distractors": ["The club", "The state"]}
    others = [{"prompt": "What does the town want?"}, {"prompt": "What does the club want?"}] * 2
    spoken = worth("other questions speak of it", asked, *others)
    unmentioned = worth("no other question speaks of it", asked, *others)
    assert spoken is not None
    assert unmentioned is not None
    assert spoken.picks[0] == Pick("question-1", 3, 2, True)
    assert unmentioned.picks[0] == Pick("question-1", 3, 1, False)


@pytest.mark.parametrize(("same", "known"), [(2, False), (3, True)])
def test_an_option_that_recurs_is_worth_what_it_was_in_other_questions(
    same: int, known: bool
) -> None:
    recurring = {"answer": "It is open", "distractors": ["It is true", "It is false"]}
    one = worth("the same option is often right", *[recurring] * same)
    assert (one is not None) == known
    if one is not None:
        assert [pick.right for pick in one.picks] == [True] * same


def test_every_cue_has_a_test_and_says_what_to_do() -> None:
    elsewhere = {
        "other questions speak of it",
        "no other question speaks of it",
        "the same option is often right",
    }
    assert {cue.because for cue in CUES} == PICKS.keys() | elsewhere
    assert all(cue.picked.endswith(".") and cue.avoided.endswith(".") for cue in CUES)


SHORT: Final = {"answer": "May", "distractors": ["Until the year ends", "For ever now"]}
NOT_SHORT: Final = {"answer": "Until a day in May", "distractors": ["June", "For ever now"]}


@pytest.mark.parametrize(
    ("short", "others", "direction"),
    [(4, 0, None), (5, 0, "picks"), (0, 11, None), (0, 12, "avoids")],
)
def test_a_cue_pays_in_both_directions(short: int, others: int, direction: str | None) -> None:
    """Chance has it 4 times at 1.2 %, 5 times at 0.4 %; misses it 11 times at 1.2 %, 12 at 0.8."""
    given = found("paying-cue", *[SHORT] * short, *[NOT_SHORT] * others)
    messages = [one.message for one in given if "the shortest" in one.message]
    assert [message.split()[1] for message in messages] == ([direction] if direction else [])


def test_what_is_to_be_done_follows_the_direction() -> None:
    (picked,) = (p for p in found("paying-cue", *[SHORT] * 6) if "shortest" in p.message)
    (avoided,) = (p for p in found("paying-cue", *[NOT_SHORT] * 12) if "shortest" in p.message)
    assert picked.help == "Lengthen answers, and shorten distractors."
    assert avoided.help == "Let the answer be the shortest option as often as any other."
    assert (picked.severity, avoided.severity) == ("warning", "warning")


def test_a_bank_that_pays_for_going_against_the_handbook_has_a_cue() -> None:
    misleading = {
        "prompt": PROMPT,
        "answer": "The roof is safe",
        "distractors": ["The closure hurts", "The closure helps"],
    }
    (problem,) = found("blind-solver", *[misleading] * 12)
    assert problem.message == (
        "By avoiding what sounds right, 100% of the points can be had without the article; "
        "chance is 33%."
    )


SOUNDS: Final = {
    "prompt": PROMPT,
    "answer": "The closure hurts",
    "distractors": ["The roof is safe", "Nobody will pay"],
}
MISLEADS: Final = SOUNDS | {
    "answer": "The roof is safe",
    "distractors": ["The closure hurts", "Nobody will pay"],
}
EVEN: Final = {"answer": "May", "distractors": ["Jun", "Jul"]}


@pytest.mark.parametrize(
    ("sounding", "of", "severity"),
    [
        (11, 11, None),
        (12, 12, "error"),
        (19, 40, None),
        (30, 61, "warning"),
        (10, 16, "warning"),
        (16, 25, "error"),
    ],
)
def test_the_solver_may_come_fifteen_points_above_chance(
    sounding: int, of: int, severity: str | None
) -> None:
    """19 of 40 are 14.2 points above a third, 30 of 61 are 15.8; 10 of 16: 29.2, 16 of 25: 30.7."""
    given = found("blind-solver", *[SOUNDS] * sounding, *[MISLEADS] * (of - sounding))
    assert [problem.severity for problem in given] == ([severity] if severity else [])


@pytest.mark.parametrize(("others", "pays"), [(120, True), (124, False)])
def test_a_cue_may_bring_five_points_in_a_hundred(others: int, pays: bool) -> None:
    """Ten answers found are 5.1 points above chance in 130 questions, 4.98 in 134."""
    given = found("paying-cue", *[SHORT] * 10, *[EVEN] * others)
    assert any("the shortest" in problem.message for problem in given) == pays


@pytest.mark.parametrize(("right", "of", "pays"), [(14, 24, False), (18, 33, True)])
def test_what_one_in_a_hundred_banks_has_by_luck_is_no_cue(right: int, of: int, pays: bool) -> None:
    """14 or more of 24 come by luck in 1.03 % of banks, 18 or more of 33 in 0.97 %."""
    given = found("paying-cue", *[SHORT] * right, *[NOT_SHORT] * (of - right))
    assert any("the shortest" in problem.message for problem in given) == pays


def test_six_questions_are_named_and_the_others_counted() -> None:
    (problem,) = [p for p in found("paying-cue", *[SHORT] * 9) if "the shortest" in p.message]
    assert problem.message.endswith("question-6 and 3 more.")
    (solved,) = found("blind-solver", *[SOUNDS] * 13)
    assert "question-6 and 7 more." in solved.message


@pytest.mark.parametrize(("length", "noticed"), [(120, False), (121, True)])
def test_the_longest_is_noticed_when_it_is_a_fifth_longer(length: int, noticed: bool) -> None:
    options = {"answer": "a" * length, "distractors": ["b" * 100, "c" * 99]}
    assert (worth("it is the longest", options) is not None) == noticed


@pytest.mark.parametrize(("common", "of", "twins"), [(8, 16, True), (8, 17, False)])
def test_twins_have_half_of_their_words_in_common(common: int, of: int, twins: bool) -> None:
    names = (
        "anvil banjo cello drum easel flute gong harp icon jug kite lamp mast nail oboe pail quilt"
    )
    words = names.split()[:of]
    options = {
        "answer": " ".join(words[:common]),
        "distractors": [" ".join(words), "Something else"],
    }
    assert (worth("it has a twin among the options", options) is not None) == twins
