"""The table of all rules on questions and banks, in the order of the documentation."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from app.bank.lint.rule import Group, Rule
from app.bank.lint.rules import cues, lengths, stems

GROUPS: Final[tuple[Group, ...]] = (stems.STEMS, lengths.LENGTHS, cues.CUES)

RULES: Final[Mapping[str, Rule]] = MappingProxyType(
    {name: rule for group in GROUPS for name, rule in group.rules.items()}
)
"""Every rule by its id."""
