"""Trying faults in copies of a small tree: killed, surviving, endless, and on time."""

from pathlib import Path

import pytest

from tests.mutation.__main__ import report, sample, tried
from tests.mutation.faults import Fault, faults_of
from tests.mutation.trials import Trials, mirrors_of, room_of

MODULE = """\
def larger(a, b):
    return a if a > b else b


def counted(n):
    while n > 0:
        n = n - 1
    return n
"""
TEST = """\
from app.quiz.sizes import counted, larger

def test_the_larger():
    assert larger(1, 2) == 2

def test_to_the_end():
    assert counted(3) == 0
"""
CONFTEST = """\
from hypothesis import settings

settings.register_profile("mutation")
"""


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A tree with one module and its test."""
    files = {
        "app/quiz/sizes.py": MODULE,
        "tests/quiz/test_sizes.py": TEST,
        "tests/conftest.py": CONFTEST,
        "pyproject.toml": '[tool.pytest.ini_options]\npythonpath = ["."]\n',
    }
    for name, text in files.items():
        path = tmp_path / "tree" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path / "tree"


@pytest.fixture
def trials(tree: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Trials:
    monkeypatch.setattr("tests.mutation.trials.SLOWEST", 2)
    monkeypatch.setattr("tests.mutation.trials.GRACE", 1.0)
    trials = Trials(tree)
    trials.add_copy(tmp_path / "copy")
    return trials


def test_a_fault_is_killed_survives_or_never_ends(tree: Path, trials: Trials) -> None:
    chosen = {"a > b": False, "n > 0": True, "n - 1": True}
    faults = [fault for fault in faults_of(tree, ("quiz",)) if fault.before in chosen]
    results = {fault.before: killed for fault, killed in tried(faults, trials, seconds=600)}
    assert results == chosen
    assert (tree / "app/quiz/sizes.py").read_text() == MODULE


def test_a_room_whose_tests_fail_by_themselves_is_left_out(tree: Path, tmp_path: Path) -> None:
    (tree / "tests/quiz/test_sizes.py").write_text("def test_it():\n    assert False\n")
    trials = Trials(tree)
    trials.add_copy(tmp_path / "copy")
    assert list(tried(list(faults_of(tree, ("quiz",))), trials, seconds=600)) == []
    assert trials.broken["quiz"].startswith("FAILED tests/quiz/test_sizes.py::test_it")


def test_no_fault_is_begun_when_the_time_is_up(tree: Path, trials: Trials) -> None:
    faults = list(faults_of(tree, ("quiz",)))
    assert list(tried(faults, trials, seconds=0)) == []


def test_the_same_seed_tries_the_same_faults(tree: Path) -> None:
    every = sample(tree, ("quiz",), 100, seed=1)
    assert sample(tree, ("quiz",), 3, seed=1) == every[:3]
    assert sample(tree, ("quiz",), 100, seed=2) != every
    assert {*sample(tree, ("quiz",), 100, seed=2)} == {*every}


def test_the_mirror_of_a_module_runs_first(tree: Path) -> None:
    assert room_of("app/quiz/sizes.py") == "quiz"
    assert mirrors_of(tree, "app/quiz/sizes.py") == ["tests/quiz/test_sizes.py", "tests/quiz"]
    assert mirrors_of(tree, "app/kinds/choice.py") == ["tests/kinds", "tests/contract"]


def test_survivors_are_reported_in_the_order_of_the_tree() -> None:
    late, early = (Fault(path, 3, 0, 1, "1", "(2)") for path in ("app/b.py", "app/a.py"))
    assert list(report([(late, False), (early, False), (late, True)], asked=4)) == [
        "app/a.py:3: 1  ->  2",
        "app/b.py:3: 1  ->  2",
        "1 of 3 faults killed: 33.3%",
        "1 faults were not tried.",
    ]
