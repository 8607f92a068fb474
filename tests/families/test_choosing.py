"""Choosing two distractors so that nothing marks the key."""

from app.families.choosing import choose, distinct
from tests.families.materials import material_of


def test_the_best_fair_candidates_are_chosen_and_the_key_never() -> None:
    candidates = ["In May", "in may!", "In June", "In June", "In July", "In August"]
    chosen = choose(material_of(), "months", "In May", candidates)
    assert chosen is not None
    assert set(chosen) <= {"In June", "In July", "In August"}
    assert len(set(chosen)) == 2
    assert choose(material_of(), "months", "In May", candidates) == chosen
    assert choose(material_of(), "months", "In May", ["In June"]) is None


def test_over_many_questions_of_a_family_the_key_is_as_often_short_as_long() -> None:
    key, candidates = "abcd efgh", ["ijklm nopq", "qrs tuv", "wxyz abcde", "fgh ijk", "lmnopq rst"]
    material, ranks = material_of(), [0, 0, 0]
    for _ in range(30):
        chosen = choose(material, "letters", key, candidates)
        assert chosen is not None
        ranks[sum(len(other) < len(key) for other in chosen)] += 1
    assert ranks == [10, 10, 10]


def test_a_key_that_can_only_be_the_shortest_is_not_chosen_for_ever() -> None:
    material = material_of()
    chosen = [choose(material, "a", "abc", ["abcd e", "fghi j", "klmn o"]) for _ in range(9)]
    assert [bool(one) for one in chosen] == [True] * 5 + [False] * 4
    assert choose(material, "another family", "abc", ["abcd e", "fghi j"])


def test_a_choice_that_does_not_fit_is_not_taken() -> None:
    material = material_of()
    wanted = ["In June", "In July", "In April"]
    chosen = choose(material, "months", "In May", wanted, str, lambda pair: "In April" in pair)
    assert chosen is not None
    assert "In April" in chosen
    assert choose(material, "months", "In May", wanted, str, lambda _: False) is None


def test_options_that_say_the_same_are_taken_once() -> None:
    assert distinct(["a", "A.", "b", "c"], str, 2) == ["a", "b"]
    assert distinct(["a", "b"], str, 2, apart="a") == ["b"]
