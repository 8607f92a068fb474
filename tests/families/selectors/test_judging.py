"""Several statements: made or reported, contradicted, left open."""

from collections import Counter

from tests.families.annotated import BANK
from tests.families.materials import misses, picks


def test_every_group_has_a_statement_without_a_source() -> None:
    """Otherwise what is left open would be known by its form."""
    for pick in picks("judgements").values():
        settled = [row for row in pick.values["rows"] if row["is"] != "not stated"]
        assert any(not row["text"].startswith("According to") for row in settled)


def test_rows_of_others_carry_their_source() -> None:
    rows = [row for pick in picks("judgements").values() for row in pick.values["rows"]]
    by_claim = {row["claim"]["id"]: row["text"] for row in rows if "claim" in row}
    assert by_claim["seniors"].startswith("According to a survey, ")


def test_opinions_and_forecasts_are_no_rows() -> None:
    shown = {name for pick in picks("judgements").values() for name in pick.about}
    assert shown
    assert not shown & {"warm", "schools"}


def test_without_not_stated_nothing_is_judged() -> None:
    bank = BANK[: BANK.index("not_stated:")] + BANK[BANK.index("devices:") :]
    assert misses("judgements", bank) == {"all": "the bank has no entries in not_stated"}


def test_there_are_always_two_wrong_statements_beside_right_ones() -> None:
    for pick in picks("supported").values():
        right, wrong = pick.values["right"], pick.values["wrong"]
        assert len(right) >= 2
        assert len(wrong) >= 1
        assert len(right) + len(wrong) >= 4


def test_what_is_left_open_stands_among_statements_without_a_source() -> None:
    for pick in picks("left open").values():
        shown = [one["reported"] for one in (*pick.values["reported"], *pick.values["denied"])]
        assert len(shown) == 2
        assert not [text for text in (pick.values["text"], *shown) if "According" in text]


def test_an_open_version_stands_beside_its_claim_and_a_version_that_is_denied() -> None:
    values = picks("left open")["opened.1"].values
    assert values["text"] == "The first swimmers came in 1990 by bus."
    assert [one["id"] for one in values["reported"]] == ["opened"]
    assert [one["open"] for one in values["denied"]] == [False]


def test_the_parts_of_rows_are_not_the_same_in_every_group() -> None:
    claims = "".join(
        f"""\
  own{n}:
    says: The pool has {n} lockers on its upper floor.
    evidence: {{quote: The pool opened in 1990, paragraph: 6}}
    status: reported fact
    chain: [writer]
    misreadings: {{The pool has {n}1 lockers on its upper floor.: Not so.}}
"""
        for n in range(2, 26)
    )
    entries = "".join(f"  - {{says: It has {n} slides., absent: [slides]}}\n" for n in range(9))
    bank = BANK.replace("claims:\n", f"claims:\n{claims}")
    found = picks("judgements", bank.replace("not_stated:\n", f"not_stated:\n{entries}"))
    sorts = {
        tuple(sorted(Counter(str(row["is"]) for row in pick.values["rows"]).items()))
        for pick in found.values()
    }
    assert len(sorts) > 2
