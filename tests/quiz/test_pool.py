"""Pools: sets of candidates as bits, what keeps them apart, and how long they are kept."""

import gc
from weakref import ref

from app.domain.annotation import Claim
from app.domain.bank import Bank, ContentNote
from app.quiz import pool as pools
from app.quiz.pool import CLAIMS, ENEMIES, STEMS, Bits, Pool, make_pool, pool_of
from tests.quiz.banks import bank, question

FIRE = Claim("fire", "It burnt.", (), "opinion", ("w",), enemies=frozenset(["smoke"]))
QUESTIONS = [
    question("a", answer="a red lamp", distractors=["a bell"]),
    question("b", "framing", 3, about=["fire"], kind="order"),
    question("c", "framing", 2, about=["smoke"], family="f", group="g"),
    question("d", "sourcing", 2, enemies=["b"], prompt="Who saw a red lamp?"),
]
POOL = make_pool(bank(QUESTIONS, [FIRE, Claim("smoke", "So.", (), "opinion", ("w",))]))


def names(found: Bits, pool: Pool = POOL) -> str:
    return "".join(card.id for place, card in enumerate(pool.cards) if found >> place & 1)


def test_candidates_are_sorted_by_what_they_are() -> None:
    assert [names(bits) for bits in POOL.of_skill] == ["a", "d", "bc"]
    assert [names(bits) for bits in POOL.of_level] == ["a", "cd", "b"]
    assert names(POOL.of_cell[8]) == "b"
    assert {kind: names(bits) for kind, bits in POOL.of_kind.items()} == {
        "choice": "acd",
        "order": "b",
    }
    assert names(POOL.written) == names(POOL.of_group[""]) == "abd"
    assert names(POOL.of_family["f"]) == names(POOL.of_group["g"]) == "c"
    assert names(POOL.every) == "abcd"


def test_each_knows_what_it_rules_out_and_why() -> None:
    assert [names(bits) for bits in POOL.clashes] == ["ad", "bcd", "bc", "abd"]
    assert POOL.breadths == (2, 3, 2, 3)
    assert [names(bits) for bits in POOL.limits[ENEMIES]] == ["", "d", "", "b"]
    assert [names(bits) for bits in POOL.limits[CLAIMS]] == ["", "bc", "bc", ""]
    assert [names(bits) for bits in POOL.limits[STEMS]] == ["d", "", "", "a"]
    assert [names(bits) for bits in POOL.without(CLAIMS).clashes] == ["ad", "bd", "c", "abd"]
    assert POOL.without_families().family_limit == 4


def test_no_kinds_means_every_kind() -> None:
    assert names(POOL.of_kinds(["order", "numeric"])) == "b"
    assert POOL.of_kinds([]) == POOL.every
    assert names(POOL.bits(["a", "x"])) == "a"


def test_only_a_bank_with_a_content_note_reassures() -> None:
    calm = bank([question("a"), question("rare", reassures=True)])
    noted = Bank(**(vars(calm) | {"content_note": ContentNote(topics=("war",))}))
    assert make_pool(calm).reassuring == 0
    assert names(make_pool(noted).reassuring, make_pool(noted)) == "rare"


def test_a_pool_is_kept_as_long_as_its_bank() -> None:
    of = bank(QUESTIONS)
    kept = ref(pool_of(of))
    assert pool_of(of) is kept()
    del of
    gc.collect()
    assert kept() is None
    assert all(found() is not None for found, _ in pools._POOLS.values())
