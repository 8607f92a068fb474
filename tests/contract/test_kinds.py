"""The laws that every kind keeps, driven by the table of kinds and their own samples."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import FrozenInstanceError, fields
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.kind import FormFields, Json, Kind, Sample, define
from app.errors import MalformedResponse
from app.kinds import KINDS
from tests.contract import toy
from tests.contract.sampling import (
    EVERY_KIND,
    EVERY_SAMPLE,
    entries_in,
    ids_in,
    read_fields,
    responses,
    settled,
)

CANARY = "Kanarienvogel"
SHUFFLES = range(24)
REASONED = {"answers", "distractors", "reasons", "targets", "decoys"}
"""The fields that may map a text to a reason, which is a secret until the paper is handed in."""


def form_of(sample: Sample, response: Json) -> FormFields:
    """The form that a browser sends for a response."""
    if response is None:
        return {}
    if isinstance(response, dict):
        return {row: [str(value)] for row, value in response.items()}
    if sample.ordered:
        return {row: [str(place)] for place, row in enumerate(response, start=1)}
    return {"": response if isinstance(response, list) else [response]}


def turned(sample: Sample) -> dict[str, Any]:
    """The same YAML with the question's own lists and mappings turned around."""
    return {
        name: value if name in sample.ordered else turned_around(value)
        for name, value in sample.fields.items()
    }


def turned_around(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: turned_around(inner) for name, inner in reversed(value.items())}
    return value[::-1] if isinstance(value, list) else value


@EVERY_KIND
def test_it_brings_samples_and_its_name(kind: Kind) -> None:
    assert KINDS.get(kind.NAME, toy) is kind
    assert kind.samples()
    assert any(sample.malformed for sample in kind.samples())
    assert any(sample.broken for sample in kind.samples())


@EVERY_KIND
def test_every_field_has_a_help_text(kind: Kind) -> None:
    schema = kind.Fields.model_json_schema()
    models = [schema, *schema["$defs"].values()]
    unexplained = [
        name
        for model in models
        for name, field in model["properties"].items()
        if not field.get("description")
    ]
    assert unexplained == []


@EVERY_SAMPLE
def test_the_definition_cannot_change(kind: Kind, sample: Sample) -> None:
    definition = settled(kind, sample)
    with pytest.raises((FrozenInstanceError, AttributeError)):
        setattr(definition, fields(definition)[0].name, None)


@EVERY_SAMPLE
def test_the_solution_earns_a_whole_point(kind: Kind, sample: Sample) -> None:
    definition = settled(kind, sample)
    mark = kind.mark(definition, kind.read(definition, sample.right))
    assert (mark.points, mark.standing) == (1.0, "right")
    assert all(mark.parts.values())


def given_by(solution: Mapping[str, Any], sample: Sample) -> Json:
    """The response that a student would give who had the solution."""
    key = next(value for name, value in solution.items() if name != "reasons")
    if isinstance(key, dict):
        return {row: one["is"] if isinstance(one, dict) else one for row, one in key.items()}
    return key[0] if isinstance(sample.right, str) and isinstance(key, list) else key


@EVERY_SAMPLE
def test_the_response_of_the_solution_earns_a_whole_point(kind: Kind, sample: Sample) -> None:
    definition = settled(kind, sample)
    given = kind.read(definition, given_by(kind.solution(definition), sample))
    assert kind.mark(definition, given).points == 1.0


@EVERY_SAMPLE
def test_a_wrong_answer_earns_nothing(kind: Kind, sample: Sample) -> None:
    definition = settled(kind, sample)
    mark = kind.mark(definition, kind.read(definition, sample.wrong))
    assert mark.points == 0
    assert mark.standing in {"wrong", "for your teacher"}
    assert not any(mark.parts.values())


@EVERY_SAMPLE
def test_part_of_the_answer_earns_its_part(kind: Kind, sample: Sample) -> None:
    definition = settled(kind, sample)
    for response, points in sample.partly:
        mark = kind.mark(definition, kind.read(definition, response))
        assert mark.points == pytest.approx(points)
        assert mark.standing in ({"partly"} if points else {"wrong", "for your teacher"})


@EVERY_SAMPLE
def test_a_blank_answer_earns_nothing(kind: Kind, sample: Sample) -> None:
    definition = settled(kind, sample)
    assert kind.read(definition, None) is None
    assert kind.read(definition, kind.read_form(definition, {})) is None
    mark = kind.mark(definition, None)
    assert (mark.points, mark.standing) == (0.0, "blank")


