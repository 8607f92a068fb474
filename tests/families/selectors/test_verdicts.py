"""What the text does with a statement: says it, has it from a source, denies it, leaves it open."""

from collections import Counter

from tests.families.annotated import BANK
from tests.families.materials import misses, picks


def answers(yaml: str = BANK) -> dict[str, str]:
    return {item: pick.values["said"] for item, pick in picks("verdicts", yaml).items()}


def test_each_answer_comes_from_its_own_part_of_the_annotation() -> None:
    found = answers()
    assert found["opened"] == found["lifeguards"] == "own"
    assert found["full"] == found["schools"] == "source"
    assert found["open.against1"] == "against"
    assert found["open.price"] == found["opened.open1"] == "open"


def test_no_answer_is_much_more_frequent_than_the_others() -> None:
    entries = "".join(f"  - {{says: It has {n} slides., absent: [slides]}}\n" for n in range(9))
    counts = Counter(answers(BANK.replace("not_stated:\n", f"not_stated:\n{entries}")).values())
    assert counts["open"] == 5


def test_a_sentence_that_an_attribution_may_cover_is_not_called_the_texts_own() -> None:
    assert "uncounted" not in answers()
    assert "open" not in answers()


def test_what_is_left_open_rests_on_words_that_are_absent() -> None:
    found = picks("verdicts")
    assert found["open.price"].absent == ("ticket", "tickets")
    assert found["open.price"].entries == ("price",)
    assert found["opened.open1"].values["because"] == "How they came is not said."


def test_the_evidence_names_the_source() -> None:
    places = picks("verdicts")["full"].evidence
    assert len(places) == 2


def test_a_text_without_sources_has_no_verdicts() -> None:
    alone = BANK
    for chain in ("[survey, radio, writer]", "[ortiz, writer]", "[neighbour, writer]"):
        alone = alone.replace(chain, "[writer]")
    alone = alone.replace("[budget, writer]", "[writer]").replace("[brandt, writer]", "[writer]")
    assert misses("verdicts", alone) == {"all": "the text has no statement from a source"}
