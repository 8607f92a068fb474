"""Where each rule of the linter begins to find: one step before, and at the step.

The numbers are written out, so that a threshold that moves, in either direction, fails a test.
"""

from typing import Any, Final

import pytest

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


def phrase(end: str) -> Questions:
    """A phrase to find of 14 words and some more."""
    words_ = f"A council report of Friday says that “at least three” of its pumps leak, {end}"
    fields = {"kind": "highlight", "paragraph": 1, "prompt": "Where?", "decoys": ["shut until May"]}
    return [{**fields, "targets": [words_]}]


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
    "a look of two other options": (
        "conspicuous-key",
        chosen("Until May (early)", "For ever"),
        chosen("Until May (early)", "For ever", "Until June"),
    ),
    "a strong word in an option of two words": (
        "absolute-terms",
        chosen("It may leak", "Never", "It is new"),
        chosen("It may leak", "Never so", "It is new"),
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
        chosen(words(13), words(5, "May")),
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
        judged(*[True] * 16, *[False] * 8, *["not stated"] * 7),
    ),
    "a verdict for a fifth of thirty statements": (
        "one-verdict",
        judged(*[True] * 14, *[False] * 10, *["not stated"] * 6),
        judged(*[True] * 14, *[False] * 11, *["not stated"] * 6),
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
    "a phrase of 16 words": ("long-phrase", phrase("and"), phrase("and that")),
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
