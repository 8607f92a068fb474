"""What families made, as questions: read like written ones, kept with the bank's snapshot."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from app.bank.annotation import Annotation
from app.bank.item import Item
from app.bank.nodes import find_place, mark_of
from app.bank.problems import Problems
from app.bank.questions import Around, read_question
from app.domain.fields import as_written
from app.domain.identity import short_id
from app.domain.question import Question
from app.families.annotation_index import Material
from app.families.generating import Order, generate
from app.families.section import Wishes
from app.families.selection import Made, Unmade
from app.language.language import language_of

_ORIGIN = "origin"
_GROUP = "group"
_WEIGHT = "weight"
_BESIDE = frozenset({_ORIGIN, _GROUP, _WEIGHT})
"""What is kept of a made question and is no field of a written one."""


@dataclass(frozen=True, slots=True)
class MadeQuestions:
    """The questions that families made, what they were read from, and what was not made."""

    questions: tuple[Question, ...] = ()
    written: tuple[Mapping[str, Any], ...] = ()
    unmade: tuple[Unmade, ...] = ()

    @property
    def text(self) -> str | None:
        """The questions as the snapshot keeps them; None when there are none."""
        if not self.written:
            return None
        return json.dumps(self.written, ensure_ascii=False, separators=(",", ":"))


def make_all(
    root: Item,
    wishes: Wishes,
    language: str,
    taken: frozenset[str],
    article: tuple[Sequence[str], Mapping[str, str]],
    annotation: Annotation,
) -> Made:
    """Let the families make what they can of an annotation; `article` is paragraphs and voices."""
    paragraphs, voices = article
    material = Material.of(
        tuple(paragraphs),
        {int(number): voice for number, voice in voices.items()},
        annotation.sources,
        annotation.claims,
        annotation.devices,
        annotation.not_stated,
        language_of(language),
    )
    made = generate(Order(language, wishes.builtin, wishes.off, taken, wishes.own), material)
    indexes = dict(_indexes(root))
    questions = tuple(
        {**question, _ORIGIN: _origin(*made.places[question["id"]], indexes)}
        for question in made.questions
    )
    return replace(made, questions=questions)


def _indexes(root: Item) -> Iterator[tuple[str, int]]:
    """The ids of the not-stated entries with their numbers."""
    entries = root.value.get("not_stated")
    for number, entry in enumerate(entries if isinstance(entries, list) else ()):
        if isinstance(entry, dict):
            says = str(as_written(entry.get("says")) or "").strip()
            yield str(as_written(entry.get("id")) or short_id(says)), number


def _origin(section: str, entry: str, indexes: Mapping[str, int]) -> list[str | int]:
    if section == "not_stated":
        return [section, indexes[entry]] if entry in indexes else [section]
    return ["article", "text"] if section == "article" else [section, entry]


def plain_questions(text: str | None) -> list[dict[str, Any]]:
    """The questions that a snapshot keeps, as a bank would write them; by hand, as it were."""
    entries: list[dict[str, Any]] = json.loads(text) if text else []
    return [{key: value for key, value in entry.items() if key not in _BESIDE} for entry in entries]


def kept(text: str) -> Made:
    """What a snapshot keeps of the families' questions."""
    return Made(tuple(json.loads(text)))


def read_made(made: Made, root: Item, around: Around, *, stored: bool) -> MadeQuestions:
    """Read what was made as if a teacher had written it.

    What does not pass is left out and told; of stored questions it is an error, because papers
    may hold them.
    """
    questions: list[Question] = []
    written: list[Mapping[str, Any]] = []
    unmade = list(made.unmade)
    for entry in made.questions:
        question, problems = _read(entry, root, around)
        if question is not None and not problems.broken:
            questions.append(question)
            written.append(entry)
            continue
        family, _, item = str(entry["id"]).partition(".")
        why = problems.found[0].message if problems.found else "it awaits review"
        unmade.append(Unmade(family, item, why))
        if stored:
            root.problems.found.extend(problems.found)
    return MadeQuestions(tuple(questions), tuple(written), tuple(unmade))


def _read(entry: Mapping[str, Any], root: Item, around: Around) -> tuple[Question | None, Problems]:
    name = str(entry["id"])
    origin = tuple(entry[_ORIGIN])
    place = mark_of(find_place(root.place, origin))
    problems = Problems(root.problems.file)
    fields = {key: value for key, value in entry.items() if key not in _BESIDE}
    item = Item(fields, place, f"the question {name}", problems, name)
    question, _ = read_question(item, around)
    if question is None:
        return None, problems
    made = replace(
        question,
        family=name.partition(".")[0],
        group=str(entry.get(_GROUP, "")),
        weight=int(entry.get(_WEIGHT, 1)),
        origin=origin,
    )
    return made, problems


def ids_of(made: Made) -> frozenset[str]:
    """The ids of what was made."""
    return frozenset(str(entry["id"]) for entry in made.questions)


def dotted_enemies(root: Item) -> frozenset[str]:
    """What written questions name as enemies in the form of made ones (`family.item`).

    They are let pass when nothing was made, because the bank is broken elsewhere.
    """
    entries = root.value.get("questions")
    return frozenset(
        enemy
        for entry in (entries if isinstance(entries, list) else ())
        if isinstance(entry, dict) and isinstance(entry.get("enemies"), list)
        for enemy in entry["enemies"]
        if isinstance(enemy, str) and "." in enemy
    )
