"""When two options are the same, and how they mix."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.option import Option, mixed, options_of, sameness


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Times", "the times."),
        ("“lone wolves”", "'Lone wolves'"),
        ("straße", "STRASSE"),
        ("ﬁve  men", "five men"),
        ("1,200 visits", "1,200 visits!"),
        ("two (2)", "two 2"),
    ],
)
def test_texts_that_say_the_same(one: str, other: str) -> None:
    assert sameness(one) == sameness(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("3.5", "35"), ("-16", "16"), ("50 %", "50"), ("12:30", "1230"), ("?", "!"), ("é", "e")],
)
def test_texts_that_differ(one: str, other: str) -> None:
    assert sameness(one) != sameness(other)


@settings(derandomize=True)
@given(st.text(alphabet="abc xyz").map(lambda text: f"a{text}"), st.sampled_from("“”’().!?–"))
def test_capitals_and_punctuation_do_not_count(text: str, sign: str) -> None:
    assert sameness(f"{sign}{text.upper()}{sign}") == sameness(text)


def shown(texts: list[str], seed: int) -> list[str]:
    return [option.text for option in mixed(options_of("options", texts), seed)]


@settings(derandomize=True)
@given(st.lists(st.text(min_size=1), unique=True), st.integers())
def test_the_mix_depends_on_ids_and_seed_only(texts: list[str], seed: int) -> None:
    assert shown(texts, seed) == shown(texts[::-1], seed)


def test_every_order_comes_up() -> None:
    options = [Option(name, name) for name in "abc"]
    orders = {"".join(option.id for option in mixed(options, seed)) for seed in range(100)}
    assert orders == {"abc", "acb", "bac", "bca", "cab", "cba"}


def test_options_know_where_they_stand() -> None:
    listed = options_of("distractors", ["a film"])
    reasoned = options_of("distractors", {"a film": "There is none."})
    assert [option.path for option in listed] == [("distractors", 0)]
    assert [option.path for option in reasoned] == [("distractors", "a film")]