@EVERY_SAMPLE
def test_the_rule_is_named_alike_for_every_answer(kind: Kind, sample: Sample) -> None:
    definition = settled(kind, sample)
    rules = {
        kind.mark(definition, kind.read(definition, response)).rule
        for response in responses(sample)
    }
    assert len(rules) == 1
    assert rules.pop().replace("-", "").isalpha()


@EVERY_SAMPLE
def test_malformed_responses_are_refused(kind: Kind, sample: Sample) -> None:
    definition = settled(kind, sample)
    for raw in sample.malformed:
        with pytest.raises(MalformedResponse) as refused:
            kind.read(definition, raw)
        assert str(refused.value).endswith(".")


def jsons(texts: st.SearchStrategy[str]) -> st.SearchStrategy[Json]:
    """Any JSON, made of the question's own ids as often as of anything else."""
    leaves = st.none() | st.booleans() | st.integers() | st.floats() | texts
    return st.recursive(
        leaves,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
        max_leaves=6,
    )


@EVERY_SAMPLE
@settings(derandomize=True, max_examples=60)
@given(data=st.data())
def test_any_json_is_read_or_refused(kind: Kind, sample: Sample, data: st.DataObject) -> None:
    definition = settled(kind, sample)
    texts = st.sampled_from([*ids_in(kind.present(definition, 1)), ""]) | st.text(max_size=3)
    raw = data.draw(jsons(texts))
    try:
        response = kind.read(definition, raw)
    except MalformedResponse:
        return
    assert kind.read(definition, response) == response
    assert json.loads(json.dumps(response)) == response
    mark = kind.mark(definition, response)
    assert 0 <= mark.points <= 1
    assert (mark.standing == "blank") == (response is None)


@EVERY_SAMPLE
@settings(derandomize=True, max_examples=40)
@given(data=st.data())
def test_any_form_is_read_or_refused(kind: Kind, sample: Sample, data: st.DataObject) -> None:
    definition = settled(kind, sample)
    ids = st.sampled_from([*ids_in(kind.present(definition, 1)), "", "x"])
    form = data.draw(st.dictionaries(ids, st.lists(ids, max_size=3), max_size=3))
    try:
        kind.read(definition, kind.read_form(definition, form))
    except MalformedResponse:
        return


@EVERY_SAMPLE
def test_form_and_json_agree(kind: Kind, sample: Sample) -> None:
    definition = settled(kind, sample)
    for response in responses(sample):
        sent = kind.read_form(definition, form_of(sample, response))
        assert kind.read(definition, sent) == kind.read(definition, response)


@EVERY_SAMPLE
def test_reading_again_changes_nothing(kind: Kind, sample: Sample) -> None:
    definition = settled(kind, sample)
    for response in responses(sample):
        once = kind.read(definition, response)
        assert kind.read(definition, json.loads(json.dumps(once))) == once


@EVERY_SAMPLE
def test_reordering_the_bank_changes_no_id_and_no_mark(kind: Kind, sample: Sample) -> None:
    before, after = settled(kind, sample), settled(kind, sample, turned(sample))
    for shuffle in SHUFFLES:
        there, here = (kind.present(one, shuffle) for one in (before, after))
        assert sorted(ids_in(there)) == sorted(ids_in(here))
    for response in responses(sample):
        marks = [kind.mark(one, kind.read(one, response)) for one in (before, after)]
        assert marks[0] == marks[1]


@EVERY_SAMPLE
def test_the_presented_order_tells_nothing_of_the_written_one(kind: Kind, sample: Sample) -> None:
    before, after = settled(kind, sample), settled(kind, sample, turned(sample))
    for shuffle in SHUFFLES:
        same = kind.present(before, shuffle) == kind.present(after, shuffle)
        assert same is not sample.as_written


@EVERY_SAMPLE
def test_every_shuffle_shows_the_same_and_some_another_order(kind: Kind, sample: Sample) -> None:
    definition = settled(kind, sample)
    shown = [kind.present(definition, shuffle) for shuffle in SHUFFLES]
    assert len({tuple(sorted(ids_in(one))) for one in shown}) == 1
    orders = {tuple(ids_in(one)) for one in shown}
    assert (len(orders) > 1) is sample.shuffled
    assert kind.present(definition, 5) == kind.present(definition, 5)


