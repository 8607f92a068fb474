"""`byline fairness`: how alike a bank's papers are in difficulty, and how seldom they agree."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from typing import Final

import click

from app.cli.bank_options import asked_bank, asked_blueprint, asks_for_folder, asks_for_questions
from app.cli.progress import Progress
from app.cli.shared_options import form_option
from app.domain.bank import Bank
from app.quiz.fairness import OFTEN, PAPERS, SELDOM, Fairness, fairness
from app.quiz.makeup import Makeup
from app.quiz.spread import Spread

MOST_PAPERS: Final = 10_000
SHOWN: Final = 8
"""How many questions are listed by name."""

WIDEST: Final = 40
"""Characters that the longest bar of the chart takes."""


def _as_json(bank: Bank, found: Fairness) -> str:
    written = {
        "bank": bank.id,
        "version": bank.version,
        "papers": found.papers,
        "questions": found.total,
        "levels": asdict(found.levels),
        "guesses": asdict(found.guesses),
        "makeup": asdict(found.makeup),
        "exposure": dict(found.exposure),
        "overlap": {"mean": found.overlap.mean, "pairs": dict(found.overlap.pairs)},
        "limits": [asdict(one) | {"share": one.least} for one in found.bottlenecks],
    }
    written["findings"] = _findings(found)
    return json.dumps(written, ensure_ascii=False, indent=2)


def _as_text(bank: Bank, found: Fairness) -> str:
    count = len(found.exposure)
    lines = [
        f"{bank.title}: {found.papers} papers of {found.total} from {count} questions",
        "",
        "Difficulty",
        _spread("mean level of a paper, 1 to 3", found.levels),
        _spread(f"points of {found.total} by blind guessing", found.guesses),
        "",
        "What a paper is made of",
        *_makeup(found.makeup),
        "",
        "Questions that two papers have in common",
        f"  {found.overlap.mean:.1%} of a paper on average",
        *_chart(found.overlap.pairs),
        "",
        "How often a question comes",
        *_exposure(found),
        "",
        "What limits the draw",
        *_limits(found),
        *(f"\nwarning: {finding['message']}" for finding in _findings(found)),
    ]
    return "\n".join(lines)


def _spread(name: str, spread: Spread) -> str:
    return (
        f"  {name}: {spread.mean:.2f} on average, half of the papers {spread.lower:.2f} to "
        f"{spread.upper:.2f}, all {spread.least:.2f} to {spread.greatest:.2f}"
    )


def _makeup(found: Makeup) -> Iterator[str]:
    yield _range("hand-written questions", found.written)
    yield _range("different kinds of question", found.kinds)
    yield _range("questions with one answer to choose", found.choices)
    yield f"  {found.twins:.1%} of the papers have two questions of one family"
    yield "  sub-skills, questions per paper"
    for name, mean in found.sub_skills.items():
        yield f"    {mean:5.2f}  {name}"
    if found.families:
        yield "  families, questions per paper"
        for name, mean in found.families.items():
            yield f"    {mean:5.2f}  {name}"
    if found.verdicts:
        yield "  answers of families that always offer the same: drawn, and in the bank"
        for one in found.verdicts:
            yield f"    {one.drawn:4.0%}  {one.have:4.0%}  {one.family}: {one.text}"


def _range(name: str, spread: Spread) -> str:
    return (
        f"  {spread.mean:.1f} {name} on average, "
        f"in all papers {spread.least:.0f} to {spread.greatest:.0f}"
    )


def _findings(found: Fairness) -> list[dict[str, object]]:
    """What is wrong with the draw, in the form in which `check` reports findings."""
    if not found.seldom:
        return []
    names = list(found.seldom)
    listed = ", ".join(names[:SHOWN]) + _more(len(names) - SHOWN)
    message = (
        f"Hand-written questions that come in under {SELDOM:.1%} of the papers: {listed}. "
        "Their enemies, or the claims and devices that they are about, keep them out."
    )
    finding: dict[str, object] = {
        "rule": "seldom-drawn",
        "severity": "warning",
        "message": message,
        "questions": names,
    }
    return [finding]


def _chart(pairs: Mapping[int, int]) -> Iterator[str]:
    """A bar for each number of common questions."""
    whole, longest = sum(pairs.values()), max(pairs.values())
    for number, count in pairs.items():
        bar = "█" * round(WIDEST * count / longest) or "▏"
        yield f"  {number:>3}  {bar} {count / whole:.1%}"


def _exposure(found: Fairness) -> Iterator[str]:
    mean = sum(found.exposure.values()) / len(found.exposure)
    yield f"  {mean:.1%} of the papers on average"
    for name, share in list(found.exposure.items())[:SHOWN]:
        yield f"  {share:>6.1%}  {name}"
    if len(found.exposure) > SHOWN:
        yield f"  and {len(found.exposure) - SHOWN} less often"
    if found.never:
        yield f"  never: {', '.join(found.never[:SHOWN])}" + _more(len(found.never) - SHOWN)


def _more(count: int) -> str:
    return f" and {count} more" if count > 0 else ""


def _limits(found: Fairness) -> Iterator[str]:
    for one in found.bottlenecks:
        yield (
            f"  {one.skill}, level {one.level}: papers take {one.taken:.1f} of {one.have} "
            f"{'question' if one.have == 1 else 'questions'}, so that each is in "
            f"{one.least:.0%} of the papers on average. Write more of these."
        )
    if found.often:
        come = "question comes" if len(found.often) == 1 else "questions come"
        yield (
            f"  {len(found.often)} {come} in more than {OFTEN:.0%} of the papers: others are kept "
            "out more often, by enemies or by what they are about."
        )
    if not found.bottlenecks and not found.often:
        yield f"  Nothing: no question comes in more than {OFTEN:.0%} of the papers."


FORMATS: Final[Mapping[str, Callable[[Bank, Fairness], str]]] = {
    "text": _as_text,
    "json": _as_json,
}


@click.command("fairness")
@click.argument("bank")
@asks_for_questions
@click.option(
    "--papers",
    type=click.IntRange(2, MOST_PAPERS),
    default=PAPERS,
    show_default=True,
    metavar="N",
    help="How many papers are drawn and compared.",
)
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@form_option(FORMATS, "How it is written: for the terminal or for programs.")
@asks_for_folder
def command(
    bank: str,
    levels: tuple[str, ...],
    papers: int,
    strict: bool,
    form: str,
    directory: str | None,
    **counts: int,
) -> None:
    """Compare the papers that a bank gives.

    BANK is the id of a bank in the folder, or the path of a file. Papers are drawn from the seeds
    0, 1, 2 and so on: how much their difficulty differs, what they are made of, how many questions
    two of them share, which questions come often, and what limits the draw. A hand-written question
    that hardly ever comes is a warning. Exit code 0: nothing is wrong; 1: the bank is broken or
    cannot give such papers, or, with --strict, there is a warning; 2: wrong usage.
    """
    blueprint = asked_blueprint(counts, levels)
    found = asked_bank(bank, directory)
    with Progress() as progress:
        compared = fairness(
            found, blueprint, papers, watch=lambda seeds: progress.over("papers", seeds, papers)
        )
    click.echo(FORMATS[form](found, compared))
    if strict and compared.seldom:
        click.get_current_context().exit(1)
