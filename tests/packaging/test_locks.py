"""The locks name every package once for all platforms, with hashes and without an address."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

ROOT = Path(__file__).parents[2]
PIN = re.compile(r"^([a-z0-9][a-z0-9.-]*)==(\S+)", re.MULTILINE)


def text_of(lock: str) -> str:
    return (ROOT / "requirements" / f"{lock}.lock").read_text(encoding="utf-8")


def pins(lock: str) -> dict[str, str]:
    """Return the version of each package in a lock."""
    return dict(PIN.findall(text_of(lock)))


def wanted(*groups: str) -> list[Requirement]:
    """Return what pyproject.toml asks for in its dependencies, extras and groups."""
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    tables = {
        "dependencies": pyproject["project"]["dependencies"],
        **pyproject["project"]["optional-dependencies"],
        **pyproject["dependency-groups"],
    }
    return [Requirement(line) for group in groups for line in tables[group]]


@pytest.mark.parametrize("lock", ["serve", "develop", "oldest"])
def test_every_pin_has_its_hashes_and_no_address(lock: str) -> None:
    text = text_of(lock)
    blocks = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]
    assert len(blocks) > 10
    assert [block for block in blocks if "--hash=sha256:" not in block] == []
    assert re.findall(r"://|index-url|find-links", text) == []


@pytest.mark.parametrize(
    ("lock", "groups"),
    [
        ("serve", ["dependencies", "sqlite", "html"]),
        ("develop", ["dependencies", "sqlite", "html", "postgresql", "develop"]),
        ("oldest", ["dependencies", "sqlite", "html", "postgresql", "develop"]),
    ],
)
def test_the_lock_has_what_is_asked_for(lock: str, groups: list[str]) -> None:
    locked = pins(lock)
    missing = [
        str(requirement)
        for requirement in wanted(*groups)
        if not requirement.specifier.contains(locked.get(requirement.name.lower(), "0"))
    ]
    assert missing == [], "run `make lock`"


def test_the_tests_run_on_what_is_served() -> None:
    develop = pins("develop")
    assert {name: develop.get(name) for name in pins("serve")} == pins("serve")


def test_the_oldest_lock_has_every_lower_bound() -> None:
    locked = pins("oldest")
    newer = {
        requirement.name: locked[requirement.name.lower()]
        for requirement in wanted("dependencies", "sqlite", "html", "postgresql", "develop")
        if Version(lower_bound(requirement)) != Version(locked[requirement.name.lower()])
    }
    assert newer == {}, "run `make lock`, and raise the bound to what the lock has"


def lower_bound(requirement: Requirement) -> str:
    (bound,) = (part.version for part in requirement.specifier if part.operator == ">=")
    return bound
