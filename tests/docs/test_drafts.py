"""The figures in the guide to drafts are those that `make bench-draft` prints."""

from pathlib import Path

from app.bank.articles import LONGEST_PARAGRAPH
from app.draft.drafting import MOST_CLAIMS, MOST_DEVICES
from app.draft.opening import MOST_PARAGRAPHS
from tests.load.bench_draft import PARTS, report, report_of_kinds

GUIDE = (Path(__file__).parents[2] / "docs" / "drafts.md").read_text("utf-8")


def test_the_figures_are_those_that_are_measured() -> None:
    assert f"```\n{report(PARTS)}\n```" in GUIDE
    assert f"```\n{report_of_kinds()}\n```" in GUIDE


def test_the_limits_are_those_of_the_program() -> None:
    assert f"{MOST_CLAIMS} claims and {MOST_DEVICES} devices" in GUIDE
    assert f"{MOST_PARAGRAPHS:,} paragraphs" in GUIDE
    assert f"{LONGEST_PARAGRAPH:,} signs" in GUIDE
