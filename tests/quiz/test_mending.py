"""Mending a whole paper: faults go, the rest stays, and nothing comes in that may not."""

from dataclasses import replace

from app.quiz.dealing import Deal
from app.quiz.faults import FAULTS, faults
from app.quiz.mending import mended
from app.quiz.partial_paper import PartialPaper
from app.quiz.pool import Pool, make_pool
from app.quiz.preferences import Aims, aims_of
from tests.quiz.banks import bank, question

POOL = make_pool(
    bank(
        [
            *(question(f"c{n}") for n in range(6)),
            question("order", kind="order"),
            question("numeric", kind="numeric", about=["x"]),
            question("about-x", "framing", kind="choice", about=["x"]),
            question("far", "framing", kind="multiple"),
        ]
    )
)


def paper(pool: Pool, *names: str) -> PartialPaper:
    places = tuple(pool.places[name] for name in names)
    return PartialPaper(pool, 0, (), places, pool.bits(names))


def aims(pool: Pool, total: int, avoid: tuple[str, ...] = ()) -> Aims:
    return aims_of(pool, pool.every, total, avoid)


def names_after(whole: PartialPaper, kept: int, found_in: Aims) -> list[str]:
    after = mended(whole, kept, whole.pool.every, found_in, Deal.of(whole.pool, 1))
    assert after.held == whole.pool.bits(card.id for card in after.cards)
    return [card.id for card in after.cards]


def test_another_kind_of_the_same_cell_takes_the_place_of_a_choice_too_many() -> None:
    whole = paper(POOL, "c0", "c1", "c2", "far")
    assert faults(whole, aims(POOL, 4)) > 0
    after = names_after(whole, 0, aims(POOL, 4))
    assert len({"order", "numeric"} & set(after)) == 1
    assert "far" in after


def test_what_clashes_with_the_rest_does_not_come_in() -> None:
    whole = paper(POOL, "c0", "c1", "c2", "about-x")
    assert "numeric" not in names_after(whole, 0, aims(POOL, 4))


def test_the_first_questions_stay() -> None:
    whole = paper(POOL, "c0", "c1", "c2", "far")
    assert names_after(whole, 2, aims(POOL, 4))[:2] == ["c0", "c1"]
    assert names_after(whole, 4, aims(POOL, 4)) == ["c0", "c1", "c2", "far"]


def test_nothing_seen_comes_in_and_what_was_used_only_if_nothing_else_helps() -> None:
    whole = paper(POOL, "c0", "c1", "c2", "far")
    seen = aims(POOL, 4, ("order",))
    assert "numeric" in names_after(whole, 0, seen)
    used = replace(aims(POOL, 4), used=POOL.bits(["order"]))
    assert "numeric" in names_after(whole, 0, used)
    both = replace(aims(POOL, 4), used=POOL.bits(["order", "numeric"]))
    assert {"order", "numeric"} & set(names_after(whole, 0, both))


def test_a_paper_without_a_fault_stays_as_it_is() -> None:
    whole = paper(POOL, "c0", "order", "far", "c1")
    assert faults(whole, aims(POOL, 4)) == 0
    assert names_after(whole, 0, aims(POOL, 4)) == ["c0", "order", "far", "c1"]


def test_every_fault_is_counted_with_its_weight() -> None:
    made = make_pool(
        bank(
            [
                question("f.1", family="f", group="g"),
                question("f.2", family="f", group="g"),
                question("h.1", family="h", group="g"),
                question("w", kind="order"),
                question("v", kind="numeric"),
            ]
        )
    )
    found_in = aims(made, 4)
    counts = {
        name: count(paper(made, "f.1", "f.2", "h.1", "w"), found_in)
        for name, (_, count) in FAULTS.items()
    }
    assert list(counts.values()) == [1, 1, 1, 1, 0]
    assert faults(paper(made, "f.1", "f.2", "h.1", "w"), found_in) == 8 + 6 + 3 + 3
    assert faults(paper(made, "f.1", "f.2", "h.1"), found_in) == 8 + 2 * 6 + 3 + 3 + 3
