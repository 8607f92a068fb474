"""A folder of banks: saved banks show at once, broken ones change nothing for the others."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from socket import AF_UNIX, socket

import pytest

from app.errors import NotFound
from app.library import folder as folder_module
from app.library.folder import SETTLING, Folder
from app.library.reading import read_file
from app.library.reading_result import Reading
from tests.bank.banks import HEAD, SOUND

LATER = 10**19
"""A time at which every file has long been settled."""


class Counted:
    """Reads files, and counts how often each was read."""

    def __init__(self) -> None:
        self.paths: list[str] = []

    def __call__(self, path: Path) -> Reading:
        self.paths.append(path.name)
        return read_file(path)


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> Counted:
    counted = Counted()
    monkeypatch.setattr(folder_module, "read_file", counted)
    return counted


@pytest.fixture
def banks(tmp_path: Path) -> Path:
    folder = tmp_path / "banks"
    folder.mkdir()
    (folder / "bridge.yaml").write_text(SOUND)
    (folder / "library.yaml").write_text(SOUND.replace("The bridge\n", "The library\n", 1))
    return folder


def save(path: Path, text: str, seconds: int) -> None:
    """Save a file at a time of its own."""
    path.write_text(text)
    os.utime(path, (seconds, seconds))


def test_the_shelf_holds_every_bank(banks: Path) -> None:
    (banks / "notes.txt").write_text("x")
    (banks / ".hidden.yaml").write_text("x")
    shelf = Folder(banks).shelf()
    assert [shelved.id for shelved in shelf] == ["bridge", "library"]
    assert [shelved.bank and shelved.bank.title for shelved in shelf] == [
        "The bridge",
        "The library",
    ]


def test_a_shelf_keeps_the_places_of_values_only_for_the_linter(banks: Path) -> None:
    for keep in (False, True):
        shelf = Folder(banks, keep_places=keep).shelf()
        assert [one.reading.places is not None for one in shelf] == [keep, keep]


def test_no_folder_is_an_empty_shelf(tmp_path: Path) -> None:
    assert Folder(tmp_path / "none").shelf() == ()


def test_nothing_is_read_again_that_did_not_change(banks: Path, reads: Counted) -> None:
    folder = Folder(banks, clock=lambda: LATER)
    first = folder.find("bridge")
    folder.shelf()
    assert folder.find("bridge") is first
    folder.shelf()
    assert sorted(reads.paths) == ["bridge.yaml", "library.yaml"]


def test_a_saved_bank_shows_at_the_next_look(banks: Path, reads: Counted) -> None:
    folder = Folder(banks, clock=lambda: LATER)
    assert folder.find("bridge").title == "The bridge"
    save(banks / "bridge.yaml", SOUND.replace("The bridge\n", "A bridge\n", 1), 5)
    assert folder.find("bridge").title == "A bridge"
    assert folder.find("library").title == "The library"
    assert sorted(reads.paths) == ["bridge.yaml", "bridge.yaml", "library.yaml"]


def test_a_second_change_within_one_tick_of_the_clock_shows_too(
    banks: Path, reads: Counted
) -> None:
    path = banks / "bridge.yaml"
    save(path, SOUND.replace("The bridge\n", "Bridge one\n", 1), 100)
    folder = Folder(banks, clock=lambda: 100 * 10**9 + SETTLING)
    assert folder.find("bridge").title == "Bridge one"
    save(path, SOUND.replace("The bridge\n", "Bridge two\n", 1), 100)
    assert folder.find("bridge").title == "Bridge two"
    folder.find("bridge")
    assert reads.paths == ["bridge.yaml", "bridge.yaml"]


def test_touching_a_file_reads_nothing_again(banks: Path, reads: Counted) -> None:
    folder = Folder(banks, clock=lambda: LATER)
    first = folder.find("bridge")
    os.utime(banks / "bridge.yaml", (7, 7))
    assert folder.find("bridge") is first
    assert reads.paths == ["bridge.yaml"]


def test_a_broken_save_keeps_the_last_good_version(banks: Path) -> None:
    folder = Folder(banks, clock=lambda: LATER)
    good = folder.find("bridge")
    save(banks / "bridge.yaml", "byline: [", 5)
    assert folder.find("bridge") is good
    broken, library = folder.shelf()
    assert broken.bank is good
    assert [problem.rule for problem in broken.reading.problems] == ["yaml-syntax"]
    assert library.reading.problems == ()
    save(banks / "bridge.yaml", SOUND, 6)
    assert folder.shelf()[0].reading.problems == ()


def test_a_bank_that_was_never_good_stops_no_other(banks: Path) -> None:
    (banks / "bridge.yaml").write_bytes(b"\xff")
    folder = Folder(banks)
    assert [bool(shelved.bank) for shelved in folder.shelf()] == [False, True]
    with pytest.raises(NotFound):
        folder.find("bridge")


def test_a_bug_in_reading_one_bank_stops_no_other(
    banks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = Folder(banks)
    folder.shelf()

    def fail(path: Path) -> Reading:
        if path.stem == "library":
            return read_file(path)
        raise TypeError("of somebody's words")

    monkeypatch.setattr(folder_module, "read_file", fail)
    for name in ("bridge", "new", "library"):
        save(banks / f"{name}.yaml", SOUND.replace("The bridge\n", "Another\n", 1), 1)
    bridge, library, new = folder.shelf()
    assert bridge.bank
    assert bridge.bank.title == "The bridge"
    assert library.bank
    assert library.bank.title == "Another"
    assert new.bank is None
    (problem,) = new.reading.problems
    assert problem.rule == "not-foreseen"
    assert "TypeError" in problem.message
    assert "words" not in problem.message


def test_a_deleted_bank_is_gone(banks: Path) -> None:
    folder = Folder(banks)
    folder.find("bridge")
    (banks / "bridge.yaml").unlink()
    with pytest.raises(NotFound):
        folder.find("bridge")
    assert [shelved.id for shelved in folder.shelf()] == ["library"]


def test_the_text_file_is_watched_too(banks: Path, reads: Counted) -> None:
    text = HEAD[HEAD.index("  text:") : HEAD.index("sources:")]
    save(banks / "bridge.yaml", SOUND.replace(text, "  text_file: a.txt\n"), 1)
    save(banks / "a.txt", "Tom fell there in March", 1)
    folder = Folder(banks, clock=lambda: LATER)
    assert folder.find("bridge").article.paragraphs == ("Tom fell there in March",)
    folder.find("bridge")
    save(banks / "a.txt", "Tom fell there in March!", 2)
    assert folder.find("bridge").article.paragraphs == ("Tom fell there in March!",)
    folder.find("bridge")
    assert reads.paths == ["bridge.yaml", "bridge.yaml"]


PATHS = ["", ".", "..", "../bridge", "bridge.yaml", "/etc/passwd", "a/b", "a\\b", "%2e%2e"]
NAMES = ["a\0", "é", "BRIDGE", "-x", "x" * 65, "bridge\n", "CON:"]


@pytest.mark.parametrize("name", [*PATHS, *NAMES])
def test_only_ids_name_banks(name: str, banks: Path) -> None:
    with pytest.raises(NotFound):
        Folder(banks).find(name)


def test_a_link_out_of_the_folder_is_refused(
    banks: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "secret.yaml"
    outside.write_text(SOUND)
    (banks / "secret.yaml").symlink_to(outside)
    (banks / "same.yaml").symlink_to(banks / "bridge.yaml")
    (banks / "nowhere.yaml").symlink_to(banks / "none")
    rules = {
        shelved.id: [problem.rule for problem in shelved.reading.problems]
        for shelved in Folder(banks).shelf()
    }
    assert rules["secret"] == rules["nowhere"] == ["unreadable-file"]
    assert rules["same"] == rules["bridge"] == []
    with pytest.raises(NotFound):
        Folder(banks).find("secret")


def test_many_threads_read_a_change_once(banks: Path, reads: Counted) -> None:
    folder = Folder(banks, clock=lambda: LATER)
    with ThreadPoolExecutor(16) as threads:
        found = list(threads.map(folder.find, ["bridge"] * 64))
    assert len({id(bank) for bank in found}) == 1
    assert reads.paths == ["bridge.yaml"]


def test_resolves_ids_and_paths(banks: Path, tmp_path: Path) -> None:
    folder = Folder(banks)
    elsewhere = tmp_path / "other"
    elsewhere.write_text(SOUND)
    assert folder.resolve("bridge") == banks / "bridge.yaml"
    assert folder.resolve(str(elsewhere)) == elsewhere
    assert folder.resolve("not/there.yaml") == Path("not/there.yaml")
    with pytest.raises(NotFound, match="Did you mean “bridge”"):
        folder.resolve("brigde")


def test_odd_entries_are_named_and_passed_over(banks: Path) -> None:
    (banks / "loop.yaml").symlink_to(banks / "loop.yaml")
    (banks / "round.yaml").symlink_to("trip.yaml")
    (banks / "trip.yaml").symlink_to("round.yaml")
    (banks / "device.yaml").symlink_to("/dev/zero")
    (banks / "folder.yaml").mkdir()
    os.mkfifo(banks / "pipe.yaml")
    with socket(AF_UNIX) as listening:
        listening.bind(str(banks / "socket.yaml"))
        shelf = {shelved.id: shelved for shelved in Folder(banks).shelf()}
    messages = {
        name: one.reading.problems[0].message for name, one in shelf.items() if not one.bank
    }
    assert messages == {
        "device": "This is a link that leads out of the folder of banks.",
        "folder": "This is a folder, not a file.",
        "loop": "This is a link that leads to itself.",
        "pipe": "This is not an ordinary file.",
        "round": "This is a link that leads to itself.",
        "socket": "This is not an ordinary file.",
        "trip": "This is a link that leads to itself.",
    }
    assert {"bridge", "library"} == {name for name, one in shelf.items() if one.bank}


def test_a_folder_that_is_a_link_to_itself_is_an_empty_shelf(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    assert Folder(tmp_path / "loop").shelf() == ()


def test_a_text_file_that_is_a_link_to_itself_is_a_problem(banks: Path) -> None:
    (banks / "a.txt").symlink_to("a.txt")
    text = HEAD[HEAD.index("  text:") : HEAD.index("sources:")]
    (banks / "bridge.yaml").write_text(HEAD.replace(text, "  text_file: a.txt\n"))
    shelved = Folder(banks).shelved("bridge")
    assert shelved is not None
    assert [problem.rule for problem in shelved.reading.problems] == ["unreadable-file"]
