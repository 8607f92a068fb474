"""Rules of care: what a text on violence must not become in the hands of a quiz."""

from collections.abc import Iterator, Sequence
from typing import Final

from app.language.language import STEMS, Language
from app.lint.finding import Finding
from app.lint.rule import Group, Rule
from app.lint.view import BankView, OptionView, QuestionView, Wording

CARE: Final = Group("Care")

_UNESCO: Final = "UNESCO, Terrorism and the Media, 2017"
_PSHE: Final = "PSHE Association with NaCTSO, Run Hide Tell"


@CARE.for_bank(
    Rule(
        "content-note-missing",
        "error",
        why="Students and teachers choose and plan better when they know what a text is about.",
        source=_PSHE,
        cure="Add `content_note:` with what students should know, in a calm sentence.",
        trips="""
article: {text: "Two gunmen attacked the town hall. Nobody was hurt."}
questions:
  - {evidence: attacked the town hall}
""",
        passes="""
article: {text: "Two painters decorated the town hall. Nobody was paid."}
questions:
  - {evidence: decorated the town hall}
""",
        needs=("hard topics", "rough words", STEMS),
    )
)
def content_note_missing(bank: BankView) -> Iterator[Finding]:
    """The article has words of hard topics, and the bank has no note for students.

    One such word is enough; of words that have harmless meanings as well (an attack in a match),
    there must be two.
    """
    note = bank.bank.content_note
    if note is not None and note.student:
        return
    words = hard_words(bank.article.paragraphs, bank.language)
    if words:
        message = f"The article speaks of “{words[0]}”, and no content note prepares for it."
        yield Finding(("article",), message)


def hard_words(texts: Sequence[Wording], language: Language) -> list[str]:
    """The words for which an article needs a content note, as they are written; often none."""
    hard = [word for text in texts for word in text.find("hard topics", quoted=True)]
    rough = {
        language.stem(word.lower()): word
        for text in texts
        for word in text.find("rough words", quoted=True)
    }
    return hard or (list(rough.values()) if len(rough) > 1 else [])


@CARE.for_question(
    Rule(
        "graphic-words",
        "warning",
        why="Details of wounds and blood teach nothing about a text, and stay with the reader.",
        source=_UNESCO,
        cure="Say what happened in plain, general words: was killed, was hurt.",
        trips="answer: Until the blood is gone",
        passes="answer: Until the water is gone",
        needs=("graphic words", STEMS),
        first=(0, 4),
    )
)
def graphic_words(question: QuestionView) -> Iterator[Finding]:
    """Graphic words in what students read, those in quotation marks included."""
    for text in question.shown:
        for word in text.find("graphic words", quoted=True):
            yield text.flag(f"“{word}” is more than the question needs.", word)
            break


@CARE.for_question(
    Rule(
        "keyed-on-weapon",
        "warning",
        why="A question on weapons, targets or methods makes a student think as an attacker.",
        source=_PSHE,
        cure="Ask about sources and wording: who says so, and how.",
        trips="answer: with a knife",
        passes="answer: with a bucket",
        needs=("weapons", STEMS),
    )
)
def keyed_on_weapon(question: QuestionView) -> Iterator[Finding]:
    """A weapon in a right option, an answer to type, or among steps to put in order."""
    steps = question.rows if question.anatomy.ordered else ()
    keys = () if question.anatomy.quoted else question.keys
    for text in (*keys, *question.accepted, *steps):
        for word in text.find("weapons"):
            yield text.flag(f"The answer turns on “{word}”.", word)
            break


@CARE.for_question(
    Rule(
        "group-generalisation",
        "warning",
        why="A sentence that joins a religion or nation with violence is remembered as true.",
        source=_UNESCO,
        cure="Name the persons or the organisation that the text names.",
        trips="distractors: [Until Friday, Until Muslims attack]",
        passes="distractors: [Until Friday, Until three men attack]",
        needs=("groups", "violence", STEMS),
    )
)
def group_generalisation(question: QuestionView) -> Iterator[Finding]:
    """A group and a word of violence in one text that is right, or wrong without a reason."""
    for text in (*question.options, *question.rows):
        if _stands(text) and text.has("violence", quoted=True):
            for word in text.find("groups", quoted=True):
                yield text.flag(f"This joins “{word}” with violence.", word)
                break


def _stands(text: OptionView) -> bool:
    """Whether nothing refutes a text."""
    refuted = text.answer in {"false", "not-stated"} or not text.right
    return not (refuted and text.reason)


@CARE.for_bank(
    Rule(
        "named-person",
        "error",
        why="A crime that the text does not tie to a person is a slander, even in a distractor.",
        source=_UNESCO,
        cure="Say only what the text says of a person with a name.",
        trips="distractors: [Until Friday, Until Lena Marsh is in prison]",
        passes="distractors: [Until Friday, Until somebody is in prison]",
        needs=("crimes", STEMS),
    )
)
def named_person(bank: BankView) -> Iterator[Finding]:
    """A person of the article by name, and a crime that is not in the article, in one text."""
    people = _people(bank)
    for question in bank.questions:
        for text in question.shown:
            yield from _accused(question.id, text, people, bank)


def _accused(
    question: str, text: Wording, people: frozenset[str], bank: BankView
) -> Iterator[Finding]:
    if not any(token.word in people for token in text.tokens):
        return
    for word in text.find("crimes"):
        if bank.language.stem(word.lower()) not in bank.article.stems:
            found = text.flag(f"The article says “{word}” of no one.", word)
            yield Finding(found.path, found.message, word, question, at_key=found.at_key)


_PERSONS: Final = frozenset({"reporter", "expert", "official", "witness", "participant"})


def _people(bank: BankView) -> frozenset[str]:
    """Words of the names of people: of sources that are persons, as far as they are in the text."""
    names = (
        Wording(source.name, bank.language)
        for source in bank.bank.sources.values()
        if source.named and source.type in _PERSONS
    )
    words = {token.word for name in names for token in name.tokens}
    return frozenset(words & bank.article.names)
