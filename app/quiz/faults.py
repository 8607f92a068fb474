"""What may be wrong with a whole paper: named faults with weights, by which papers are compared."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from app.quiz.partial_paper import PartialPaper
from app.quiz.preferences import CHOICE, GROUP_LIMIT, Aims

Fault = Callable[[PartialPaper, Aims], int]


def faults(paper: PartialPaper, aims: Aims) -> int:
    """How far a whole paper is from what is aimed at, by the weights of `FAULTS`; 0 is best."""
    return sum(weight * count(paper, aims) for weight, count in FAULTS.values())


def _twins(paper: PartialPaper, _aims: Aims) -> int:
    families = (bits for name, bits in paper.pool.of_family.items() if name)
    return sum(max(0, paper.count(bits) - 1) for bits in families)


def _too_few_written(paper: PartialPaper, aims: Aims) -> int:
    return max(0, aims.written - paper.count(paper.pool.written))


def _crowded_groups(paper: PartialPaper, _aims: Aims) -> int:
    groups = (bits for name, bits in paper.pool.of_group.items() if name)
    return sum(max(0, paper.count(bits) - GROUP_LIMIT) for bits in groups)


def _too_many_choices(paper: PartialPaper, aims: Aims) -> int:
    return max(0, paper.count(paper.pool.of_kind.get(CHOICE, 0)) - aims.choices)


def _too_few_kinds(paper: PartialPaper, aims: Aims) -> int:
    kinds = sum(bool(paper.held & bits) for bits in paper.pool.of_kind.values())
    return max(0, aims.kinds - kinds)


FAULTS: Final[Mapping[str, tuple[int, Fault]]] = MappingProxyType(
    {
        "a question of a family that is there already": (8, _twins),
        "a hand-written question too few": (6, _too_few_written),
        "a question too many of a group of alike families": (3, _crowded_groups),
        "a choice too many": (3, _too_many_choices),
        "a kind too few": (3, _too_few_kinds),
    }
)
"""Each fault with its weight and how often a paper has it."""
