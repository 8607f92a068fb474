"""What the page on Git shows can be used: the hook exists, and the calls are those of the verb."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from app.cli import run
from app.cli.check import check
from tests.bank.banks import SOUND

PAGE = Path("docs/git.md").read_text(encoding="utf-8")
BLOCKS: list[Any] = [
    yaml.safe_load(block) for block in re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
]
(HOOK,) = yaml.safe_load(Path(".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
CALLS = [call.split() for call in re.findall(r"byline (check [^|>`\n]*)", PAGE)]
OPTIONS = {name for option in check.params for name in option.opts}


def test_the_hook_that_is_named_exists() -> None:
    (repository,) = BLOCKS[0]["repos"]
    (hook,) = repository["hooks"]
    assert hook["id"] == HOOK["id"]
    assert set(hook["args"]) <= OPTIONS


def test_every_call_has_options_that_exist() -> None:
    assert len(CALLS) == 3
    for call in CALLS:
        assert {word for word in call if word.startswith("--")} <= OPTIONS


@pytest.mark.parametrize(("bank", "code"), [(SOUND, 0), (SOUND.replace("level: 1", "level: 9"), 1)])
def test_the_hook_checks_the_files_that_it_is_given(tmp_path: Path, bank: str, code: int) -> None:
    folder = tmp_path / "questions"
    folder.mkdir()
    (folder / "bridge.yaml").write_text(bank, encoding="utf-8")
    assert re.search(HOOK["files"], "questions/bridge.yaml")
    program, *arguments = HOOK["entry"].split()
    assert program == "byline"
    assert run([*arguments, str(folder / "bridge.yaml")]) == code
