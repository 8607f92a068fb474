"""What a bank overrides of the linter: findings waived with a reason, and severities of rules."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

from app.domain.bank import Bank
from app.domain.problem import Edit, Path, Severity
from app.lint.finding import Finding
from app.lint.rule import Group, Rule

ON_OVERRIDES: Final = Group("Waivers and severities")

ON_OVERRIDES.enter(
    Rule(
        "unknown-rule",
        "error",
        why="A waiver or severity for a rule that does not exist does nothing.",
        cure="Write the rule's name as `byline check` shows it, in square brackets.",
        trips="waive: {longest-answer: All names are long here.}",
        passes="answer: Until the month of May\nwaive: {longest-option: Months need their words.}",
    )
)
ON_OVERRIDES.enter(
    Rule(
        "unused-waiver",
        "warning",
        why="A waiver that no finding needs hides the next one, which has not been looked at.",
        cure="Take the waiver out.",
        trips="waive: {longest-option: All options are short.}",
        passes="answer: Until the month of May\nwaive: {longest-option: Months need their words.}",
    )
)
ON_OVERRIDES.enter(
    Rule(
        "no-word-lists",
        "note",
        why="Some rules compare words, and have no word lists for the language of the bank.",
        cure="Look for these flaws yourself; or add word lists for the language to the program.",
        trips="language: fi",
        passes="language: es-MX",
    )
)


@dataclass(slots=True)
class _Waiver:
    path: Path
    rule: str
    question: str
    reason: str
    used: bool = False
    """Also where it cannot be taken out: a family waives for all its questions at once."""


class Overrides:
    """The waivers and severities of one bank; waivers remember whether they were needed."""

    def __init__(self, bank: Bank, rules: Mapping[str, Rule]) -> None:
        self._rules = rules
        self._severities: Mapping[str, Severity] = bank.lint
        self._waivers = {
            (waiver.rule, waiver.question): waiver
            for waiver in (*_of_questions(bank), *_of_bank(bank))
        }

    def severity(self, rule: Rule, own: Severity | None = None) -> Severity:
        """How bad a finding of a rule is in this bank; `own` is what the finding says of itself."""
        return self._severities.get(rule.id, own or rule.severity)

    def waived(self, rule: str, question: str) -> str:
        """The reason for which a finding is waived, "" if it is not."""
        waiver = self._waivers.get((rule, question)) or self._waivers.get((rule, ""))
        if waiver is None:
            return ""
        waiver.used = True
        return waiver.reason

    def findings(self, running: Collection[str], tag: str) -> Iterator[tuple[str, Finding]]:
        """What is wrong with the overrides, by the rule of `ON_OVERRIDES`; call it after `waived`.

        `running` are the rules that have the words of the bank's language.
        """
        for name, path in self._named():
            if name not in self._rules and name not in ON_OVERRIDES.rules:
                yield "unknown-rule", self._unknown(name, path)
        for waiver in self._waivers.values():
            if waiver.rule in running and not waiver.used:
                message = f"Nothing here needs the waiver of {waiver.rule}."
                edit = Edit(waiver.path)
                yield "unused-waiver", Finding(waiver.path, message, at_key=True, edit=edit)
        silent = sorted(self._rules.keys() - set(running))
        if silent:
            message = f"These rules do not know the language “{tag}”: {', '.join(silent)}."
            yield "no-word-lists", Finding(("language",), message)

    def _named(self) -> Iterator[tuple[str, Path]]:
        yield from ((waiver.rule, waiver.path) for waiver in self._waivers.values())
        yield from ((name, ("lint", name)) for name in self._severities)

    def _unknown(self, name: str, path: Path) -> Finding:
        close = get_close_matches(name, self._rules, n=1)
        help_ = f"Did you mean {close[0]}?" if close else ""
        return Finding(path, f"There is no lint rule “{name}”.", help=help_, at_key=True)


def _of_questions(bank: Bank) -> Iterator[_Waiver]:
    for question in bank.questions:
        for rule, reason in question.waive.items():
            path = (*question.origin, "waive", rule)
            yield _Waiver(path, rule, question.id, reason, used=bool(question.family))


def _of_bank(bank: Bank) -> Iterator[_Waiver]:
    for rule, told in bank.waive.items():
        if isinstance(told, str):
            yield _Waiver(("waive", rule), rule, "", told)
        else:
            for question, reason in told.items():
                yield _Waiver(("waive", rule, question), rule, question, reason)
