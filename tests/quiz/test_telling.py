"""Stems that tell: the key word for word in another prompt, and nothing less sure than that."""

import pytest

from app.domain.question import Question
from app.quiz.telling import COMMON, telling_pairs
from tests.quiz.banks import question

LAMP = question("lamp", answer="a red lamp", distractors=["a bell", "a horn"])


def told_by(prompt: str, asked: Question = LAMP) -> bool:
    return ("other", asked.id) in telling_pairs([asked, question("other", prompt=prompt)])


@pytest.mark.parametrize(
    "prompt",
    ["Who saw a red lamp?", "“A red lamp,” says the text. Who says so?", "What is A RED LAMP?"],
)
def test_a_prompt_with_the_key_tells_it(prompt: str) -> None:
    assert told_by(prompt)


@pytest.mark.parametrize(
    "prompt",
    [
        "Who saw a lamp that was red?",  # in other words: for the linter
        "Who saw a red lampshade?",
        "Was it a red lamp or a bell?",  # beside a distractor
        "What about it?",
    ],
)
def test_other_prompts_tell_nothing(prompt: str) -> None:
    assert not told_by(prompt)


def test_a_key_in_its_own_prompt_is_no_secret() -> None:
    own = question("lamp", answer="a red lamp", distractors=["a bell"], prompt="Is a red lamp so?")
    assert not told_by("Who saw a red lamp?", own)


@pytest.mark.parametrize("key", ["no", "10", "a 10"])
def test_a_key_of_numbers_and_small_words_is_everywhere(key: str) -> None:
    asked = question("asked", answer=key, distractors=["yes"])
    assert not told_by(f"Why does it say {key} there?", asked)


def test_a_key_in_many_prompts_is_a_name_of_the_article() -> None:
    def tellers(count: int) -> list[Question]:
        return [question(f"t{n}", prompt=f"Is a red lamp {n}?") for n in range(count)]

    assert len([*telling_pairs([LAMP, *tellers(COMMON)])]) == COMMON
    assert not [*telling_pairs([LAMP, *tellers(COMMON + 1)])]


def test_rows_have_no_single_key() -> None:
    rows = question("rows", kind="classify", categories={"day": ["the sun"], "night": ["the moon"]})
    assert not told_by("Where is the moon, and where the sun?", rows)
