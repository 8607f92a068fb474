"""Ids are short, of the letters that a bank allows, and each is given once."""

from hypothesis import given
from hypothesis import strategies as st

from app.bank.item import ID
from app.draft.identifiers import Identifiers, slug


def test_they_are_made_of_words() -> None:
    ids = Identifiers({"writer"})
    assert [ids.of(["Ana", "Muñoz’s"], "x"), ids.of(["writer"], "x"), ids.of(["中"], "x")] == [
        "ana-munozs", "writer-2", "x",
    ]  # fmt: skip
    assert slug("  Á-b!c ") == "a-b-c"


@given(st.lists(st.text(max_size=60), max_size=20))
def test_each_is_given_once(words: list[str]) -> None:
    ids = Identifiers({"writer", "uncertain"})
    given_out = [ids.of([word], "claim") for word in words]
    assert len({*given_out, "writer", "uncertain"}) == len(given_out) + 2
    assert all(ID.fullmatch(name) for name in given_out)


def test_a_number_does_not_run_into_a_name_that_has_one() -> None:
    ids = Identifiers()
    assert [ids.of([name], "x") for name in ("a", "a-2", "a", "a")] == ["a", "a-2", "a-3", "a-4"]
