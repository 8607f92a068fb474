"""What families make of an annotated report in German: whole sentences, names as they are."""

import re
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from app.domain.question import Question
from app.families.catalogue import catalogue
from app.lint.run import lint
from tests.families.annotated import bank_of, read

TEXT = Path(__file__).with_name("kastanie.yaml").read_text("utf-8")
READING = read(TEXT)
BANK = bank_of(READING)
NAMES = sorted(source.name.partition(" (")[0] for source in BANK.sources.values())
COMMON = [name for name in NAMES if name[0].islower()]
"""Names with an article, which another case would change: das Gutachten der Stadt."""

BEFORE_A_NAME = re.compile(r'(?:^|\n|[:„‚.?] |[„‚"(]|→ |Quelle: )$')
"""What may be in front of a name: a colon, a mark, the beginning of a sentence."""


def shown(question: Question) -> str:
    """Every text of a question, the hidden ones as well."""
    hidden = [text for text in leaves(asdict(question.definition)) if " " in text]
    return "\n".join([question.prompt, question.because, question.hint or "", *hidden])


def leaves(value: Any) -> Iterator[str]:
    """The texts of a definition, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for one in value.values() if isinstance(value, dict) else value:
            yield from leaves(one)


def asked(family: str) -> list[Question]:
    return [question for question in BANK.questions if question.family == family]


def places(name: str, text: str) -> Iterator[str]:
    """What is in front of a name, wherever it comes up, with its article or without."""
    known = re.sub("^eine ", "die ", name)
    for form in {name, known}:
        for found in re.finditer(rf"\b{re.escape(form)}\b", text):
            yield text[max(0, found.start() - 12) : found.start()]


def test_the_report_is_read_without_a_problem_and_every_family_asks_in_it() -> None:
    assert READING.problems == ()
    assert len(BANK.questions) > 100
    assert {question.family for question in BANK.questions} == {one.id for one in catalogue("de")}
    assert [one.message for one in lint(READING).problems if one.severity == "error"] == []


@pytest.mark.parametrize("name", COMMON)
def test_a_name_with_an_article_is_where_no_case_changes_it(name: str) -> None:
    texts = [shown(question) for question in BANK.questions]
    found = [before for text in texts for before in places(name, text)]
    assert found != []
    assert [before for before in found if not BEFORE_A_NAME.search(before)] == []


def test_nouns_keep_their_capital_and_sentences_have_one() -> None:
    for question in BANK.questions:
        assert question.prompt[:1].isupper()
        assert question.prompt.rstrip()[-1] in ".?!“)"
        assert question.because[:1].isupper() or question.because[0] == "„"
        assert not re.search(r"\b(baum|stadt|kastanie|quelle|absatz)\b", shown(question))


def test_quotations_have_german_marks_within_and_without() -> None:
    texts = "\n".join(f"{question.prompt} {question.because}" for question in BANK.questions)
    assert "„‚mindestens drei‘ der fünf Hauptäste hohl sind“" in texts
    assert "”" not in texts
    assert texts.count("„") == texts.count("“")


def test_no_text_has_a_stop_too_many_or_a_place_left_empty() -> None:
    for question in BANK.questions:
        text = shown(question)
        assert not re.search(r"\.\.|[,;] *[.;]|: *[:.]|  +|\{\{|\}\}|None|Paragraph", text), text


@pytest.mark.parametrize(
    ("family", "start"),
    [
        ("which-version", "Was steht in Absatz 4? (Quelle: Jonas Werth)"),
        ("number-gap", "Welche Zahl gehört nach Absatz 1 in die Lücke? „Zur Sitzung kamen "),
        ("taken-from", "Welche dieser Aussagen gehört im Text zu dieser Quelle: das Gutachten "),
        ("if-it-failed", "Stell dir vor, diese Quelle irrt sich: die Anwohnerin. Welche "),
        ("judging-words", "Markiere in Absatz 4 die Stellen, an denen jemand urteilt oder etwas "),
        ("whose-wording", "Wer gebraucht in Absatz 7 das Wort „retteten“?"),
        ("what-it-adds", "In Absatz 8 steht „alles am Geld“; schlichter wäre „manches am Geld“. "),
        ("what-it-does", "Was bewirkt das Wort „Natürlich“ in Absatz 8?"),
    ],
)
def test_it_asks_as_a_native_does(family: str, start: str) -> None:
    assert [question for question in asked(family) if question.prompt.startswith(start)] != []


def gaps(text: str) -> set[str]:
    """The claims of a bank of which a number is asked for."""
    made = (question for question in bank_of(read(text)).questions)
    return {one.id.partition(".")[2] for one in made if one.family == "number-gap"}


REPORTED = re.compile(r"^    as_reported: .*\n", re.MULTILINE)
"""A wording with the source, which has no place for a gap."""


def test_a_number_that_says_how_often_leaves_no_gap() -> None:
    made = gaps(REPORTED.sub("", TEXT))
    assert {"besucher", "stuetze", "namen", "zwanzig"} <= made
    assert "untersucht" not in made


def test_a_number_that_the_name_of_the_source_tells_is_not_asked_for() -> None:
    plain = REPORTED.sub("", TEXT)
    assert "damals" in gaps(plain)
    assert "damals" not in gaps(plain.replace("ein altes Protokoll", "ein Protokoll von 1987"))
