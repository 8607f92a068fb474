"""Teachers' own families: their templates are let in, and held against what they can name."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from app.bank.family_models import OwnFamily
from app.domain.filled_fields import FilledFields
from app.domain.problem import Path
from app.families.refusal import Refused
from app.families.template import Template, parse
from app.families.types import check
from app.families.views import (
    FIELDS,
)
from app.kinds import KINDS

NAMES: Final = {
    "claims": "claim",
    "sources": "source",
    "devices": "device",
    "paragraphs": "paragraph",
    "not_stated": "entry",
}
_LISTS: Final = {"sources": "sources", "claims": "claims", "devices": "devices"}

Fault = tuple[Path, str, str, str]
"""Where in the family something is wrong, by which rule, what, and what to write instead."""


@dataclass(frozen=True, slots=True)
class OwnTemplates:
    """A family of a teacher's with its templates let in, and the fields that they fill."""

    family: OwnFamily
    fields: FilledFields
    prompt: Template
    answers: tuple[tuple[Template, Template | None], ...]
    distractors: tuple[tuple[Template, Template | None], ...]
    because: Template | None


def fields_filled(kind: str) -> FilledFields | None:
    """The fields of a kind that a family of one's own fills; None when it cannot make the kind."""
    return KINDS[kind].FAMILY_FIELDS if kind in KINDS else None


def kinds_of_own() -> list[str]:
    """The kinds that a family of one's own can make."""
    return [name for name, kind in KINDS.items() if kind.FAMILY_FIELDS]


def names_for(section: str) -> Mapping[str, str]:
    """What the templates of a family for a section can name, with the types."""
    return {NAMES[section]: NAMES[section], **_LISTS}


def read_own(family: OwnFamily) -> tuple[OwnTemplates | None, list[Fault]]:
    """A family ready for use, or what is wrong with it."""
    fields = fields_filled(family.kind)
    faults = [*_kind_faults(family, fields), *_condition_faults(family)]
    names = names_for(family.for_)

    def read(path: Path, text: str) -> Template | None:
        try:
            template = parse(text)
            _must_be_shown(check(template, names), listed=path[0] in {"answer", "distractors"})
        except Refused as refused:
            place = f" (line {refused.line} of the template)" if refused.line > 1 else ""
            faults.append((path, "bad-template", f"{refused.message}{place}", refused.advice))
            return None
        return template

    prompt = read(("prompt",), family.prompt)
    answers = _read_pairs("answer", family.answer, read)
    distractors = _read_pairs("distractors", family.distractors, read)
    because = read(("because",), family.because) if family.because else None
    if faults or prompt is None or fields is None:
        return None, faults
    return OwnTemplates(family, fields, prompt, answers, distractors, because), faults


def _must_be_shown(found: str, *, listed: bool) -> None:
    """What a template gives must be something that a question can hold."""
    if found not in {"text", "number"} and not (listed and found == "texts"):
        raise Refused(
            f"A text is wanted here, and this gives a {found}.",
            "Name a field of it, or use a filter such as names.",
        )


def _read_pairs(field: str, given: Any, read: Any) -> tuple[tuple[Template, Template | None], ...]:
    """The templates of a field with those of their reasons, in whichever form it is written."""
    if isinstance(given, Mapping):
        entries: list[tuple[Path, str, str]] = [
            ((field, text), text, reason) for text, reason in given.items()
        ]
    elif isinstance(given, str):
        entries = [((field,), given, "")]
    else:
        entries = [((field, place), text, "") for place, text in enumerate(given or ())]
    pairs = [
        (read(path, text), read(path, reason) if reason else None) for path, text, reason in entries
    ]
    return tuple((text, reason) for text, reason in pairs if text is not None)


def _kind_faults(family: OwnFamily, fields: FilledFields | None) -> Iterator[Fault]:
    if fields is None:
        yield (
            ("kind",),
            "unknown-kind",
            f"A family of your own cannot make questions of the kind “{family.kind}”.",
            f"The kinds are {', '.join(kinds_of_own())}.",
        )
    elif family.distractors is None and fields.needs_distractors:
        yield (
            (),
            "distractors-missing",
            f"The family {family.id} has an answer but no wrong options.",
            "Add `distractors:`.",
        )
    if fields is not None and fields.in_paragraph and family.for_ in {"sources", "not_stated"}:
        yield (
            ("for",),
            "wrong-value",
            "Phrases can be highlighted for claims, devices and paragraphs.",
            "Choose one of those, or another kind.",
        )


def _condition_faults(family: OwnFamily) -> Iterator[Fault]:
    fields = FIELDS[NAMES[family.for_]]
    plain = [name for name, form in fields.items() if form in {"text", "number", "truth"}]
    for name in family.where:
        if name not in plain:
            yield (
                ("where", name),
                "unknown-key",
                f"A {NAMES[family.for_]} has no “{name}” to choose by.",
                f"There is {', '.join(plain)}.",
            )
