"""A draft from beginning to end: its language, its limits."""

from app.draft.drafting import MOST_CLAIMS, guess_language
from app.draft.manuscript import plain
from tests.draft.drafts import draft_of


def test_the_language_is_found_by_common_words() -> None:
    assert guess_language(plain("The bridge is shut, and it is old.")) == "en"
    assert guess_language(plain("El puente está cerrado y es muy viejo.")) == "es"
    assert guess_language(plain("Die Brücke ist zu, und das ist nicht neu.")) == "de"
    assert guess_language(plain("Ж")) == "en"


def test_a_long_text_yields_no_more_than_can_be_looked_at() -> None:
    text = "\n\n".join(f"Ana Ruiz said that bridge {n} is shut." for n in range(400))
    made = draft_of(text)
    assert len(made.claims) == MOST_CLAIMS
    assert made.cut


def test_nothing_is_proposed_but_the_writer_where_nothing_is_found() -> None:
    made = draft_of("It rained.")
    assert ([source.id for source in made.sources], made.claims, made.devices) == (
        ["writer"], (), (),
    )  # fmt: skip
