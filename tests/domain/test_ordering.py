"""Orders given whole, half done, or with two things in one place: none of them is changed."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.ordering import first_mistake, form_places, places_of, read_places
from app.errors import MalformedResponse

IDS = frozenset("abcd")


@given(st.permutations(sorted(IDS)))
def test_a_form_with_every_place_is_a_list(order: list[str]) -> None:
    form = {name: [str(place)] for place, name in enumerate(order, start=1)}
    assert read_places(form_places(form), IDS, whole=True) == order


@given(st.dictionaries(st.sampled_from(sorted(IDS)), st.integers(1, 4)))
def test_whatever_is_placed_stays_where_it_is(places: dict[str, int]) -> None:
    for whole in (True, False):
        response = read_places(places, IDS, whole=whole)
        assert (places_of(response) if response else {}) == places


@pytest.mark.parametrize(
    ("places", "whole", "response"),
    [
        ({"b": 1, "a": 2}, False, ["b", "a"]),
        ({"b": 1, "a": 2}, True, {"a": 2, "b": 1}),
        ({"b": 1, "a": 3}, False, {"a": 3, "b": 1}),
        ({"a": 1, "b": 1}, False, {"a": 1, "b": 1}),
        ({"a": 2}, False, {"a": 2}),
        ({}, True, None),
        ([], True, None),
        ([], False, None),
    ],
)
def test_only_places_from_one_without_a_gap_are_a_list(
    places: Any, whole: bool, response: Any
) -> None:
    assert read_places(places, IDS, whole=whole) == response


@pytest.mark.parametrize(
    "form",
    [{"a": ["5"]}, {"a": ["0"]}, {"a": ["x"]}, {"a": ["1", "2"]}, {"a": ["²"]}, {"": ["1"]}],
)
def test_a_form_that_no_page_sends_is_refused(form: dict[str, list[str]]) -> None:
    with pytest.raises(MalformedResponse):
        read_places(form_places(form), IDS, whole=False)


def test_places_that_were_not_chosen_are_left_out() -> None:
    assert form_places({"a": ["2"], "b": [""], "c": []}) == {"a": 2}
    assert form_places({"a": [""]}) is None


@pytest.mark.parametrize(
    ("response", "mistake"),
    [
        (["a", "b"], []),
        (["a", "b", "x"], [("", "x")]),
        (["b", "a"], [("a", "b")]),
        (["a"], [("b", "")]),
        ({"a": 1, "x": 2, "y": 2}, [("b", "")]),
        ({"a": 1, "b": 2, "x": 4}, [("", "x")]),
        ({"b": 2}, [("a", "")]),
    ],
)
def test_the_first_mistake(response: Any, mistake: list[tuple[str, str]]) -> None:
    assert list(first_mistake(["a", "b"], response)) == mistake
