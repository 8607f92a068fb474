"""Where rules on whole banks begin to find: one step before, and at the step, in numbers."""

import json
from typing import Any, Final

import pytest

from app.lint.examples import bank_of
from app.lint.stems import Stems
from app.lint.view import BankView
from tests.lint.linting import found
from tests.lint.test_thresholds import Questions, judged, words

NAMES: Final = [
    "anvil",
    "banjo",
    "cello",
    "drum",
    "easel",
    "flute",
    "gong",
    "harp",
    "icon",
    "jug",
    "kite",
    "lamp",
    "mast",
    "nail",
    "oboe",
]
"""Words that are rare in the bank, and stand in the article."""


def cross_cue(key: int, told: int, common: int = 0, distractor: int = 0, meant: int = 0) -> bool:
    """Whether a question is found to tell a key of so many rare and common words.

    The other question shows the first `told` words of the key, and `meant` of the words of a
    distractor that has `distractor` words.
    """
    often = ["pool", "closure", "town", "club", "council", "roof", "report", "week", "coach"][
        :common
    ]
    wrong = [
        "quilt",
        "rope",
        "sofa",
        "tent",
        "urn",
        "vase",
        "wok",
        "yacht",
        "zither",
        "ark",
        "bell",
        "comb",
        "dial",
    ][:distractor]
    asked_ = {
        "prompt": "What is it?",
        "answer": " ".join([*NAMES[:key], *often]).capitalize(),
        "distractors": [" ".join(wrong) or "Nothing", "All"],
    }
    tells = {"prompt": f"Which of these: {' '.join([*NAMES[:told], *wrong[:meant]])}?"}
    others = [{"prompt": f"Is it {' '.join(often)} in {n}?"} for n in range(8)]
    text = {"text": f"The {' '.join(NAMES)}. The pool stays shut until May."}
    given = found("cross-cue", asked_, tells, *others, article=text)
    return any(problem.question == "question-1" for problem in given)


@pytest.mark.parametrize(
    ("shape", "told"),
    [
        ({"key": 5, "told": 3}, True),
        ({"key": 7, "told": 4}, False),
        ({"key": 4, "told": 4, "common": 4}, True),
        ({"key": 8, "told": 8, "common": 9}, False),
        ({"key": 4, "told": 4, "distractor": 5, "meant": 3}, True),
        ({"key": 4, "told": 4, "distractor": 13, "meant": 8}, False),
        ({"key": 2, "told": 2}, True),
        ({"key": 1, "told": 1}, False),
    ],
    ids=[
        "three fifths of the rare words",
        "four sevenths",
        "half of all words",
        "8 of 17",
        "40 % more than of a distractor",
        "38 % more",
        "two words of the article",
        "one",
    ],
)
def test_another_question_tells_most_of_a_key(shape: dict[str, int], told: bool) -> None:
    assert cross_cue(**shape) == told


@pytest.mark.parametrize(("length", "told"), [(6, True), (7, False)])
def test_an_answer_of_up_to_six_words_can_be_the_name_of_a_source(length: int, told: bool) -> None:
    text = {"text": f"The {' '.join(NAMES)}. The pool stays shut until May."}
    sourced = {
        "skill": "sourcing/attribution",
        "prompt": "Who says so?",
        "answer": " ".join(NAMES[:length]).capitalize(),
        "distractors": ["Nobody", "All"],
    }
    tells = {"prompt": f"Which of these: {' '.join(NAMES[:length])}?"}
    assert bool(found("cross-cue", sourced, tells, article=text)) == told


@pytest.mark.parametrize(
    ("showing", "of", "weight"),
    [(3, 20, 2), (4, 20, 0), (4, 40, 1), (5, 50, 1), (6, 50, 0), (18, 170, 0)],
)
def test_a_word_weighs_less_the_more_questions_show_it(showing: int, of: int, weight: int) -> None:
    """Up to three questions: rare; above three and a tenth of all: what the article is about."""
    asked_ = [{"prompt": "Is it a banjo?" if n < showing else "Is it shut?"} for n in range(of)]
    bank = bank_of(json.dumps({"questions": asked_})).bank
    assert bank is not None
    stems = Stems(BankView.of(bank))
    assert stems.weight("banjo") == weight


@pytest.mark.parametrize(
    ("key", "showing", "told"),
    [
        ("An anvil and a banjo", 4, False),
        ("An anvil, a banjo and a cello", 4, True),
        ("It is Anvil", 3, True),
        ("It is Anvil", 4, False),
        ("It is a banjo", 3, False),
    ],
    ids=["two words", "three words", "a rare name", "a name that is not rare", "a rare word"],
)
def test_words_that_tell_enough(key: str, showing: int, told: bool) -> None:
    """In a bank of 50 questions, so that a word in four of them is neither rare nor common."""
    asked_ = {"prompt": "What does it have?", "answer": key, "distractors": ["Nothing", "All"]}
    tells = {"prompt": f"{key}: who has it?"}
    others = [{"prompt": "Is it shut?"}] * (49 - showing)
    text = {"text": f"Of Anvil: {' '.join(NAMES[1:])}. The pool stays shut until May."}
    given = found("cross-cue", asked_, *[tells] * (showing - 1), *others, article=text)
    assert any(problem.question == "question-1" for problem in given) == told


