"""Rules on the stem of a question: what is asked, and how plainly."""

import re
from collections.abc import Iterator
from typing import Final

from app.language.tokens import tokens_of
from app.lint.finding import Finding
from app.lint.rule import Group, Rule, haladyna
from app.lint.view import QuestionView

ASKING: Final = Group("The question itself")

LONG_STEM: Final = 50
"""Words; a reader has the article to hold in mind as well."""

WORDY_STEM: Final = 35

LONG_SENTENCE: Final = 25
"""Mean words of a sentence."""

_SENTENCE_END: Final = re.compile(r"[.!?…:]+[\s”\"']+")
_SENTENCES: Final = re.compile(r"(?<=[.?!])\s+")
_UNFINISHED: Final = ("…", "...", ":", "_")


@ASKING.for_question(
    Rule(
        "long-stem",
        "warning",
        why="A long question tests patience, and hides what is asked.",
        source=haladyna(13, 16),
        cure="Ask in one sentence; leave out what the article says anyway.",
        trips="""
prompt: >-
  The town has a pool, and the pool is old, as everybody in the town knows who has ever swum there;
  now a report has come out that the council asked for, and the paper has written about the report,
  and the coach has spoken, too. How long, if all of this is so, does the town pool stay shut?
""",
        passes="""
prompt: >-
  The town has a pool, and a report has come out that the council asked for. The paper has written
  about it. How long does the town pool stay shut?
""",
    )
)
def long_stem(question: QuestionView) -> Iterator[Finding]:
    """More than 50 words."""
    count = len(question.prompt.tokens)
    if count > LONG_STEM:
        yield question.prompt.flag(f"The question has {count} words, more than {LONG_STEM}.")


@ASKING.for_question(
    Rule(
        "wordy-stem",
        "note",
        why="Every word of a question is read under pressure of time.",
        source=haladyna(13),
        cure="See whether some of it can go.",
        trips="""
prompt: >-
  The town has a pool, and the pool is old, as everybody in the town knows who has ever swum there;
  now a report has come out that the council asked for. How long does the town pool stay shut?
""",
        passes="""
prompt: >-
  The town has a pool, and a report has come out that the council asked for. How long does the town
  pool stay shut?
""",
        judged=(0, 3),
    )
)
def wordy_stem(question: QuestionView) -> Iterator[Finding]:
    """36 to 50 words."""
    count = len(question.prompt.tokens)
    if WORDY_STEM < count <= LONG_STEM:
        yield question.prompt.flag(f"The question has {count} words.")


@ASKING.for_question(
    Rule(
        "long-sentence",
        "warning",
        why="Long sentences test memory, not what the text says.",
        source=haladyna(8),
        cure="Make two sentences of one.",
        trips="""
prompt: >-
  How long, if the report that the council asked for is right about the pumps that leak and the roof
  that is said to be safe, does the town pool stay shut?
""",
        passes="""
prompt: >-
  The council asked for a report. It says that pumps leak, and that the roof is safe. How long does
  the town pool stay shut, according to the article?
""",
    )
)
def long_sentence(question: QuestionView) -> Iterator[Finding]:
    """A stem, option or row with more than 25 words to the sentence."""
    for text in question.shown:
        sentences = len(_SENTENCE_END.split(text.text.strip()))
        mean = len(text.tokens) / sentences
        if mean > LONG_SENTENCE:
            yield text.flag(f"The sentences here have {mean:.0f} words on average.")


@ASKING.for_question(
    Rule(
        "unfocused-stem",
        "warning",
        why="Who reads the question alone should know what to look for.",
        source=haladyna(14, 15),
        cure="Ask a whole question about one thing, or say what is to be done.",
        trips="prompt: Which of the following is true?",
        passes="prompt: Which of the following is true of the town pool?",
        needs=("empty questions", "directives"),
        first=(0, 7),
    )
)
def unfocused_stem(question: QuestionView) -> Iterator[Finding]:
    """No question and no directive; or one that names nothing."""
    prompt = question.prompt
    empty = next(prompt.find("empty questions"), "")
    if empty and len(empty.split()) == len(prompt.text.split()):
        yield prompt.flag("The question does not say what it is about.")
    elif not ("?" in prompt.text or prompt.has("directives", quoted=True)) and not (
        prompt.text.rstrip().endswith(_UNFINISHED)
    ):
        yield prompt.flag("This neither asks a question nor says what to do.")


