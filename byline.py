"""The installed command `byline`: it starts Byline when the `app` that Python finds is Byline's.

The package has a common name. Another distribution that ships an `app` replaces files of ours
without a word from pip, and a program made of both fails anywhere. So this module lies outside of
`app`, and looks before it imports. A checkout has no record of installed files: there, only the
place of `app` counts.
"""

import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

WRONG_SET_UP = 2
"""The exit code for wrong usage and wrong settings; `app.cli` has all of them."""

ADVICE = (
    "Install Byline where it is alone, with `pipx install` or `uv tool install`, "
    "or into a virtual environment of its own."
)


def main() -> None:
    """Run the command line and end the process; with exit code 2 when `app` is not Byline's."""
    trouble = what_is_wrong(Path(__file__).resolve().parent)
    if trouble:
        sys.stderr.write(f"byline: {trouble} {ADVICE}\n")
        sys.exit(WRONG_SET_UP)
    from app.cli import main as run

    run()


def what_is_wrong(home: Path) -> str:
    """Return why the `app` that Python finds is not the one in `home`: a sentence, or ""."""
    faults = (_fault(home, path, size) for path, size in recorded(home))
    return next(filter(None, faults), "") or _place(home)


def _place(home: Path) -> str:
    spec = find_spec("app")
    if spec is None:
        return f"The package app is missing in {home}."
    if not spec.origin or Path(spec.origin).resolve() != home / "app" / "__init__.py":
        found = spec.origin or ", ".join(spec.submodule_search_locations or ())
        return f"Python finds another package named app, at {found}."
    return ""


def recorded(home: Path) -> Iterator[tuple[str, int]]:
    """Yield path and size in bytes of each module of `app` that was installed in `home`."""
    for record in home.glob("byline-*.dist-info/RECORD"):
        for line in record.read_text(encoding="utf-8").splitlines():
            path, _, size = line.rsplit(",", 2)
            if path.startswith("app/") and path.endswith(".py"):
                yield path, int(size)


def _fault(home: Path, path: str, size: int) -> str:
    """Say what another distribution did to a module: removed, replaced or hidden it."""
    module = home / path
    if not module.is_file():
        return f"Its file {path} is missing; another package named app may have taken it along."
    package = module.with_suffix("") / "__init__.py"
    if package.is_file():
        return f"{_owner(home, package)} hides Byline's {path}."
    if module.stat().st_size != size and (owner := _owner(home, module)):
        return f"{owner} has replaced Byline's {path}."
    return ""


def _owner(home: Path, file: Path) -> str:
    """Return which other distribution brought a file; "" when none did, as after an edit."""
    # Slow to import, and needed only on the way to a refusal.
    from importlib.metadata import distributions

    path = file.relative_to(home).as_posix()
    for other in distributions(path=[str(home)]):
        if other.name != "byline" and path in map(str, other.files or ()):
            return f"The package {other.name}, which is installed beside it,"
    return ""
