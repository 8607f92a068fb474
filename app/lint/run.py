"""Running the rules over a bank: from what was read to what is wrong with it, waivers applied."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from app.bank.problems import capped
from app.domain.bank import Bank
from app.domain.problem import Position, Problem
from app.domain.question import Question
from app.library.collector import collector_off
from app.library.reading_result import Reading
from app.lint.blind_score import BlindScore, score_of
from app.lint.finding import Finding
from app.lint.overrides import ON_OVERRIDES, Overrides
from app.lint.places import Places
from app.lint.rule import Rule
from app.lint.table import RULES
from app.lint.view import BankView, QuestionView

Watch = Callable[[int, int], None]
"""Called with the number of questions that are done, and of all."""


def _unwatched(_done: int, _all: int) -> None:
    """Do nothing."""


@dataclass(frozen=True, slots=True)
class Linted:
    """A reading with the findings of the linter among its problems, by their places.

    `blind` is what can be had without the article; None if the bank could not be read, or has
    nothing to answer that way.
    """

    reading: Reading
    blind: BlindScore | None = None

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the format, and what the linter found."""
        return self.reading.problems


def lint(reading: Reading, watch: Watch = _unwatched) -> Linted:
    """Run the rules over a bank; `watch` is called after each question.

    A bank that could not be read is not linted: what is wrong with its format comes first. Raises
    ValueError for a reading that has let its places go, as those on the server's shelf have.
    """
    if reading.bank is None:
        return Linted(reading)
    with collector_off():
        linting = _Linting(reading.bank, _places_of(reading, reading.bank))
        found = sorted(linting.problems(watch), key=_place)
        problems = sorted((*reading.problems, *capped(found)), key=_place)
        return Linted(replace(reading, problems=tuple(problems)), linting.blind())


def _for_generated(rule: Rule, name: str) -> str:
    """What to do about a question that has no lines of its own in the file."""
    return (
        "Mend the annotation that it is made of; or switch it off, under `families`: "
        f"`off: [{name}]`; or waive it, in the bank: "
        f"`waive: {{{rule.id}: {{{name}: the reason}}}}`."
    )


def _place(problem: Problem) -> Position:
    return problem.position


def _places_of(reading: Reading, bank: Bank) -> Places:
    if reading.places is None:
        raise ValueError(f"The reading of {reading.file} has no places to report findings at.")
    return Places(reading.places, bank.snapshot.yaml, reading.file)


@dataclass(frozen=True, slots=True)
class _Found:
    rule: Rule
    finding: Finding
    question: Question | None


class _Linting:
    """One run over one bank."""

    def __init__(self, bank: Bank, places: Places) -> None:
        self._view = BankView.of(bank)
        self._overrides = Overrides(bank, RULES)
        self._places = places
        self._rules = [rule for rule in RULES.values() if self._speaks(rule)]

    def _speaks(self, rule: Rule) -> bool:
        return all(map(self._view.language.has, rule.needs))

    def blind(self) -> BlindScore | None:
        """What can be had without the article; None if the language has no words for that."""
        return score_of(self._view) if self._speaks(RULES["blind-solver"]) else None

    def problems(self, watch: Watch) -> Iterator[Problem]:
        for found in self._found(watch):
            yield self._problem(found)
        running = {rule.id for rule in self._rules}
        for rule, finding in self._overrides.findings(running, self._view.language.tag):
            yield self._problem(_Found(ON_OVERRIDES.rules[rule], finding, None))

    def _found(self, watch: Watch) -> Iterator[_Found]:
        for done, view in enumerate(self._view.questions, start=1):
            yield from self._about(view)
            watch(done, len(self._view.questions))
        for rule in self._rules:
            for finding in rule.bank(self._view) if rule.bank else ():
                yield _Found(rule, finding, self._view.bank.by_id.get(finding.question))

    def _about(self, view: QuestionView) -> Iterator[_Found]:
        for rule in self._rules:
            for finding in rule.question(view) if rule.question else ():
                yield _Found(rule, finding, view.question)

    def _position(self, finding: Finding, question: Question | None) -> Position:
        if question is None:
            return self._places.position(finding.path, at_key=finding.at_key, words=finding.words)
        if question.family:
            return self._places.position(question.origin, at_key=True)
        path = (*question.origin, *finding.path)
        return self._places.position(path, at_key=finding.at_key, words=finding.words)

    def _problem(self, found: _Found) -> Problem:
        rule, finding, question = found.rule, found.finding, found.question
        name = question.id if question else finding.question
        setting = f"In the generated question {name}: " if question and question.family else ""
        return Problem(
            self._position(finding, question),
            rule.id,
            self._overrides.severity(rule, finding.severity),
            f"{setting}{finding.message}",
            _for_generated(rule, name) if setting else finding.help or rule.cure,
            name or None,
            self._overrides.waived(rule.id, name),
            finding.edit,
        )
