"""Small banks for the tests of the quiz, made without YAML."""

from collections.abc import Iterable, Sequence
from typing import Any

from app.domain.annotation import Claim
from app.domain.article import Article
from app.domain.bank import Bank, Snapshot
from app.domain.question import Question
from app.domain.skill import SKILLS, SubSkill
from app.kinds import KINDS

FIRST_PART = {
    "facts": "facts/explicit-information",
    "sourcing": "sourcing/attribution",
    "framing": "framing/word-choice",
}


def question(
    name: str,
    skill: str = "facts",
    level: int = 1,
    *,
    kind: str = "choice",
    about: Iterable[str] = (),
    enemies: Iterable[str] = (),
    family: str = "",
    group: str = "",
    weight: int = 1,
    prompt: str = "",
    reassures: bool = False,
    **own: Any,
) -> Question:
    """A question; `skill` may be a skill or a sub-skill, `own` the fields of its kind."""
    part = FIRST_PART.get(skill, skill)
    return Question(
        id=name,
        kind=kind,
        skill=SubSkill.named(part),
        level=level,
        prompt=prompt or f"What about {name}?",
        definition=definition(kind, own or USUAL[kind]),
        because="The text says so.",
        about=frozenset(about),
        enemies=frozenset(enemies),
        family=family,
        group=group,
        weight=weight,
        reassures=reassures,
    )


USUAL: dict[str, dict[str, Any]] = {
    "choice": {"answer": "yes", "distractors": ["no", "perhaps", "never"]},
    "order": {"sequence": ["first", "second", "third"]},
    "numeric": {"answer": 7},
    "classify": {"categories": {"day": ["sun"], "night": ["moon"]}},
    "multiple": {"answers": ["one", "two"], "distractors": ["three", "four"]},
    "statements": {
        "statements": [
            {"says": "It rained.", "is": True, "evidence": "rain"},
            {"says": "It froze.", "is": "not stated", "absent": ["frost"]},
        ]
    },
}


def definition(kind: str, own: dict[str, Any]) -> Any:
    """The definition of a question with these fields."""
    common = {
        "id": "any",
        "kind": kind,
        "skill": "facts/explicit-information",
        "level": 1,
        "prompt": "What?",
        "because": "Because.",
    }
    made, problems = KINDS[kind].parse(KINDS[kind].Fields.model_validate(common | own))
    assert not problems
    return made


def bank(questions: Sequence[Question], claims: Iterable[Claim] = ()) -> Bank:
    """A bank of these questions on a text of one line."""
    return Bank(
        id="small",
        snapshot=Snapshot("small\n" + "\n".join(one.id for one in questions)),
        title="Small",
        language="en",
        article=Article("Small", "other", ("It is rain, and it says so.",)),
        questions=tuple(questions),
        claims={claim.id: claim for claim in claims},
    )


def even_bank(each: int, **own: Any) -> Bank:
    """A bank with `each` questions of every skill and level, named `facts-1-0` and so on."""
    return bank(
        [
            question(f"{skill}-{level}-{n}", skill, level, **own)
            for skill in SKILLS
            for level in (1, 2, 3)
            for n in range(each)
        ]
    )
