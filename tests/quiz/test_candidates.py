"""Questions as the drawing sees them: their cells, groups and verdicts."""

from app.domain.identity import short_id
from app.quiz.candidates import candidates_of, verdicts_of
from tests.quiz.banks import question

SAYS, OPEN = "It says so.", "It leaves this open."


def test_a_candidate_has_its_cell_and_group() -> None:
    one, made = candidates_of(
        [
            question("one", "sourcing/source-chain", 2),
            question("made", "framing", 3, family="what-it-adds", group="effects", weight=3),
        ]
    )
    assert (one.cell, one.skill, one.level, one.part) == (4, 1, 1, "sourcing/source-chain")
    assert (one.family, one.group) == ("", "")
    assert (made.cell, made.family, made.group, made.weight) == (8, "what-it-adds", "effects", 3)


def test_a_family_without_a_group_is_its_own() -> None:
    [made] = candidates_of([question("made", family="which-device")])
    assert (made.group, made.weight) == ("which-device", 1)


def test_a_family_that_offers_the_same_always_has_verdicts() -> None:
    said = question("said", family="verdict", answer=SAYS, distractors=[OPEN])
    left = question("left", family="verdict", answer=OPEN, distractors=[SAYS])
    other = question("other", family="which", answer="a", distractors=["b"])
    another = question("another", family="which", answer="a", distractors=["c"])
    written = question("written", answer=SAYS, distractors=[OPEN])
    assert verdicts_of([said, left, other, another, written]) == {
        "said": short_id(SAYS),
        "left": short_id(OPEN),
    }
