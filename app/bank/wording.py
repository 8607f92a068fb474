"""What pydantic finds wrong, said to a teacher: one sentence on the fault, one on the cure.

Every type of error that the models can raise has its entry in `WORDINGS`; pydantic's own words
never reach a reader.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from app.bank.fault import Fault, capital, shown, then, with_colon
from app.bank.findings import excerpt, listed
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


def say(fault: Fault) -> Said:
    """Rule, message and help of a fault."""
    return WORDINGS.get(fault.type, _unforeseen)(fault)


def _missing(fault: Fault) -> Said:
    return (
        "missing-key",
        f"{capital(fault.owner)} has no {fault.name}.",
        f"Add {with_colon(fault.name)}.{then(fault.about)}",
    )


def _unknown(fault: Fault) -> Said:
    bare = fault.name.strip("`“”")
    close = fault.findings.close(bare, fault.known)
    advice = f"Did you mean `{close}`?" if close else f"Possible here: {', '.join(fault.known)}."
    return "unknown-key", f"{capital(fault.owner)} can have no {fault.name}.", advice


def _no_text(fault: Fault) -> Said:
    if fault.value is None:
        return _empty(fault)
    if isinstance(fault.value, bool):
        written = str(fault.value).lower()
        advice = f'If the text is meant, write "{written}" in quotation marks.'
        return "wrong-type", f"{capital(fault.name)} is {written}, not a text.", advice
    form = "a list" if isinstance(fault.value, list) else "a mapping"
    advice = "Write one text. A text that holds a colon or begins with [ or { needs quotation marks"
    return "wrong-type", f"{capital(fault.name)} is {form}, not a text.", f"{advice}."


def _empty(fault: Fault) -> Said:
    return "empty", f"{capital(fault.name)} is empty.", _or_leave_out(fault)


def _or_leave_out(fault: Fault) -> str:
    if fault.name.startswith("“"):
        return "Write the reason after the colon. Inside { }, quote a text that has a comma."
    return f"Write it, or leave it out if it is optional. {fault.about}".strip()


def _too_long(fault: Fault) -> Said:
    longest = fault.context.get("max_length", "")
    return "too-long", f"{capital(fault.name)} is longer than {longest} signs.", "Shorten it."


def _too_many(fault: Fault) -> Said:
    most = fault.context.get("max_length", "")
    return "too-long", f"{capital(fault.name)} has more than {most} entries.", "Take some out."


def _wrong_form(fault: Fault) -> Said:
    pattern = str(fault.context.get("pattern", ""))
    advice = next((advice for part, advice in _PATTERNS if part in pattern), fault.about)
    return (
        "wrong-value",
        f"{capital(fault.name)} cannot be written like this: {excerpt(str(fault.value))}.",
        advice,
    )


def _no_number(fault: Fault) -> Said:
    if fault.value is None:
        return _empty(fault)
    return (
        "wrong-type",
        f"{capital(fault.name)} must be a whole number, not {shown(fault.value)}.",
        "Write the digits without quotation marks." + then(fault.about),
    )


def _no_decimal(fault: Fault) -> Said:
    if fault.value is None:
        return _empty(fault)
    return (
        "wrong-type",
        f"{capital(fault.name)} must be a number, not {shown(fault.value)}.",
        "Write the digits, with a point for decimals, without quotation marks." + then(fault.about),
    )


def _wrong_number(fault: Fault) -> Said:
    message = f"{capital(fault.name)} cannot be {shown(fault.value)}."
    return "wrong-value", message, fault.about or "Count from 1."


def _no_truth(fault: Fault) -> Said:
    meant = _YES_NO.get(str(fault.value).lower())
    return (
        "wrong-type",
        f"{capital(fault.name)} must be true or false, not {shown(fault.value)}.",
        f"Write {meant or 'true or false'}, without quotation marks.",
    )


def _not_listed(fault: Fault) -> Said:
    expected = str(fault.context.get("expected", ""))
    known = [
        word.strip("'").replace("True", "true").replace("False", "false")
        for word in re.findall(r"'[^']*'|True|False|\d+", expected)
    ]
    if fault.value is None:
        return _empty(fault)
    close = _meant(fault, known)
    meant = f"Did you mean {close}? " if close else ""
    return (
        "wrong-value",
        f"{capital(fault.name)} cannot be {shown(fault.value)}.",
        f"{meant}It is one of: {', '.join(known)}.",
    )


def _meant(fault: Fault, known: Sequence[str]) -> str | None:
    word = str(fault.value)
    if "true" in known and word.lower() in _YES_NO:
        return _YES_NO[word.lower()]
    return fault.findings.close(word, known) if isinstance(fault.value, str) else None


def _no_list(fault: Fault) -> Said:
    if fault.value is None:
        return _empty(fault)
    return (
        "wrong-type",
        f"{capital(fault.name)} must be a list, not {shown(fault.value)}.",
        "Write [one, two], or each entry in a line of its own after a hyphen and a space.",
    )


def _no_mapping(fault: Fault) -> Said:
    if fault.value is None:
        return _empty(fault)
    keys = f" with keys such as {', '.join(fault.known[:4])}" if fault.known else ""
    return (
        "wrong-type",
        f"{capital(fault.name)} must be a mapping (key: value), not {shown(fault.value)}.",
        f"Write one `key: value` a line, indented{keys}.",
    )


def _wrong_shape(fault: Fault) -> Said:
    if fault.value is None:
        return _empty(fault)
    tags = str(fault.context.get("expected_tags", ""))
    # The tags come as Python writes them, with their first sign escaped.
    forms = [said for tag, said in _FORMS.items() if tag[1:] in tags]
    return (
        "wrong-type",
        f"{capital(fault.name)} must be {listed(forms)}, not {shown(fault.value)}.",
        fault.about or f"Write {listed(forms)}.",
    )


def _own_message(fault: Fault) -> Said:
    message = str(fault.context.get("message", "{name} is not right."))
    return "wrong-value", message.replace("{name}", capital(fault.name)), fault.about


def _unforeseen(fault: Fault) -> Said:
    return (
        "wrong-value",
        f"{capital(fault.name)} cannot be {shown(fault.value)}.",
        fault.about or "See the description of the format.",
    )


WORDINGS: Final[Mapping[str, Callable[[Fault], Said]]] = {
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
