"""The paragraph that says, denies or does something, among two that do not."""

from collections import Counter

from tests.families.annotated import BANK
from tests.families.materials import misses, picks


def test_a_claim_is_asked_for_itself_or_by_a_wrong_version_and_never_by_both() -> None:
    said = set(picks("saying"))
    denied = {item.rpartition(".")[0] for item in picks("denying")}
    assert said
    assert denied
    assert not said & denied


def test_the_right_paragraph_is_one_of_three_in_order() -> None:
    for pick in (*picks("saying").values(), *picks("denying").values()):
        numbers = [one["number"] for one in pick.values["numbers"]]
        assert len(numbers) == 3
        assert numbers == sorted(numbers)
        assert pick.values["number"] in numbers
        assert pick.values["number"] == pick.evidence[0].paragraph


def test_the_right_paragraph_has_no_usual_place() -> None:
    for selector in ("saying", "denying", "at work"):
        places = Counter(
            [one["number"] for one in pick.values["numbers"]].index(pick.values["number"])
            for pick in picks(selector).values()
        )
        assert max(places.values()) - min(places[place] for place in range(3)) <= 3


def test_the_reason_says_what_another_paragraph_is_about() -> None:
    for pick in picks("saying").values():
        for other in pick.values["others"]:
            assert other["says"] or other["opening"]


def test_a_paragraph_that_has_the_words_too_is_not_offered() -> None:
    text = "The pool opened in 1990. In its first summer"
    twice = BANK.replace(text, f"The first swimmers came. {text}").replace(
        "The pool stays open all winter.", "The pool stays open all winter, as swimmers came first."
    )
    assert twice != BANK
    for pick in picks("saying", twice).values():
        if pick.item == "opened":
            assert 1 not in [one["number"] for one in pick.values["numbers"]]


def test_an_opinion_or_a_rumour_is_not_looked_for() -> None:
    asked = {*picks("saying"), *(item.rpartition(".")[0] for item in picks("denying"))}
    assert not asked & {"warm", "schools"}


def test_a_paragraph_with_a_device_of_the_same_kind_is_not_offered() -> None:
    more = """\
  other-hedge:
    phrase: heating costs at least
    device: hedge
    does: It keeps the sum from sounding exact.
"""
    pick = picks("at work", BANK + more)["about-half"]
    assert 4 not in [one["number"] for one in pick.values["numbers"]]


def test_a_text_of_two_paragraphs_offers_none() -> None:
    start, end = BANK.index('    "The water'), BANK.index("    The pool opened")
    short = BANK[:start] + BANK[end:]
    short = (
        short[: short.index("claims:")]
        + """\
claims:
  opened:
    says: The first swimmers came in 1990.
    evidence: The pool opened in 1990
    status: reported fact
    chain: [writer]
"""
    )
    short = short.replace("  voices: {1: writer, 2: ortiz, 4: budget}\n", "")
    assert "two other paragraphs" in misses("saying", short)["opened"]
