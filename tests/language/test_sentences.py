"""Sentences: found where a reader would, and never a character lost or taken twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.language.sentences import sentences_in, split
from tests.quick import within

PIECES = (
    "Mr.", "e.g.", "U.S.", "J.", "“", "”", '"', "…", "...", ".", "!", "?", "(", ")", "¿", "¡", " ",
    "\u00a0", "\n", "The", "he", "Ana", "3", "。", "؟", "said", "n.º", "EE.", "UU.", "[", "]", "—",
)  # fmt: skip


def texts(paragraph: str, language: str = "en") -> list[str]:
    return [paragraph[start:end] for start, end in split(paragraph, language)]


@pytest.mark.parametrize(
    "marked",
    [
        "It rained. | It froze! | Did it snow? | It did",
        "Mr. Brown met Dr. A. B. Stone. | They talked.",
        "The U.S. Senate met the U.S. ambassador in the U.S. | The talks went on.",
        "J. K. Rowling wrote it. | C. S. Lewis did not.",
        "It costs 3.50 euros at 5 p.m. on Fridays. | See example.org for more.",
        "It opens at 5 p.m. | The pool is new.",
        "“It is cold.” | “I know,” she said. | “Go home!”",
        'He called it "a trial." | Nobody laughed.',
        "“Why?” she asked. | “Because!” he said.",
        "“Who pays for it?” Ada Brink asked. | “We do!” | The office agreed.",
        "They waited … and left. | And then … | Nothing came.",
        "It was “old, […] Roman and (…) Greek”. | That is all.",
        "Well... perhaps. | Well... | Perhaps not.",
        "It cost much (see No. 7, p. 12, vol. 3). | No. | Never.",
        "They came from Spain, Italy, etc. | The rest stayed.",
        "Acme Inc. Europe sold it. | It was bought by Acme Inc. | They paid at once.",
        "1. Read it. | 2. Ask.",
        "It was in 2017. | Then it stopped.",
        "El Sr. García y la Dra. Ruiz no vinieron. | ¿Por qué? | ¡Nadie lo sabe!",
        "Vive en EE. UU. desde 2010. | Nació en EE. UU. | El país es grande.",
        "—¿Vienes? —preguntó Ana. | —No —dijo él.",
        "«No lo sé.» | «¿Quién?» dijo Marta Ruiz. | Según la pág. 3 del art. 5, sí.",
        "قال نعم. | هل تعرف؟ | لا.",
        "今日は雨。|明日は「晴れ。」|終わり",
        "वह आया। | फिर गया।",
        "One",
        "...",
    ],
)  # fmt: skip
def test_sentences_end_where_a_reader_says(marked: str) -> None:
    assert texts(marked.replace("|", "")) == [part.strip() for part in marked.split("|")]


@pytest.mark.parametrize(
    "marked",
    [
        "Am 3. Mai öffnet das Bad. | Es war zu.",
        "Sie kommt am 3. Oktober oder am 5. Nov. 2026. | Danach nicht mehr.",
        "Vom 1. bis 12. Mai ist zu. | Im Mai 2025. | Dann nicht.",
        "Im 19. Jahrhundert gab es das nicht. | Die 8. Klasse war da.",
        "Ihr 14. Geburtstag war schön. | Sie ist 14. | Ihr Bruder ist 12.",
        "Es kamen 14. | Anna kam später.",
        "Die Feier ist am 3. | Danach ist Schluss.",
        "Das war 2017. | Anna zog um. | Der 1. FC Burgau verlor.",
        "Manche, z. B. Anna, kamen zu Fuß, d. h. ohne Rad. | Gut so.",
        "Es gibt Obst, z.B. Äpfel, Birnen usw. | Die Kinder aßen alles.",
        "Dr. Wolf und Prof. Dr. Kern, geb. Lang, wohnen in der Nr. 7. | Hr. Beck auch.",
        "Es kostet 2,5 Mio. Euro, lt. Plan nur 1,9 Mio. | Das ist viel.",
        "Sie zahlt 1.200 Euro inkl. Miete. | Vgl. S. 12 und Abb. 3. | Ja.",
        "„Kommst du?“, fragte Jana. | „Nein!“ | Sie lachte.",
        "»Wer zahlt?« fragte Jana Wolf. | »Wir!« | Das war ‚klar.‘ | Gut.",
        "Jana sagt: „Es ist kalt.“ | Dann ging sie.",
        "Das Haus steht seit dem 2. Weltkrieg leer. | Ein 2. Mal geht es nicht.",
        "Er starb 44 v. Chr. in Rom. | Das weiß man.",
    ],
)
def test_german_sentences_end_where_a_reader_says(marked: str) -> None:
    parts = [part.strip() for part in marked.split("|")]
    assert texts(marked.replace("|", ""), "de") == parts


def test_a_number_before_a_stop_is_an_ordinal_in_german_alone() -> None:
    text = "It opened on the 3. May it last."
    assert len(texts(text, "en")) == 2
    assert len(texts("Es öffnet am 3. Mai es gut gehen.", "de")) == 1


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=40).map("".join))
def test_they_are_in_order_apart_and_hold_every_character(paragraph: str) -> None:
    spans = split(paragraph)
    flat = [place for span in spans for place in span]
    assert flat == sorted(flat)
    assert all(start < end for start, end in spans)
    covered = {place for start, end in spans for place in range(start, end)}
    assert {place for place, sign in enumerate(paragraph) if not sign.isspace()} <= covered
    assert all(text == text.strip() for text in texts(paragraph))


def test_each_has_a_number_and_an_id_of_its_own() -> None:
    found = sentences_in(("It rained. It rained.", "", "It rained."))
    assert [one.number for one in found] == ["1.1", "1.2", "3.1"]
    assert {one.text for one in found} == {"It rained."}
    assert [one.span.paragraph for one in found] == [1, 1, 3]
    assert len({one.id for one in found}) == 3
    assert all(len(one.id) == 10 for one in found)
    assert found == sentences_in(("It rained. It rained.", "", "It rained."))


@pytest.mark.parametrize(
    "hostile", ["." * 200_000 + "x", "mr. " * 50_000, ".”" * 100_000, "“" * 200_000]
)
def test_no_text_takes_long(hostile: str) -> None:
    within(2, lambda: split(hostile))
