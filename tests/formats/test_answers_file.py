"""The file of answers: read back as it was written, and hostile files answered in sentences."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.cite_and_confidence import CiteAndConfidence
from app.formats.answers_file import (
    LIMIT,
    AnswersFile,
    FiledAnswer,
    read_answers_file,
    write_answers_file,
)

HEAD = {"format": "byline-answers", "version": 1, "attempt": "abc"}
ANSWER = {"n": 1, "response": "x", "revision": 0}

responses = st.none() | st.text(st.characters(exclude_categories=["Cs"])) | st.lists(st.text("ab"))
backings = st.builds(
    CiteAndConfidence, st.none() | st.text("ab", max_size=9), st.none() | st.integers(1, 3)
)
filed = st.builds(FiledAnswer, st.integers(1, 99), responses, st.integers(0, 9), backings)


def read(document: Any) -> tuple[AnswersFile | None, tuple[str, ...]]:
    return read_answers_file(json.dumps(document).encode())


@given(st.lists(filed, unique_by=lambda one: one.n))
def test_what_is_written_is_read_back(answers: list[FiledAnswer]) -> None:
    file = AnswersFile("an id", tuple(answers))
    assert read_answers_file(write_answers_file(file).encode()) == (file, ())


def test_a_byte_order_mark_of_an_editor_costs_no_answer() -> None:
    file = AnswersFile("abc", (FiledAnswer(1, "x", 0),))
    assert read_answers_file(b"\xef\xbb\xbf" + write_answers_file(file).encode()) == (file, ())


def test_it_names_its_format_and_version() -> None:
    file = AnswersFile("abc", (FiledAnswer(1, "x", 0),))
    assert json.loads(write_answers_file(file)) == HEAD | {"answers": [ANSWER]}


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"", "not JSON"),
        (b"\xff\xfe", "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b'{"a":' * 100_000, "not JSON"),
        (b'{"format": NaN}', "not JSON"),
        (b'{"format": "byline-answers", "version": 1', "cut off"),
        (b"[]", "does not say"),
        (b'"byline-answers"', "does not say"),
        (b'{"format": "other"}', "does not say"),
        (b'{"format": "byline-answers", "version": 2}', "version is not 1"),
        (b'{"format": "byline-answers", "version": "1"}', "version is not 1"),
        (b" " * (LIMIT + 1), "far too large"),
    ],
)
def test_what_is_no_file_of_answers_is_reported(raw: bytes, told: str) -> None:
    file, faults = read_answers_file(raw)
    assert file is None
    assert len(faults) == 1
    assert told in faults[0]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"attempt": 7}, "“attempt”"),
        ({"attempt": ""}, "“attempt”"),
        ({"attempt": "x" * 65}, "“attempt”"),
        ({"answers": {}}, "“answers”"),
        ({"answers": [ANSWER] * 10_000}, "“answers”"),
        ({"score": 9}, "no field “score”"),
        ({"\u202e\n": 9}, "no field “a field”"),
    ],
)
def test_a_head_with_a_fault_is_refused(change: dict[str, Any], told: str) -> None:
    file, faults = read(HEAD | {"answers": [ANSWER]} | change)
    assert file is None
    assert told in "".join(faults)


def test_faulty_answers_are_told_by_place_and_keep_no_other_out() -> None:
    answers = [
        ANSWER,
        7,
        {"n": "2", "response": 1, "revision": 0},
        {"n": 3, "revision": -1},
        ANSWER | {"response": "y"},
        {"n": 4, "response": None, "revision": 2, "points": 1},
        {"n": 5, "response": None, "revision": 2, "cite": "s1", "confidence": 3},
    ]
    file, faults = read(HEAD | {"answers": answers})
    assert file is not None
    assert [(one.n, one.response) for one in file.answers] == [(1, "x"), (5, None)]
    assert file.answers[1].backing == CiteAndConfidence("s1", 3)
    assert faults == (
        "answer 2: This is not an object.",
        "answer 3: “n” is not what it must be.",
        "answer 4: “response” is missing.",
        "answer 4: “revision” is not what it must be.",
        "answer 5: Question 1 is answered twice; the first counts.",
        "answer 6: There is no field “points” in this format.",
    )
