"""Rules on the words of the article that settle a question, and on the argument from them."""

from collections.abc import Iterator
from typing import Final

from app.language.language import STEMS
from app.language.numerals import read_numeral
from app.lint.finding import Finding
from app.lint.rule import Group, Rule, haladyna
from app.lint.view import QuestionView, Wording

EVIDENCE: Final = Group("Evidence")

LONG_QUOTE: Final = 25
"""Words."""

SHORT_QUOTE: Final = 3
"""Words."""


@EVIDENCE.for_question(
    Rule(
        "evidence-too-long",
        "note",
        why="A quotation that long shows where to read on, not what settles the question.",
        cure="Quote the words that settle it; several short quotations may be written as a list.",
        trips="""
evidence: >-
  Coach Lena Marsh called the closure a blow for the swimming club. “Nobody asked us,” she said.
  About forty children trained there every week. In theory they could go
""",
        passes="""
evidence: >-
  Coach Lena Marsh called the closure a blow for the swimming club. “Nobody asked us,” she said.
  About forty children trained there every week
""",
        first=(0, 5),
    )
)
def evidence_too_long(question: QuestionView) -> Iterator[Finding]:
    """More than 25 words in one quotation, unless it is a whole paragraph, which is then meant."""
    for quote in question.evidence:
        count = len(quote.tokens)
        if count > LONG_QUOTE and not _is_paragraph(question, quote):
            message = f"The quotation has {count} words, more than {LONG_QUOTE}."
            yield quote.flag(message, quote.begin())


def _is_paragraph(question: QuestionView, quote: Wording) -> bool:
    return any(quote.text == paragraph.text for paragraph in question.article.paragraphs)


@EVIDENCE.for_question(
    Rule(
        "evidence-too-short",
        "warning",
        why="A word or two that occur in several places do not show a student where to look.",
        cure="Quote a few words more, so that the place is plain.",
        trips="evidence: {quote: pool, paragraph: 3}",
        passes="evidence: {quote: The pool has become, paragraph: 3}",
    )
)
def evidence_too_short(question: QuestionView) -> Iterator[Finding]:
    """One or two words that occur more than once in the article."""
    if question.anatomy.quoted:
        return
    for quote in question.evidence:
        words = tuple(token.word for token in quote.tokens)
        if 0 < len(words) < SHORT_QUOTE and question.article.runs.count(words) > 1:
            yield quote.flag(f"“{quote.text}” occurs in several places of the text.", quote.text)


@EVIDENCE.for_question(
    Rule(
        "key-not-supported",
        "note",
        why="Where the text states the answer, the quotation should have a word of it.",
        cure="Quote the words that state it; or make it a question of level 2 if one must infer.",
        trips="answer: Until the pumps work\nevidence: stays shut until May",
        passes="answer: Until May\nevidence: stays shut until May",
        needs=("function words", STEMS),
        first=(0, 3),
        judged=(0, 2),
    )
)
def key_not_supported(question: QuestionView) -> Iterator[Finding]:
    """Facts of level 1: no word or number of the answer is in the evidence.

    Not where the reason has words of both, and so leads from one to the other.
    """
    skill = question.question.skill.skill
    answer = question.key or next(iter(question.accepted), None)
    if skill != "facts" or question.question.level != 1 or answer is None:
        return
    if not question.evidence or not answer.stems:
        return
    stems = frozenset().union(*(quote.stems for quote in question.evidence))
    bridged = question.because.stems & stems and question.because.stems & answer.stems
    if not (answer.stems & stems or bridged or _same_number(question, answer.text)):
        yield answer.flag("No word of the answer is in the quotation.")


def _same_number(question: QuestionView, answer: str) -> bool:
    tag = question.language.tag
    wanted = read_numeral(answer, tag)
    return wanted is not None and any(
        found is not None and found.value == wanted.value
        for quote in question.evidence
        for found in (read_numeral(token.word, tag) for token in quote.tokens)
    )


@EVIDENCE.for_question(
    Rule(
        "unargued-framing",
        "warning",
        why="Whether a wording is loaded is a matter of opinion, until the text is argued from.",
        source=f"{haladyna(6)}; Spinde et al. 2021 (experts agree only moderately)",
        cure="Name the words or the paragraph in `because`, and say what they do.",
        trips="""
skill: framing/word-choice
prompt: What does the last sentence do?
answer: It paints the costs larger
distractors: {It gives the costs: No sum is named., It doubts the costs: Nobody doubts them.}
evidence: has become a bottomless pit
because: Everybody can see that this is loaded.
""",
        passes="""
skill: framing/word-choice
prompt: What does the last sentence do?
answer: It paints the costs larger
distractors: {It gives the costs: No sum is named., It doubts the costs: Nobody doubts them.}
evidence: has become a bottomless pit
because: A pit without a bottom swallows all that is thrown in.
""",
        needs=("function words", "anchors", "text words", "back references", STEMS),
        first=(2, 7),
        judged=(6, 6),
    )
)
def unargued_framing(question: QuestionView) -> Iterator[Finding]:
    """Framing: the reason names no words, no paragraph and nothing of the text.

    Where the question quotes the words, a reason that begins with “it” speaks of them.
    """
    if question.question.skill.skill != "framing":
        return
    because = question.because
    quoted = any(token.quoted for token in because.tokens)
    stems = frozenset().union(*(quote.stems for quote in question.evidence))
    named = because.has("anchors") or because.has("text words")
    if not (quoted or named or because.stems & stems or _refers_back(question)):
        yield because.flag("The reason argues from no words of the text.")


def _refers_back(question: QuestionView) -> bool:
    words = next(question.because.find("back references"), "")
    return bool(words) and question.because.text.startswith(words)


@EVIDENCE.for_question(
    Rule(
        "uncertain-voice",
        "warning",
        why="Where the text leaves open who speaks, no question can ask whose words they are.",
        source=haladyna(19),
        cure="Ask about another paragraph, or ask what makes the voice uncertain.",
        trips="""
article: {voices: {3: uncertain}}
questions:
  - skill: sourcing/attribution
    prompt: Who calls the pool a bottomless pit?
    answer: The writer
    distractors: {The coach: She speaks of the club., The report: It speaks of pumps.}
    evidence: has become a bottomless pit
""",
        passes="""
article: {voices: {3: writer}}
questions:
  - skill: sourcing/attribution
    prompt: Who calls the pool a bottomless pit?
    answer: The writer
    distractors: {The coach: She speaks of the club., The report: It speaks of pumps.}
    evidence: has become a bottomless pit
""",
    )
)
def uncertain_voice(question: QuestionView) -> Iterator[Finding]:
    """Attribution or framing, and all evidence is from paragraphs without a certain voice."""
    skill = question.question.skill
    if skill.skill == "facts" or (skill.skill == "sourcing" and skill.part != "attribution"):
        return
    paragraphs = {quote.span.paragraph for quote in question.spans}
    if paragraphs and paragraphs <= question.article.uncertain:
        number = min(paragraphs)
        yield question.flag(f"The voice of paragraph {number} is uncertain.", "evidence")
