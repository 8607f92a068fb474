"""What many papers are made of: by hand or by families, of which kinds, sub-skills and verdicts."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.domain.bank import Bank
from app.domain.question import Question
from app.domain.skill import SUB_SKILL_NAMES
from app.kinds import kind_of
from app.quiz.candidates import verdicts_of
from app.quiz.spread import Spread

Paper = Sequence[Question]


@dataclass(frozen=True, slots=True)
class Verdict:
    """An option that all questions of a family offer, such as “It leaves this open”.

    `have` is the share of the family's questions of which it is the key, `drawn` the share of
    those that came; both from 0 to 1.
    """

    family: str
    text: str
    have: float
    drawn: float


@dataclass(frozen=True, slots=True)
class Makeup:
    """What the papers are made of.

    `written`, `kinds` and `choices` are the hand-written questions, different kinds and questions
    of the kind `choice` of a paper; `twins` is the share of papers, from 0 to 1, with two questions
    of one family. `families` and `sub_skills` map each to its questions per paper, on average.
    """

    written: Spread
    kinds: Spread
    choices: Spread
    twins: float
    families: Mapping[str, float]
    sub_skills: Mapping[str, float]
    verdicts: tuple[Verdict, ...]


def makeup_of(bank: Bank, papers: Sequence[Paper]) -> Makeup:
    """Count what some papers, at least one, of a bank are made of."""
    every = [question for paper in papers for question in paper]
    families = Counter(question.family for question in every if question.family)
    parts = Counter(str(question.skill) for question in every)
    known = [name for name in SUB_SKILL_NAMES if any(str(q.skill) == name for q in bank.questions)]
    return Makeup(
        written=Spread.of([sum(not one.family for one in paper) for paper in papers]),
        kinds=Spread.of([len({one.kind for one in paper}) for paper in papers]),
        choices=Spread.of([sum(one.kind == "choice" for one in paper) for paper in papers]),
        twins=sum(map(_has_twins, papers)) / len(papers),
        families={name: count / len(papers) for name, count in families.most_common()},
        sub_skills={name: parts[name] / len(papers) for name in known},
        verdicts=_verdicts(bank, every),
    )


def _has_twins(paper: Paper) -> bool:
    families = Counter(question.family for question in paper if question.family)
    return max(families.values(), default=0) > 1


def _verdicts(bank: Bank, drawn: Sequence[Question]) -> tuple[Verdict, ...]:
    keys = verdicts_of(bank.questions)
    have = Counter((one.family, keys[one.id]) for one in bank.questions if one.id in keys)
    came = Counter((one.family, keys[one.id]) for one in drawn if one.id in keys)
    texts = {
        (one.family, option.id): option.text
        for one in bank.questions
        if one.id in keys
        for option in kind_of(one).anatomy(one.definition).options
    }
    return tuple(
        Verdict(
            family,
            texts[family, key],
            count / _of_family(have, family),
            came[family, key] / max(1, _of_family(came, family)),
        )
        for (family, key), count in sorted(have.items())
        if count < _of_family(have, family)
    )


def _of_family(counts: Counter[tuple[str, str]], family: str) -> int:
    return sum(count for (name, _), count in counts.items() if name == family)
