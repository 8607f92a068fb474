"""Putting texts together in a language: small letters, marks, lists, contractions."""

import pytest

from app.domain.annotation import DEVICES
from app.language.folder import languages, read_words
from app.language.language import language_of
from app.language.phrasing import Phrasing

ENGLISH = language_of("en-US").phrasing
SPANISH = language_of("es").phrasing
GERMAN = language_of("de-CH").phrasing


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("The bridge is shut.", "the bridge is shut."),
        ("Old bridges fall.", "old bridges fall."),
        ("The Times says so.", "the Times says so."),
        ("Tom fell.", "Tom fell."),
        ("Will Smith fell.", "Will Smith fell."),
        ("ISIS plans it.", "ISIS plans it."),
        ("At least three fell.", "at least three fell."),
        ("34 of them fell.", "34 of them fell."),
        ("“Never”, she said.", "“Never”, she said."),
        ("", ""),
    ],
)
def test_the_first_letter_becomes_small_where_it_is_no_name(text: str, inside: str) -> None:
    assert ENGLISH.knowing(["Some old men will stay."]).lower_first(text) == inside


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("Der Park ist zu.", "der Park ist zu."),
        ("Die Stadtsprecherin Jana Wolf", "die Stadtsprecherin Jana Wolf"),
        ("Leben in der Stadt ist teuer.", "Leben in der Stadt ist teuer."),
        ("Morgen gibt es Regen.", "Morgen gibt es Regen."),
        ("Kinder spielen.", "Kinder spielen."),
        ("Zwölf Bäume fallen.", "zwölf Bäume fallen."),
        ("Jana Wolf", "Jana Wolf"),
        ("DER Park", "DER Park"),
    ],
)
def test_german_nouns_keep_their_capital_whatever_the_article_writes_small(
    text: str, inside: str
) -> None:
    knowing = GERMAN.knowing(["Hier leben und spielen morgen kinder."])
    assert knowing.lower_first(text) == inside


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("it rains", "It rains."),
        ("It rains.", "It rains."),
        ("does it rain?", "Does it rain?"),
        ("he said “yes.”", "He said “yes.”"),
        ("he said “yes”", "He said “yes”."),
    ],
)
def test_a_sentence_has_a_capital_and_one_stop(text: str, whole: str) -> None:
    assert ENGLISH.sentence(text) == whole


def test_marks_inside_marks_are_the_inner_ones() -> None:
    assert ENGLISH.quoted("they “reveal” it") == "“they ‘reveal’ it”"
    assert SPANISH.quoted("dijo «no»") == "«dijo “no”»"
    assert GERMAN.quoted("das „Wunder“") == "„das ‚Wunder‘“"


@pytest.mark.parametrize(
    ("phrasing", "texts", "joined"),
    [
        (ENGLISH, [], ""),
        (ENGLISH, ["a"], "a"),
        (ENGLISH, ["a", "b", "c"], "a, b and c"),
        (SPANISH, ["la radio", "el acuerdo"], "la radio y el acuerdo"),
        (SPANISH, ["Ana", "Inés Vidal"], "Ana e Inés Vidal"),
        (SPANISH, ["nieve", "hielo"], "nieve y hielo"),
        (GERMAN, ["1", "2", "5"], "1, 2 und 5"),
        (Phrasing(), ["a", "b"], "a, b"),
    ],
)
def test_lists_are_joined_as_the_language_does(
    phrasing: Phrasing, texts: list[str], joined: str
) -> None:
    assert phrasing.joined(texts) == joined


@pytest.mark.parametrize(
    ("name", "after"),
    [
        ("el acuerdo municipal", "del acuerdo municipal"),
        ("la radio", "de la radio"),
        ("El País", "de El País"),
        ("Elena", "de Elena"),
    ],
)
def test_words_contract_where_spanish_lets_them(name: str, after: str) -> None:
    assert SPANISH.after("de", name) == after


@pytest.mark.parametrize(
    ("phrasing", "text", "quoted"),
    [
        (ENGLISH, "often", "“often”"),
        (ENGLISH, "they “reveal” it", "“they ‘reveal’ it”"),
        (ENGLISH, "“because they fell”", "“because they fell”"),
        (ENGLISH, "“one”, of “two”", "“‘one’, of ‘two’”"),
        (ENGLISH, 'called it "the best" of all', "“called it ‘the best’ of all”"),
        (ENGLISH, 'a 5" nail', '“a 5" nail”'),
        (SPANISH, "como «un paso»", "«como “un paso”»"),
    ],
)
def test_a_quotation_has_one_pair_of_outer_marks(
    phrasing: Phrasing, text: str, quoted: str
) -> None:
    assert phrasing.quoted(text) == quoted


@pytest.mark.parametrize(
    ("phrasing", "name", "known"),
    [
        (ENGLISH, "a driver", "the driver"),
        (ENGLISH, "an analyst", "the analyst"),
        (ENGLISH, "Ana Reyes", "Ana Reyes"),
        (ENGLISH, "two neighbours", "two neighbours"),
        (SPANISH, "una encuesta", "la encuesta"),
        (SPANISH, "unos vecinos", "los vecinos"),
        (Phrasing(), "a driver", "a driver"),
    ],
)
def test_a_name_that_has_come_up_is_definite(phrasing: Phrasing, name: str, known: str) -> None:
    assert phrasing.known(name) == known


@pytest.mark.parametrize(
    ("phrasing", "name", "plural"),
    [
        (ENGLISH, "two neighbours", True),
        (ENGLISH, "court records", True),
        (ENGLISH, "The New York Times", False),
        (ENGLISH, "the council report", False),
        (ENGLISH, "the local press", False),
        (SPANISH, "las mediciones", True),
        (SPANISH, "la radio", False),
        (SPANISH, "Carmen Ruano", False),
        (ENGLISH, "", False),
    ],
)
def test_a_name_may_mean_several(phrasing: Phrasing, name: str, plural: bool) -> None:
    assert phrasing.is_plural(name) is plural


def test_a_statement_is_shown_with_its_source_or_as_a_rumour() -> None:
    said = "The bridge is shut."
    assert ENGLISH.with_source("Tom", said) == "According to Tom, the bridge is shut."
    assert ENGLISH.as_rumour(said) == "Rumour has it that the bridge is shut."
    assert SPANISH.with_source("Ana", "La radio calla.") == "Según Ana, la radio calla."
    assert Phrasing().with_source("Tom", "it rains") == "Tom: It rains."


def test_a_term_has_a_name_and_a_meaning_where_the_language_knows_it() -> None:
    assert SPANISH.called("metaphor") == "metáfora o comparación"
    assert Phrasing().called("metaphor") == Phrasing().meaning("metaphor") == "metaphor"


TAGS = [tag for tag in languages() if read_words(tag, "phrasing", Phrasing)]
OPTIONAL = {"joints", "contractions", "plural_endings", "nouns_in_capitals"}


@pytest.mark.parametrize("tag", TAGS)
def test_a_language_leaves_out_only_what_it_need_not_have(tag: str) -> None:
    phrasing = language_of(tag).phrasing
    assert Phrasing.model_fields.keys() - phrasing.model_fields_set <= OPTIONAL
    assert phrasing.small_before_names <= phrasing.small


@pytest.mark.parametrize("tag", TAGS)
def test_every_device_has_a_name_and_a_meaning_of_like_length(tag: str) -> None:
    terms = language_of(tag).phrasing.terms
    assert terms.keys() == set(DEVICES)
    lengths = [len(term.meaning) for term in terms.values()]
    assert max(lengths) < 2 * min(lengths)
