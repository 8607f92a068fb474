"""The annotation's own fields: how they are written, and what is said of a wrong one."""

import pytest

from app.domain.annotation import Claim, Device, Misreading
from app.domain.article import Span
from tests.bank.banks import problems_of, read

HEAD = """\
byline: 1
title: The bridge
language: en
article:
  title: The bridge
  type: news report
  text: |
    The bridge stays shut, according to a report. "It is a trap," said Tom.
sources:
  writer: {name: Ana Reyes, type: writer}
  report: {name: a report, type: document}
"""
CLAIM = """\
claims:
  shut:
    says: The bridge is not open.
    evidence: The bridge stays shut
    status: attributed
    chain: [report, writer]
"""
DEVICE = """\
devices:
  trap:
    phrase: a trap
    device: metaphor
    does: It makes the bridge look as if it had been built to hurt.
"""


def claim_of(more: str) -> Claim:
    bank = read(HEAD + CLAIM + more).bank
    assert bank is not None
    return bank.claims["shut"]


def device_of(more: str) -> Device:
    bank = read(HEAD + DEVICE + more).bank
    assert bank is not None
    return bank.devices["trap"]


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("[It is open.]", {"It is open.": Misreading()}),
        ("{It is open.: It is shut.}", {"It is open.": Misreading("It is shut.")}),
        (
            "{It fell.: {why: Nothing is said of it., open: true}, It is open.: It is shut.}",
            {
                "It fell.": Misreading("Nothing is said of it.", open=True),
                "It is open.": Misreading("It is shut."),
            },
        ),
        ("{It fell.: {why: Not so.}}", {"It fell.": Misreading("Not so.")}),
    ],
)
def test_misreadings_are_contradicted_unless_they_are_open(
    written: str, read_as: dict[str, Misreading]
) -> None:
    assert claim_of(f"    misreadings: {written}\n").misreadings == read_as


def test_a_claim_has_the_words_that_name_its_source_and_a_wording_with_it() -> None:
    claim = claim_of(
        "    cue: according to a report\n    as_reported: A report calls the bridge shut.\n"
    )
    assert claim.cue == Span(1, 23, 44)
    assert claim.as_reported == "A report calls the bridge shut."
    assert (claim_of("").cue, claim_of("").as_reported) == (None, "")


def test_a_rumour_is_a_status() -> None:
    bank = read(HEAD + CLAIM.replace("attributed", "rumour")).bank
    assert bank is not None
    assert bank.claims["shut"].status == "rumour"


def test_a_device_has_a_second_kind_and_effects_that_it_could_seem_to_have() -> None:
    device = device_of("    also: label\n    could_seem: {It mocks Tom.: Tom is not meant.}\n")
    assert device.kinds == {"metaphor", "label"}
    assert device.could_seem == {"It mocks Tom.": "Tom is not meant."}
    assert device_of("").kinds == {"metaphor"}
    assert device_of("    could_seem: [It mocks Tom.]\n").could_seem == {"It mocks Tom.": ""}


@pytest.mark.parametrize(
    ("field", "line", "rule", "told"),
    [
        ("    cue: according to Tom\n", 18, "evidence-not-in-article", "“according to Tom”"),
        ("    misreadings: {a: {open: true}}\n", 18, "missing-key", "`why`"),
        ("    misreadings: {a: {why: b, opne: true}}\n", 18, "unknown-key", "`opne`"),
        ("    misreadings: {a: {why: b, open: yes}}\n", 18, "wrong-type", "`open`"),
        ("    misreadings: {}\n", 18, "empty", "`misreadings`"),
    ],
)
def test_a_wrong_field_of_a_claim_is_reported_with_its_line(
    field: str, line: int, rule: str, told: str
) -> None:
    (problem,) = problems_of(HEAD + CLAIM + field)
    assert (problem.position.line, problem.rule) == (line, rule)
    assert told in problem.message
    assert problem.help


@pytest.mark.parametrize(
    ("field", "rule", "severity"),
    [
        ("    also: metaphore\n", "wrong-value", "error"),
        ("    also: metaphor\n", "device-twice", "warning"),
        ("    could_seem: {}\n", "empty", "error"),
    ],
)
def test_a_wrong_field_of_a_device_is_reported_with_its_line(
    field: str, rule: str, severity: str
) -> None:
    (problem,) = problems_of(HEAD + DEVICE + field)
    assert (problem.position.line, problem.rule, problem.severity) == (17, rule, severity)
