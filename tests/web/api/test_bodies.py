"""A body that cannot be understood names its fields."""

import pytest
from flask import Flask
from werkzeug.exceptions import RequestEntityTooLarge

from app.web.api.bodies import Answer, InvalidBody, NewAttempt, StrictBody, read_body


def errors(text: str, form: type[StrictBody] = Answer) -> list[tuple[str, str]]:
    with (
        Flask("pages").test_request_context("/", method="PUT", data=text),
        pytest.raises(InvalidBody) as caught,
    ):
        read_body(form)
    return [(error["field"], error["message"]) for error in caught.value.errors]


@pytest.mark.parametrize(
    ("text", "field", "message"),
    [
        ("", "", "The body is not JSON."),
        ("{", "", "The body is not JSON."),
        ("[1]", "", "The body must be a JSON object."),
        ('"' + "[" * 5000, "", "The body is not JSON."),
        ("[" * 5000, "", "The body is not JSON."),
        ('{"response": "a"}', "revision", "This field is required."),
        ('{"revision": 0}', "response", "This field is required."),
        ('{"response": 1, "revision": "0"}', "revision", "This must be a whole number."),
        ('{"response": 1, "revision": true}', "revision", "This must be a whole number."),
        ('{"response": 1, "revision": 1.5}', "revision", "This must be a whole number."),
        ('{"response": 1, "revision": -1}', "revision", "This number is too small."),
        ('{"response": 1, "revision": 1e40}', "revision", "This must be a whole number."),
        ('{"response": 1, "revision": 99999999999}', "revision", "This number is too large."),
        ('{"response": 1, "revision": 0, "mark": 1}', "mark", "There is no such field here."),
        ('{"response": "\\ud800", "revision": 0}', "", "The body is not JSON."),
    ],
)
def test_a_fault_names_its_field(text: str, field: str, message: str) -> None:
    assert errors(text) == [(field, message)]


def test_every_fault_is_reported_at_once() -> None:
    found = errors('{"seed": "1", "score": 3}', NewAttempt)
    assert {field for field, _ in found} == {"bank", "seed", "score"}


def test_what_was_sent_is_not_repeated() -> None:
    told = errors('{"response": 1, "revision": "Name-of-a-child"}')
    assert "Name-of-a-child" not in str(told)


def test_more_than_the_limit_is_not_read() -> None:
    text = '{"response": "' + "a" * 5000 + '", "revision": 0}'
    with (
        Flask("pages").test_request_context("/", method="PUT", data=text),
        pytest.raises(RequestEntityTooLarge),
    ):
        read_body(Answer, limit=4096)
