"""Nothing that is kept between draws grows with what is asked."""

from functools import lru_cache
from importlib import import_module
from itertools import islice, permutations
from pkgutil import iter_modules
from typing import Any

import pytest

import app.quiz
from app.kinds import KINDS
from app.quiz.allocation import plan_table
from app.quiz.blueprint import Blueprint, shortages
from app.quiz.drawing import draw
from app.quiz.pool import pool_of
from tests.quiz.banks import even_bank

Cache = type(lru_cache(len))
CACHES = [
    pytest.param(found, id=f"{module.name}.{name}")
    for module in iter_modules(app.quiz.__path__)
    for name, found in vars(import_module(f"app.quiz.{module.name}")).items()
    if isinstance(found, Cache)
]


@pytest.mark.parametrize("cache", CACHES)
def test_every_cache_has_a_bound(cache: Any) -> None:
    assert cache.cache_parameters()["maxsize"] is not None


def test_the_order_of_kinds_makes_nothing_new() -> None:
    of = even_bank(4)
    draw(of, Blueprint(kinds=("choice", "order")), 1)
    plans, fields = plan_table.cache_info().currsize, vars(pool_of(of)).keys()
    before = set(fields)
    for kinds in islice(permutations(KINDS, 9), 300):
        assert len(draw(of, Blueprint(kinds=kinds), 1).items) == 12
    assert plan_table.cache_info().currsize <= plans + 3
    assert set(fields) == before


def test_blueprints_that_cannot_be_had_leave_nothing_behind() -> None:
    of = even_bank(1)
    assert shortages(of, Blueprint(always=("facts-1-0",), facts=50))
    fields = set(vars(pool_of(of)))
    for facts in range(51, 80):
        assert shortages(of, Blueprint(facts=facts, always=("facts-1-0", f"x{facts}")))
    assert set(vars(pool_of(of))) == fields
