"""Rules on cues: what gives the answer away to who has not read the text."""

from collections.abc import Iterator
from typing import Final

from app.bank.lint.finding import Finding
from app.bank.lint.language import STEMS
from app.bank.lint.rule import Group, Rule, haladyna
from app.bank.lint.view import QuestionView

CUES: Final = Group("Cues in one question")


@CUES.for_question(
    Rule(
        "clang",
        "warning",
        why="A word that only the question and the answer share sounds like the answer.",
        source=haladyna(28),
        cure="Say it in another word, or let a distractor have the word, too.",
        trips="""
prompt: What does the coach say about the closure?
answer: The closure hurts the club
distractors: [The roof is safe, The council will pay]
""",
        passes="""
prompt: What does the coach say about the closure?
answer: The closure hurts the club
distractors: [The closure was agreed, The council will pay]
""",
        needs=("function words", STEMS),
    )
)
def clang(question: QuestionView) -> Iterator[Finding]:
    """Content words, by their stems, of question and answer and of no distractor.

    Words in quotation marks and names of the article do not count: they are what it is about.
    """
    key = question.key
    if key is None:
        return
    elsewhere = frozenset().union(*(option.stems for option in question.distractors))
    names = map(question.language.stem, question.article.names)
    shared = (key.own_stems & question.prompt.own_stems) - elsewhere - frozenset(names)
    for token in key.own:
        if question.language.stem(token.word) in shared:
            word = key.text[token.start : token.end]
            yield key.flag(f"Only the answer repeats “{word}” of the question.", word)
            return
