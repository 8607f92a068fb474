"""The filters that a template may use, each a function of a value and the language's phrasing."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from app.families.refusal import Refused
from app.language.phrasing import Phrasing, capital

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter: `takes` and `gives` are types (see `types`), `about` is a line for the docs.

    `given` are the types of what stands in round brackets behind its name.
    """

    apply: Callable[..., Any]
    takes: str
    gives: str
    about: str
    given: tuple[str, ...] = ()


def _names(values: Sequence[Values], _phrasing: Phrasing) -> list[str]:
    return [value["name"] for value in values]


def _says(values: Sequence[Values], _phrasing: Phrasing) -> list[str]:
    return [value["says"] for value in values]


def _phrases(values: Sequence[Values], _phrasing: Phrasing) -> list[str]:
    return [value["phrase"] for value in values]


def _other_than(values: Sequence[Values], _phrasing: Phrasing, left_out: Any) -> list[Values]:
    """The values that are not among others, told apart by their ids."""
    several = left_out if isinstance(left_out, Sequence) else [left_out]
    ids = {value["id"] for value in several}
    return [value for value in values if value["id"] not in ids]


def _like(values: Sequence[Values], _phrasing: Phrasing, other: Values) -> list[Values]:
    """The values of the same type first, the rest after them."""
    kind = other.get("type", other.get("status", other.get("device")))
    return sorted(
        values,
        key=lambda value: value.get("type", value.get("status", value.get("device"))) != kind,
    )


FILTERS: Final[Mapping[str, Filter]] = {
    "lower_first": Filter(
        lambda text, phrasing: phrasing.lower_first(text),
        "text",
        "text",
        "a small letter first, as inside a sentence; names keep their capital",
    ),
    "capital": Filter(lambda text, _: capital(text), "text", "text", "a capital letter first"),
    "sentence": Filter(
        lambda text, phrasing: phrasing.sentence(text),
        "text",
        "text",
        "a capital letter first and a stop at the end",
    ),
    "ended": Filter(
        lambda text, phrasing: phrasing.ended(text),
        "text",
        "text",
        "a stop at the end, if it has none",
    ),
    "bare": Filter(
        lambda text, _: text.rstrip(" ."), "text", "text", "without the stop at its end"
    ),
    "quoted": Filter(
        lambda text, phrasing: phrasing.quoted(text), "text", "text", "in quotation marks"
    ),
    "after": Filter(
        lambda text, phrasing, word: phrasing.after(word, text),
        "text",
        "text",
        "behind a word that may melt with its article: {{ name | after('de') }} gives del informe",
        ("text",),
    ),
    "called": Filter(
        lambda text, phrasing: phrasing.called(text),
        "text",
        "text",
        "what a term of the format is called: {{ device.device | called }} gives a metaphor",
    ),
    "meaning": Filter(
        lambda text, phrasing: phrasing.meaning(text),
        "text",
        "text",
        "what a term of the format means, in a few words",
    ),
    "joined": Filter(
        lambda texts, phrasing: phrasing.joined(texts),
        "texts",
        "text",
        "a list in a sentence: a and b",
    ),
    "way": Filter(
        lambda texts, _: " → ".join(texts), "texts", "text", "a list as a way: a → b → c"
    ),
    "names": Filter(_names, "sources", "texts", "the names of sources"),
    "says": Filter(_says, "claims", "texts", "what claims say"),
    "phrases": Filter(_phrases, "devices", "texts", "the phrases of devices"),
    "other_than": Filter(
        _other_than, "list", "same", "without these: one, or a list such as claim.chain", ("any",)
    ),
    "like": Filter(
        _like, "list", "same", "those of the same type, status or device first", ("any",)
    ),
}
"""Every filter by its name."""

LONGEST_VALUE: Final = 2_000


def apply(name: str, value: Any, given: Sequence[Any], phrasing: Phrasing) -> Any:
    """Apply a filter; Refused when it is given what it cannot take, or too much of it."""
    known = FILTERS[name]
    if len(given) != len(known.given):
        needs = f"{len(known.given)} value" if known.given else "nothing"
        raise Refused(f"The filter “{name}” takes {needs} in round brackets.")
    for text in (value, *given):
        if isinstance(text, str) and len(text) > LONGEST_VALUE:
            raise Refused(f"This is longer than {LONGEST_VALUE:,} signs.", "Write less.")
    try:
        return known.apply(value, phrasing, *given)
    except (KeyError, TypeError, AttributeError) as error:
        raise Refused(
            f"The filter “{name}” cannot be used here: it takes {known.takes}."
        ) from error
