"""The search for a Chromium believes no name: only what renders a page."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from tests.browser import chromium, installing

STUB = """#!/bin/sh
echo "Command 'chromium-browser' requires the chromium snap to be installed." >&2
exit 1
"""
RENDERING = """#!/bin/sh
echo "<html><head><title>alive</title></head><body></body></html>"
"""


def program(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(text)
    path.chmod(0o755)
    return path


@pytest.fixture(autouse=True)
def _search_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    chromium.find.cache_clear()
    monkeypatch.delenv("BYLINE_CHROMIUM", raising=False)
    monkeypatch.setattr(chromium, "MAC_PATHS", ())
    monkeypatch.setattr(chromium, "playwright_path", lambda: None)


def only_path(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setattr(chromium, "NAMES", ("chromium-here", "chromium-there"))
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")


def test_playwright_drives_what_is_found() -> None:
    # In a thread of its own: the other browser tests keep a loop running in this one.
    with ThreadPoolExecutor(1) as thread:
        assert thread.submit(press_a_button).result() == "pressed"


def press_a_button() -> str:
    executable = chromium.find()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(chromium.ARGS))
        page = browser.new_page()
        page.set_content("<button onclick=\"this.textContent = 'pressed'\">press</button>")
        page.get_by_role("button").click()
        shown: str = page.get_by_role("button").inner_text()
        browser.close()
    return shown


def test_a_stub_on_the_path_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path, "chromium-here", STUB)
    real = program(tmp_path, "chromium-there", RENDERING)
    only_path(monkeypatch, tmp_path)
    assert chromium.find() == real


def test_none_at_all_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    only_path(monkeypatch, tmp_path)
    with pytest.raises(chromium.ChromiumMissingError, match="sudo apt-get install chromium"):
        chromium.find()


def test_playwrights_own_comes_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = program(tmp_path / "own", "chrome", RENDERING)
    only_path(monkeypatch, tmp_path)
    monkeypatch.setattr(chromium, "playwright_path", lambda: own)
    assert chromium.find() == own
    first = program(tmp_path, "chromium-here", RENDERING)
    chromium.find.cache_clear()
    assert chromium.find() == first


def test_a_named_one_is_taken_or_refused_never_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    program(tmp_path, "chromium-here", RENDERING)
    only_path(monkeypatch, tmp_path)
    monkeypatch.setenv("BYLINE_CHROMIUM", str(program(tmp_path, "mine", STUB)))
    assert installing.main() == 1
    assert f"{tmp_path}/mine, which does not render a page" in capsys.readouterr().err
    program(tmp_path, "mine", RENDERING)
    assert chromium.find() == tmp_path / "mine"


def test_what_cannot_be_installed_fails_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    only_path(monkeypatch, tmp_path)
    monkeypatch.setattr(installing, "installers", lambda *_: [["false"], ["true"]])
    assert installing.main() == 1
    assert "playwright install chromium" in capsys.readouterr().err


def test_a_driver_that_does_not_start_fails_and_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(installing, "driver_starts", lambda: False)
    monkeypatch.setattr(installing, "apt_commands", lambda *_: [["true"]])
    assert installing.main() == 1
    assert "sudo apt-get install libatomic1" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("release", "become_root", "first"),
    [
        ({"ID": "debian"}, [], "env DEBIAN_FRONTEND=noninteractive apt-get -qq update"),
        ({"ID": "raspbian", "ID_LIKE": "debian"}, ["sudo", "-n"], "sudo -n env "),
        ({"ID": "ubuntu", "ID_LIKE": "debian"}, [], "playwright install --with-deps chromium"),
        ({"ID": "linuxmint", "ID_LIKE": "ubuntu debian"}, [], "install --with-deps chromium"),
        ({"ID": "debian"}, None, "playwright install chromium"),
        ({}, [], "playwright install chromium"),
    ],
)
def test_each_system_is_asked_in_its_own_way(
    release: dict[str, str], become_root: list[str] | None, first: str
) -> None:
    command = next(iter(installing.installers(release, become_root)))
    assert first in " ".join(command)


@pytest.mark.parametrize("release", [{"ID": "debian"}, {"ID": "ubuntu", "ID_LIKE": "debian"}])
def test_the_driver_finds_its_library_on_debian_and_ubuntu(release: dict[str, str]) -> None:
    commands = list(installing.apt_commands(release, ["sudo", "-n"], installing.DRIVER_PACKAGES))
    assert commands[-1][-2:] == ["libatomic1", "libstdc++6"]
    assert list(installing.apt_commands(release, None, installing.DRIVER_PACKAGES)) == []
    assert list(installing.apt_commands({}, [], installing.DRIVER_PACKAGES)) == []
