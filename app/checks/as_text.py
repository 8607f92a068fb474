"""A report for people: every problem with its source line, then what the good banks hold."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from unicodedata import east_asian_width

from app.bank.lines import lines_of
from app.checks.report import Report, contents
from app.domain.problem import Problem
from app.families.selection import ALL
from app.library.reading_result import Reading
from app.lint.blind_score import BlindScore

WIDTH: Final = 100
"""As many columns of a source line are shown."""

WORTH_A_LINE: Final = 0.01
"""The share of a bank's points that a cue must bring to be named."""

SHOWN_ENTRIES: Final = 6
"""As many entries are named of which a family makes no question for the same reason."""

_COLOURS: Final = {"error": "31", "warning": "33", "note": "36", "place": "1", "caret": "32"}
"""Codes of the standard terminal colours (ECMA-48): red, yellow, cyan, bold, green."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a report is shown.

    `verbose` adds notes, waived findings and what families could not make.
    """

    colour: bool = False
    verbose: bool = False

    def paint(self, part: str, text: str) -> str:
        """A part of a report in its colour."""
        return f"\033[{_COLOURS[part]}m{text}\033[0m" if self.colour else text


def as_text(report: Report, look: Look | None = None) -> str:
    """For people: every problem with its source line, then what the good banks hold."""
    look = look or Look()
    lines: list[str] = []
    for name, reading in report.readings.items():
        lines += _all_told(reading, look)
        if reading.bank:
            lines.append(f"{name}: {_summed(contents([reading]))}")
            lines += (
                [*_blind_told(report.scores.get(name)), *unmade_told(reading)]
                if look.verbose
                else []
            )
    return "\n".join([*lines, _verdict(report.counts(), look)])


def _all_told(reading: Reading, look: Look) -> Iterator[str]:
    source = lines_of(reading.snapshot.yaml) if reading.snapshot else []
    for problem in reading.problems:
        if look.verbose or not (problem.waived or problem.severity == "note"):
            yield from (*_told(problem, source, look), "")


def _told(problem: Problem, source: Sequence[str], look: Look) -> Iterator[str]:
    at = problem.position
    file = "".join(sign if sign.isprintable() else "�" for sign in at.file)
    place = look.paint("place", f"{file}:{at.line}:{at.column}:")
    severity = look.paint(problem.severity, "waived" if problem.waived else problem.severity)
    yield f"{place} {severity}: {problem.message} [{problem.rule}]"
    if at.line <= len(source) and source[at.line - 1].strip():
        line, space = _pointed(source[at.line - 1], at.column - 1)
        yield f"  | {line}"
        yield f"  | {space}{look.paint('caret', '^')}"
    advice = f"Waived: {problem.waived}" if problem.waived else problem.help
    if advice:
        yield f"    {advice}"


def _blind_told(score: BlindScore | None) -> Iterator[str]:
    """What surface cues earn without the article; a reader who knows the world earns more."""
    if score is None:
        return
    yield (
        f"    By cues, without the article, {score.points:.1%} of the points can be had, by chance "
        f"{score.chance:.1%}, in {_number(score.questions, 'question')} of one right answer."
    )
    for cue, won in score.won.items():
        more = f" and {len(won) - SHOWN_ENTRIES} more" if len(won) > SHOWN_ENTRIES else ""
        yield f"    Found because {cue}: {', '.join(won[:SHOWN_ENTRIES])}{more}."
    yield from _worth_of_cues(score)


def _worth_of_cues(score: BlindScore) -> Iterator[str]:
    """What each cue brings above chance, the best first, those aside that bring next to nothing."""
    for one in sorted(score.cues, key=lambda one: -one.gain):
        if one.gain >= WORTH_A_LINE:
            does = "avoiding" if one.pays_to_avoid else "picking"
            yield (
                f"    {100 * one.gain:.1f} points in a hundred by {does} an option because "
                f"{one.cue.because} ({_number(len(one.picks), 'question')}; by luck "
                f"{one.luck:.1%})."
            )


def unmade_told(reading: Reading) -> Iterator[str]:
    """Why families make no questions of some entries: a line for each family and reason."""
    entries: dict[tuple[str, str], list[str]] = {}
    for one in reading.unmade:
        entries.setdefault((one.family, one.why), []).append(one.item)
    for (family, why), items in sorted(entries.items()):
        some = ", ".join(items[:SHOWN_ENTRIES])
        more = f" and {len(items) - SHOWN_ENTRIES} more" if len(items) > SHOWN_ENTRIES else ""
        what = "no question" if items == [ALL] else f"no question of {some}{more}"
        yield f"    {family} makes {what}: {why}"


def _pointed(line: str, column: int) -> tuple[str, str]:
    """A source line, cut around a column when it is long, and the space before the column."""
    start = max(0, min(column - WIDTH // 2, len(line) - WIDTH))
    shown = line[start : start + WIDTH].replace("\t", " ")
    before = shown[: column - start]
    width = sum(2 if east_asian_width(sign) in "WF" else 1 for sign in before)
    return shown, " " * width


def _summed(held: Mapping[str, Any]) -> str:
    parts = [_number(held["questions"], "question")]
    parts += [_listed(held["skills"]), _listed(held["levels"], "level ")]
    parts += [_listed(held["kinds"])]
    if held["in_review"]:
        await_ = "awaits" if held["in_review"] == 1 else "await"
        parts.append(f"{_number(held['in_review'], 'item')} {await_} review")
    return "; ".join(part for part in parts if part)


def _listed(counts: Mapping[str, int], prefix: str = "") -> str:
    return ", ".join(f"{prefix}{name}: {count}" for name, count in counts.items())


def _verdict(counts: Mapping[str, Any], look: Look) -> str:
    found = [
        _number(counts[f"{severity}s"], severity)
        for severity in ("error", "warning", "note")
        if counts[f"{severity}s"]
    ]
    found += [f"{counts['waived']} waived"] if counts["waived"] else []
    verdict = f"{_number(counts['banks'], 'bank')} checked: {', '.join(found) or 'no problems'}."
    hidden = not look.verbose and (counts["notes"] or counts["waived"])
    return f"{verdict} --verbose shows the rest." if hidden else verdict


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
