"""The generated pages of the documentation: one table of what the files hold.

`python -m tests.docs.generating`, or `make docs`, writes those that are not current.
"""

import json
import re
from collections.abc import Callable, Mapping
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Final

from app.bank import format_page
from app.bank.json_schema import bank_schema
from app.cli import run
from app.families import manual as families_manual
from app.lint import rules_page
from app.web.api.openapi import described_text

ROOT: Final = Path(__file__).parents[2]
PACKAGE: Final = ROOT / "docs" / "package.md"
PICTURE: Final = re.compile(r"(?<=^```text\n)(\$ byline (.*)\n)[^`]*(?=^```$)", re.MULTILINE)
"""A call in a page, and what it prints, which a Markdown page can show where no image is."""


def package_page() -> str:
    """The page of the package on an index: written by hand, with a paper drawn anew."""
    return PICTURE.sub(lambda found: found[1] + printed(found[2]), PACKAGE.read_text("utf-8"))


def printed(call: str) -> str:
    """Return what a call of the command line prints."""
    out = StringIO()
    with redirect_stdout(out):
        run([*call.split(), "--banks", str(ROOT / "questions")])
    return out.getvalue()


def indented(value: object) -> str:
    """Return JSON as people read it."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


PAGES: Final[Mapping[str, Callable[[], str]]] = {
    "bank-format.md": format_page.page,
    "bank.schema.json": lambda: indented(bank_schema()),
    "families.md": families_manual.page,
    "lint-rules.md": rules_page.page,
    "openapi.json": lambda: indented(json.loads(described_text())),
}
"""What each generated file must hold."""

PICTURES: Final[Mapping[str, Callable[[], str]]] = {"package.md": package_page}
"""Pages with a picture of a paper, which need not follow every change of a bank."""


def main() -> None:
    """Write the pages that are not current, and name them."""
    for name, page in {**PAGES, **PICTURES}.items():
        path = ROOT / "docs" / name
        text = page()
        if not path.exists() or path.read_text("utf-8") != text:
            path.write_text(text, encoding="utf-8")
            print(f"docs/{name} is written anew")


if __name__ == "__main__":
    main()
