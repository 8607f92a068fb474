"""Answers that put things in an order: a whole list, or places as far as they were given."""

from collections.abc import Iterable, Mapping, Sequence, Set
from typing import Any, TypeGuard

from app.errors import MalformedResponse

Placing = list[str] | dict[str, int]
"""Ids in their order; or, where places are missing or taken twice, id -> place (from 1).

The second form keeps an answer that was given without JavaScript exactly as it is, half done or
with two things in one place: nothing of it is dropped, and nothing is made up.
"""


def form_places(form: Mapping[str, Sequence[str]]) -> dict[str, Any] | None:
    """`{id: place}` as far as places were chosen; None when none was.

    What is no place stays as it was sent, and `read_places` refuses it.
    """
    given = {row: [value for value in values if value] for row, values in form.items()}
    places = {row: _place(values) for row, values in given.items() if values}
    return places or None


def _place(values: Sequence[str]) -> Any:
    value = values[0]
    if len(values) > 1 or not (value.isascii() and value.isdigit() and len(value) < 3):
        return list(values)
    return int(value)


def read_places(raw: Any, ids: Set[str], *, whole: bool) -> Placing | None:
    """A list when the places run from 1 without a gap, else `{id: place}`; None for nothing.

    With `whole`, only a list of all ids counts as one. Raises MalformedResponse for anything else.
    """
    if raw is None or raw == []:
        return None
    if isinstance(raw, dict):
        return _listed(_checked(raw, ids), len(ids) if whole else len(raw))
    if not _is_list_of_texts(raw):
        raise MalformedResponse("The answer must be a list of ids, or an object of their places.")
    each_once = len(set(raw)) == len(raw) and set(raw) <= ids
    if not each_once or (whole and len(raw) < len(ids)):
        raise MalformedResponse(
            "Each id in the answer must be one of the question's, and all must be there once."
            if whole
            else "Each id in the answer must be one of the question's, and be there once."
        )
    return raw


def _is_list_of_texts(raw: Any) -> TypeGuard[list[str]]:
    return isinstance(raw, list) and all(isinstance(entry, str) for entry in raw)


def _checked(raw: dict[Any, Any], ids: Set[str]) -> dict[str, int]:
    places = range(1, len(ids) + 1)
    if not set(raw) <= ids or any(
        isinstance(place, bool) or not isinstance(place, int) or place not in places
        for place in raw.values()
    ):
        raise MalformedResponse(f"Each place must be a whole number from 1 to {len(ids)}.")
    return raw


def _listed(places: dict[str, int], full: int) -> Placing | None:
    if sorted(places.values()) == list(range(1, full + 1)):
        return sorted(places, key=places.__getitem__) or None
    return dict(sorted(places.items())) or None


def places_of(response: Placing) -> Mapping[str, int]:
    """Id -> place, from 1, whichever form an answer has."""
    if isinstance(response, dict):
        return response
    return {name: place for place, name in enumerate(response, start=1)}


def first_mistake(expected: Sequence[str], response: Placing) -> Iterable[tuple[str, str]]:
    """The first place that is not as expected, as one pair (id expected, id found) or none.

    The id is "" where nothing is expected any more, and where no id was placed, or several.
    """
    found: dict[int, list[str]] = {}
    for name, place in places_of(response).items():
        found.setdefault(place, []).append(name)
    for place in range(1, max(len(expected), *found) + 1):
        wanted = list(expected[place - 1 : place])
        there = found.get(place, [])
        if there != wanted:
            return [("".join(wanted), there[0] if len(there) == 1 else "")]
    return []
