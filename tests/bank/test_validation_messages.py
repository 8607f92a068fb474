"""Every error that the models can raise has words for teachers, and no words of pydantic's."""

from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from app.bank.invalid_field import InvalidField
from app.bank.models import ArticleFields, BankFields, ContentNoteFields
from app.bank.problems import Problems
from app.bank.validation_messages import WORDINGS, say
from app.domain.fields import QuestionFields
from app.kinds import KINDS
from tests.bank.banks import SOUND, problems_of

MODELS: list[type[BaseModel]] = [
    BankFields,
    QuestionFields,
    *(kind.Fields for kind in KINDS.values()),
]

# What a schema can raise by itself, and by its constraints, in strict mode.
ERRORS: dict[str, list[str]] = {
    "any": [],
    "bool": ["bool_type"],
    "default": [],
    "definition-ref": [],
    "definitions": [],
    "dict": ["dict_type"],
    "float": ["float_type", "finite_number"],
    "function-after": [],
    "function-before": [],
    "int": ["int_type"],
    "list": ["list_type"],
    "literal": ["literal_error"],
    "model": ["model_type"],
    "model-fields": ["extra_forbidden", "missing"],
    "nullable": [],
    "str": ["string_type"],
    "tagged-union": ["union_tag_invalid"],
}
CONSTRAINTS: dict[tuple[str, str], str] = {
    ("str", "min_length"): "string_too_short",
    ("str", "max_length"): "string_too_long",
    ("str", "pattern"): "string_pattern_mismatch",
    ("list", "min_length"): "too_short",
    ("list", "max_length"): "too_long",
    ("dict", "min_length"): "too_short",
    ("dict", "max_length"): "too_long",
    ("int", "ge"): "greater_than_equal",
    ("int", "le"): "less_than_equal",
    ("float", "ge"): "greater_than_equal",
    ("float", "gt"): "greater_than",
    ("float", "le"): "less_than_equal",
}
HARMLESS = {
    *("type", "strict", "ref", "metadata", "serialization", "strip_whitespace", "allow_inf_nan"),
    *("keys_schema", "values_schema", "items_schema"),
}
BOUNDED = {of for of, _ in CONSTRAINTS}


def schemas(part: Any) -> Iterator[dict[str, Any]]:
    """Every core schema inside a core schema."""
    if isinstance(part, list):
        for entry in part:
            yield from schemas(entry)
    elif isinstance(part, dict):
        if isinstance(part.get("type"), str):
            yield part
        for key, value in part.items():
            if key != "metadata":
                yield from schemas(value)


def possible_errors() -> set[str]:
    """Every type of error that a bank can raise."""
    found = set()
    for model in MODELS:
        for schema in schemas(model.__pydantic_core_schema__):
            kind = schema["type"]
            found.update(ERRORS.get(kind, []))
            found.update(
                error for (of, key), error in CONSTRAINTS.items() if of == kind and key in schema
            )
    return found


def test_every_possible_error_has_words() -> None:
    assert possible_errors() - WORDINGS.keys() == set()


def test_no_form_of_schema_is_unknown() -> None:
    forms = {
        schema["type"]
        for model in MODELS
        for schema in schemas(model.__pydantic_core_schema__)
        if schema["type"] not in {"model-field", "no-info"}
    }
    # A plain union would tell the errors of all its members: annotate it with FORMS.
    assert forms - ERRORS.keys() == set()


def test_no_constraint_is_unknown() -> None:
    found = {
        (schema["type"], key)
        for model in MODELS
        for schema in schemas(model.__pydantic_core_schema__)
        if schema["type"] in BOUNDED
        for key in schema.keys() - HARMLESS
    }
    assert found - CONSTRAINTS.keys() == set()


def invalid(error: str, value: object, **context: object) -> InvalidField:
    return InvalidField(
        error, "`x`", "the question q", value, context, ("xs", "y"), "Help.", Problems("f")
    )


@pytest.mark.parametrize("error", WORDINGS)
@pytest.mark.parametrize("value", [None, True, 3, 1.5, "yes", "x" * 500, [], {}, [1], {"a": 1}])
def test_words_are_sentences(error: str, value: object) -> None:
    rule, message, advice = say(
        invalid(error, value, expected="'a' or 'b'", expected_tags="'\\x00list'")
    )
    assert rule.replace("-", "").isalpha()
    assert message[0].isupper() or message[0] in "`“"
    assert message.endswith(".")
    assert len(message) < 200
    assert advice.endswith((".", "?"))


def test_an_error_without_words_says_no_jargon() -> None:
    assert say(invalid("date_from_datetime_inexact", 3)) == (
        "wrong-value",
        "`x` cannot be “3”.",
        "Help.",
    )


JARGON = ("Input should", "valid", "dictionary", "constrained", "inputs", "permitted", "\0")
LINES = SOUND.splitlines()
KEYS = [line.split(":")[0].strip(" -") for line in LINES if ":" in line]
VALUES = ["", "[]", "{}", "true", "3", "-1.5", "[[a]]", "{a: {}}", "'yes'", "x!"]


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("value", VALUES)
def test_no_words_of_pydantic_reach_a_teacher(key: str, value: str) -> None:
    broken = "\n".join(
        f"{line.split(key)[0]}{key}: {value}" if line.strip(" -").startswith(f"{key}:") else line
        for line in LINES
    )
    for problem in problems_of(broken):
        told = f"{problem.message} {problem.help}"
        assert not [word for word in JARGON if word in told], told


@pytest.mark.parametrize(
    ("model", "value", "type_"),
    [
        (ArticleFields, {"title": "x", "type": "other", "published": "2017-02-31"}, "bad-date"),
        (ContentNoteFields, {"topics": "x"}, "list_type"),
    ],
)
def test_the_types_are_those_of_pydantic(model: type[BaseModel], value: object, type_: str) -> None:
    with pytest.raises(ValidationError) as raised:
        model.model_validate(value)
    assert [error["type"] for error in raised.value.errors()] == [type_]


@pytest.mark.parametrize(
    ("old", "new", "message", "advice"),
    [
        ("level: 1", "level: one", "`level` must be a whole number, not “one”.", "digits"),
        (
            "type: writer}",
            "type: writer, named: no}",
            "`named` must be true or false, not “no”.",
            "Write false",
        ),
        ("type: writer}", "type: writter}", "`type` cannot be “writter”.", "Did you mean writer?"),
        (
            "[In May]",
            "In May",
            "`distractors` must be a mapping (key: text) or a list, not “In May”.",
            "list",
        ),
        ("answer: In", "answer: yes: no", "A colon is not possible here.", "quotation"),
        ("answer: In March", "answer: {a: b}", "`answer` is a mapping, not a text.", "quotation"),
        ("title: The bridge", "title: null", "`title` is empty.", "Write it"),
        (
            "    because: The second paragraph names the month.\n",
            "",
            "The question when has no `because`.",
            "Add `because:`.",
        ),
        ("[In May]", "[[x]]", "Entry 1 of `distractors` is a list, not a text.", "one text"),
        ("[In May]", "{a b: 1, c d: }", "“c d” is empty.", "comma"),
    ],
)
def test_says_it_like_this(old: str, new: str, message: str, advice: str) -> None:
    (problem,) = problems_of(SOUND.replace(old, new, 1))
    assert problem.message == message
    assert advice in problem.help
