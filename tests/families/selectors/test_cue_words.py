"""The words that name the source of a statement, among words that do not."""

from tests.families.annotated import BANK
from tests.families.materials import material_of, misses, picks

CUE = "    cue: A neighbour, who gave no name, said\n"


def test_the_cue_is_marked_among_other_words_of_its_paragraph() -> None:
    material = material_of()
    pick = picks("cue words")["full"]
    assert pick.values["cues"] == ["A neighbour, who gave no name, said"]
    assert pick.evidence[0] == material.claims["full"].cue
    phrases = {one["phrase"] for one in pick.values["decoys"]}
    assert phrases == {"the car park is often full", "Nobody has counted the cars"}


def test_a_claim_without_a_cue_is_not_asked_for() -> None:
    assert picks("cue words", BANK.replace(CUE, "")) == {}


def test_a_paragraph_with_no_other_phrases_has_nothing_to_choose_from() -> None:
    alone = BANK.replace("evidence: Nobody has counted the cars", "evidence: In its first summer")
    assert "two other phrases" in misses("cue words", alone)["full"]


def test_words_that_name_another_source_are_no_decoys() -> None:
    more = """\
  talk:
    says: There was some talk of it on the air.
    evidence: Nobody has counted
    status: unattributed
    chain: [writer]
"""
    bank = (
        BANK.replace("claims:\n", f"claims:\n{more}")
        .replace(
            "Nobody has counted the\n    cars.",
            "Nobody has counted the cars, says the local radio.",
        )
        .replace(
            "evidence: Nobody has counted the cars", "evidence: the cars, says the local radio"
        )
    )
    found = picks("cue words", bank)["full"].values["decoys"]
    assert "the cars, says the local radio" not in {one["phrase"] for one in found}
