"""Who says what, in the many forms that news have for it: content, then chain from the origin."""

import pytest

from tests.draft.drafts import said

ENGLISH = {
    "“It is shut,” said Ana Ruiz.": [("It is shut", "Ana Ruiz")],
    '"It is shut," Ana Ruiz said.': [("It is shut", "Ana Ruiz")],
    "‘It is Ana’s bridge,’ said Tom Okoro.": [("It is Ana’s bridge", "Tom Okoro")],
    "Ana Ruiz said: “It is shut.”": [("It is shut", "Ana Ruiz")],
    "Ana Ruiz is not happy: “It is shut again.”": [("It is shut again", "Ana Ruiz")],
    "“My bridge,” said Ana Ruiz, a baker, “is shut.”": [("My bridge … is shut", "Ana Ruiz")],
    "Ana Ruiz said that it was shut.": [("it was shut", "Ana Ruiz")],
    "Ana Ruiz said the bridge was shut.": [("the bridge was shut", "Ana Ruiz")],
    "Ana Ruiz said on Monday that it was shut.": [("it was shut", "Ana Ruiz")],
    "Ana Ruiz said, with a smile, that it was shut.": [("it was shut", "Ana Ruiz")],
    "The bridge is shut, Ana Ruiz said on Monday.": [("The bridge is shut", "Ana Ruiz")],
    "The bridge, the council said, is shut.": [("The bridge … is shut", "the council")],
    "The mayor, Ana Ruiz, said that it was shut.": [("it was shut", "Ana Ruiz")],
    "According to the council, the bridge is shut.": [("the bridge is shut", "the council")],
    "The bridge is shut, according to the council.": [("The bridge is shut", "the council")],
    "In the mayor’s view, the bridge is shut.": [("the bridge is shut", "the mayor")],
    "As Ana Ruiz puts it, the bridge is shut.": [("the bridge is shut", "Ana Ruiz")],
    "Officials told the BBC the lake was safe.": [("the lake was safe", "officials", "the BBC")],
    "Ana Ruiz told the BBC she was old, but stressed that it was shut.": [
        ("she was old", "Ana Ruiz", "the BBC"),
        ("it was shut", "Ana Ruiz"),
    ],
    "A report says the bridge is shut, but Ana Ruiz says it is open.": [
        ("the bridge is shut", "a report"),
        ("it is open", "Ana Ruiz"),
    ],
    "Ana Ruiz said it was shut and added that it was old.": [
        ("it was shut", "Ana Ruiz"),
        ("it was old", "Ana Ruiz"),
    ],
    "“It is shut,” Ana Ruiz said, adding that it was old.": [
        ("It is shut", "Ana Ruiz"),
        ("it was old", "Ana Ruiz"),
    ],
    "The Herald printed a story by Tom Okoro today which explains how it was shut.": [
        ("how it was shut", "a story by Tom Okoro")
    ],
    "Ana Ruiz called the bridge “a trap”.": [("the bridge “a trap”", "Ana Ruiz")],
    "Ana Ruiz promised to mend the bridge.": [("to mend the bridge", "Ana Ruiz")],
    "The firm, which says that it pays, did not reply.": [("it pays", "the firm")],
    "The firm met on Monday and has said that it is shut.": [("it is shut", "the firm")],
    "The firm shut the door, noting that it was old.": [("it was old", "the firm")],
    "The firm left after saying that it is shut.": [("it is shut", "the firm")],
    "The firm sent a letter to its drivers saying that it is shut.": [("it is shut", "the firm")],
    "Ana Ruiz has long said that it is shut.": [("it is shut", "Ana Ruiz")],
    "“It is shut,” said Ana Ruiz, who added that it was old.": [
        ("It is shut", "Ana Ruiz"),
        ("it was old", "Ana Ruiz"),
    ],
    "It was on Monday that Ana Ruiz, who is old, said that it is shut.": [
        ("it is shut", "Ana Ruiz")
    ],
    "A retired baker said that it is shut.": [("it is shut", "a retired baker")],
    "Ana Ruiz, however, argued that it is shut.": [("it is shut", "Ana Ruiz")],
    "A letter filed Thursday says that it is shut.": [("it is shut", "a letter")],
    "Ana Ruiz said Thursday in Wend, on the coast, that it is shut.": [("it is shut", "Ana Ruiz")],
    "Ana Ruiz proclaimed in July - falsely - that it is shut.": [("it is shut", "Ana Ruiz")],
    "The club made a plea to voters saying the bridge is shut.": [
        ("the bridge is shut", "the club")
    ],
    "The bridge is shut, said a baker who knows.": [("The bridge is shut", "a baker")],
    "The bridge is shut, said Ana Ruiz and others.": [
        ("The bridge is shut", "Ana Ruiz and others")
    ],
    "Experts of the University of Wend report that it is shut.": [
        ("it is shut", "experts of the University of Wend")
    ],
    "By 1795 the boats lay aground, Ana Ruiz said.": [
        ("By 1795 the boats lay aground", "Ana Ruiz")
    ],
    "“It is shut,” said Athletic’s manager.": [("It is shut", "Athletic’s manager")],
    "Ana Ruiz said she doubted that it was shut.": [("she doubted that it was shut", "Ana Ruiz")],
    "Ana Ruiz said that is a mistake.": [("that is a mistake", "Ana Ruiz")],
    "In Wend, 26% say they are old.": [("they are old", "26%")],
    "A think tank said that it is shut.": [("it is shut", "a think tank")],
    "It is shut, regulators say.": [("It is shut", "regulators")],
    "According to a tally by the club, it is shut.": [("it is shut", "a tally by the club")],
    "Excerpts printed in May show that it is shut.": [("it is shut", "Excerpts")],
    "CBN reports the bridge will be shut.": [("the bridge will be shut", "CBN")],
    "Ana Ruiz said she plans to stay.": [("she plans to stay", "Ana Ruiz")],
    "Ana Ruiz said he’d rather go.": [("he’d rather go", "Ana Ruiz")],
    "The records show she owned it.": [("she owned it", "the records")],
    "The court found the fence stood there.": [("the fence stood there", "the court")],
    "At the fair on Monday, Ana Ruiz said, “It is shut.”": [("It is shut", "Ana Ruiz")],
    "It rained all night, Ana Ruiz said, “and all day.”": [
        ("It rained all night … and all day", "Ana Ruiz")
    ],
    "Ana Ruiz acknowledged that it was shut.": [("it was shut", "Ana Ruiz")],
    "Ana Ruiz pointed out that it was shut.": [("it was shut", "Ana Ruiz")],
    "“It is shut,” Ana Ruiz yelled.": [("It is shut", "Ana Ruiz")],
    "WEND (Hill News) - The bridge is shut, Ana Ruiz said.": [("The bridge is shut", "Ana Ruiz")],
    "WEND, May 4 -- Ana Ruiz said it is shut.": [("it is shut", "Ana Ruiz")],
    "The bridge - so old - is shut, Ana Ruiz said - and left.": [
        ("The bridge - so old - is shut", "Ana Ruiz")
    ],
    "Ana Ruiz said that, although it is old, it is safe.": [
        ("although it is old, it is safe", "Ana Ruiz")
    ],
}
NESTED = {
    "The Mill Herald reported that Ana Ruiz had said that it was shut.": [
        ("it was shut", "Ana Ruiz", "The Mill Herald")
    ],
    "The Mill Herald quoted Ana Ruiz as saying that it was shut.": [
        ("it was shut", "Ana Ruiz", "The Mill Herald")
    ],
    "The Mill Herald, citing council papers, wrote that it was shut.": [
        ("it was shut", "council papers", "The Mill Herald")
    ],
    "“It is shut,” Ana Ruiz told the Mill Herald.": [("It is shut", "Ana Ruiz", "the Mill Herald")],
    "According to minutes obtained by the Mill Herald, it is shut.": [
        ("it is shut", "minutes", "the Mill Herald")
    ],
    "A letter, seen by the Mill Herald, says that it is shut.": [
        ("it is shut", "a letter", "the Mill Herald")
    ],
    "“It is shut,” the man said, according to a transcript.": [
        ("It is shut", "the man", "a transcript")
    ],
    "Teachers fear that it will be shut, a survey by a union suggests.": [
        ("it will be shut", "teachers", "a survey by a union")
    ],
}
NOTHING = (
    "The film “Night of the Swans” is long.",
    "Her “slow bread” needs thirty hours.",
    "Experts are divided. The so-called “monster” is a pumpkin.",
    "Ana Ruiz did not say that the bridge was shut.",
    "Ana Ruiz declined to say where she was.",
    "That said, the bridge is shut.",
    "The claims were many, and the reports long.",
    "I think that the bridge is shut.",
    "It was said that the bridge was shut.",
    "The bridge was built according to plan.",
    "The guests were told that it was shut.",
    "The think tank moved to a bridge that was shut.",
    "His remarks that it was shut are old.",
    "Ana Ruiz said no on “Morning Wend”.",
    "Ana Ruiz of the reality show “The Baker” left.",
    "The reason she left is old.",
    "They are sorted according to need.",
    "They are paid according to the size of the bridge.",
    "On the programme “This Week,” Ana Ruiz said no.",
    "Ana Ruiz said it with a smile.",
    "Ana Ruiz pointed at the bridge that was shut.",
    "The guests left without saying that it was shut.",
)
SPANISH = {
    "«Está cerrado», dijo Ana Ruiz.": [("Está cerrado", "Ana Ruiz")],
    "Ana Ruiz dijo: «Está cerrado».": [("Está cerrado", "Ana Ruiz")],
    "El club pidió calma y dijo que está cerrado.": [("está cerrado", "el club")],
    "«—Está cerrado —dijo la alcaldesa, Ana Ruiz—. Y es viejo.»": [
        ("Está cerrado … Y es viejo", "Ana Ruiz"),
    ],
    "-Está cerrado -se quejó Ana Ruiz.": [("Está cerrado", "Ana Ruiz")],
    "Ana Ruiz no está contenta: «Está cerrado otra vez».": [("Está cerrado otra vez", "Ana Ruiz")],
    "De acuerdo con Ana Ruiz, de la Casa Arce, está cerrado.": [("está cerrado", "Ana Ruiz")],
    "«Está cerrado», explicó a este diario la panadera Ana Ruiz.": [
        ("Está cerrado", "Ana Ruiz", "este diario")
    ],
    "Casi nadie duerme, aseguró Ana Ruiz a Radio Arce.": [("Casi nadie duerme", "Ana Ruiz")],
    'Según el informe, el puente "no es seguro".': [('el puente "no es seguro"', "el informe")],
    "El puente está cerrado, señaló Ana Ruiz, quien añadió que es viejo.": [
        ("El puente está cerrado", "Ana Ruiz"),
        ("es viejo", "Ana Ruiz"),
    ],
    "«Mi puente», dijo Ana Ruiz, panadera, «está cerrado».": [
        ("Mi puente … está cerrado", "Ana Ruiz")
    ],
    "La alcaldesa, Ana Ruiz, dijo que está cerrado.": [("está cerrado", "Ana Ruiz")],
    "Según el club, el puente está cerrado.": [("el puente está cerrado", "el club")],
    "El puente está cerrado, según ha informado el club.": [("El puente está cerrado", "el club")],
    "El puente está cerrado, señaló una portavoz.": [("El puente está cerrado", "una portavoz")],
    "Ana Ruiz dijo que llueve. Añadió que nieva.": [
        ("llueve", "Ana Ruiz"),
        ("nieva", "Ana Ruiz"),
    ],
    "—Está cerrado —dijo Ana Ruiz—. Y es viejo.": [
        ("Está cerrado … Y es viejo", "Ana Ruiz"),
    ],
    "Como explica la alcaldesa, el puente está cerrado.": [
        ("el puente está cerrado", "la alcaldesa")
    ],
    "Científicos de la Universidad de Arce creen haber visto un lobo.": [
        ("haber visto un lobo", "científicos de la Universidad de Arce")
    ],
    "El Diario de Arce informó de que el alcalde cree que lloverá hoy.": [
        ("lloverá hoy", "el alcalde", "El Diario de Arce")
    ],
}


