"""docs/languages.md names every file and list that a language has, and nothing else."""

import ast
import re
from pathlib import Path

from app.families.catalogue import LANGUAGES
from app.language import folder
from app.language.catalogues import load_catalogues
from app.language.word_lists import LIST_NAMES

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "languages.md").read_text("utf-8")


def first_cells(heading: str) -> list[str]:
    """The first cells of the table whose head begins so."""
    table = PAGE.split(f"| {heading} |", 1)[1].split("\n\n", 1)[0]
    return re.findall(r"^\| `([^`]+)` \|", table, re.MULTILINE)


def test_the_page_says_what_each_language_has() -> None:
    rows = re.findall(r"^\| `(\w+)` \| \w+ \| (.+) \| (.+) \| (.+) \|$", PAGE, re.MULTILINE)
    told = {
        tag: (words == "yes", asked == "yes", texts != "no") for tag, words, asked, texts in rows
    }
    known = {*folder.languages(), *LANGUAGES, *load_catalogues()}
    assert told == {
        tag: (tag in folder.languages(), tag in LANGUAGES, tag in load_catalogues())
        for tag in known
    }


def test_the_page_names_every_word_file_and_no_other() -> None:
    there = {path.name for place in folder.FOLDERS for path in place.glob("*/*.yaml")}
    assert sorted(first_cells("file")) == sorted(there)


def test_every_language_of_ours_has_every_word_file() -> None:
    for name in first_cells("file"):
        assert folder.languages(name.removesuffix(".yaml")) == folder.languages(), name


def test_the_page_names_every_word_list_and_no_other() -> None:
    assert first_cells("list") == sorted(LIST_NAMES)


def _texts(module: Path) -> set[object]:
    """The texts that a module has, the names of word files among them."""
    tree = ast.parse(module.read_text("utf-8"))
    return {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)}


def test_every_word_file_is_read_and_its_model_is_where_the_page_says() -> None:
    rows = re.findall(r"^\| `(\w+)\.yaml` \|.*\| `(app/\S+\.py)` \|$", PAGE, re.MULTILINE)
    assert [f"{name}.yaml" for name, _ in rows] == first_cells("file")
    modules = [*ROOT.glob("app/language/*.py"), *ROOT.glob("app/draft/*.py")]
    read = set().union(*map(_texts, modules))
    for name, module in rows:
        assert name in read
        assert "(Words):" in (ROOT / module).read_text("utf-8"), module


def test_every_path_that_the_page_names_exists() -> None:
    for path in re.findall(r"`((?:app|tests)/[\w./-]+)`", PAGE):
        assert (ROOT / path.replace("/fr/", "/es/")).exists(), path
