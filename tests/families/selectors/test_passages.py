"""Phrases to be marked in a paragraph, sorted and matched."""

from tests.families.annotated import BANK
from tests.families.materials import misses, picks

PARAGRAPH = (
    "The pool opened in 1990. In its first summer it had 12 visitors a day and two lifeguards."
)
MARKED = (
    (
        BANK.replace(
            PARAGRAPH, "The pool opened in 1990. Its water was green. It is a real gem."
        ).replace(
            "evidence: it had 12 visitors a day and two lifeguards", "evidence: Its water was green"
        )
    )
    + """\
  gem:
    phrase: a real gem
    device: metaphor
    does: It speaks of a building as of a stone.
"""
)


def test_a_device_is_marked_among_plain_reports_of_other_sentences() -> None:
    pick = picks("passages", MARKED)["gem"]
    assert {one["phrase"] for one in pick.values["decoys"]} == {
        "The pool opened in 1990",
        "Its water was green",
    }
    assert pick.values["several"] is False


def test_words_of_the_same_sentence_are_no_decoys() -> None:
    together = MARKED.replace("Its water was green. It is", "Its water was green, and it is")
    assert "two other phrases" in misses("passages", together)["gem"]


def test_what_is_left_out_cannot_be_marked() -> None:
    assert "no place of its own" in misses("passages")["no-name"]


def test_a_device_that_could_be_taken_for_the_kind_is_no_decoy() -> None:
    close = (
        MARKED
        + """\
  green-water:
    phrase: Its water was green
    device: label
    does: It calls the water by a colour.
"""
    )
    assert "two other phrases" in misses("passages", close)["gem"]


def test_a_second_kind_of_a_device_counts_as_well() -> None:
    both = BANK.replace("    device: label\n", "    device: label\n    also: metaphor\n")
    groups = [pick.about for pick in picks("sorted kinds", both).values()]
    assert not any({"family", "miser"} <= set(group) for group in groups)


def test_kinds_that_are_sorted_cannot_be_taken_for_each_other() -> None:
    (pick,) = picks("sorted kinds").values()
    assert {one["kind"] for one in pick.values["kinds"]} == {"hedge", "metaphor", "omission"}
