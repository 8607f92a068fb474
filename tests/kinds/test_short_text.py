"""Short text: accepted forms, forgiven slips, and never a silent 0."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.kind import Surroundings
from app.errors import MalformedResponse
from app.kinds import short_text
from tests.kinds.asking import ask

IN_A_BANK = """
prompt: Who asked not to be named?
answers: [a porter]
evidence: who asked not to be named
"""
"""The question of this kind in the bank of every kind."""


def earned(said: str, *answers: str, near: int = 1, language: str = "en") -> float:
    definition = ask(short_text, Surroundings(language=language), answers=list(answers), near=near)
    return short_text.mark(definition, short_text.read(definition, said)).points


@pytest.mark.parametrize(
    ("said", "right"),
    [
        ("The New York Times", 1),
        ("new york times!", 1),
        ("“New York Times”", 1),
        ("the New York Tmies", 1),
        ("NYT", 1),
        ("New Yolk Times", 0),
        ("the Times", 0),
        ("nyt newspaper", 0),
    ],
)
def test_what_does_not_matter_and_what_does(said: str, right: int) -> None:
    assert earned(said, "The New York Times", "NYT") == right


def test_zero_switches_the_slips_off() -> None:
    assert earned("periodico", "El periódico", near=0, language="es") == 1
    assert earned("periodica", "El periódico", near=0, language="es") == 0
    assert earned("periodica", "El periódico", near=1, language="es") == 1


def test_german_articles_and_umlauts_do_not_matter() -> None:
    assert earned("Burgermeisterin", "die Bürgermeisterin", near=0, language="de") == 1
    assert earned("der Strasse", "Straße", near=0, language="de") == 1


@given(st.text(min_size=1, max_size=60))
def test_no_answer_is_wrong_in_silence(said: str) -> None:
    definition = ask(short_text, answers=["an audit"])
    try:
        response = short_text.read(definition, said)
    except MalformedResponse:
        return
    standing = short_text.mark(definition, response).standing
    assert standing in {"right", "for your teacher", "blank"}


@given(st.lists(st.from_regex(r"[A-Za-z]{1,12}( [a-z]{1,9}){0,2}", fullmatch=True), min_size=1))
def test_every_accepted_form_is_right(answers: list[str]) -> None:
    unlike = list({answer.casefold(): answer for answer in answers}.values())
    definition = ask(short_text, Surroundings(language="en"), answers=unlike)
    for answer in short_text.solution(definition)["answers"]:
        assert short_text.mark(definition, answer).points == 1


def test_a_word_is_not_guessed() -> None:
    assert short_text.guess(ask(short_text, answers=["an audit"])) == 0


def test_the_tally_puts_the_same_words_together() -> None:
    definition = ask(short_text, Surroundings(language="en"), answers=["an audit"])
    given_answers = ["An audit", "audit!", "the police", "…", None]
    summary = short_text.summarise(definition, given_answers)
    assert summary.counts == {"": {"audit": 2, "police": 1, "...": 1}}
