"""Rules on cues: what gives the answer away to who has not read the text."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from app.language.cues import CAPITAL, DIGIT, EDGES, LOOKS, is_verbatim, odd_looks, overlaps
from app.language.language import STEMS
from app.language.numerals import read_numeral
from app.lint.finding import Finding
from app.lint.rule import Group, Rule, haladyna
from app.lint.view import QuestionView

CUES: Final = Group("Cues in one question")


@CUES.for_question(
    Rule(
        "clang",
        "note",
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
        needs=("function words", "text words", STEMS),
        first=(2, 7),
        judged=(2, 2),
    )
)
def clang(question: QuestionView) -> Iterator[Finding]:
    """Content words, by their stems, of question and answer and of no distractor.

    Words in quotation marks, numbers, names of the article and words such as “text” do not count;
    nor does anything where every distractor has a word of the question as well.
    """
    key, asked = question.key, question.prompt.own_stems
    if key is None or all(option.stems & asked for option in question.distractors):
        return
    elsewhere = frozenset().union(*(option.stems for option in question.distractors))
    shared = (key.own_stems & asked) - elsewhere - question.article.name_stems
    furniture = question.language.list("text words")
    for token in key.own:
        stem = question.language.stem(token.word)
        if stem in shared and stem not in furniture and not read_numeral(token.word):
            word = key.text[token.start : token.end]
            yield key.flag(f"Only the answer repeats “{word}” of the question.", word)
            return


@CUES.for_question(
    Rule(
        "convergence",
        "note",
        why="The option that shares most with the others looks like the one they were made from.",
        source=haladyna(28),
        cure="Let the distractors share words with each other, too.",
        trips="""
prompt: What does the report say?
answer: Three pumps leak badly
distractors: [Three walls are wet, Two pumps are new]
""",
        passes="""
prompt: What does the report say?
answer: Three pumps leak badly
distractors: [Three walls leak, Three walls are wet]
""",
        needs=("function words", STEMS),
        first=(5, 6),
        judged=(6, 7),
    )
)
def convergence(question: QuestionView) -> Iterator[Finding]:
    """The key shares more stems with each distractor than any two distractors share."""
    key = question.key
    if key is None or len(question.distractors) < 2:
        return
    shared = overlaps([option.stems for option in (key, *question.distractors)])
    links = [
        bool(key.stems & option.stems - most_common(question)) for option in question.distractors
    ]
    if shared[0] > max(shared[1:]) and all(links):
        yield key.flag("The answer shares more words with the other options than any of them does.")


def most_common(question: QuestionView) -> frozenset[str]:
    """The stems that all options have: they give nothing away."""
    return frozenset.intersection(*(option.stems for option in question.options))


@CUES.for_question(
    Rule(
        "verbatim-key",
        "warning",
        why="An answer in the very words of the text is found by looking, without understanding.",
        source=haladyna(3),
        cure="Say it in your own words; or quote the text in the distractors, too.",
        trips="""
prompt: How long does the town wait for the pool?
answer: The town pool stays shut until May
distractors: [The town has to wait until June, The town has to wait for years]
""",
        passes="""
prompt: How long does the town wait for the pool?
answer: The town has to wait until May
distractors: [The town has to wait until June, The town has to wait for years]
""",
        first=(3, 5),
        judged=(2, 2),
    )
)
def verbatim_key(question: QuestionView) -> Iterator[Finding]:
    """Facts: six words of the article in a row in the key, and not even four in a distractor."""
    key = question.key
    if key is None or question.question.skill.skill != "facts":
        return
    words = is_verbatim(key, question.distractors, question.article.runs)
    if words:
        yield key.flag(f"“{words}” is in the text word for word.", words)


@CUES.for_question(
    Rule(
        "conspicuous-key",
        "warning",
        why="An answer that alone looks different from the other options is picked for that.",
        source=haladyna(23, 28),
        cure="Give all options the same make: capitals, full stops, digits, quotation marks.",
        trips="answer: Until May (says a report)\ndistractors: [Until the year ends, For ever]",
        passes="answer: Until May (early)\ndistractors: [Until May (late), For ever]",
        first=(2, 5),
        judged=(5, 5),
    )
)
def conspicuous_key(question: QuestionView) -> Iterator[Finding]:
    """The key alone has, or alone lacks, a look that can be seen without reading.

    A digit counts if the key alone has one, and is short; it is a note. Capitals count where all
    options begin with a letter.
    """
    key = question.key
    if key is None:
        return
    lettered = all(option.text[:1].isalpha() for option in question.options)
    looks = {name: look for name, look in EDGES.items() if lettered or name != CAPITAL}
    for look in odd_looks(key, question.distractors, LOOKS | looks):
        finding = key.flag(f"The answer alone {look}.")
        yield replace(finding, severity="note") if look == DIGIT else finding
