"""All rules of the linter, those on overrides too: for the documentation and the reports."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from app.lint.overrides import ON_OVERRIDES
from app.lint.rule import Group, Rule
from app.lint.table import GROUPS, RULES

SECTIONS: Final[tuple[Group, ...]] = (*GROUPS, ON_OVERRIDES)

CATALOGUE: Final[Mapping[str, Rule]] = MappingProxyType({**RULES, **ON_OVERRIDES.rules})
"""Every rule by its id."""
