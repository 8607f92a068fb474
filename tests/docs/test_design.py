"""The document on the design shows the house and the dependencies as they are."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
DESIGN = (ROOT / "docs" / "design.md").read_text("utf-8")


def test_the_house_has_every_part_of_the_package() -> None:
    shown = set(re.findall(r"^app/(\w+)/ ", DESIGN, re.MULTILINE))
    assert shown == {init.parent.name for init in (ROOT / "app").glob("*/__init__.py")}


def test_every_dependency_has_a_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    extras = project["project"]["optional-dependencies"].values()
    wanted = [*project["project"]["dependencies"], *(one for extra in extras for one in extra)]
    wanted += project["dependency-groups"]["develop"]
    table = DESIGN.partition("## Dependencies")[2].lower()
    named = {re.split(r"[^\w-]", one)[0].lower() for one in wanted}
    missing = {name for name in named if not re.search(rf"\b{name}\b", table)}
    assert missing == set()


def test_every_file_that_is_named_exists() -> None:
    named = set(re.findall(r"`((?:[a-z_]+/)+(?:[a-z_]+\.(?:py|yaml))?)`", DESIGN))
    missing = {name for name in named if not (ROOT / name).exists()}
    assert len(named) > 20
    assert {name for name in missing if not (ROOT / "app" / name).exists()} == set()
