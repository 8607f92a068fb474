"""The table of all rules on questions and banks, in the order of the documentation."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from app.bank.lint.rule import Group, Rule
from app.bank.lint.rules.asking import ASKING
from app.bank.lint.rules.between import BETWEEN
from app.bank.lint.rules.blind import BLIND
from app.bank.lint.rules.care import CARE
from app.bank.lint.rules.coverage import COVERAGE
from app.bank.lint.rules.cues import CUES
from app.bank.lint.rules.evidence import EVIDENCE
from app.bank.lint.rules.grammar import GRAMMAR
from app.bank.lint.rules.keys import KEYS
from app.bank.lint.rules.lengths import LENGTHS
from app.bank.lint.rules.numbers import NUMBERS
from app.bank.lint.rules.opinion import OPINION
from app.bank.lint.rules.options import OPTIONS
from app.bank.lint.rules.rows import ROWS
from app.bank.lint.rules.strength import STRENGTH
from app.bank.lint.rules.ticking import TICKING
from app.bank.lint.rules.typed import TYPED

GROUPS: Final[tuple[Group, ...]] = (
    ASKING,
    OPTIONS,
    LENGTHS,
    STRENGTH,
    CUES,
    GRAMMAR,
    NUMBERS,
    ROWS,
    TICKING,
    EVIDENCE,
    OPINION,
    CARE,
    KEYS,
    BETWEEN,
    TYPED,
    BLIND,
    COVERAGE,
)

RULES: Final[Mapping[str, Rule]] = MappingProxyType(
    {name: rule for group in GROUPS for name, rule in group.rules.items()}
)
"""Every rule by its id."""
