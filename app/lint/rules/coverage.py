"""Rules on what a whole bank asks about, and how hard it is to read."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from app.domain.skill import LEVELS, SKILLS
from app.language.sentences import split
from app.lint.finding import Finding
from app.lint.rule import Group, Rule, haladyna, questions
from app.lint.view import BankView, Wording

COVERAGE: Final = Group("What a whole bank covers")

ENOUGH: Final = 12
"""Questions below which a bank is a beginning, and is left in peace."""

ONE_PARAGRAPH: Final = 0.4
"""The share of all evidence above which one paragraph has too much of it."""

FEW_TRUE: Final = 0.4
MANY_TRUE: Final = 0.6
"""The share of true statements among those that are true or false lies between these."""

MIN_WORDS: Final = 200
"""Words below which a formula of readability says nothing: they were made for whole texts."""

EASY: Final = 40
"""The LIX up to which a text is no harder than a newspaper (Björnsson 1968)."""

LONG_WORD: Final = 6
"""Letters beyond which LIX calls a word long."""

_HARD: Final = (
    "{prompt: 'Notwithstanding considerable infrastructural circumstances surrounding municipal "
    "swimming installations, approximately whereabouts does reinstatement presumably materialise?'}"
)
_PLAIN: Final = "{prompt: 'How long, says the text, does the pool stay shut?'}"


@COVERAGE.for_bank(
    Rule(
        "coverage",
        "note",
        why="A bank that leaves out a skill or a level, or lives on one paragraph, says little "
        "about a reader.",
        source=haladyna(1),
        cure="Write questions where they are missing.",
        trips=questions((12, "{}")),
        passes=questions((11, "{}")),
    )
)
def coverage(bank: BankView) -> Iterator[Finding]:
    """Every skill and level, no paragraph with two fifths of the evidence, no usual verdict."""
    if len(bank.questions) < ENOUGH:
        return
    asked = [question.question for question in bank.questions]
    for skill in sorted(set(SKILLS) - {question.skill.skill for question in asked}):
        yield Finding(("questions",), f"No question is on {skill}.")
    for level in sorted(set(LEVELS) - {question.level for question in asked}):
        yield Finding(("questions",), f"No question is of level {level}.")
    places = Counter(one.span.paragraph for question in asked for one in question.evidence)
    for paragraph, count in places.most_common(1):
        if len(bank.bank.article.paragraphs) > 2 and count > ONE_PARAGRAPH * places.total():
            yield Finding(
                ("questions",),
                f"Paragraph {paragraph} settles {count / places.total():.0%} of the questions.",
            )
    yield from _verdicts(bank)


def _verdicts(bank: BankView) -> Iterator[Finding]:
    """Far more true statements than false ones, or the other way round."""
    rows = [row.answer for question in bank.questions for row in question.rows]
    true, false = rows.count("true"), rows.count("false")
    if true + false >= ENOUGH and not FEW_TRUE <= true / (true + false) <= MANY_TRUE:
        told = f"{true} statements are true, and {false} false: one answer is the better guess."
        yield Finding(("questions",), told)


@COVERAGE.for_bank(
    Rule(
        "reading-level",
        "warning",
        why="Questions that are harder to read than the article test reading, not judgement.",
        source=haladyna(8),
        cure="Use shorter sentences and shorter words.",
        trips=questions((12, _HARD)),
        passes=questions((24, _PLAIN)),
    )
)
def reading_level(bank: BankView) -> Iterator[Finding]:
    """The LIX of all questions together against that of the article, from 200 words on."""
    asked = [text for question in bank.questions for text in question.shown]
    if sum(len(text.tokens) for text in asked) < MIN_WORDS:
        return
    found, article = lix(asked), lix(bank.article.paragraphs)
    if found > max(article, EASY):
        yield Finding(
            ("questions",),
            f"The questions are harder to read than the article: LIX {found:.0f} against "
            f"{article:.0f} (40 is a newspaper, 60 a law).",
        )


def lix(texts: Sequence[Wording]) -> float:
    """How hard texts are to read: words per sentence and per cent of long words, added.

    Björnsson, C. H. (1968), Läsbarhet. The formula counts no syllables, and so serves languages
    for which there is no dictionary of them. A text that ends without a stop is a sentence.
    """
    words = [token.word for text in texts for token in text.tokens]
    long = sum(len(word) > LONG_WORD for word in words)
    return len(words) / max(1, _sentences(texts)) + 100 * long / max(1, len(words))


def _sentences(texts: Iterable[Wording]) -> int:
    return sum(len(split(text.text, text.language.tag)) for text in texts)
