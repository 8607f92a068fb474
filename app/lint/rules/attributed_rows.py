"""A rule on statements to judge that rest on what the article only reports."""

from collections.abc import Iterable, Iterator
from typing import Final

from app.domain.annotation import Claim
from app.domain.article import Span
from app.language.language import STEMS
from app.lint.finding import Finding
from app.lint.rule import Group, Rule
from app.lint.view import BankView, OptionView, QuestionView, Wording

ATTRIBUTED: Final = Group("Statements and their sources")

_OF_ANOTHER: Final = frozenset({"attributed", "opinion", "inference", "prediction", "rumour"})
"""What the article does not vouch for itself."""

_STATEMENTS: Final = """\
  report:
    says: The roof is safe.
    evidence: the roof is safe
    status: attributed
    chain: [report, writer]
questions:
- kind: statements
  prompt: What does the text say?
  statements:
    - {{says: {}, is: true, evidence: the roof is safe}}
    - {{says: The pool is open., is: false, because: It is shut.}}
"""


@ATTRIBUTED.for_bank(
    Rule(
        "statement-drops-source",
        "note",
        why="What the text only reports is keyed as true, as if the text vouched for it.",
        source="Pew 2018",
        cure="Name the source in the statement: “The coach says that ...”.",
        trips="claims:\n" + _STATEMENTS.format("The roof is safe."),
        passes="claims:\n" + _STATEMENTS.format("The roof is safe according to a report."),
        needs=("reporting verbs", "anchors", STEMS),
    )
)
def statement_drops_source(bank: BankView) -> Iterator[Finding]:
    """A true statement that rests on the evidence of another's claim, and names no source."""
    claims = bank.bank.claims.values()
    for question in bank.questions:
        for row in question.rows if not question.options else ():
            if row.answer != "true" or row.has("reporting verbs") or row.has("anchors"):
                continue
            claim = _another_says(question, row, claims)
            if claim and not _names(row, claim, bank):
                source = bank.bank.sources[claim.chain[0]].name
                message = f"The text has this from {source}, and the statement does not say so."
                yield row.flag(message).in_question(question.id, None)


def _another_says(question: QuestionView, row: OptionView, claims: Iterable[Claim]) -> Claim | None:
    """The claim of another that settles a row, unless the writer says the same there."""
    spans = [quote.span for quote in question.spans if quote.row == row.id]
    resting = [
        claim
        for claim in claims
        if any(_overlap(span, other) for span in spans for other in claim.evidence)
    ]
    own = any(claim.status not in _OF_ANOTHER and len(claim.chain) == 1 for claim in resting)
    return None if own or not resting else resting[0]


def _overlap(one: Span, other: Span) -> bool:
    same = one.paragraph == other.paragraph
    return same and one.start < other.end and other.start < one.end


def _names(row: OptionView, claim: Claim, bank: BankView) -> bool:
    """Whether a statement has a word of the name of a source that the claim came through."""
    sources = (bank.bank.sources.get(name) for name in claim.chain)
    names = (Wording(source.name, bank.language, ()) for source in sources if source)
    return any(name.stems & row.stems for name in names)
