"""What the rules on the annotation find in claims and sources, and what they leave alone."""

from typing import Any, Final

import pytest

from tests.lint.linting import found

CLAIM: Final[dict[str, Any]] = {
    "says": "Some forty children swam there.",
    "evidence": "About forty children trained there every week",
    "status": "reported fact",
    "chain": ["writer"],
}


def claims(rule: str, **changes: Any) -> list[str]:
    given = found(rule, {}, claims={"trained": CLAIM | changes})
    return [problem.message for problem in given]


@pytest.mark.parametrize(
    ("certainty", "says", "lost"),
    [
        ("about", "Forty children swam there.", True),
        ("about", "Roughly forty children swam there.", False),
        ("at least three", "Three pumps leak.", True),
        ("at least three", "Three or more pumps leak.", False),
        ("often", "They are mistaken for others.", True),
        ("often", "They are mostly mistaken for others.", False),
        ("every week", "Children swam there.", True),
        ("every week", "Children swam there each week.", False),
        ("", "Children swam there.", False),
    ],
)
def test_a_claim_keeps_its_hedge(certainty: str, says: str, lost: bool) -> None:
    assert bool(claims("says-without-hedge", certainty=certainty, says=says)) == lost


@pytest.mark.parametrize(
    ("says", "copied"),
    [
        ("At least three of its pumps leak, and the year is long.", True),
        ("At least three of its pumps leak, but the year is long.", False),
        ("The roof is safe.", False),
        ("The town pool stays shut.", True),
    ],
    ids=["eight words", "seven words", "a short claim of four", "a short claim of five"],
)
def test_a_claim_is_in_ones_own_words(says: str, copied: bool) -> None:
    assert bool(claims("says-copied", says=says)) == copied


REPORTED: Final[dict[str, Any]] = {
    "says": "The roof is safe.",
    "evidence": "the roof is safe",
    "status": "attributed",
    "chain": ["report", "writer"],
}
UNATTRIBUTED: Final = {"chain": ["writer"], "status": "unattributed"}
OPEN: Final = {"says": "The pool is open.", "is": False, "because": "It is shut."}


def asked(says: str, **row: Any) -> dict[str, Any]:
    statement = {"says": says, "is": True, "evidence": "the roof is safe"} | row
    return {"kind": "statements", "prompt": "Is it so?", "statements": [statement, OPEN]}


@pytest.mark.parametrize(
    ("question", "claim", "drops"),
    [
        (asked("The roof is safe."), REPORTED, True),
        (asked("The roof is safe."), REPORTED | {"status": "reported fact"}, True),
        (asked("The roof is safe."), REPORTED | {"chain": ["writer"], "status": "opinion"}, True),
        (
            asked("The roof is safe."),
            REPORTED | {"chain": ["writer"], "status": "unattributed"},
            False,
        ),
        (asked("A report calls the roof safe."), REPORTED, False),
        (asked("The council finds the roof safe."), REPORTED, False),
        (asked("The coach says that it is safe."), REPORTED, False),
        (asked("The roof is safe.", **{"is": False, "because": "No."}), REPORTED, False),
        (asked("The pool is shut.", evidence="shut until May"), REPORTED, False),
    ],
)
def test_a_true_statement_names_its_source(
    question: dict[str, Any], claim: dict[str, Any], drops: bool
) -> None:
    given = found("statement-drops-source", question, claims={"roof": claim})
    assert [problem.question for problem in given] == (["question-1"] if drops else [])


def test_what_the_writer_says_as_well_needs_no_source() -> None:
    own = REPORTED | {"status": "reported fact", "chain": ["writer"]}
    both = {"roof": REPORTED, "also": own}
    assert not found("statement-drops-source", asked("The roof is safe."), claims=both)


@pytest.mark.parametrize(
    ("other", "chain", "same"),
    [
        ("A safe roof: the town pool has one now.", ["report", "writer"], True),
        ("A safe roof: the town pool has one now.", ["writer"], False),
        ("A safe roof: the town hall has one now.", ["report", "writer"], False),
    ],
)
def test_one_claim_has_one_chain(other: str, chain: list[str], same: bool) -> None:
    """Four of five words in common are the same claim, three of six are not."""
    one = CLAIM | {"says": "The town pool has a safe roof."}
    two = REPORTED | {"says": other, "chain": chain}
    given = found("same-claim-other-chain", {}, claims={"one": one, "two": two})
    assert bool(given) == same


@pytest.mark.parametrize(
    ("name", "unclear"),
    [("his son", True), ("a witness (her boss)", True), ("a history", False), ("His Wiley", True)],
)
def test_the_name_of_a_source_is_clear_alone(name: str, unclear: bool) -> None:
    sources = {"one": {"name": name, "type": "witness"}}
    assert bool(found("source-unclear-alone", {}, sources=sources)) == unclear


@pytest.mark.parametrize(
    ("why", "found_"),
    [
        ("It is not mentioned.", True),
        ("The text does not say how old they were.", True),
        ("They were ten, says the text.", False),
        ({"why": "It is not mentioned.", "open": True}, False),
    ],
)
def test_a_reason_shows_that_a_misreading_is_left_open(why: Any, found_: bool) -> None:
    given = claims("misreading-left-open", misreadings={"They were twelve.": why})
    assert bool(given) == found_
