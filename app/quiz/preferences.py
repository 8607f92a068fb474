"""What the drawing prefers: named rules in one table, the most important first.

A rule gives the candidates that it likes for the next place of a paper. The candidates that fit are
narrowed by one rule after the other; a rule that likes none of what is left is passed over. Which
of the rest comes in is a matter of lot (`dealing`).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from app.quiz.partial_paper import PartialPaper
from app.quiz.pool import Bits, Pool, union

CHOICE: Final = "choice"

UNSEEN, UNUSED = "unseen, or seen longest ago", "not in an earlier paper of the series"

GROUP_LIMIT: Final = 2
"""Questions of one group of alike families from which on another group is preferred."""

KINDS_WANTED: Final = 5
"""Different kinds that a paper has, where it has at least twice as many questions."""

EXPOSURE: Final = 12
"""A hand-written question is to be in at most one of so many papers, on average."""


@dataclass(frozen=True, slots=True)
class Aims:
    """What one paper aims at, beside its numbers.

    `by_age` are the unseen candidates, then those seen, in batches from the longest ago to the
    last; `used` are in an earlier paper of the series. Of `total` questions, `written` are to be
    hand-written and at most `choices` to be choices, of at least `kinds` different kinds. Where
    levels do not divide evenly, the skill `first_skill` (its place in `SKILLS`) comes first.
    """

    by_age: tuple[Bits, ...]
    total: int
    written: int
    choices: int
    kinds: int
    used: Bits = 0
    first_skill: int = 0


def aims_of(pool: Pool, drawable: Bits, total: int, avoid: Sequence[str]) -> Aims:
    """The aims of a draw; `avoid` are the ids of what was seen, the longest ago first."""
    names = [name for name in avoid if name in pool.places]
    batch = max(1, 2 * total)
    batches = (pool.bits(names[start : start + batch]) for start in range(0, len(names), batch))
    others = (drawable & ~pool.of_kind.get(CHOICE, 0)).bit_count()
    kinds = sum(bool(bits & drawable) for bits in pool.of_kind.values())
    return Aims(
        by_age=(pool.every & ~pool.bits(names), *batches),
        total=total,
        written=written_share((pool.written & drawable).bit_count(), total),
        choices=max(total // 2, total - others),
        kinds=min(KINDS_WANTED, total // 2, kinds),
    )


def written_share(written: int, total: int) -> int:
    """How many of a paper's `total` questions are to be hand-written, of `written` in the bank.

    At least half; up to three quarters where the bank has so many that none comes too often.
    """
    least, most = -(-total // 2), total * 3 // 4
    return max(least, min(most, written // EXPOSURE))


def _unseen(_paper: PartialPaper, aims: Aims, rest: Bits) -> Bits:
    return next((batch for batch in aims.by_age if batch & rest), 0)


def _new_family(paper: PartialPaper, _aims: Aims, _rest: Bits) -> Bits:
    families = paper.pool.of_family.items()
    return ~union(bits for name, bits in families if name and paper.held & bits)


def _by_hand(paper: PartialPaper, aims: Aims, _rest: Bits) -> Bits:
    return paper.pool.written if _lacks_written(paper, aims) else ~paper.pool.written


def _lacks_written(paper: PartialPaper, aims: Aims) -> bool:
    return paper.count(paper.pool.written) < aims.written


def _unused(_paper: PartialPaper, aims: Aims, _rest: Bits) -> Bits:
    return ~aims.used


def _other_group(paper: PartialPaper, _aims: Aims, _rest: Bits) -> Bits:
    groups = paper.pool.of_group.items()
    return ~union(bits for name, bits in groups if name and paper.count(bits) >= GROUP_LIMIT)


def _other_kind(paper: PartialPaper, aims: Aims, _rest: Bits) -> Bits:
    choice = paper.pool.of_kind.get(CHOICE, 0)
    if _lacks_written(paper, aims):
        enough = paper.count(choice) < aims.written // 2
    else:
        enough = paper.count(~choice) >= aims.total - aims.choices
    return -1 if enough else ~choice


def _new_kind(paper: PartialPaper, aims: Aims, _rest: Bits) -> Bits:
    kinds = [bits for bits in paper.pool.of_kind.values() if paper.held & bits]
    enough = len(kinds) >= aims.kinds or _lacks_written(paper, aims)
    return -1 if enough else ~union(kinds)


def _scarcest(paper: PartialPaper, _aims: Aims, _rest: Bits) -> Bits:
    sets = [(paper.open & bits, left) for bits, left in paper.quotas if left]
    return min(sets, key=lambda pair: pair[0].bit_count() - pair[1])[0]


def _new_part(paper: PartialPaper, _aims: Aims, _rest: Bits) -> Bits:
    return ~union(bits for bits in paper.pool.of_part.values() if paper.held & bits)


Rule = Callable[[PartialPaper, Aims, Bits], Bits]
"""The set that a rule likes, from a paper in the making, what is aimed at, and what is left."""

PREFERENCES: Final[Mapping[str, Rule]] = MappingProxyType(
    {
        UNSEEN: _unseen,
        "of a family that the paper has not": _new_family,
        "hand-written, until there are enough": _by_hand,
        UNUSED: _unused,
        "of a group of alike families that is not full": _other_group,
        "no choice, until enough are of other kinds": _other_kind,
        "of a new kind, until there are enough": _new_kind,
        "where there is least choice": _scarcest,
        "of a new sub-skill": _new_part,
    }
)


def preferred(paper: PartialPaper, aims: Aims, rest: Bits, rules: Sequence[Rule]) -> Bits:
    """What is left of `rest`, which is not empty, after the rules; never nothing."""
    for rule in rules:
        rest = rest & rule(paper, aims, rest) or rest
    return rest
