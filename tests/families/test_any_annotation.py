"""Whatever annotation is valid: what families make of it is valid, settled and independent."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.annotation import CLAIM_STATUSES, DEVICES, SOURCE_TYPES
from app.families.reading_made import make_all
from app.families.selection import Made
from app.kinds import KINDS
from app.library import made_or_kept
from tests.families.annotated import read

PARAGRAPHS = 5
SENTENCES = 4

WORDS = st.sampled_from(
    ["The pool", "the pool", "Some say", "“never”", "at least 3", "May", "it", "This", "a (b)",
     "Ana's", "¿qué?", "water: cold", "no", "12:30", "{{ x }}", "{% if %}", "1.10", "#", "- and"]
)  # fmt: skip
TEXTS = st.lists(WORDS, min_size=1, max_size=7).map(" ".join)
IDS = st.sampled_from([f"s{number}" for number in range(6)])
SPOTS = st.tuples(st.integers(0, PARAGRAPHS - 1), st.integers(0, SENTENCES - 1))


def sentence(paragraph: int, number: int) -> str:
    return f"Sentence {paragraph}{number} says what was seen"


ARTICLE = "\n\n".join(
    ". ".join(sentence(paragraph, number) for number in range(SENTENCES)) + "."
    for paragraph in range(PARAGRAPHS)
)


@st.composite
def annotations(draw: st.DrawFn) -> dict[str, Any]:
    """An annotation of the article, sound as far as its form goes."""
    sources = {
        name: {
            "name": draw(TEXTS),
            "type": draw(st.sampled_from(SOURCE_TYPES)),
            "named": draw(st.booleans()),
        }
        for name in sorted({"s0", *draw(st.lists(IDS, max_size=6))})
    } | {"w": {"name": "the writer", "type": "writer"}}
    passed = st.lists(st.sampled_from(sorted(sources.keys() - {"w"})), max_size=3, unique=True)
    return {
        "sources": sources,
        "claims": {
            f"c{number}": claim
            for number, claim in enumerate(draw(st.lists(_claims(passed), max_size=9)))
        },
        "devices": {
            f"d{number}": device
            for number, device in enumerate(draw(st.lists(_devices(), max_size=9)))
        },
        "not_stated": draw(
            st.lists(_entries(), max_size=3, unique_by=lambda entry: entry["says"].strip())
        ),
    }


@st.composite
def _claims(draw: st.DrawFn, passed: st.SearchStrategy[list[str]]) -> dict[str, Any]:
    return {
        "says": draw(TEXTS),
        "evidence": [sentence(*spot) for spot in draw(st.lists(SPOTS, min_size=1, max_size=2))],
        "status": draw(st.sampled_from(CLAIM_STATUSES)),
        "chain": [*draw(passed), "w"],
        "misreadings": draw(st.dictionaries(TEXTS, TEXTS, min_size=1, max_size=3)),
    } | ({"certainty": "some"} if draw(st.booleans()) else {})


@st.composite
def _devices(draw: st.DrawFn) -> dict[str, Any]:
    words = sentence(*draw(SPOTS)).split()
    return {
        "phrase": " ".join(words[: draw(st.integers(2, len(words)))]),
        "device": draw(st.sampled_from(DEVICES)),
        "does": draw(TEXTS),
    } | ({"plainer": draw(TEXTS)} if draw(st.booleans()) else {})


def _entries() -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({"says": TEXTS, "absent": st.just(["xylophone"])})


@contextmanager
def watched() -> Iterator[list[Made]]:
    """What the families made, before it was read like written questions."""
    seen: list[Made] = []

    def recorded(*given: Any) -> Made:
        made = make_all(*given)
        seen.append(made)
        return made

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(made_or_kept, "make_all", recorded)
        yield seen


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(annotation=annotations(), language=st.sampled_from(["en", "es"]))
def test_a_valid_annotation_makes_only_valid_questions(
    annotation: dict[str, Any], language: str
) -> None:
    head = {
        "byline": 1,
        "title": "Any",
        "language": language,
        "article": {
            "title": "Any",
            "type": "other",
            "text": ARTICLE,
            "voices": {"1": "s0", "2": "w", "3": "uncertain"},
        },
    }
    with watched() as seen:
        found = read(json.dumps(head | annotation, ensure_ascii=False))
    assert [problem for problem in found.problems if problem.severity == "error"] == []
    assert found.bank is not None
    (made,) = seen
    questions = found.bank.questions
    left_out = [
        f"{one.family}.{one.item}: {one.why}" for one in found.unmade if one not in made.unmade
    ]
    assert left_out == []
    assert [one.id for one in questions] == [entry["id"] for entry in made.questions]
    for question in questions:
        kind = KINDS[question.kind]
        assert question.evidence or question.absent
        assert kind.present(question.definition, 0)
        position = kind.key_position(question.definition, 0)
        assert position is None or position[1] >= 3
    known = {one.id for one in questions}
    assert all(question.enemies <= known - {question.id} for question in questions)
