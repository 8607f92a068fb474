"""Rules on the annotation: claims and sources, from which the families make their questions."""

from collections import defaultdict
from collections.abc import Iterator
from math import ceil
from typing import Final

from app.domain.annotation import Claim
from app.language.language import STEMS
from app.language.word_lists import ListName
from app.lint.finding import Finding
from app.lint.rule import Group, Rule, haladyna
from app.lint.view import BankView, Wording

ANNOTATED: Final = Group("Claims and sources")

COPIED: Final = 8
"""Words in a row of the article from which on a claim is not in one's own words."""

ALIKE: Final = 0.8
"""The share of words from which on two claims say the same."""

MOST_COMPARED: Final = 50
"""Earlier claims with the same rare word that one is compared with."""

_BOUNDS: Final[tuple[ListName, ...]] = (
    "hedges",
    "approximations",
    "lower bounds",
    "upper bounds",
)

_POOL: Final = """\
claims:
  trained:
    says: {}
    evidence: About forty children trained there every week
    status: reported fact
    chain: [writer]
"""


@ANNOTATED.for_bank(
    Rule(
        "says-without-hedge",
        "note",
        why="What is “often” or “at least three” in the text is another claim without that word.",
        source=haladyna(3),
        cure="Say in `says` what `certainty` names: the hedge or the quantity.",
        trips=_POOL.format("Forty children swam there.") + "    certainty: about\n",
        passes=_POOL.format("Some forty children swam there.") + "    certainty: about\n",
        needs=("hedges", "approximations", "lower bounds", "upper bounds", STEMS),
        judged=(3, 11),
    )
)
def says_without_hedge(bank: BankView) -> Iterator[Finding]:
    """A claim names its hedge under `certainty`, and `says` has neither this nor any other."""
    for claim in bank.bank.claims.values():
        says, hedge = _says(claim, bank), Wording(claim.certainty, bank.language, ())
        if hedge.tokens and not _is_hedged(says, hedge):
            yield says.flag(f"The text says “{claim.certainty}”, and the claim does not.")


def _is_hedged(says: Wording, hedge: Wording) -> bool:
    if any(hedge.has(name, quoted=True) for name in _BOUNDS):
        return any(says.has(name, quoted=True) for name in _BOUNDS)
    words = {hedge.language.stem(token.word) for token in hedge.tokens}
    return not words.isdisjoint(says.language.stem(token.word) for token in says.tokens)


def _says(claim: Claim, bank: BankView) -> Wording:
    return Wording(claim.says, bank.language, ("claims", claim.id, "says"))


@ANNOTATED.for_bank(
    Rule(
        "says-copied",
        "note",
        why="Questions made of a claim in the article's own words are answered by looking.",
        source=haladyna(3),
        cure="Say it in your own words; the quotation is under `evidence`.",
        trips=_POOL.format("About forty children trained there every week in winter."),
        passes=_POOL.format("Every week forty children trained in the pool."),
    )
)
def says_copied(bank: BankView) -> Iterator[Finding]:
    """Eight words of the article in a row, or all words of a shorter claim of at least five."""
    for claim in bank.bank.claims.values():
        says = _says(claim, bank)
        length = min(COPIED, max(len(says.tokens), 5))
        words = bank.article.runs.first_in(says, length)
        if words:
            yield says.flag(f"“{words}” is in the text word for word.", words)


@ANNOTATED.for_bank(
    Rule(
        "same-claim-other-chain",
        "warning",
        why="One claim under two chains makes questions whose keys contradict each other.",
        cure="Leave one out, or say in each what only this source says.",
        trips=_POOL.format("Forty children swam in the pool.")
        + """\
  swam:
    says: Forty children swam in the pool there.
    evidence: the roof is safe
    status: attributed
    chain: [report, writer]
""",
        passes=_POOL.format("Forty children swam in the pool.")
        + """\
  swam:
    says: Forty children swam in the pool there.
    evidence: the roof is safe
    status: reported fact
    chain: [writer]
""",
        needs=("function words", STEMS),
    )
)
def same_claim_other_chain(bank: BankView) -> Iterator[Finding]:
    """Four fifths of all words in common, and another way from the origin to the reader."""
    earlier: dict[str, list[tuple[Claim, Wording]]] = defaultdict(list)
    for claim in bank.bank.claims.values():
        says = _says(claim, bank)
        # Of two claims with four fifths in common, one has one of these words of the other.
        marks = sorted(says.stems)[: len(says.stems) - ceil(ALIKE * len(says.stems)) + 1]
        near = {one.id: (one, text) for mark in marks for one, text in earlier[mark]}
        for other, text in list(near.values())[-MOST_COMPARED:]:
            alike = len(says.stems & text.stems) >= ALIKE * len(says.stems | text.stems)
            if alike and says.stems and other.chain != claim.chain:
                message = f"This says the same as {other.id}, which has another chain."
                yield says.flag(message)
        for mark in marks:
            earlier[mark].append((claim, says))


@ANNOTATED.for_bank(
    Rule(
        "source-unclear-alone",
        "warning",
        why="The name of a source is an option by itself: “his son” says nothing without its text.",
        source=haladyna(15),
        cure="Name the person so that it is clear alone: the florist's son.",
        trips="sources: {son: {name: his son, type: witness}}",
        passes="sources: {son: {name: the florist's son, type: witness}}",
        needs=("possessives",),
    )
)
def source_unclear_alone(bank: BankView) -> Iterator[Finding]:
    """A possessive such as “his” in the name of a source, in brackets or not."""
    for source in bank.bank.sources.values():
        name = Wording(source.name, bank.language, ("sources", source.id, "name"))
        word = next(name.find("possessives"), "")
        if word:
            yield name.flag(f"“{word}” does not say whose, where this is an option.", word)


_MISREAD: Final = (
    _POOL.format("Some forty children swam there.")
    + "    misreadings: {{The children were ten years old.: {}}}\n"
)


@ANNOTATED.for_bank(
    Rule(
        "misreading-left-open",
        "note",
        why="What the text only leaves open is not contradicted: a question that keys it as wrong "
        "has two right answers.",
        source=haladyna(19),
        cure="Write `{why: the reason, open: true}` if the text does not deny it.",
        trips=_MISREAD.format("The text says nothing of it."),
        passes=_MISREAD.format("{why: The text says nothing of it., open: true}"),
        needs=("left open",),
    )
)
def misreading_left_open(bank: BankView) -> Iterator[Finding]:
    """A reason such as “not mentioned”, on a misreading that is not marked as open."""
    for claim in bank.bank.claims.values():
        for wrong, misreading in claim.misreadings.items():
            why = Wording(misreading.why, bank.language, ())
            words = "" if misreading.open else next(why.find("left open"), "")
            if words:
                path = ("claims", claim.id, "misreadings", wrong)
                text = Wording(wrong, bank.language, path)
                yield text.flag(f"The reason says “{words}”: is this wrong, or only open?")
