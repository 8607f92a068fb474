"""What a statement stands on, and what a second report would add."""

from tests.families.annotated import BANK
from tests.families.materials import picks

MORE = """\
  tiles:
    says: New tiles were laid in the hall.
    evidence: {quote: In its first summer, paragraph: 6}
    status: unattributed
    chain: [writer]
  wages:
    says: The trainers get more money than in other towns.
    evidence: {quote: According to the town's budget, paragraph: 4}
    status: attributed
    chain: [budget, writer]
  pupils:
    says: Most of the classes come on foot.
    evidence: {quote: Mayor Adam Brandt, paragraph: 5}
    status: attributed
    chain: [brandt, writer]
"""
RICH = BANK.replace("claims:\n", f"claims:\n{MORE}")


def test_a_report_adds_nothing_a_second_source_or_a_first_one() -> None:
    found = {item: pick.values for item, pick in picks("second reports", RICH).items()}
    assert {values["adds"] for values in found.values()} >= {"nothing", "first"}
    for values in found.values():
        claim, cited = values["claim"], values["cited"]["id"]
        sources = {one["id"] for one in claim["chain"][:-1]}
        assert (cited in sources) is (values["adds"] == "nothing")
        assert (sources == set()) is (values["adds"] == "first")
        assert {one["adds"] for one in values["wrong"]} | {values["adds"]} == {
            "nothing",
            "second",
            "first",
        }


def test_no_answer_is_given_more_than_three_times() -> None:
    adds = [pick.values["adds"] for pick in picks("second reports", RICH).values()]
    assert max(map(adds.count, adds)) <= 3


def test_a_source_that_fails_takes_its_statement_with_it_and_no_other() -> None:
    for item, pick in picks("falling with", RICH).items():
        key, others = pick.values["claim"], pick.values["others"]
        assert item in {one["id"] for one in key["chain"]}
        assert not any(item in {one["id"] for one in other["chain"]} for other in others)


def test_an_opinion_has_no_support_to_lose() -> None:
    keys = {pick.values["claim"]["status"] for pick in picks("falling with", RICH).values()}
    assert keys
    assert "opinion" not in keys
