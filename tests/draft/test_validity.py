"""The draft of any text is a bank that reads without an error, and holds the text unharmed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.bank.articles import paragraphs_of
from app.draft import LANGUAGES, Draft, make_draft, open_manuscript, write
from app.errors import BylineError
from app.lint.run import lint
from tests.draft.drafts import read, yaml_of

PIECES = (
    "“Nobody knew,” said Ana Ruiz. ",
    "According to a report by the council, about 300 people came. ",
    'She said: "It is closed." ',
    "The company says that ",
    "’", "“", "”", '"', "'", "«", "»", "—", "- ", ": ", "# ", "{", "}", "[", "]", "&a ", "*a ",
    "null", "true", "~", "12:30", "1.10", "---\n", "...\n", "| ", "> ", "%", "@", "`", "!tag ",
    "\n\n", "\n", "\t", "\r\n", "\x00", "\x07", "\x85", "\u2028", "\u2029", "\ufeff", "\u200b",
    "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"), "e\u0301", "ﬁ", "…", "½",
    "«Sí», dijo la alcaldesa, Ana Gil. ", "Solo dos, argumentó. ", "su juicio, ", "según ", "como ",
    "she added", ", adding that ", "quoted him as saying ", "told the Mill Herald ",
    "in her view, ",
    "who says that ", "one ", "Dr Ruiz and Tom ", "promised to ", "called it “a”",
    ", ", ". ", ": “a b c d”",
    "A bomb and a terrorist. ", "The attack killed one. ", "Un atentado y una bomba. ",
    "said said said ", "Dijo que no. ", "Según el club, ", "often ", "may ", "the ", "Dr. ", "\\",
)  # fmt: skip
SOURCES = (".txt", ".md", ".html")


def drafted(raw: bytes, name: str, language: str | None = None) -> tuple[Draft, str] | BylineError:
    """The draft of some bytes and its YAML, or the answer why there is none."""
    try:
        made = make_draft(open_manuscript(raw, name), language)
        return made, write(made, name)
    except BylineError as error:
        return error


def is_clear(answer: BylineError) -> bool:
    return answer.exit_code == 1 and answer.message.endswith(".")


def check(text: str, name: str, language: str | None = None) -> None:
    """A text is either answered with a sentence, or its draft is a sound bank."""
    found = drafted(text.encode("utf-8", "replace"), name, language)
    if isinstance(found, BylineError):
        assert is_clear(found)
        return
    made, yaml = found
    reading = lint(read(yaml)).reading
    assert [problem for problem in reading.problems if problem.severity == "error"] == []
    assert reading.bank is not None
    assert reading.bank.article.paragraphs == made.paragraphs
    assert reading.bank.claims == {}
    entries = len(made.sources) + len(made.claims) + len(made.devices)
    assert reading.in_review == entries


@settings(max_examples=200, deadline=None)
@given(st.text(), st.sampled_from(SOURCES))
def test_any_text(text: str, ending: str) -> None:
    check(text, f"article{ending}")


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), max_size=30).map("".join),
    st.sampled_from(SOURCES),
    st.sampled_from(LANGUAGES),
)
def test_text_that_looks_like_yaml_or_like_news(text: str, ending: str, language: str) -> None:
    check(text, f"article{ending}", language)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(SOURCES))
def test_any_bytes_are_answered(raw: bytes, ending: str) -> None:
    found = drafted(raw, f"article{ending}")
    if isinstance(found, BylineError):
        assert is_clear(found)
    else:
        assert read(found[1]).bank is not None


@pytest.mark.parametrize(
    "text",
    [
        "word",
        "””””",
        '"' * 2_000,
        "“" * 2_000,
        "null",
        "- a: b",
        "{" * 100,
        "x" * 50_000,
        "a said b. " * 500,
        "“a,” said B. " * 500,
        "true\n\nfalse\n\nno\n\n12",
        "a\n\n" * 2_000,
        "Null said that it is. True said that it is. 12 said that it is.",
        "“Yes,” said Null.\n\n“Yes,” said Null.\n\n“Yes,” said Null.",
        "𝔘𝔫𝔦 said that 𝔠𝔬𝔡𝔢 is fun. ① says ② is ③.",
    ],
    ids=range(15),
)
def test_odd_texts(text: str) -> None:
    check(text, "article.txt")


def test_the_text_stands_in_the_bank_as_it_was() -> None:
    text = "One line\nand another.\n\n  # Not a comment: it’s “text”.\n\n---\n"
    bank = read(yaml_of(text)).bank
    assert bank is not None
    assert bank.article.paragraphs == paragraphs_of(text)


def test_what_the_bank_holds_awaits_review() -> None:
    reading = read(yaml_of("“It is shut,” said Ana Ruiz. About 300 people were shocking."))
    assert reading.in_review == 5
