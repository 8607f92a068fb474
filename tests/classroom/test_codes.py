"""The life of a resume code: another one on request, and an end after the hand-in."""

from dataclasses import replace

import pytest

from app.classroom.handing_in import hand_in, see_result
from app.classroom.opening import open_practice
from app.classroom.resuming import KEPT_OPEN, renew_code, resume, valid_code
from app.classroom.services import Services
from app.classroom.sitting import Sitting, find_sitting
from app.errors import NotFound
from tests.classroom.conftest import KEY, SMALL, Clock
from tests.classroom.test_resuming import HERE, OTHER, code_of


def test_a_renewed_code_replaces_the_one_before(services: Services, sitting: Sitting) -> None:
    before = code_of(sitting)
    resume(services, before, key=OTHER, address_hash=HERE)
    renew_code(services, sitting)
    after = code_of(find_sitting(services, sitting.id, KEY))
    assert after != before
    with pytest.raises(NotFound):
        resume(services, before, key="a third key", address_hash=HERE)
    assert resume(services, after, key="a third key", address_hash=HERE).id == sitting.id
    assert find_sitting(services, sitting.id, OTHER).id == sitting.id


def test_a_new_code_is_never_one_that_is_taken(services: Services, sitting: Sitting) -> None:
    other = open_practice(services, "bus", key=KEY, blueprint=SMALL)
    drawn = iter([code_of(other), "23456789"])
    renew_code(replace(services, new_code=drawn.__next__), sitting)
    assert code_of(find_sitting(services, sitting.id, KEY)) == "23456789"


def test_a_code_ends_some_days_after_the_hand_in(
    services: Services, clock: Clock, sitting: Sitting
) -> None:
    clock.move(100 * 86_400)
    assert resume(services, code_of(sitting), key=OTHER, address_hash=HERE).is_open
    done = hand_in(services, sitting)
    clock.move(KEPT_OPEN.total_seconds() - 1)
    assert resume(services, code_of(sitting), key=OTHER, address_hash=HERE).id == sitting.id
    assert valid_code(services, done) == code_of(sitting)
    clock.move(1)
    assert valid_code(services, done) is None
    with pytest.raises(NotFound):
        resume(services, code_of(sitting), key=OTHER, address_hash=HERE)
    assert see_result(services, find_sitting(services, sitting.id, OTHER)).profile.of == 3
