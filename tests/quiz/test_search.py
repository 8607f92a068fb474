"""The last resort: it finds what there is, proves what there is not, and stops at its bound."""

from app.quiz.partial_paper import PartialPaper
from app.quiz.pool import Pool, make_pool
from app.quiz.search import Search, Steps
from tests.quiz.banks import bank, question


def pool_of_pairs(pairs: int) -> Pool:
    """Pairs of questions of which each two exclude each other."""
    return make_pool(
        bank([question(f"{n:02}{side}", about=[f"x{n}"]) for n in range(pairs) for side in "ab"])
    )


def search(pool: Pool, need: int, steps: Steps, seen: int = 0, reuse: int = 0) -> list[str] | None:
    paper = PartialPaper(pool, pool.every, ()).to_fill([(pool.every, need)])
    found = Search(tuple(range(len(pool.cards))), seen, steps).fill(paper, reuse)
    return [card.id for card in found.cards] if found else None


def test_it_finds_the_paper_that_there_is() -> None:
    assert search(pool_of_pairs(4), 4, Steps(100)) == ["00a", "01a", "02a", "03a"]


def test_with_steps_left_it_is_proved_that_there_is_none() -> None:
    steps = Steps(1000)
    assert search(pool_of_pairs(3), 4, steps) is None
    assert steps.left >= 0


def test_without_steps_it_gives_up() -> None:
    steps = Steps(20)
    assert search(pool_of_pairs(8), 9, steps) is None
    assert steps.left < 0


def test_seen_ones_come_in_only_as_far_as_allowed() -> None:
    pool = pool_of_pairs(2)
    seen = pool.bits(["00a", "00b"])
    assert search(pool, 2, Steps(100), seen, reuse=0) is None
    assert search(pool, 2, Steps(100), seen, reuse=1) == ["00a", "01a"]
