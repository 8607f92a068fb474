"""Paragraphs cut into sentences, without datelines and the labels of a transcript."""

import pytest

from app.draft.paragraphs import paragraph_of, paragraphs_of
from app.draft.vocabulary import vocabulary_of
from tests.draft.drafts import draft_of
from tests.draft.phrases import text_of


def labels(*texts: str, code: str = "en") -> list[str]:
    return [text_of(one.label) for one in paragraphs_of(texts, vocabulary_of(code))]


def test_labels_of_a_transcript_name_the_speakers() -> None:
    assert labels("ANA RUIZ: It is shut.", "RUIZ: It is old.", "It rained.") == [
        "Ana Ruiz", "Ruiz", "",
    ]  # fmt: skip


def test_letters_of_an_interview_stand_for_its_two_people() -> None:
    assert labels("Q: Why?", "A: It is old.") == ["the interviewer", "the interviewee"]
    assert labels("Pregunta: ¿Por qué?", "Respuesta: Es viejo.", code="es") == [
        "la persona que entrevista", "la persona entrevistada",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "texts",
    [("NOTE: It is shut.", "It rained."), ("Ana Ruiz: no.", "Tom Okoro: yes."), ("A:", "B:")],
)
def test_a_single_heading_or_a_plain_name_is_no_label(texts: tuple[str, ...]) -> None:
    assert not any(labels(*texts))


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("WEND (Hill News) - It is shut.", "It"),
        ("WEND, May 4 (Hill News) — It is shut.", "It"),
        ("I - so it seems - am old.", "I"),
        ("THE bridge of Wend - so old - is shut.", "THE"),
    ],
)
def test_a_dateline_is_no_part_of_its_sentence(text: str, first: str) -> None:
    assert paragraph_of(1, text).sentences[0][0].text == first


def test_what_a_label_gives_is_its_speakers_voice_and_word() -> None:
    made = draft_of("ANA RUIZ: About 300 people came. It rained.\n\nTOM OKORO: So they say.")
    assert [voice.source for voice in made.voices] == ["ruiz", "okoro"]
    (claim,) = made.claims
    assert (claim.says, claim.chain) == ("About 300 people came.", ("ruiz", "writer"))
    assert claim.why == (
        "Paragraph 1: the label “ANA RUIZ” names the speaker, and there is the hedge “about 300”."
    )