@pytest.mark.parametrize(("common", "of", "same"), [(16, 20, True), (15, 19, False)])
def test_questions_with_four_fifths_of_their_words_in_common_are_the_same(
    common: int, of: int, same: bool
) -> None:
    many = [f"{letter}{vowel}x" for letter in "bcdfghjklm" for vowel in "aeo"]
    one = {
        "prompt": f"{' '.join(many[: common - 2])}?",
        "answer": "Spring",
        "distractors": ["June"],
    }
    more = " ".join(many[: of - 2])
    other = {"prompt": f"{more}?", "answer": "Spring", "distractors": ["June"]}
    assert bool(found("duplicate-item", one, other | {"evidence": "bottomless pit"})) == same


@pytest.mark.parametrize(("first", "of", "much"), [(8, 20, False), (5, 12, True)])
def test_a_paragraph_with_more_than_two_fifths_of_the_evidence_has_too_much(
    first: int, of: int, much: bool
) -> None:
    elsewhere = ["Nobody asked us", "a bottomless pit"]
    places = ["until May"] * first + [elsewhere[n % 2] for n in range(of - first)]
    given = found("coverage", *({"evidence": place} for place in places))
    assert any("settles" in problem.message for problem in given) == much


def test_a_bank_of_twelve_questions_is_looked_at_as_a_whole() -> None:
    assert not found("coverage", *[{}] * 11)
    assert found("coverage", *[{}] * 12)


@pytest.mark.parametrize(
    ("true", "of", "told"),
    [
        (4, 10, False),
        (8, 20, False),
        (7, 18, True),
        (12, 20, False),
        (11, 18, True),
        (0, 11, False),
    ],
)
def test_two_to_three_fifths_of_twelve_or_more_statements_are_true(
    true: int, of: int, told: bool
) -> None:
    questions = judged(*[True] * true, *[False] * (of - true))
    given = found("coverage", *questions, *[{}] * 11)
    assert any("better guess" in problem.message for problem in given) == told


@pytest.mark.parametrize(("last", "hard"), [(5, False), (6, True)])
def test_questions_of_two_hundred_long_words_are_hard(last: int, hard: bool) -> None:
    """A word of seven letters is long; the sentences are short."""

    def asked_(length: int) -> dict[str, Any]:
        wrong = words(length, "swimmer")
        return {
            "prompt": f"{words(7, 'swimmer')}?",
            "answer": words(7, "cyclist"),
            "distractors": [wrong],
        }

    given = [*[asked_(6)] * 9, asked_(last)]
    found_ = found("reading-level", *given, article={"text": "It stays shut until May."})
    assert bool(found_) == hard


@pytest.mark.parametrize(("length", "hard"), [(40, False), (41, True)])
def test_questions_are_hard_above_a_lix_of_forty(length: int, hard: bool) -> None:
    """Words of six letters count as short, so that the level is the length of a sentence."""
    asked_ = {
        "prompt": f"{words(length, 'school')}?",
        "answer": words(length, "stream"),
        "distractors": [words(length, number) for number in ("second", "fourth", "eighth")],
    }
    given = found("reading-level", asked_, asked_, article={"text": "It stays shut until May."})
    assert bool(given) == hard


@pytest.mark.parametrize(
    ("key", "shows", "told"),
    [
        ("The U.S. and the E.U.", "Is it the U.S. or the E.U.?", False),
        ("There are 10 pumps", "How many pumps are there (paragraph 10)?", False),
        ("There are 10 of them", "What are the 10 for?", True),
        ("An anvil", "Is it an Anvil?", False),
        ("It is the Cello Club", "Who is in the Cello Club?", True),
    ],
)
def test_what_tells_is_a_name_or_number_of_the_article(key: str, shows: str, told: bool) -> None:
    """Not letters, not the number of a paragraph, not a word that the article writes small."""
    asked_ = {"prompt": "What is it?", "answer": key, "distractors": ["Nothing", "All"]}
    text = {"text": "There are 10 pumps, an anvil, U.S. and E.U. The Cello Club is until May."}
    others = [{"prompt": "Is it shut?"}] * 8
    questions: Questions = [asked_, {"prompt": shows}, *others]
    given = found(
        "cross-cue", *({**one, "evidence": "until May"} for one in questions), article=text
    )
    assert any(problem.question == "question-1" for problem in given) == told
