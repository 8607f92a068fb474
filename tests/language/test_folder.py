"""Word files: found by tag, validated on load."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from pydantic import ValidationError

from app.language import folder
from app.language.folder import Words, languages, read_words


class Greetings(Words):
    """A word file of these tests."""

    hello: frozenset[str]
    loud: bool = False


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A place for folders of languages, beside those of the program."""
    monkeypatch.setattr(folder, "FOLDERS", [*folder.FOLDERS, tmp_path])
    read_words.cache_clear()
    yield tmp_path
    read_words.cache_clear()


def write(files: Path, tag: str, text: str) -> None:
    (files / tag).mkdir()
    (files / tag / "greetings.yaml").write_text(text, "utf-8")


def test_words_are_texts_and_switches_are_read(files: Path) -> None:
    write(files, "qtx", "hello: [no, on, 12]\nloud: true")
    found = read_words("qtx", "greetings", Greetings)
    assert found == Greetings(hello=frozenset({"no", "on", "12"}), loud=True)


def test_a_region_has_its_languages_words_or_its_own(files: Path) -> None:
    write(files, "qtx", "hello: [olo]")
    write(files, "qtx-qm", "hello: [ola]")
    words = [read_words(tag, "greetings", Greetings) for tag in ("qtx-QN", "qtx-QM")]
    assert [sorted(one.hello) for one in words if one] == [["olo"], ["ola"]]


@pytest.mark.parametrize("tag", ["qty", "../qtx", "qtx/../qtx", "", "qtx/"])
def test_no_file_is_no_words(files: Path, tag: str) -> None:
    write(files, "qtx", "hello: [olo]")
    assert read_words(tag, "greetings", Greetings) is None


@pytest.mark.parametrize("text", ["helo: [olo]", "{}", "hello: [olo]\nlow: true", "hello: 3"])
def test_a_file_that_does_not_fit_its_model_is_refused(files: Path, text: str) -> None:
    write(files, "qtx", text)
    with pytest.raises(ValidationError):
        read_words("qtx", "greetings", Greetings)


def test_a_folder_with_words_is_a_language(files: Path) -> None:
    before = languages()
    write(files, "qtx", "hello: [olo]")
    assert set(languages()) - set(before) == {"qtx"}


def _keys(node: yaml.Node | None) -> list[list[str]]:
    """The keys of every mapping in a YAML tree."""
    if isinstance(node, yaml.MappingNode):
        below = [keys for _, value in node.value for keys in _keys(value)]
        return [[key.value for key, _ in node.value], *below]
    if isinstance(node, yaml.SequenceNode):
        return [keys for entry in node.value for keys in _keys(entry)]
    return []


FILES = sorted(path for place in folder.FOLDERS for path in place.glob("*/*.yaml"))


def test_no_key_is_written_twice() -> None:
    for path in FILES:
        for keys in _keys(yaml.compose(path.read_text("utf-8"), yaml.CSafeLoader)):
            assert len(keys) == len(set(keys)), f"{path.parent.name}/{path.name}: {keys}"
