"""The texts of the program as `make translations` gathers them, by the Makefile's own commands."""

import re
import shlex
from contextlib import chdir
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from babel.messages.catalog import Catalog, Message
from babel.messages.frontend import CommandLineInterface
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[2]


def singular(message: Message) -> str:
    """The text of a message, or its first form."""
    return message.id if isinstance(message.id, str) else message.id[0]


@cache
def extracted() -> Catalog:
    """The texts, gathered anew."""
    with TemporaryDirectory() as folder:
        gather(Path(folder))
        with (Path(folder) / "messages.pot").open("rb") as source:
            return read_po(source)


def gather(folder: Path) -> None:
    """Gather the texts into a file of a folder that stands for that of the catalogues."""
    run("extract", folder)


def bring_up_to_date(folder: Path) -> None:
    """Bring the catalogues of such a folder up to date with what was gathered into it."""
    run("update", folder)


def run(verb: str, folder: Path) -> None:
    """Run the Makefile's command of that verb, with another folder for the catalogues."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8").replace("\\\n", " ")
    found = re.search(rf"\$\(PYBABEL\) (--quiet {verb} .*)", makefile)
    assert found is not None, f"the Makefile has no pybabel {verb}"
    told = found[1].replace("$(CATALOGUES)", str(folder)).replace("$(ARGS)", "")
    assert "$" not in told
    command = CommandLineInterface()
    with chdir(ROOT):
        command.run(["pybabel", *shlex.split(told)])  # type: ignore[no-untyped-call]
