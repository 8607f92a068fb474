"""Rules on rows: statements to judge, pairs to match, steps to put in order."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from app.lint.finding import Finding
from app.lint.rule import Group, Rule, haladyna
from app.lint.view import OptionView, QuestionView

ROWS: Final = Group("Rows")

MANY_ROWS: Final = 6
SOME_ROWS: Final = 3
LEAST_SHARE: Final = 0.2
MOST_SHARE: Final = 0.5
LONGER: Final = 1.3


def _judged(question: QuestionView) -> tuple[OptionView, ...]:
    """The statements that are judged: rows with a verdict, and no options of their own."""
    return () if question.options or question.anatomy.ordered else question.rows


@ROWS.for_question(
    Rule(
        "one-verdict",
        "warning",
        why="Where most statements have the same answer, it is found without reading.",
        source=haladyna(20),
        cure="Let each verdict be right for a fifth to a half of the statements.",
        trips="""
kind: statements
prompt: What does the text say?
statements:
  - {says: The pool stays shut until May., is: true, because: Paragraph 1 says so.}
  - {says: Pumps leak., is: true, because: Paragraph 1 says so.}
  - {says: The roof is safe., is: true, because: Paragraph 1 says so.}
""",
        passes="""
kind: statements
prompt: What does the text say?
statements:
  - {says: The pool stays shut until May., is: true, because: Paragraph 1 says so.}
  - {says: Pumps leak., is: true, because: Paragraph 1 says so.}
  - {says: The roof leaks., is: false, because: Paragraph 1 says that it is safe.}
""",
    )
)
def one_verdict(question: QuestionView) -> Iterator[Finding]:
    """From six statements: a verdict for under 20 or over 50 %; from three: all the same."""
    rows = _judged(question)
    verdicts = Counter(row.answer for row in rows)
    if len(rows) >= SOME_ROWS and len(verdicts) == 1:
        yield question.flag(f"Every statement is {rows[0].answer.replace('-', ' ')}.", "statements")
    elif len(rows) >= MANY_ROWS:
        for verdict, count in verdicts.items():
            if not LEAST_SHARE <= count / len(rows) <= MOST_SHARE:
                share = f"{count} of {len(rows)} statements are {verdict.replace('-', ' ')}."
                yield question.flag(share, "statements")


@ROWS.for_question(
    Rule(
        "long-true-rows",
        "warning",
        why="True statements tend to be longer, because they must be exact; students know it.",
        source=haladyna(24),
        cure="Write the other statements as exactly, or the true ones more shortly.",
        trips="""
kind: statements
prompt: What does the text say?
statements:
  - {says: "At least three of the pumps leak, says a report.", is: true, because: It does.}
  - {says: "The town pool stays shut until the month of May.", is: true, because: It does.}
  - {says: The roof leaks., is: false, because: The report calls it safe.}
  - {says: Two pumps leak., is: false, because: It is three or more.}
""",
        passes="""
kind: statements
prompt: What does the text say?
statements:
  - {says: At least three of the pumps leak., is: true, because: It does.}
  - {says: The town pool stays shut until May., is: true, because: It does.}
  - {says: The roof leaks as the pumps do., is: false, because: The report calls it safe.}
  - {says: Exactly two of the pumps leak., is: false, because: It is three or more.}
""",
        first=(5, 6),
        judged=(5, 6),
    )
)
def long_true_rows(question: QuestionView) -> Iterator[Finding]:
    """At least two true and two other statements, the true ones longer by more than 30 %.

    The longest of all is a true one.
    """
    rows = _judged(question)
    true = [len(row.text) for row in rows if row.answer == "true"]
    others = [len(row.text) for row in rows if row.answer != "true"]
    if min(len(true), len(others)) < 2 or max(true) < max(others):
        return
    share = (sum(true) / len(true)) / (sum(others) / len(others))
    if share > LONGER:
        yield question.flag(
            f"The true statements are {share:.1f} times as long as the others.", "statements"
        )


@ROWS.for_question(
    Rule(
        "double-barrelled",
        "warning",
        why="Half of a statement in two parts can be true, and the other half false.",
        source=haladyna(7),
        cure="Make two statements of it.",
        trips="""
kind: statements
prompt: What does the text say?
statements:
  - {says: "The pool is shut and the roof is safe.", is: true, because: Paragraph 1 says so.}
  - {says: The roof leaks., is: false, because: The report calls it safe.}
""",
        passes="""
kind: statements
prompt: What does the text say?
statements:
  - {says: "The roof and the walls are safe.", is: not stated, absent: [walls], because: No walls.}
  - {says: The roof leaks., is: false, because: The report calls it safe.}
""",
        needs=("joiners", "clause subjects", "finite verbs"),
    )
)
def double_barrelled(question: QuestionView) -> Iterator[Finding]:
    """A statement with two clauses, each with a verb, joined by and, but, because ..."""
    for row in _judged(question):
        joiner = _joiner(row)
        if joiner:
            yield row.flag(f"“{joiner}” joins two statements.", joiner)


def _joiner(row: OptionView) -> str:
    """The word that joins two clauses; "" if there is none."""
    known = row.language.list
    words = [token.word for token in row.own]
    verbs = [place for place, word in enumerate(words) if word in known("finite verbs")]
    for place in range(1, len(words) - 2):
        joins = words[place] in known("joiners") and words[place + 1] in known("clause subjects")
        if joins and verbs and verbs[0] < place < verbs[-1]:
            return row.text[row.own[place].start : row.own[place].end]
    return ""


@ROWS.for_question(
    Rule(
        "last-row-free",
        "warning",
        why="Where each option fits one row, the last row is found by elimination.",
        source=haladyna(23),
        cure="Add an `extra` that fits no row, or let two rows share an option.",
        trips="""
kind: match
prompt: Who says what?
pairs: {Pumps leak.: the report, Nobody asked us.: the coach, It is a pit.: the writer}
""",
        passes="""
kind: match
prompt: Who says what?
pairs: {Pumps leak.: the report, Nobody asked us.: the coach, It is a pit.: the writer}
extra: [the council]
""",
    )
)
def last_row_free(question: QuestionView) -> Iterator[Finding]:
    """As many options as rows, each for one row, in columns that are both shuffled."""
    rows, options = question.rows, question.options
    if question.anatomy.fixed or len(rows) != len(options) or len(rows) < SOME_ROWS:
        return
    if len(set(question.anatomy.key.values())) == len(options):
        yield rows[-1].flag("The last row is found without knowing it.")


@ROWS.for_question(
    Rule(
        "order-cues",
        "warning",
        why="A step that begins with “first” or “then” gives its place away.",
        source=haladyna(28),
        cure="Take the word out; the order is what is asked.",
        trips="""
kind: order
prompt: In which order does the text tell this?
sequence: [First the pool is shut, The coach complains, Somebody asks who will pay]
""",
        passes="""
kind: order
prompt: In which order does the text tell this?
sequence: [The pool is shut, The coach complains, Somebody asks who will pay first]
""",
        needs=("sequence words",),
    )
)
def order_cues(question: QuestionView) -> Iterator[Finding]:
    """A step that begins with a word of sequence."""
    if not question.anatomy.ordered:
        return
    for row in (*question.rows, *question.keys):
        word = next(row.find("sequence words"), "")
        if word and row.text.startswith(word):
            yield row.flag(f"“{word}” gives the place of this step away.", word)
