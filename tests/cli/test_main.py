"""The command line as a whole: its verbs, its exit codes, and what it says of a bug."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import click
import pytest

from app import cli
from app.cli import VERBS, main, run
from app.errors import (
    BadInput,
    BylineError,
    Conflict,
    NotFound,
    NotPermitted,
    SettingsError,
    Unavailable,
)

ROOT = Path(__file__).parents[2]


def python(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run this Python in the checkout."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def fail_with(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    """Let the verb `schema` raise."""

    @click.command()
    def schema() -> NoReturn:
        raise error

    monkeypatch.setattr("app.cli.schema.schema", schema)


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["--version"], []])
def test_listing_the_verbs_loads_no_framework(arguments: list[str]) -> None:
    heavy = ["flask", "sqlalchemy", "alembic", "pydantic", "yaml", "gunicorn", "babel"]
    script = (
        "import sys\n"
        "from app.cli import run\n"
        f"run({arguments!r})\n"
        f"print('loaded:', [name for name in {heavy!r} if name in sys.modules])\n"
    )
    done = python("-c", script)
    assert done.stdout.splitlines()[-1] == "loaded: []", done.stderr


@pytest.mark.parametrize("verb", VERBS)
def test_the_list_has_every_verb_and_every_verb_has_help(
    verb: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--help"]) == 0
    assert f"  {verb} " in capsys.readouterr().out
    assert run([verb, "--help"]) == 0
    assert capsys.readouterr().out.startswith(f"Usage: byline {verb} ")


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_a_test_that_runs_it(verb: str) -> None:
    test = ROOT / "tests" / "cli" / f"test_{verb}.py"
    assert test.is_file()
    assert f'"{verb}"' in test.read_text("utf-8")


def test_every_module_with_a_command_is_a_verb() -> None:
    modules = (ROOT / "app" / "cli").glob("*.py")
    commands = {path.stem for path in modules if "@click.command(" in path.read_text("utf-8")}
    assert commands == set(VERBS)


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_stands_in_the_docs(verb: str) -> None:
    pages = (*(ROOT / "docs").glob("*.md"), ROOT / "README.md")
    written = re.compile(rf"byline {verb}\b")
    assert any(written.search(page.read_text("utf-8")) for page in pages)


@pytest.mark.parametrize("verb", VERBS)
def test_the_line_in_the_list_is_about_the_same_verb(verb: str) -> None:
    command = cli.byline.get_command(click.Context(cli.byline), verb)
    assert command is not None
    assert command.name == verb
    assert VERBS[verb][1].endswith(".")


def test_python_m_app_is_the_same_command() -> None:
    done = python("-m", "app", "--version")
    assert (done.returncode, done.stdout) == (0, f"byline {cli.version()}\n")


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"byline {cli.version()}\n"


def test_the_version_goes_before_everything_else(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version", "schema", "--nonsense"]) == 0
    assert capsys.readouterr().out == f"byline {cli.version()}\n"


def test_a_checkout_without_an_installed_package_has_a_version(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from importlib import metadata

    def absent(name: str) -> NoReturn:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", absent)
    written = re.search(r'^version = "(.+)"', (ROOT / "pyproject.toml").read_text(), re.MULTILINE)
    assert written
    assert cli.version() == f"{written[1]}, a checkout"


@pytest.mark.parametrize(
    "arguments", [["nonsense"], ["--nonsense"], ["schema", "--nonsense"], ["schema", "nonsense"]]
)
def test_wrong_usage_ends_with_two(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 2
    told = capsys.readouterr()
    assert (told.out, "nonsense" in told.err) == ("", True)


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (BadInput("It is so."), 1),
        (NotPermitted("It is so."), 1),
        (NotFound("It is so."), 1),
        (Conflict("It is so."), 1),
        (Unavailable("It is so."), 1),
        (SettingsError("It is so."), 2),
    ],
    ids=lambda part: type(part).__name__,
)
def test_what_was_foreseen_is_a_sentence_and_a_code(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: BylineError,
    code: int,
) -> None:
    fail_with(monkeypatch, error)
    assert run(["schema"]) == code
    assert tuple(capsys.readouterr()) == ("", "byline: It is so.\n")


@pytest.mark.parametrize(
    "error", [KeyError("apples"), BylineError("apples")], ids=["foreign", "our own"]
)
def test_a_bug_is_one_line_and_ends_with_three(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: Exception
) -> None:
    fail_with(monkeypatch, error)
    assert run(["schema"]) == 3
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.splitlines() == [
        f"byline: this is a bug in Byline: {type(error).__name__}: {error}",
        "Set BYLINE_TRACEBACK=1 and run it again to see where.",
    ]


def test_the_traceback_of_a_bug_is_printed_on_request(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BYLINE_TRACEBACK", "1")
    fail_with(monkeypatch, KeyError("apples"))
    assert run(["schema"]) == 3
    told = capsys.readouterr().err
    assert told.startswith("Traceback (most recent call last):\n")
    assert told.endswith("byline: this is a bug in Byline: KeyError: 'apples'\n")


@pytest.mark.parametrize("error", [KeyboardInterrupt(), click.Abort()], ids=["Ctrl+C", "abort"])
def test_an_interrupted_program_ends_as_shells_expect(
    monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    fail_with(monkeypatch, error)
    assert run(["schema"]) == 130


def test_main_ends_the_process_with_the_code(monkeypatch: pytest.MonkeyPatch) -> None:
    fail_with(monkeypatch, BadInput("It is so."))
    with pytest.raises(SystemExit) as ended:
        main(["schema"])
    assert ended.value.code == 1


@pytest.mark.parametrize("returned", [0, 1])
def test_a_verb_may_return_its_code(monkeypatch: pytest.MonkeyPatch, returned: int) -> None:
    @click.command()
    def schema() -> int:
        return returned

    monkeypatch.setattr("app.cli.schema.schema", schema)
    assert run(["schema"]) == returned


@pytest.mark.parametrize(("value", "color"), [(None, None), ("", None), ("1", False)])
def test_no_color_is_heeded(
    monkeypatch: pytest.MonkeyPatch, value: str | None, color: bool | None
) -> None:
    seen: list[bool | None] = []

    @click.command()
    @click.pass_context
    def schema(context: click.Context) -> None:
        seen.append(context.color)

    monkeypatch.setattr("app.cli.schema.schema", schema)
    monkeypatch.delenv("NO_COLOR", raising=False)
    if value is not None:
        monkeypatch.setenv("NO_COLOR", value)
    assert run(["schema"]) == 0
    assert seen == [color]


def test_a_reader_that_left_is_no_bug() -> None:
    script = (
        "import os, sys\n"
        "from app.cli import main\n"
        "read, write = os.pipe()\n"
        "os.dup2(write, 1)\n"
        "os.close(read)\n"
        "main(['schema'])\n"
    )
    done = python("-c", script)
    assert (done.returncode, done.stderr) == (1, "")


@pytest.mark.parametrize(
    "verb",
    [["serve", "--port", "0"], ["check"], ["paper", "x"], ["generate", "x"], ["fairness", "x"]],
)
def test_a_folder_of_banks_that_is_not_there_is_named(
    verb: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*verb, "--banks", str(tmp_path / "none")]) == 2
    assert f"There is no folder of banks {tmp_path / 'none'}." in capsys.readouterr().err
