"""What a rule of the linter is: a function with its reason, its cure and two examples."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from app.domain.problem import Severity
from app.language.language import Need
from app.lint.finding import Finding
from app.lint.view import BankView, QuestionView

QuestionCheck = Callable[[QuestionView], Iterable[Finding]]
BankCheck = Callable[[BankView], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the linter.

    `why` says in a sentence what is wrong with what it finds, `source` who found that out; `cure`
    what to do. `trips` is a piece of a bank in YAML that breaks the rule, `passes` one that nearly
    does: fields of a question or of a bank (see `examples`). `needs` names the word lists without
    which it stays silent. `first` and `judged` count findings on real banks that were read by
    hand: how many were right, of how many; before the rule was mended, and as it is now.

    Its group gives it `group` and the function that looks, at one question or at the whole bank;
    a rule on overrides has neither.
    """

    id: str
    severity: Severity
    why: str
    cure: str
    trips: str
    passes: str
    source: str = ""
    needs: tuple[Need, ...] = ()
    first: tuple[int, int] = (0, 0)
    judged: tuple[int, int] = (0, 0)
    group: str = ""
    question: QuestionCheck | None = None
    bank: BankCheck | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Rules that belong together, under the name that heads them in the documentation."""

    name: str
    rules: dict[str, Rule] = field(default_factory=dict)

    def for_question(self, rule: Rule) -> Callable[[QuestionCheck], QuestionCheck]:
        """Enter a rule; the function below it looks at one question and yields findings."""

        def enter(check: QuestionCheck) -> QuestionCheck:
            self.enter(replace(rule, question=check))
            return check

        return enter

    def for_bank(self, rule: Rule) -> Callable[[BankCheck], BankCheck]:
        """Enter a rule; the function below it looks at all questions of a bank at once."""

        def enter(check: BankCheck) -> BankCheck:
            self.enter(replace(rule, bank=check))
            return check

        return enter

    def enter(self, rule: Rule) -> None:
        """Enter a rule that has its function, or needs none."""
        self.rules[rule.id] = replace(rule, group=self.name)


def haladyna(*numbers: int) -> str:
    """The source of a rule: guidelines of the list that most handbooks of item writing use."""
    listed = ", ".join(map(str, numbers))
    return f"Haladyna, Downing & Rodriguez 2002, no. {listed}"


def questions(*pieces: tuple[int, str]) -> str:
    """An example of so many questions of each piece, a mapping in one line."""
    return "\n".join(
        ["questions:", *(f"- {piece}" for count, piece in pieces for _ in range(count))]
    )
