"""A statement is shown with its standing, except where it is the text's own fact."""

import pytest

from app.domain.annotation import Claim, Source
from app.domain.article import Span
from app.families.standing import own_word, reported, reported_as
from app.language.language import language_of

ENGLISH = language_of("en").phrasing
TOM = Source("tom", "Tom Okoro (a cyclist)", "witness")
WRITER = Source("writer", "Ana Reyes (the writer)", "writer")


def claim(status: str, *chain: str, as_reported: str = "") -> Claim:
    says = "The bridge is shut."
    return Claim("shut", says, (Span(1, 0, 9),), status, chain, as_reported=as_reported)


@pytest.mark.parametrize(
    ("status", "chain", "shown"),
    [
        ("reported fact", ["writer"], "The bridge is shut."),
        ("unattributed", ["writer"], "The bridge is shut."),
        ("opinion", ["writer"], "According to Ana Reyes, the bridge is shut."),
        ("inference", ["writer"], "According to Ana Reyes, the bridge is shut."),
        ("attributed", ["tom", "writer"], "According to Tom Okoro, the bridge is shut."),
        ("reported fact", ["tom", "writer"], "According to Tom Okoro, the bridge is shut."),
        ("prediction", ["tom", "writer"], "According to Tom Okoro, the bridge is shut."),
        ("rumour", ["tom", "writer"], "Rumour has it that the bridge is shut."),
    ],
)
def test_what_the_text_does_not_vouch_for_is_shown_with_its_source(
    status: str, chain: list[str], shown: str
) -> None:
    origin = TOM if chain[0] == "tom" else WRITER
    assert reported(claim(status, *chain), origin, ENGLISH) == shown


def test_the_teachers_wording_comes_first() -> None:
    said = claim("attributed", "tom", "writer", as_reported="Tom says that the bridge is shut.")
    assert reported(said, TOM, ENGLISH) == "Tom says that the bridge is shut."


@pytest.mark.parametrize(
    ("as_reported", "shown"),
    [
        ("", "According to Tom Okoro, the bridge is open."),
        ("Tom says that the bridge is shut.", "Tom says that the bridge is open."),
        ("Tom found the bridge closed.", ""),
    ],
)
def test_a_wrong_version_has_the_standing_of_its_claim(as_reported: str, shown: str) -> None:
    said = claim("attributed", "tom", "writer", as_reported=as_reported)
    assert reported_as(said, "The bridge is open.", TOM, ENGLISH) == shown


@pytest.mark.parametrize(
    ("name", "statement", "names"),
    [
        ("Tom Okoro (a cyclist)", "Tom Okoro found the bridge shut.", True),
        ("Tom Okoro (a cyclist)", "Tom found the bridge shut.", False),
        ("a driver", "The driver found the bridge shut.", True),
        ("a driver", "The drivers found the bridge shut.", False),
        ("a nurse of the clinic", "No nurse or clinic was near the bridge.", False),
        ("the report", "The bridge is shut, says the report.", True),
    ],
)
def test_a_statement_that_names_its_source_in_full_stays_as_it_is(
    name: str, statement: str, names: bool
) -> None:
    source = Source("tom", name, "witness")
    shown = reported_as(claim("attributed", "tom", "writer"), statement, source, ENGLISH)
    assert (shown == statement) is names


@pytest.mark.parametrize(
    ("status", "chain", "own"),
    [
        ("reported fact", ["writer"], True),
        ("unattributed", ["writer"], True),
        ("unattributed", ["tom", "writer"], False),
        ("opinion", ["writer"], False),
        ("rumour", ["writer"], False),
    ],
)
def test_the_text_states_facts_on_its_own_word(status: str, chain: list[str], own: bool) -> None:
    assert own_word(claim(status, *chain)) is own
