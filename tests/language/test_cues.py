"""What marks a key: each measure at its own threshold, and one measure for linter and families."""

from types import ModuleType

import pytest

from app.families import cues as of_families
from app.language import cues
from app.language.cues import (
    BIT,
    EDGES,
    FEW_WORDS,
    FLOOR,
    LONGER,
    LOOKS,
    RUN,
    SHORTER,
    careful_alone,
    is_verbatim,
    odd_length,
    odd_looks,
    overlaps,
    strong_alone,
)
from app.language.language import language_of
from app.language.tokenized import TokenizedText, WordRuns
from app.lint import blind_cues
from app.lint.rules import option_lengths, strength
from app.lint.rules import question_cues as of_linter

ENGLISH = language_of("en")
NUMBERS = "one two three four five six seven eight nine ten"


def texts(*given: str) -> list[TokenizedText]:
    return [TokenizedText(text, ENGLISH) for text in given]


@pytest.mark.parametrize(
    ("measure", "modules"),
    [
        ("odd_length", [of_families, option_lengths]),
        ("FLOOR", [of_families]),
        ("overlaps", [of_families, of_linter, blind_cues]),
        ("odd_looks", [of_families, of_linter]),
        ("LOOKS", [of_families, of_linter]),
        ("is_verbatim", [of_families, of_linter]),
        ("strong_alone", [of_families, strength]),
        ("careful_alone", [of_families, strength]),
    ],
)
def test_the_linter_and_the_families_have_the_very_same_measures(
    measure: str, modules: list[ModuleType]
) -> None:
    assert all(vars(module)[measure] is vars(cues)[measure] for module in modules)


def test_short_options_may_differ_in_length() -> None:
    assert odd_length(FLOOR, [1, 1]) == ""
    assert odd_length(FLOOR + 1, [1, 1]) == "longest"
    assert odd_length(1, [FLOOR, FLOOR]) == ""
    assert odd_length(1, [FLOOR + 1, FLOOR + 1]) == "shortest"


def test_a_long_key_is_longer_than_all_and_than_so_many_times_their_mean() -> None:
    limit = round(LONGER * 100)
    assert odd_length(limit, [100, 100]) == ""
    assert odd_length(limit + 1, [100, 100]) == "longest"
    assert odd_length(limit + 1, [limit + 1, 10]) == ""


def test_a_short_key_is_shorter_than_so_many_times_the_shortest() -> None:
    limit = round(SHORTER * 100)
    assert odd_length(limit, [100, 200]) == ""
    assert odd_length(limit - 1, [100, 200]) == "shortest"


def test_overlaps_are_counted_with_each_of_the_others() -> None:
    key, *others = (option.stems for option in texts("old pumps leak", "pumps", "old leak", "new"))
    assert overlaps([key, *others]) == [3, 1, 2, 0]


def run_of(words: int) -> str:
    return " ".join(NUMBERS.split()[:words])


def test_a_key_is_verbatim_from_so_many_words_in_a_row() -> None:
    article = WordRuns(texts(NUMBERS))
    [exact, short, other] = texts(run_of(RUN), run_of(RUN - 1), "something else")
    assert is_verbatim(exact, [other], article) == run_of(RUN)
    assert is_verbatim(short, [other], article) == ""


def test_another_option_with_a_bit_of_the_article_excuses_a_verbatim_key() -> None:
    article = WordRuns(texts(NUMBERS))
    [key, bit, less] = texts(run_of(RUN), run_of(BIT), run_of(BIT - 1))
    assert is_verbatim(key, [bit], article) == ""
    assert is_verbatim(key, [less], article) == run_of(RUN)


@pytest.mark.parametrize(
    ("key", "others", "odd"),
    [
        ("Now “shut”", ["Open", "Full"], ["has quotation marks"]),
        ("Shut", ["Now “open”", "Now “full”"], ["lacks quotation marks"]),
        ("Shut (now)", ["Open", "Full (now)"], []),
        ("In 2004", ["In spring", "In May"], ["has a digit"]),
        ("In May", ["In 2004", "In 2005"], []),
        ("Shut", ["“Open”"], []),
        ("Shut.", ["Open", "Full"], ["has a full stop at its end"]),
        ("shut", ["Open", "Full"], ["lacks a capital at its beginning"]),
    ],
)
def test_a_look_is_odd_where_the_key_alone_has_or_lacks_it(
    key: str, others: list[str], odd: list[str]
) -> None:
    [right, *wrong] = texts(key, *others)
    assert list(odd_looks(right, wrong, LOOKS | EDGES)) == odd


def test_a_digit_meets_the_eye_among_few_words() -> None:
    few, many = f"{'so ' * (FEW_WORDS - 1)}4", f"{'so ' * FEW_WORDS}4"
    [short, long, *others] = texts(few, many, "so", "not so")
    assert list(odd_looks(short, others, LOOKS)) == ["has a digit"]
    assert list(odd_looks(long, others, LOOKS)) == []


def test_strong_words_mark_wrong_options_where_no_right_one_has_any() -> None:
    plain, strong, quoted, lone = texts("They fell", "All fell", "“All” fell", "All")
    assert list(strong_alone([plain], [plain, strong])) == [(1, "All")]
    assert list(strong_alone([strong], [strong])) == []
    assert list(strong_alone([plain], [quoted, lone])) == []
    assert list(strong_alone([plain], [strong], given=frozenset({"all"}))) == []


def test_a_careful_word_marks_the_key_where_no_other_option_has_one() -> None:
    plain, careful, quoted, month = texts("They fell", "They may fall", "“May” be", "In May")
    assert careful_alone(careful, [plain]) == "may"
    assert careful_alone(careful, [careful]) == ""
    assert careful_alone(careful, [texts("“maybe”")[0]]) == ""
    assert careful_alone(quoted, [plain]) == ""
    assert careful_alone(month, [plain]) == ""
