"""Where each rule of the linter begins to find: one step before, and at the step.

The numbers are written out, so that a threshold that moves, in either direction, fails a test.
"""

import json
from typing import Any, Final

import pytest

from app.lint.examples import bank_of
from app.lint.rules.between import Stems
from app.lint.view import BankView
from tests.lint.linting import found

Questions = list[dict[str, Any]]

STATEMENT: Final = {"because": "Paragraph 1 says so."}


def words(count: int, word: str = "pool") -> str:
    """As many words, without a stop between them."""
    return " ".join([word] * count)


def asked(prompt: str) -> Questions:
    return [{"prompt": f"{prompt}?"}]


def chosen(answer: str, *distractors: str, **fields: Any) -> Questions:
    return [{"answer": answer, "distractors": list(distractors), **fields}]


def judged(*verdicts: str | bool, longer: int = 0) -> Questions:
    """A question of statements with these verdicts; the true ones are longer by so many letters."""
    rows = [
        {
            "says": f"{'x' * (10 + longer * (verdict is True))} {number:02}.",
            "is": verdict,
            **STATEMENT,
            **({"absent": ["trampoline"]} if verdict == "not stated" else {}),
        }
        for number, verdict in enumerate(verdicts)
    ]
    return [{"kind": "statements", "prompt": "Is it so?", "statements": rows}]


def fixed(*places: int) -> Questions:
    """Questions with three options in fixed order, whose keys are at these places, from 0."""
    years = ["2017", "2018", "2019"]
    return [{"options": years, "answer": years[place]} for place in places]


def long_keys(long: int, others: int) -> Questions:
    """Questions whose key is the longest option, and others in which it is the shortest."""
    shorter = chosen("May", "A Friday", "A Sunday")
    return [*chosen("Until May", "A week", "A day") * long, *shorter * others]


def typed(count: int) -> Questions:
    return [{"kind": "short_text", "prompt": "What?", "answers": [words(count), "May"]}]


def quoted(text: str) -> Questions:
    return [{"evidence": text}]


PARAGRAPH: Final = (
    "Coach Lena Marsh called the closure a blow for the swimming club. “Nobody asked us,” she "
    "said. About forty children trained there every week. In theory they could go"
)
"""The first 27 words of paragraph 2."""


def first_words(count: int) -> str:
    return " ".join(PARAGRAPH.split()[:count])


def copied(count: int, distractor: int = 0) -> Questions:
    """An answer with so many words of the article in a row, and one distractor with some."""
    run = ["town", "pool", "stays", "shut", "until", "May"]
    return chosen(
        f"Our {' '.join(run[:count])} now" if count else "Later",
        f"Our {' '.join(run[:distractor])} now" if distractor else "In autumn",
        "Next year",
    )


