"""Number words of English, German and Spanish, written out by a second hand and read back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.typed import plain
from app.language.number_words import NumberWords, number_words, whole_number


def each(words: str) -> list[str]:
    """The words of a table."""
    return words.split()


ONES = each(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
TENS = each("- - twenty thirty forty fifty sixty seventy eighty ninety")


def in_english(number: int) -> str:
    """A number from 0 to 999,999,999 as it is spelled in Britain."""
    for scale, word in ((10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= scale:
            rest = number % scale
            joined = " and " if rest < 100 else " "
            return f"{in_english(number // scale)} {word}" + (
                f"{joined}{in_english(rest)}" if rest else ""
            )
    if number < 20:
        return ONES[number]
    return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")


UNOS = each(
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince "
    "dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres "
    "veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve"
)
DIECES = each("- - - treinta cuarenta cincuenta sesenta setenta ochenta noventa")
CIENTOS = each(
    "- ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos "
    "ochocientos novecientos"
)


def in_spanish(number: int) -> str:
    """A number from 0 to 999,999,999, without accents."""
    if number >= 10**6:
        many = number // 10**6
        head = "un millon" if many == 1 else f"{in_spanish(many)} millones"
        return head + (f" {in_spanish(number % 10**6)}" if number % 10**6 else "")
    if number >= 1000:
        many = number // 1000
        head = "mil" if many == 1 else f"{in_spanish(many)} mil"
        return head + (f" {in_spanish(number % 1000)}" if number % 1000 else "")
    if number == 100:
        return "cien"
    if number > 100:
        rest = f" {in_spanish(number % 100)}" if number % 100 else ""
        return CIENTOS[number // 100] + rest
    if number < 30:
        return UNOS[number]
    return DIECES[number // 10] + (f" y {UNOS[number % 10]}" if number % 10 else "")


EINS = each(
    "null eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn "
    "funfzehn sechzehn siebzehn achtzehn neunzehn"
)
ZEHNER = each("- - zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig")


def in_german(number: int, one: str = "eins") -> str:
    """A number from 0 to 999,999,999 without umlauts; `one` is what 1 is at its end."""
    if number >= 10**6:
        many, rest = divmod(number, 10**6)
        head = "eine million" if many == 1 else f"{in_german(many, 'eine')} millionen"
        return head + (f" {in_german(rest)}" if rest else "")
    if number >= 100:
        scale, word = (1000, "tausend") if number >= 1000 else (100, "hundert")
        many, rest = divmod(number, scale)
        return in_german(many, "ein") + word + (in_german(rest, one) if rest else "")
    if number < 20:
        return one if number == 1 else EINS[number]
    unit = "ein" if number % 10 == 1 else EINS[number % 10]
    return (f"{unit}und" if number % 10 else "") + ZEHNER[number // 10]


def read(text: str, language: str) -> int | None:
    return whole_number(text.replace("-", " ").split(), number_words(language)[0])


numbers = st.one_of(st.integers(0, 1100), st.integers(0, 10**6), st.integers(0, 10**9 - 1))


@given(numbers)
def test_english_numbers_read_back(number: int) -> None:
    assert read(in_english(number), "en") == number
    assert read(in_english(number).replace(" and ", " "), "en") == number


@given(numbers)
def test_spanish_numbers_read_back(number: int) -> None:
    assert read(in_spanish(number), "es") == number


@given(numbers)
def test_german_numbers_read_back(number: int) -> None:
    assert read(in_german(number), "de") == number
    assert read(in_german(number).replace("hundert", "hundert "), "de") == number


@pytest.mark.parametrize("language", ["de", "en", "es"])
def test_every_number_below_two_thousand(language: str) -> None:
    spelled = {"de": in_german, "en": in_english, "es": in_spanish}[language]
    assert [read(spelled(number), language) for number in range(2000)] == list(range(2000))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("a hundred", 100),
        ("a million", 10**6),
        ("thousand", 1000),
        ("nineteen hundred", 1900),
        ("two dozen", 24),
        ("a dozen", 12),
        ("none", 0),
        ("twice", 2),
        ("one two", None),
        ("twenty zero", None),
        ("twenty ten", None),
        ("twenty eleven", None),
        ("hundred", None),
        ("million", None),
        ("one and two", None),
        ("one hundred and", None),
        ("and one", None),
        ("a", None),
        ("twice two", None),
        ("one thousand two thousand", None),
        ("nineteen ninety nine", None),
        ("", None),
    ],
)
def test_english_as_it_is_spoken(text: str, number: int | None) -> None:
    assert read(text, "en") == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("veintiun", 21),
        ("treinta y una", 31),
        ("doscientas mil", 200_000),
        ("dos mil millones", 2 * 10**9),
        ("un billon", 10**12),
        ("una docena", 12),
        ("ninguna", 0),
        ("mil mil", None),
        ("diez y seis", None),
        ("treinta y", None),
        ("cien y uno", None),
        ("millones", None),
    ],
)
def test_spanish_as_it_is_spoken(text: str, number: int | None) -> None:
    assert read(text, "es") == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("hundert", 100),
        ("tausend", 1000),
        ("hundertundeins", 101),
        ("tausendundeine", 1001),
        ("elfhundert", 1100),
        ("neunzehnhundertneunundachtzig", 1989),
        ("zweitausendsechsundzwanzig", 2026),
        ("drei und zwanzig", 23),
        ("fuenfunddreissig", 35),
        ("ein dutzend", 12),
        ("dutzend", 12),
        ("eine milliarde", 10**9),
        ("eine billion", 10**12),
        ("keine", 0),
        ("zweimal", 2),
        ("drei zehn", None),
        ("zwanzigdrei", None),
        ("dreiundzwanzigvier", None),
        ("zwanzighundert", None),
        ("million", None),
        ("und", None),
        ("dreiund", None),
        ("dreier", None),
        ("tausendtausend", None),
    ],
)
def test_german_as_it_is_spoken(text: str, number: int | None) -> None:
    assert read(text, "de") == number


def test_a_compound_counts_as_a_number_word_and_its_joint_does_not() -> None:
    german = number_words("de")[0]
    assert "hundertdreizehn" in german
    assert "und" not in german
    assert german.may_begin("siebenundvierzig")
    assert not german.may_begin("hunderttausendfach")


def test_the_words_of_the_language_come_first_and_all_others_after_them() -> None:
    firsts = {tag: [words.points for words in number_words(tag)] for tag in ("es-MX", "de", "fi")}
    spanish, german, english = {"coma", "punto"}, {"komma", "punkt"}, {"point"}
    assert firsts == {
        "es-MX": [spanish, english, german],
        "de": [german, english, spanish],
        "fi": [english, german, spanish],
    }


@pytest.mark.parametrize("words", number_words(), ids=lambda words: words.minus)
def test_number_words_are_written_as_they_are_compared(words: NumberWords) -> None:
    listed = [*words.small, *words.scales, *words.alone, *words.joins, *words.points]
    assert [word for word in [*listed, *words.roughly] if plain(word) != word] == []
    assert words.bare_scales <= words.multiples.keys()