@ASKING.for_question(
    Rule(
        "open-article",
        "warning",
        why="A question that ends in “a” or “an” gives the first sound of the answer away.",
        source=haladyna(28),
        cure="Let the options bring their own article, or ask a whole question.",
        trips="""
prompt: "The town pool is called an"
answer: abyss
distractors: [pit, trap]
""",
        passes="""
prompt: "The town pool is called"
answer: an abyss
distractors: [a pit, a trap]
""",
        needs=("open articles",),
    )
)
def open_article(question: QuestionView) -> Iterator[Finding]:
    """The last word of the stem is an article."""
    tokens = question.prompt.own
    ended = question.prompt.text.rstrip(" ….:_").endswith
    if tokens and tokens[-1].word in question.language.list("open articles"):
        written = question.prompt.text[tokens[-1].start : tokens[-1].end]
        if ended(written):
            yield question.prompt.flag(f"The question ends in “{written}”.", written)


def _negative(question: QuestionView) -> tuple[str, bool] | None:
    """The word that turns the question round, and whether it is in capitals."""
    if not (question.options and question.anatomy.right):
        return None
    excused = " ".join(question.prompt.find("no negative asks")).lower().split()
    for word in question.prompt.find("negative asks"):
        if word.lower() not in excused and _asks(question, word):
            return word, word.isupper()
    return None


def _asks(question: QuestionView, word: str) -> bool:
    """Whether a word is in the clause that asks, and this asks for one of the options."""
    known = question.language.list
    for sentence in _SENTENCES.split(question.prompt.text):
        before, found, _ = sentence.partition(word)
        words = [token.word for token in tokens_of(before)]
        asking = [place for place, each in enumerate(words[:4]) if each in known("asking words")]
        if found and asking and "?" in sentence:
            apart = any(each in known("relative words") for each in words[asking[0] + 1 :])
            return not (apart or before.rstrip().endswith(","))
    return False


@ASKING.for_question(
    Rule(
        "negative-stem",
        "warning",
        why="A “not” in the question is easily read over.",
        source=haladyna(17),
        cure="Ask for what is so; or write the word in capitals: NOT.",
        trips="""
prompt: What does the coach not say?
answer: That the roof is safe
distractors: [That nobody asked the club, That children could train in Millford]
""",
        passes="""
prompt: What does the coach NOT say?
answer: That the roof is safe
distractors: [That nobody asked the club, That children could train in Millford]
""",
        needs=("negative asks", "no negative asks", "asking words", "relative words"),
        first=(1, 10),
        judged=(1, 1),
    )
)
def negative_stem(question: QuestionView) -> Iterator[Finding]:
    """Asks for what is not so, in small letters."""
    negative = _negative(question)
    if negative and not negative[1]:
        yield question.prompt.flag(f"“{negative[0]}” turns the question round.", negative[0])


@ASKING.for_question(
    Rule(
        "double-negative",
        "warning",
        why="A “not” in the question and one in an option make two to think about at once.",
        source=haladyna(17, 27),
        cure="Ask for what is so.",
        trips="""
prompt: What does the coach NOT say?
answer: That the roof is not safe
distractors: [That nobody asked the club, That children could train in Millford]
""",
        passes="""
prompt: What does the coach say?
answer: That the roof is not safe
distractors: [That nobody asked the club, That children could train in Millford]
""",
        needs=("negative asks", "no negative asks", "asking words", "relative words", "negations"),
        first=(0, 5),
    )
)
def double_negative(question: QuestionView) -> Iterator[Finding]:
    """Asks for what is not so, with a negation in an option."""
    if _negative(question) is None or question.anatomy.quoted:
        return
    for option in question.options:
        for word in option.find("negations"):
            yield option.flag(f"“{word}” meets the “not” of the question.", word)
            break
