"""No statement is set beside one whose attribution may reach it, and other company to avoid."""

from functools import cache

from app.config import shipped_banks
from app.domain.bank import Bank
from app.domain.question import Question
from app.library.reading import read_file
from tests.families.annotated import BANK, bank_of, made

BANKS = ("remote-plots", "library-hours", "two-reports", "feria-del-barrio")


@cache
def shipped(name: str) -> Bank:
    return bank_of(read_file(shipped_banks() / f"{name}.yaml"))


def of_family(bank: Bank, family: str) -> list[Question]:
    return [question for question in bank.questions if question.family == family]


# Without “often”, which no other statement has: a careful key alone would be no fair one.
NEARBY = BANK.replace("There is often no room", "There is no room")
ELSEWHERE = NEARBY.replace("evidence: Nobody has counted the cars", "evidence: In its first summer")


def test_a_sentence_beside_an_attribution_is_not_asked_for_as_one_without_source() -> None:
    assert "without-source.uncounted" in {question.id for question in made(ELSEWHERE)}
    assert "without-source.uncounted" not in {question.id for question in made(NEARBY)}


def test_what_a_newspaper_tells_is_not_called_straight_from_where_it_began() -> None:
    bank = shipped("remote-plots")
    assert not of_family(bank, "straight-or-passed-on")
    assert of_family(shipped("library-hours"), "straight-or-passed-on")


def test_no_one_who_may_speak_for_a_voice_is_set_beside_it() -> None:
    """In paragraph 4 the writer retells the newspaper: its reporter would be right as well."""
    question = shipped("remote-plots").by_id["whose-account.p4"]
    assert "Callimachi" not in str(question.definition)


def test_a_plainer_wording_shares_no_word_with_its_phrase() -> None:
    rest = """\
  price: {phrase: 300 euros a day, device: hedge, does: It rounds a sum., plainer: a lot of money}
  nobody: {phrase: Nobody has counted, device: omission, does: It says what is not known., \
plainer: we cannot tell}
"""
    extra = BANK + rest
    paired = {q.id: q.about for q in made(extra) if q.family == "plainer-words"}
    assert any("price" in names for names in paired.values())
    echoing = extra.replace("plainer: a lot of money", "plainer: many euros")
    assert not any("price" in q.about for q in made(echoing) if q.family == "plainer-words")


def test_the_other_half_of_a_contrast_is_no_decoy() -> None:
    """“Just one planner, of perhaps a dozen”: to mark both halves would be as right."""
    assert "mark-the-device.just-one" not in shipped("remote-plots").by_id
