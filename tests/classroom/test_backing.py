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
from app.classroom.practice import open_practice
from app.classroom.services import Room
from app.classroom.sitting import Sitting, find_sitting
from app.config import Settings
from app.domain.cite_and_confidence import UNBACKED, Backing
from app.errors import AttemptClosed, MalformedResponse, StaleAnswer
from app.quiz.citing import Found
from app.store.answers import Kept, answer_history, answers_aside
from tests.classroom.conftest import KEY, Clock, restarted, right, wrong


@pytest.fixture
def sentences(backed: Sitting) -> list[str]:
    """The ids of the two sentences; the first holds the evidence of every question."""
    return list(backed.bank.sentences)


def kept(room: Room, sitting: Sitting) -> tuple[list[Backing], list[tuple[Backing, Kept]]]:
    """What is kept beside every response: of the revisions, and of what was set aside."""
    with room.store.reading() as connection:
        history = [one.backing for one in answer_history(connection, sitting.id)]
        aside = [(one.backing, why) for one, why in answers_aside(connection, sitting.id)]
    return history, aside


def test_every_change_of_them_is_a_revision(
    room: Room, backed: Sitting, sentences: list[str]
) -> None:
    answer = right(backed, 1)
    given = [Backing(sentences[0]), Backing(sentences[1]), Backing(sentences[1], 2), UNBACKED]
    for known, backing in enumerate(given):
        assert save_answer(room, backed, 1, answer, known, backing).revision == known + 1
    assert kept(room, backed) == (given, [])


def test_two_that_differ_in_nothing_else_are_different(
    room: Room, backed: Sitting, sentences: list[str]
) -> None:
    several = [Backing(one, level) for one in sentences for level in (1, 3)]
    for first, second in permutations(several, 2):
        sitting = backed_anew(room, backed)
        save_answer(room, sitting, 1, right(sitting, 1), 0, first)
        with pytest.raises(StaleAnswer) as told:
            save_answer(room, sitting, 1, right(sitting, 1), 0, second)
        assert told.value.backing == first.as_json()
        assert save_answer(room, sitting, 1, right(sitting, 1), 0, first).revision == 1
        assert kept(room, sitting) == ([first], [(second, "stale")])


def backed_anew(room: Room, like: Sitting) -> Sitting:
    return open_practice(room, "bus", key=KEY, blueprint=like.paper.blueprint)


def test_a_sentence_without_a_response_is_no_blank(
    room: Room, backed: Sitting, sentences: list[str]
) -> None:
    save_answer(room, backed, 1, right(backed, 1), 0)
    given = {1: GivenAnswer(None, 0, Backing(sentences[0])), 2: GivenAnswer(None, 0, UNBACKED)}
    stored, conflicts = save_answers(room, backed, given)
    assert conflicts == {1}
    assert 2 not in stored
    assert kept(room, backed) == ([UNBACKED], [(Backing(sentences[0]), "stale")])


def test_they_are_late_after_the_hand_in(room: Room, backed: Sitting, sentences: list[str]) -> None:
    answer = right(backed, 1)
    hand_in(room, backed, {1: GivenAnswer(answer, 0, Backing(sentences[0], 3))})
    save_late = [Backing(sentences[0], 3), Backing(sentences[1], 3), Backing(sentences[0], 1)]
    for backing in save_late:
        with pytest.raises(AttemptClosed):
            save_answer(room, backed, 1, answer, 0, backing)
    assert kept(room, backed)[1] == [(backing, "late") for backing in save_late[1:]]


def test_the_result_scores_them_beside_the_marks(
    room: Room, settings: Settings, clock: Clock, backed: Sitting, sentences: list[str]
) -> None:
    save_answer(room, backed, 1, right(backed, 1), 0, Backing(sentences[1], 3))
    save_answer(room, backed, 2, wrong(backed, 2), 0, Backing(sentences[0], 3))
    hand_in(room, backed, {3: GivenAnswer(None, 0, Backing(sentences[0]))})
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


def test_a_paper_that_did_not_ask_tells_nothing(room: Room, sitting: Sitting) -> None:
    hand_in(room, sitting, {1: GivenAnswer(right(sitting, 1))})
    profile = see_result(room, sitting).profile
    assert (profile.found, profile.certainty) == (None, None)


@pytest.mark.parametrize("backing", [Backing(cite="no such one"), Backing(confidence=4)])
def test_what_cannot_be_read_changes_nothing(room: Room, backed: Sitting, backing: Backing) -> None:
    answer = read_response(backed, 1, right(backed, 1))
    with pytest.raises(MalformedResponse):
        save_answer(room, backed, 1, answer, 0, backing)
    with pytest.raises(MalformedResponse):
        hand_in(room, backed, {1: GivenAnswer(answer, 0, backing)})
    assert stored_answers(room, backed) == {}