EDGES: Final[dict[str, tuple[str, Questions, Questions]]] = {
    "a stem of 51 words": ("long-stem", asked(words(50)), asked(words(51))),
    "a stem of 36 words": ("wordy-stem", asked(words(35)), asked(words(36))),
    "no more than 50 words": ("wordy-stem", asked(words(51)), asked(words(50))),
    "26 words to a sentence": ("long-sentence", asked(words(25)), asked(words(26))),
    "six words of the article in a row": ("verbatim-key", copied(5), copied(6)),
    "not four of them in a distractor": ("verbatim-key", copied(6, 4), copied(6, 3)),
    "a digit in an answer of six words": (
        "conspicuous-key",
        chosen(f"Pool {words(5)} 2", "June", "July"),
        chosen(f"Pool {words(4)} 2", "June", "July"),
    ),
    "a quotation of 26 words": (
        "evidence-too-long",
        quoted(first_words(25)),
        quoted(first_words(26)),
    ),
    "options of six words have a grammar": (
        "grammar-cue",
        chosen(f"for {words(6)}", f"a {words(5)}", "the spring"),
        chosen(f"for {words(5)}", f"a {words(5)}", "the spring"),
    ),
    "eight long keys of twelve": ("key-longest-rate", long_keys(7, 5), long_keys(8, 4)),
    "twelve keys": ("key-longest-rate", long_keys(11, 0), long_keys(12, 0)),
    "five keys in a row": (
        "key-position",
        fixed(0, 0, 0, 0, 1, 2, 1, 2, 1, 2, 0),
        fixed(0, 0, 0, 0, 0, 1, 2, 1, 2, 1, 2),
    ),
    "too many keys in one place": (
        "key-position",
        fixed(*[0, 1, 0, 2] * 6),
        fixed(*[0, 1, 0, 2] * 5, 0, 1, 0, 0),
    ),
    "five keys in fixed order": ("key-position", fixed(0, 0, 0, 0), fixed(0, 0, 0, 0, 0)),
    "lengths of 21 letters": (
        "longest-option",
        chosen("a" * 20, "b" * 15, "c" * 15),
        chosen("a" * 21, "b" * 15, "c" * 15),
    ),
    "a longer key": (
        "longest-option",
        chosen("a" * 52, "b" * 40, "c" * 40),
        chosen("a" * 53, "b" * 40, "c" * 40),
    ),
    "a shorter key": (
        "shortest-option",
        chosen("a" * 28, "b" * 40, "c" * 40),
        chosen("a" * 27, "b" * 40, "c" * 40),
    ),
    "numbers with a unit of two words": (
        "unsorted-numbers",
        chosen("2 very old pumps", "3 very old pumps", "5 very old pumps"),
        chosen("2 old pumps", "3 old pumps", "5 old pumps"),
    ),
    "three numbers": ("unsorted-numbers", chosen("2", "3"), chosen("2", "3", "5")),
    "equal numbers are in no order": (
        "unsorted-numbers",
        [{"options": ["2", "3", "4"], "answer": "2"}],
        [{"options": ["2", "3", "3.0"], "answer": "2"}],
    ),
    "equal numbers that fall are in no order": (
        "unsorted-numbers",
        [{"options": ["4", "3", "2"], "answer": "2"}],
        [{"options": ["3", "3.0", "2"], "answer": "2"}],
    ),
    "ranges that share more than an end": (
        "overlapping-numbers",
        chosen("30 to 50", "10 to 30", "60 to 90"),
        chosen("30 to 50", "10 to 31", "60 to 90"),
    ),
    "a verdict of four words": (
        "opinion-key",
        chosen("biased as a whole text", "a report", "a letter"),
        chosen("biased as a text", "a report", "a letter"),
    ),
    "the sixth option": (
        "many-options",
        chosen("May", "a", "b", "c", "d"),
        chosen("May", "a", "b", "c", "d", "e"),
    ),
    "an option of 21 words": ("long-option", chosen(words(20), "a"), chosen(words(21), "a")),
    "an option 2.5 times as long": (
        "heterogeneous",
        chosen(words(10), words(4, "May")),
        chosen(words(11), words(4, "May")),
    ),
    "an uneven option of nine words": (
        "heterogeneous",
        chosen(words(8), "May"),
        chosen(words(9), "May"),
    ),
    "a strange option of two words": (
        "implausible",
        chosen("Until May", "Ripe yellow lemons", "Until Friday"),
        chosen("Until May", "Yellow lemons", "Until Friday"),
    ),
    "three statements with one verdict": (
        "one-verdict",
        judged(True, True),
        judged(True, True, True),
    ),
    "a verdict for half of six statements": (
        "one-verdict",
        judged(*[True] * 3, *[False] * 3),
        judged(*[True] * 4, *[False] * 2),
    ),
    "a verdict for half of thirty statements": (
        "one-verdict",
        judged(*[True] * 15, *[False] * 9, *["not stated"] * 6),
        judged(*[True] * 16, *[False] * 8, *["not stated"] * 6),
    ),
    "a verdict for a fifth of thirty statements": (
        "one-verdict",
        judged(*[True] * 14, *[False] * 10, *["not stated"] * 6),
        judged(*[True] * 14, *[False] * 11, *["not stated"] * 5),
    ),
    "six statements": (
        "one-verdict",
        judged(*[True] * 4, False),
        judged(*[True] * 5, False),
    ),
    "true statements that are longer": (
        "long-true-rows",
        judged(True, True, False, False, longer=4),
        judged(True, True, False, False, longer=5),
    ),
    "two statements of each sort": (
        "long-true-rows",
        judged(True, False, False, longer=9),
        judged(True, True, False, False, longer=9),
    ),
    "an answer of five words to type": (
        "long-typed-answer",
        typed(4),
        typed(5),
    ),
}
"""What begins to be found: the rule, questions one step before it, questions at it."""


@pytest.mark.parametrize(("rule", "before", "at"), EDGES.values(), ids=list(EDGES))
def test_a_rule_begins_to_find_at_its_threshold(
    rule: str, before: Questions, at: Questions
) -> None:
    assert not found(rule, *before)
    assert found(rule, *at)


TWICE: Final = {"text": "It is the old pool and the old pool of the town."}


@pytest.mark.parametrize(("quotation", "short"), [("the old pool", False), ("old pool", True)])
def test_a_quotation_of_two_words_that_stand_twice_is_too_short(
    quotation: str, short: bool
) -> None:
    evidence = {"evidence": {"quote": quotation, "suffix": "and"}}
    assert bool(found("evidence-too-short", evidence, article=TWICE)) == short


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
    ("showing", "of", "weight"), [(3, 20, 2), (4, 20, 0), (4, 40, 1), (5, 50, 1), (6, 50, 0)]
)
def test_a_word_weighs_less_the_more_questions_show_it(showing: int, of: int, weight: int) -> None:
    """Up to three questions: rare; above three and a tenth of all: what the article is about."""
    asked_ = [{"prompt": "Is it a banjo?" if n < showing else "Is it shut?"} for n in range(of)]
    bank = bank_of(json.dumps({"questions": asked_})).bank
    assert bank is not None
    stems = Stems(BankView.of(bank))
    assert stems.weight("banjo") == weight


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
