"""The table of all rules on questions and banks, in the order of the documentation."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from app.lint.rule import Group, Rule
from app.lint.rules.annotated import ANNOTATED
from app.lint.rules.attributed_rows import ATTRIBUTED
from app.lint.rules.between import BETWEEN
from app.lint.rules.blind import BLIND
from app.lint.rules.care import CARE
from app.lint.rules.cited_evidence import EVIDENCE
from app.lint.rules.coverage import COVERAGE
from app.lint.rules.duplicates import DUPLICATES
from app.lint.rules.grammar import GRAMMAR
from app.lint.rules.judged_rows import ROWS
from app.lint.rules.key_patterns import KEYS
from app.lint.rules.numbers import NUMBERS
from app.lint.rules.opinion import OPINION
from app.lint.rules.option_lengths import LENGTHS
from app.lint.rules.option_sets import OPTIONS
from app.lint.rules.question_cues import CUES
from app.lint.rules.stem_wording import ASKING
from app.lint.rules.strength import STRENGTH
from app.lint.rules.ticking import TICKING
from app.lint.rules.typed_answers import TYPED

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
    ATTRIBUTED,
    ANNOTATED,
    KEYS,
    BETWEEN,
    DUPLICATES,
    TYPED,
    BLIND,
    COVERAGE,
)

RULES: Final[Mapping[str, Rule]] = MappingProxyType(
    {name: rule for group in GROUPS for name, rule in group.rules.items()}
)
"""Every rule by its id."""
