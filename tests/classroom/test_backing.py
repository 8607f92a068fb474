"""The sentence and the level of confidence are part of an answer, and never of its mark."""

from itertools import permutations

import pytest

from app.classroom.answering import (
    GivenAnswer,
    read_response,
    save_answer,
    save_answers,
    stored_answers,
)
from app.classroom.handing_in import hand_in, see_result
from app.classroom.opening import open_practice
from app.classroom.services import Services
from app.classroom.sitting import Sitting, find_sitting
from app.config import Settings
from app.domain.cite_and_confidence import NEITHER_GIVEN, CiteAndConfidence
from app.errors import AttemptClosed, MalformedResponse, StaleAnswer
from app.language.sentences import sentences_of
from app.quiz.citing import Found
from app.store.answers import Kept, answer_history, answers_aside
from tests.classroom.conftest import KEY, Clock, restarted, right, wrong


@pytest.fixture
def sentences(backed: Sitting) -> list[str]:
    """The ids of the two sentences; the first holds the evidence of every question."""
    return list(sentences_of(backed.bank))


def kept(
    services: Services, sitting: Sitting
) -> tuple[list[CiteAndConfidence], list[tuple[CiteAndConfidence, Kept]]]:
    """What is kept beside every response: of the revisions, and of what was set aside."""
    with services.store.reading() as connection:
        history = [one.backing for one in answer_history(connection, sitting.id)]
        aside = [(one.backing, why) for one, why in answers_aside(connection, sitting.id)]
    return history, aside


def test_every_change_of_them_is_a_revision(
    services: Services, backed: Sitting, sentences: list[str]
) -> None:
    answer = right(backed, 1)
    given = [
        CiteAndConfidence(sentences[0]),
        CiteAndConfidence(sentences[1]),
        CiteAndConfidence(sentences[1], 2),
        NEITHER_GIVEN,
    ]
    for known, backing in enumerate(given):
        assert save_answer(services, backed, 1, answer, known, backing).revision == known + 1
    assert kept(services, backed) == (given, [])


def test_two_that_differ_in_nothing_else_are_different(
    services: Services, backed: Sitting, sentences: list[str]
) -> None:
    several = [CiteAndConfidence(one, level) for one in sentences for level in (1, 3)]
    for first, second in permutations(several, 2):
        sitting = backed_anew(services, backed)
        save_answer(services, sitting, 1, right(sitting, 1), 0, first)
        with pytest.raises(StaleAnswer) as told:
            save_answer(services, sitting, 1, right(sitting, 1), 0, second)
        assert told.value.backing == first.as_json()
        assert save_answer(services, sitting, 1, right(sitting, 1), 0, first).revision == 1
        assert kept(services, sitting) == ([first], [(second, "stale")])


def backed_anew(services: Services, like: Sitting) -> Sitting:
    return open_practice(services, "bus", key=KEY, blueprint=like.paper.blueprint)


def test_a_sentence_without_a_response_is_no_blank(
    services: Services, backed: Sitting, sentences: list[str]
) -> None:
    save_answer(services, backed, 1, right(backed, 1), 0)
    given = {
        1: GivenAnswer(None, 0, CiteAndConfidence(sentences[0])),
        2: GivenAnswer(None, 0, NEITHER_GIVEN),
    }
    stored, conflicts = save_answers(services, backed, given)
    assert conflicts == {1}
    assert 2 not in stored
    assert kept(services, backed) == ([NEITHER_GIVEN], [(CiteAndConfidence(sentences[0]), "stale")])


def test_they_are_late_after_the_hand_in(
    services: Services, backed: Sitting, sentences: list[str]
) -> None:
    answer = right(backed, 1)
    hand_in(services, backed, {1: GivenAnswer(answer, 0, CiteAndConfidence(sentences[0], 3))})
    save_late = [
        CiteAndConfidence(sentences[0], 3),
        CiteAndConfidence(sentences[1], 3),
        CiteAndConfidence(sentences[0], 1),
    ]
    for backing in save_late:
        with pytest.raises(AttemptClosed):
            save_answer(services, backed, 1, answer, 0, backing)
    assert kept(services, backed)[1] == [(backing, "late") for backing in save_late[1:]]


def test_the_result_scores_them_beside_the_marks(
    services: Services, settings: Settings, clock: Clock, backed: Sitting, sentences: list[str]
) -> None:
    save_answer(services, backed, 1, right(backed, 1), 0, CiteAndConfidence(sentences[1], 3))
    save_answer(services, backed, 2, wrong(backed, 2), 0, CiteAndConfidence(sentences[0], 3))
    hand_in(services, backed, {3: GivenAnswer(None, 0, CiteAndConfidence(sentences[0]))})
    later = restarted(settings, clock)
    result = see_result(later, find_sitting(later, backed.id, KEY))
    later.store.let_go()
    assert [item.mark.points for item in result.items] == [1, 0, 0]
    assert [item.found for item in result.items] == [False, True, True]
    assert [item.backing.confidence for item in result.items] == [3, 3, None]
    assert result.profile.points == 1
    assert result.profile.found == Found(2, 3)
    certainty = result.profile.certainty
    assert certainty is not None
    assert (certainty.points, certainty.of, certainty.answers) == (-3, 6, 2)


def test_a_paper_that_did_not_ask_tells_nothing(services: Services, sitting: Sitting) -> None:
    hand_in(services, sitting, {1: GivenAnswer(right(sitting, 1))})
    profile = see_result(services, sitting).profile
    assert (profile.found, profile.certainty) == (None, None)


@pytest.mark.parametrize(
    "backing", [CiteAndConfidence(cite="no such one"), CiteAndConfidence(confidence=4)]
)
def test_what_cannot_be_read_changes_nothing(
    services: Services, backed: Sitting, backing: CiteAndConfidence
) -> None:
    answer = read_response(backed, 1, right(backed, 1))
    with pytest.raises(MalformedResponse):
        save_answer(services, backed, 1, answer, 0, backing)
    with pytest.raises(MalformedResponse):
        hand_in(services, backed, {1: GivenAnswer(answer, 0, backing)})
    assert stored_answers(services, backed) == {}
