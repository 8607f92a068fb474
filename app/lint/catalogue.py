"""All rules of the linter with those on its settings: for the documentation and the reports."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from app.lint.rule import Group, Rule
from app.lint.settings import SETTINGS
from app.lint.table import GROUPS, RULES

SECTIONS: Final[tuple[Group, ...]] = (*GROUPS, SETTINGS)

CATALOGUE: Final[Mapping[str, Rule]] = MappingProxyType({**RULES, **SETTINGS.rules})
"""Every rule by its id."""
