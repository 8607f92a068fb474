"""A paper in the making: what a choice closes, and whether the rest can be filled."""

from app.quiz.partial_paper import PartialPaper
from app.quiz.pool import Bits, Pool, make_pool
from tests.quiz.banks import bank, question

POOL = make_pool(
    bank(
        [
            question("a", about=["x"]),
            question("b", about=["x"]),
            question("c", "framing"),
            question("d", "framing", family="f"),
            question("e", "framing", family="f"),
            question("g", "framing", family="f"),
        ]
    )
)
BLANK = PartialPaper(POOL, POOL.every, ()).to_fill([(POOL.of_skill[0], 1), (POOL.of_skill[2], 3)])


def names(bits: Bits, pool: Pool = POOL) -> str:
    return "".join(card.id for place, card in enumerate(pool.cards) if bits >> place & 1)


def test_a_choice_closes_what_it_clashes_with_and_quotas_that_are_full() -> None:
    paper = BLANK.with_one(POOL.places["a"])
    assert names(paper.open) == "cdeg"
    assert [left for _, left in paper.quotas] == [0, 3]
    assert paper.chosen == (0,)
    assert names(paper.held) == "a"
    assert [card.id for card in paper.cards] == ["a"]
    assert not paper.fits(POOL.places["b"])
    assert paper.count(POOL.of_skill[0]) == 1


def test_two_of_a_family_close_the_family() -> None:
    paper = BLANK.with_one(POOL.places["d"])
    assert "e" in names(paper.open)
    assert "g" not in names(paper.with_one(POOL.places["e"]).open)


def test_a_quota_without_enough_candidates_cannot_be_filled() -> None:
    assert BLANK.can_be_filled()
    assert not BLANK.among(~POOL.of_skill[0]).can_be_filled()
    assert not BLANK.to_fill([(POOL.of_skill[0], 3)]).can_be_filled()


def test_a_paper_is_whole_when_nothing_is_missing() -> None:
    paper = BLANK
    for name in "acde":
        assert not paper.is_whole
        paper = paper.with_one(POOL.places[name])
    assert paper.is_whole


def test_a_quota_of_none_closes_its_candidates() -> None:
    assert names(BLANK.to_fill([(POOL.of_skill[0], 0), (POOL.of_skill[2], 1)]).open) == "cdeg"
