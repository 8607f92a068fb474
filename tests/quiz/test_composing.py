"""What a paper has that a person could have written, and how evenly its questions come."""

from collections import Counter
from dataclasses import replace

import pytest

from app.domain.bank import Bank, ContentNote
from app.domain.question import Question
from app.quiz.blueprint import Blueprint
from app.quiz.drawing import draw
from app.quiz.preferences import GROUP_LIMIT
from tests.quiz.banks import bank, question
from tests.quiz.mixed import FACT_VS_OPINION, made, mixed_bank, written

PAPERS = 400
MIXED = mixed_bank()


def papers_of(of: Bank, count: int = PAPERS) -> list[list[Question]]:
    return [
        [of.by_id[item.question] for item in draw(of, Blueprint(), seed).items]
        for seed in range(count)
    ]


DRAWN = papers_of(MIXED)


@pytest.mark.parametrize("paper", DRAWN[:60])
def test_a_paper_is_as_a_person_would_have_written_it(paper: list[Question]) -> None:
    families = Counter(one.family for one in paper if one.family)
    groups = Counter(one.group for one in paper if one.group)
    assert sum(not one.family for one in paper) >= 6
    assert max(families.values(), default=0) == 1
    assert max(groups.values(), default=0) <= GROUP_LIMIT
    assert len({one.kind for one in paper}) >= 5
    assert sum(one.kind == "choice" for one in paper) <= 6
    assert any(str(one.skill) == FACT_VS_OPINION for one in paper)
    assert Counter(one.level for one in paper) == {1: 4, 2: 5, 3: 3}


def test_no_hand_written_question_comes_never_and_none_too_often() -> None:
    often = Counter(one.id for paper in DRAWN for one in paper)
    shares = [often[one.id] / PAPERS for one in MIXED.questions if not one.family]
    assert min(shares) > 0.005
    assert max(often.values()) / PAPERS <= 0.3


def test_questions_that_get_in_nothing_s_way_do_not_fill_every_gap() -> None:
    """Most questions are about two of twelve claims; a ninth of them are about nothing."""
    mine = [
        one if n % 9 == 0 else replace(one, about=frozenset([f"c{n % 7}", f"d{n % 5}"]))
        for n, one in enumerate(written(8))
    ]
    drawn = papers_of(bank([*mine, *made()]), 300)
    often = Counter(one.id for paper in drawn for one in paper)
    assert max(often.values()) / 300 < 0.26  # in a series of one paper: 0.29


def test_three_quarters_are_hand_written_where_the_bank_is_rich() -> None:
    for paper in papers_of(bank([*written(16), *made()]), 20):
        assert sum(not one.family for one in paper) == 9


def test_where_there_are_no_families_all_is_hand_written() -> None:
    for paper in papers_of(bank(written(4)), 20):
        assert sum(not one.family for one in paper) == 12


def test_a_family_comes_twice_only_where_it_must() -> None:
    few = bank([one for one in made() if one.family.endswith("-1")])
    for paper in papers_of(few, 20):
        assert max(Counter(one.family for one in paper).values()) == 2


def test_a_bank_with_a_content_note_reassures_in_every_paper() -> None:
    rare = [question(f"rare{n}", "framing", 2, reassures=True) for n in range(3)]
    of = bank([*MIXED.questions, *rare])
    noted = Bank(**(vars(of) | {"content_note": ContentNote(topics=("war",))}))
    assert all(any(one.reassures for one in paper) for paper in papers_of(noted, 60))
    assert not all(any(one.reassures for one in paper) for paper in papers_of(of, 60))


def test_families_come_by_their_weight_and_not_by_their_size() -> None:
    large = [question(f"large.{n}", family="large") for n in range(30)]
    small = [question(f"small.{n}", family="small") for n in range(5)]
    heavy = [question(f"heavy.{n}", family="heavy", weight=3) for n in range(5)]
    of = bank([*large, *small, *heavy])
    came = Counter(
        of.by_id[draw(of, Blueprint(1, 0, 0), seed).items[0].question].family for seed in range(500)
    )
    assert abs(came["large"] - came["small"]) < 50
    assert came["heavy"] > came["small"] * 1.8


def test_verdicts_come_by_their_share_of_the_family_though_some_fit_more_often() -> None:
    """Questions about one claim are kept out by the hand-written one that always comes."""
    options = ["It says so.", "It leaves this open."]

    def verdict(n: int, right: int) -> Question:
        about = [f"claim{n}"] if right == 0 else []
        return question(
            f"v{right}.{n}",
            "framing",
            family="verdict",
            about=about,
            answer=options[right],
            distractors=[options[1 - right]],
        )

    family = [verdict(n, right) for right in (0, 1) for n in range(10)]
    about_most = question("main", "facts", about=[f"claim{n}" for n in range(9)])
    of = bank([about_most, *family])
    blueprint = Blueprint(1, 0, 1)
    drawn = [draw(of, blueprint, seed).items for seed in range(400)]
    said = sum(item.question.startswith("v0") for items in drawn for item in items)
    assert abs(said - 200) < 40


def test_a_stem_that_tells_keeps_its_question_out() -> None:
    asked = question("lamp", answer="a red lamp", distractors=["a bell"])
    teller = question("teller", prompt="Who saw a red lamp?")
    of = bank([asked, teller, question("other"), question("another")])
    for seed in range(20):
        names = {item.question for item in draw(of, Blueprint(2, 0, 0), seed).items}
        assert not {"lamp", "teller"} <= names
