"""Rules on strong and careful words: test-wise students strike out the one and pick the other."""

from collections.abc import Iterator
from typing import Final

from app.language.cues import careful_alone, strong_alone
from app.lint.finding import Finding
from app.lint.rule import Group, Rule, haladyna
from app.lint.view import QuestionView

STRENGTH: Final = Group("Strong and careful words")


@STRENGTH.for_question(
    Rule(
        "absolute-terms",
        "note",
        why="Options with “always” or “never” are mostly wrong, and students know it.",
        source=haladyna(28),
        cure="Say it less strongly, or let the answer be as strong.",
        trips="""
prompt: What does the coach say about Millford?
answer: Children could swim there
distractors: [Children never swim there, Children pay to swim there]
""",
        passes="""
prompt: What does the coach say about Millford?
answer: All children could swim there
distractors: [Children never swim there, Children pay to swim there]
""",
        needs=("absolutes",),
        first=(3, 6),
        judged=(5, 6),
    )
)
def absolute_terms(question: QuestionView) -> Iterator[Finding]:
    """Strong words in distractors, and none in a right option.

    Not those in quotation marks or in the evidence, which the text has brought in, and not an
    option of one word.
    """
    if question.anatomy.quoted:
        return
    given = frozenset(token.word for quote in question.evidence for token in quote.tokens)
    for place, word in strong_alone(question.keys, question.distractors, given):
        message = f"Only wrong options have a word as strong as “{word}”."
        yield question.distractors[place].flag(message, word)


@STRENGTH.for_question(
    Rule(
        "absolute-key",
        "note",
        why="Students who do not know the answer avoid what sounds absolute, even where it is so.",
        source=haladyna(28),
        cure="See whether the text is as strong as the answer.",
        trips="answer: Only until May",
        passes="answer: “Only until May”",
        needs=("absolutes",),
        first=(0, 2),
        judged=(0, 2),
    )
)
def absolute_key(question: QuestionView) -> Iterator[Finding]:
    """Strong words in the one right option."""
    for word in question.key.find("absolutes") if question.key else ():
        yield question.keys[0].flag(f"The answer has the strong word “{word}”.", word)
        break


@STRENGTH.for_question(
    Rule(
        "vague-terms",
        "note",
        why="The only careful option (“often”, “may”) is mostly right, and students know it.",
        source=haladyna(28),
        cure="Let a distractor be as careful, or take the word out where the text lets you.",
        trips="""
prompt: What does the coach say about Millford?
answer: Children could perhaps swim there
distractors: [Children swim there, Children pay to swim there]
""",
        passes="""
prompt: What does the coach say about Millford?
answer: Children could perhaps swim there
distractors: [Children sometimes swim there, Children pay to swim there]
""",
        needs=("hedges",),
        first=(0, 10),
        judged=(2, 6),
    )
)
def vague_terms(question: QuestionView) -> Iterator[Finding]:
    """Careful words in the key, and in no distractor."""
    key = question.key
    word = careful_alone(key, question.distractors) if key else ""
    if key and word:
        yield key.flag(f"Only the answer has a word as careful as “{word}”.", word)