GERMAN = {
    "„Der Park ist zu“, sagte Ana Ruiz.": [("Der Park ist zu", "Ana Ruiz")],
    "»Der Park ist zu«, sagte Ana Ruiz am Montag.": [("Der Park ist zu", "Ana Ruiz")],
    "„Mein Park“, sagt Ana Ruiz, eine Bäckerin, „ist zu.“": [("Mein Park … ist zu", "Ana Ruiz")],
    "Ana Ruiz sagt: „Der Park ist zu.“": [("Der Park ist zu", "Ana Ruiz")],
    "Ana Ruiz ist enttäuscht: „Der Park ist schon wieder zu.“": [
        ("Der Park ist schon wieder zu", "Ana Ruiz")
    ],
    "„Warum?“, fragte Ana Ruiz.": [("Warum?", "Ana Ruiz")],
    "Ana Ruiz sagte, dass der Park zu ist.": [("der Park zu ist", "Ana Ruiz")],
    "Ana Ruiz sagte am Montag, dass der Park zu ist.": [("der Park zu ist", "Ana Ruiz")],
    "Ana Ruiz hat gesagt, dass der Park zu ist.": [("der Park zu ist", "Ana Ruiz")],
    "Ana Ruiz sagte, der Park sei zu.": [("der Park sei zu", "Ana Ruiz")],
    "Der Park ist zu, sagte Ana Ruiz.": [("Der Park ist zu", "Ana Ruiz")],
    "Der Park, sagte Ana Ruiz, ist zu.": [("Der Park … ist zu", "Ana Ruiz")],
    "Die Polizei teilte mit, dass der Park zu ist.": [("der Park zu ist", "Die Polizei")],
    "Die Stadt kündigte an, dass der Park öffnet.": [("der Park öffnet", "Die Stadt")],
    "Die Firma gab zu, dass der Park zu ist.": [("der Park zu ist", "Die Firma")],
    "Die Zahlen zeigen, dass der Park leer ist.": [("der Park leer ist", "Die Zahlen")],
    "Laut Ana Ruiz ist der Park zu.": [("ist der Park zu", "Ana Ruiz")],
    "Nach Ansicht von Ana Ruiz ist der Park zu.": [("ist der Park zu", "Ana Ruiz")],
    "Ana Ruiz nennt den Plan „eine Falle“.": [("den Plan „eine Falle“", "Ana Ruiz")],
}


@pytest.mark.parametrize("text", [*ENGLISH, *NESTED])
def test_english(text: str) -> None:
    assert said(text) == (ENGLISH | NESTED)[text]


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_attribution(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize("text", SPANISH)
def test_spanish(text: str) -> None:
    assert said(text, "es") == SPANISH[text]


@pytest.mark.parametrize("text", GERMAN)
def test_german(text: str) -> None:
    assert said(text, "de") == GERMAN[text]


def test_a_comma_before_that_is_an_aside_in_english() -> None:
    assert said("Ana Ruiz said, that evening the bridge was shut.") == []
