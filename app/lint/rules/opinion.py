"""Rules on opinions: what the text does not settle cannot be marked right or wrong."""

from collections.abc import Iterator
from typing import Final

from app.language.language import STEMS
from app.language.word_lists import ListName
from app.lint.finding import Finding
from app.lint.rule import Group, Rule, haladyna
from app.lint.view import QuestionView, Wording

OPINION: Final = Group("Opinions")

LONG_VERDICT: Final = 5
"""Words; a longer answer says more than the verdict."""


@OPINION.for_question(
    Rule(
        "opinion-key",
        "error",
        why="A right answer such as “biased” marks an opinion, on which even experts disagree.",
        source=f"{haladyna(6)}; Spinde et al. 2021",
        cure="Ask what a wording does, or what evidence is there.",
        trips="""
prompt: What is the article?
answer: Biased
distractors: [A report, A letter]
""",
        passes="""
prompt: What is the article?
answer: A report
distractors: [Biased, A letter]
""",
        needs=("verdicts",),
        first=(0, 1),
    )
)
def opinion_key(question: QuestionView) -> Iterator[Finding]:
    """A right option that is nothing but a verdict, and one that is not the article's own."""
    for option in question.keys:
        word = next(option.find("verdicts"), "")
        own = word and word.lower() not in question.article.words
        if own and len(option.own) < LONG_VERDICT:
            yield option.flag(f"“{word}” is a verdict that the text cannot settle.", word)


@OPINION.for_question(
    Rule(
        "opinion-stem",
        "warning",
        why="What is good, fair or to be believed depends on the reader, not on the text.",
        source=haladyna(6),
        cure="Ask what the text says, shows or gives as evidence for it.",
        trips="prompt: Is it fair to keep the town pool shut?",
        passes="prompt: Why is it unfair to keep the pool shut, according to the coach?",
        needs=("judging words", "no judging", "anchors", "text words", STEMS),
        first=(0, 3),
    )
)
def opinion_stem(question: QuestionView) -> Iterator[Finding]:
    """A judging word in the stem, and nothing that ties it to the text."""
    word = "" if _anchored(question.prompt) else _judgement(question.prompt, "judging words")
    if word:
        yield question.prompt.flag(
            f"“{word}” asks to judge, and nothing ties it to the text.", word
        )


def _anchored(text: Wording) -> bool:
    """Whether a text names the article, a part of it, or a person who says something."""
    return text.has("anchors", quoted=True) or text.has("text words", quoted=True)


def _judgement(text: Wording, *lists: ListName) -> str:
    """The first judging word, unless it is in a phrase that does not judge, or another judges."""
    excused = " ".join(text.find("no judging")).lower().split()
    words = (word for name in lists for word in text.find(name))
    return next((w for w in words if w.lower() not in excused and not _of_another(text, w)), "")


def _of_another(text: Wording, word: str) -> bool:
    """Whether a verb of judging has a subject other than the reader: what experts believe."""
    known = text.language.list
    if word.lower() not in known("judging verbs"):
        return False
    before = [token.word for token in text.own if token.end <= text.text.find(word)]
    return len(before) > 1 and before[-1] not in known("reader words")


@OPINION.for_question(
    Rule(
        "opinion-statement",
        "warning",
        why="A statement with a judgement in it is neither true nor false.",
        source=haladyna(6),
        cure="Say who judges so: “The coach says that ...”.",
        trips="""
kind: statements
prompt: What does the text say?
statements:
  - {says: The pool stays shut until May., is: true, because: Paragraph 1 says so.}
  - {says: The closure is unfair., is: true, because: The coach says so.}
""",
        passes="""
kind: statements
prompt: What does the text say?
statements:
  - {says: The pool stays shut until May., is: true, because: Paragraph 1 says so.}
  - {says: The coach says that the closure is unfair., is: true, because: She does.}
""",
        needs=(
            "judging words",
            "ranking words",
            "no judging",
            "anchors",
            "text words",
            "reporting verbs",
            STEMS,
        ),
        first=(2, 8),
        judged=(2, 2),
    )
)
def opinion_statement(question: QuestionView) -> Iterator[Finding]:
    """A judging word in a statement that is true or false, without a person who judges."""
    for row in question.rows:
        if row.answer in {"true", "false"} and not (_anchored(row) or row.has("reporting verbs")):
            word = _judgement(row, "judging words", "ranking words")
            if word:
                yield row.flag(f"“{word}” is a judgement, and it is not said whose.", word)
