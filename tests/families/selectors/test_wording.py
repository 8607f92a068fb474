"""What a wording does, and whose wording it is."""

import pytest

from tests.families.annotated import BANK
from tests.families.materials import misses, picks

SEEMING = """\
    could_seem:
      It sorts whoever wants to save into a group of clever people.: A miser is no clever person.
      It makes those who want to save look as if there were many of them.: It is about a kind.
"""


def test_an_effect_stands_among_others_that_the_words_could_seem_to_have() -> None:
    (pick,) = picks("additions").values()
    assert pick.item == "family"
    assert [wrong["because"] for wrong in pick.values["wrong"]]
    assert len(pick.values["wrong"]) == 2


def test_without_two_of_them_nothing_is_asked() -> None:
    assert "could_seem" in misses("additions")["miser"]
    assert "could_seem" in misses("effects")["no-name"]
    does = "    does: It sorts whoever wants to save into a kind of person nobody likes.\n"
    bank = BANK.replace(does, does + SEEMING)
    assert "miser" in picks("additions", bank)


def test_a_plainer_wording_decides_how_the_effect_is_asked_for() -> None:
    plain = BANK.replace("    plainer: know each other\n", "")
    assert "family" in picks("effects", plain)
    assert "family" not in picks("additions", plain)


@pytest.mark.parametrize(
    ("item", "speaker"),
    [("no-name", "writer"), ("best-news", "writer")],
)
def test_words_outside_of_quotation_marks_are_the_writers(item: str, speaker: str) -> None:
    assert picks("speakers")[item].values["speaker"]["id"] == speaker


def test_quoted_words_are_those_of_the_one_who_is_quoted() -> None:
    more = """\
  never-cold:
    phrase: never cold
    device: exaggeration
    does: It leaves no room for a single cold day.
"""
    pick = picks("speakers", BANK + more)["never-cold"]
    assert pick.values["speaker"]["id"] == "ortiz"
    assert {one["id"] for one in pick.values["sources"]} & {"writer", "neighbour", "brandt"}


def test_words_on_anothers_word_outside_of_marks_are_no_ones_for_certain() -> None:
    assert "does not show whose" in misses("speakers")["about-half"]


def test_in_a_digest_words_outside_of_marks_are_not_the_writers() -> None:
    digest = BANK.replace("The pool stays open all winter.", 'The pool "stays open all winter".')
    digest = digest.replace(
        "evidence: The pool stays open all winter", "evidence: 'The pool \"stays open all winter\"'"
    )
    assert picks("speakers", digest) == {}