def with_canaries(own: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The fields with a canary in every place that a student must not see."""
    for name, value in own.items():
        if isinstance(value, dict) and name in REASONED:
            yield dict(own) | {name: {text: f"{CANARY} {reason}" for text, reason in value.items()}}
        if isinstance(value, list) and isinstance(value[0], dict):
            rows = [row | {"because": CANARY} for row in value]
            yield dict(own) | {name: rows}
    yield dict(own) | {"because": CANARY, "hint": CANARY, "evidence": CANARY, "absent": [CANARY]}
    yield dict(own) | {"waive": {"a-rule": CANARY}}


@EVERY_SAMPLE
def test_what_is_presented_holds_no_secret(kind: Kind, sample: Sample) -> None:
    plain = kind.present(settled(kind, sample), 3)
    for own in with_canaries(sample.fields):
        shown = kind.present(settled(kind, sample, own), 3)
        assert shown == plain
        assert CANARY not in json.dumps(shown)


@EVERY_SAMPLE
def test_what_is_presented_has_ids_and_texts_only(kind: Kind, sample: Sample) -> None:
    shown = kind.present(settled(kind, sample), 3)
    assert all(isinstance(value, list | str | int) for value in shown.values())
    for entry in entries_in(shown):
        assert entry.keys() <= {"id", "text"}
        assert all(isinstance(value, str) for value in entry.values())


@EVERY_SAMPLE
def test_the_key_position_is_where_the_answer_stands(kind: Kind, sample: Sample) -> None:
    definition = settled(kind, sample)
    for shuffle in SHUFFLES:
        place = kind.key_position(definition, shuffle)
        if place is None:
            assert "options" not in sample.fields
            assert "distractors" not in sample.fields or isinstance(sample.right, list)
            return
        shown = ids_in(kind.present(definition, shuffle))
        assert (shown[place[0]], len(shown)) == (sample.right, place[1])


@EVERY_SAMPLE
def test_guessing_earns_less_than_knowing(kind: Kind, sample: Sample) -> None:
    guess = kind.guess(settled(kind, sample))
    assert 0 <= guess < 1
    assert guess > 0 or not ids_in(kind.present(settled(kind, sample), 1))


@EVERY_SAMPLE
def test_the_solution_is_json(kind: Kind, sample: Sample) -> None:
    solution = kind.solution(settled(kind, sample))
    assert json.loads(json.dumps(solution)) == solution


@EVERY_SAMPLE
def test_the_summary_counts_everybody(kind: Kind, sample: Sample) -> None:
    definition = settled(kind, sample)
    given_answers = [None, sample.right, sample.right, sample.wrong]
    summary = kind.summarise(definition, [kind.read(definition, raw) for raw in given_answers])
    assert (summary.answered, summary.blank) == (3, 1)
    once = kind.summarise(definition, [kind.read(definition, sample.right)])
    for row, options in once.counts.items():
        for option in options:
            assert summary.counts[row][option] >= 2
    counted = sum(sum(counts.values()) for counts in once.counts.values())
    # Where the order is the key, mistakes are counted.
    assert counted == (0 if sample.ordered else len(pairs(sample.right)))


def pairs(response: Json) -> list[str]:
    return [response] if isinstance(response, str) else list(response)


@EVERY_SAMPLE
def test_broken_fields_are_refused_with_the_rule(kind: Kind, sample: Sample) -> None:
    for own, rule in sample.broken:
        definition, problems = define(kind, read_fields(kind, own), sample.around)
        assert definition is None
        assert [problem.rule for problem in problems] == [rule]
        assert problems[0].message.endswith(".")
        assert problems[0].help


@EVERY_SAMPLE
def test_problems_point_into_the_question(kind: Kind, sample: Sample) -> None:
    for own, _ in sample.broken:
        for problem in define(kind, read_fields(kind, own), sample.around)[1]:
            place: Any = own
            for step in problem.path:
                place = place[step]


@EVERY_SAMPLE
def test_citations_point_into_the_question(kind: Kind, sample: Sample) -> None:
    definition = settled(kind, sample)
    shown = ids_in(kind.present(definition, 1))
    cited, absent = kind.citations(definition)
    for path in [*(entry.path for entry in cited), *(entry.path for entry in absent)]:
        place: Any = sample.fields
        for step in path:
            place = place[step]
    assert all(entry.row in shown for entry in cited)


@EVERY_SAMPLE
def test_settling_again_changes_nothing(kind: Kind, sample: Sample) -> None:
    definition = settled(kind, sample)
    assert kind.settle(definition, sample.around) == (definition, ())
