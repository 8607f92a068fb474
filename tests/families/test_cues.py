"""Options by which a test-wise student could know the key are not fair."""

import pytest

from app.families.cues import Cues
from app.language.cues import FLOOR, odd_length
from app.language.language import language_of

ARTICLE = ("The town pool stays shut until May, and a report says why it has to be so.",)
CUES = Cues(ARTICLE, language_of("en"))


@pytest.mark.parametrize(
    ("key", "others"),
    [
        ("Until the very last day of May", ["Until June", "Until July"]),
        ("In May", ["Until the very last day of June", "Until the very first day of July"]),
        ("The pool leaks badly.", ["The pool is new.", "The walls leak badly."]),
        (
            "In 14 days, says the report",
            ["In some days, says she", "In some days, says he"],
        ),
        ("“Shut”", ["Open", "Full"]),
        ("Ana Reyes (the coach)", ["Some of the children", "Several of the parents"]),
        (
            "Children could swim there.",
            ["Children never swim there.", "Children pay there."],
        ),
        ("Children often swim there.", ["Children swim for money.", "Children swim at night now."]),
        (
            "town pool stays shut until May",
            ["The town waits a year or more", "The town waits for spring"],
        ),
    ],
)
def test_a_marked_key_is_not_fair(key: str, others: list[str]) -> None:
    assert not CUES.fair(key, others)


@pytest.mark.parametrize(
    ("key", "others"),
    [
        ("In May", ["In June", "In July"]),
        ("The council report", ["The coach of the club", "A survey of swimmers"]),
        ("Children never swim there.", ["Children always swim there.", "Children swim there now."]),
        ("Perhaps in May", ["Perhaps in June", "In the summer"]),
    ],
)
def test_an_unmarked_key_is_fair(key: str, others: list[str]) -> None:
    assert CUES.fair(key, others)


@pytest.mark.parametrize(("key", "fair"), [("abcdefghij", True), ("abcdefghijk", False)])
def test_a_wording_around_short_options_brings_out_a_long_key(key: str, fair: bool) -> None:
    others = ["rstuv", "rstuvw"]
    assert max(map(len, (key, *others))) < FLOOR
    framed = [len(f"“{text}” (par. 9)") for text in (key, *others)]
    assert (odd_length(framed[0], framed[1:]) == "") is fair
    assert CUES.fair(key, others) is fair
