"""The table of formats in which a report can be written."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from app.checks.as_github import as_github
from app.checks.as_json import as_json
from app.checks.as_sarif import as_sarif
from app.checks.as_text import Look, as_text
from app.checks.report import Report

FORMATS: Final[Mapping[str, Callable[[Report, Look], str]]] = MappingProxyType(
    {
        "text": as_text,
        "json": lambda report, _: as_json(report),
        "github": lambda report, _: as_github(report),
        "sarif": lambda report, _: as_sarif(report),
    }
)
"""Each format by the name that `--format` has for it; a look matters to people only."""
