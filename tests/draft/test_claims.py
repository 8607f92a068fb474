"""What is proposed as a claim: sentence, evidence, status, certainty, reason."""

import pytest

from app.draft.claims import sentence_of
from app.draft.proposals import ProposedClaim
from tests.draft.drafts import draft_of


def claims(text: str) -> list[ProposedClaim]:
    return list(draft_of(text).claims)


def test_a_claim_has_all_that_a_teacher_needs() -> None:
    (claim,) = claims("The council said that about 300 people had perhaps left.")
    assert claim.says == "About 300 people had perhaps left."
    assert [quote.quote for quote in claim.evidence] == ["about 300 people had perhaps left"]
    assert claim.status == "attributed"
    assert claim.chain == ("council", "writer")
    assert claim.certainty == "about 300; perhaps"
    assert claim.why == "Paragraph 1: in the writer’s words, with “said”."


def test_a_claim_that_is_reported_by_how_is_a_sentence_all_the_same() -> None:
    (claim,) = claims("Ana Ruiz explained how the bridge was shut.")
    assert claim.says == "The bridge was shut."
    assert claim.evidence[0].quote == "how the bridge was shut"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Ana Ruiz thinks that it is shut.", "opinion"),
        ("Ana Ruiz predicts that it will be shut.", "prediction"),
        ("Ana Ruiz says that it is shut.", "attributed"),
        ("Perhaps it is shut.", "unattributed"),
    ],
)
def test_the_status_follows_the_verb(text: str, status: str) -> None:
    assert [claim.status for claim in claims(text)] == [status]


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("At least a dozen people came.", ["at least a dozen"]),
        ("It cost 90,000 euros.", [""]),
        ("It was in 1999.", []),
        ("On Monday, 4 May, it rained.", [""]),
        ("The 85-year-old baker left.", []),
        ("10:30 It rained.", []),
        ("1. It rained.", []),
        ("2) It rained.", []),
        ("It rained.", []),
    ],
)
def test_the_writers_sentences_count_with_a_number_or_a_hedge(
    text: str, certainty: list[str]
) -> None:
    assert [claim.certainty for claim in claims(text)] == certainty


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("it is shut", "It is shut."),
        ("“Is it shut?”", "Is it shut?"),
        ("it is “a trap”", "It is “a trap”."),
        ("it is shut, ", "It is shut."),
    ],
)
def test_a_stretch_of_text_becomes_a_sentence(text: str, sentence: str) -> None:
    assert sentence_of(text) == sentence


def test_a_quotation_without_a_speaker_is_no_claim_of_the_writers() -> None:
    assert claims("“About 300 people came to the bridge.”") == []
