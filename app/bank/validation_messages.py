"""What pydantic finds wrong, said to a teacher: one sentence on the invalid, one on the cure.

Every type of error that the models can raise has its entry in `WORDINGS`; pydantic's own words
never reach a reader.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from app.bank.invalid_field import InvalidField, capital, shown, then, with_colon
from app.bank.problems import excerpt, listed
from app.domain.fields import AS_LIST, AS_MAPPING, AS_TEXT, AS_TRUTH

Said = tuple[str, str, str]
"""Rule, message, help."""

_FORMS: Final = {
    AS_TEXT: "a text",
    AS_MAPPING: "a mapping (key: text)",
    AS_LIST: "a list",
    AS_TRUTH: "true or false",
}

_PATTERNS: Final[Sequence[tuple[str, str]]] = (
    ("[a-z0-9_", ("Use lower case letters, digits, hyphens and underscores, at most 64, and begin "
     "with a letter or digit: contest-place.")),
    (r"^\d{4}-", "Write year, month and day: 2017-02-04."),
    ("https?", "Write the whole address, from https:// on, without spaces."),
    ("[A-Za-z]{2,3}", "Write a language tag: en, de, pt-BR."),
    ("[1-9]", "Write the number of a paragraph; the first one is 1."),
    ("txt", "Write the plain name of a file beside the bank that ends with .txt: my-article.txt."),
)  # fmt: skip

_YES_NO: Final = {"yes": "true", "on": "true", "no": "false", "off": "false"}


def say(invalid: InvalidField) -> Said:
    """Rule, message and help of a invalid."""
    return WORDINGS.get(invalid.type, _unforeseen)(invalid)


def _missing(invalid: InvalidField) -> Said:
    return (
        "missing-key",
        f"{capital(invalid.owner)} has no {invalid.name}.",
        f"Add {with_colon(invalid.name)}.{then(invalid.about)}",
    )


def _unknown(invalid: InvalidField) -> Said:
    bare = invalid.name.strip("`“”")
    close = invalid.problems.close(bare, invalid.known)
    advice = f"Did you mean `{close}`?" if close else f"Possible here: {', '.join(invalid.known)}."
    return "unknown-key", f"{capital(invalid.owner)} can have no {invalid.name}.", advice


def _no_text(invalid: InvalidField) -> Said:
    if invalid.value is None:
        return _empty(invalid)
    if isinstance(invalid.value, bool):
        written = str(invalid.value).lower()
        advice = f'If the text is meant, write "{written}" in quotation marks.'
        return "wrong-type", f"{capital(invalid.name)} is {written}, not a text.", advice
    form = "a list" if isinstance(invalid.value, list) else "a mapping"
    advice = "Write one text. A text that holds a colon or begins with [ or { needs quotation marks"
    return "wrong-type", f"{capital(invalid.name)} is {form}, not a text.", f"{advice}."


def _empty(invalid: InvalidField) -> Said:
    return "empty", f"{capital(invalid.name)} is empty.", _or_leave_out(invalid)


def _or_leave_out(invalid: InvalidField) -> str:
    if invalid.name.startswith("“"):
        return "Write the reason after the colon. Inside { }, quote a text that has a comma."
    return f"Write it, or leave it out if it is optional. {invalid.about}".strip()


def _too_long(invalid: InvalidField) -> Said:
    longest = invalid.context.get("max_length", "")
    return "too-long", f"{capital(invalid.name)} is longer than {longest} signs.", "Shorten it."


def _too_many(invalid: InvalidField) -> Said:
    most = invalid.context.get("max_length", "")
    return "too-long", f"{capital(invalid.name)} has more than {most} entries.", "Take some out."


def _wrong_form(invalid: InvalidField) -> Said:
    pattern = str(invalid.context.get("pattern", ""))
    advice = next((advice for part, advice in _PATTERNS if part in pattern), invalid.about)
    return (
        "wrong-value",
        f"{capital(invalid.name)} cannot be written like this: {excerpt(str(invalid.value))}.",
        advice,
    )


def _no_number(invalid: InvalidField) -> Said:
    if invalid.value is None:
        return _empty(invalid)
    return (
        "wrong-type",
        f"{capital(invalid.name)} must be a whole number, not {shown(invalid.value)}.",
        "Write the digits without quotation marks." + then(invalid.about),
    )


def _no_decimal(invalid: InvalidField) -> Said:
    if invalid.value is None:
        return _empty(invalid)
    return (
        "wrong-type",
        f"{capital(invalid.name)} must be a number, not {shown(invalid.value)}.",
        "Write the digits, with a point for decimals, without quotation marks."
        + then(invalid.about),
    )


def _wrong_number(invalid: InvalidField) -> Said:
    message = f"{capital(invalid.name)} cannot be {shown(invalid.value)}."
    return "wrong-value", message, invalid.about or "Count from 1."


def _no_truth(invalid: InvalidField) -> Said:
    meant = _YES_NO.get(str(invalid.value).lower())
    return (
        "wrong-type",
        f"{capital(invalid.name)} must be true or false, not {shown(invalid.value)}.",
        f"Write {meant or 'true or false'}, without quotation marks.",
    )


def _not_listed(invalid: InvalidField) -> Said:
    expected = str(invalid.context.get("expected", ""))
    known = [
        word.strip("'").replace("True", "true").replace("False", "false")
        for word in re.findall(r"'[^']*'|True|False|\d+", expected)
    ]
    if invalid.value is None:
        return _empty(invalid)
    close = _meant(invalid, known)
    meant = f"Did you mean {close}? " if close else ""
    return (
        "wrong-value",
        f"{capital(invalid.name)} cannot be {shown(invalid.value)}.",
        f"{meant}It is one of: {', '.join(known)}.",
    )


def _meant(invalid: InvalidField, known: Sequence[str]) -> str | None:
    word = str(invalid.value)
    if "true" in known and word.lower() in _YES_NO:
        return _YES_NO[word.lower()]
    return invalid.problems.close(word, known) if isinstance(invalid.value, str) else None


def _no_list(invalid: InvalidField) -> Said:
    if invalid.value is None:
        return _empty(invalid)
    return (
        "wrong-type",
        f"{capital(invalid.name)} must be a list, not {shown(invalid.value)}.",
        "Write [one, two], or each entry in a line of its own after a hyphen and a space.",
    )


def _no_mapping(invalid: InvalidField) -> Said:
    if invalid.value is None:
        return _empty(invalid)
    keys = f" with keys such as {', '.join(invalid.known[:4])}" if invalid.known else ""
    return (
        "wrong-type",
        f"{capital(invalid.name)} must be a mapping (key: value), not {shown(invalid.value)}.",
        f"Write one `key: value` a line, indented{keys}.",
    )


def _wrong_shape(invalid: InvalidField) -> Said:
    if invalid.value is None:
        return _empty(invalid)
    tags = str(invalid.context.get("expected_tags", ""))
    # The tags come as Python writes them, with their first sign escaped.
    forms = [said for tag, said in _FORMS.items() if tag[1:] in tags]
    return (
        "wrong-type",
        f"{capital(invalid.name)} must be {listed(forms)}, not {shown(invalid.value)}.",
        invalid.about or f"Write {listed(forms)}.",
    )


def _own_message(invalid: InvalidField) -> Said:
    message = str(invalid.context.get("message", "{name} is not right."))
    return "wrong-value", message.replace("{name}", capital(invalid.name)), invalid.about


def _unforeseen(invalid: InvalidField) -> Said:
    return (
        "wrong-value",
        f"{capital(invalid.name)} cannot be {shown(invalid.value)}.",
        invalid.about or "See the description of the format.",
    )


WORDINGS: Final[Mapping[str, Callable[[InvalidField], Said]]] = {
    "missing": _missing,
    "extra_forbidden": _unknown,
    "string_type": _no_text,
    "string_too_short": _empty,
    "too_short": _empty,
    "string_too_long": _too_long,
    "too_long": _too_many,
    "string_pattern_mismatch": _wrong_form,
    "int_type": _no_number,
    "float_type": _no_decimal,
    "finite_number": _wrong_number,
    "greater_than": _wrong_number,
    "greater_than_equal": _wrong_number,
    "less_than_equal": _wrong_number,
    "bool_type": _no_truth,
    "literal_error": _not_listed,
    "list_type": _no_list,
    "dict_type": _no_mapping,
    "model_type": _no_mapping,
    "union_tag_invalid": _wrong_shape,
    "bad-date": _own_message,
}
"""What is said, by pydantic's type of error."""
