"""Phrases of one paragraph: the student ticks those that do what the question asks for."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter

from app.domain.anatomy import Anatomy
from app.domain.article import Span
from app.domain.fields import QuestionFields, Quotation, TextsOrReasons
from app.domain.filled_fields import FilledFields
from app.domain.identity import short_id
from app.domain.kind import Absent, Cited, FormFields, Json, Sample, Surroundings, lone_values
from app.domain.kind_defaults import no_single_key
from app.domain.mark import Mark, blank_mark, standing_of
from app.domain.option import Option, Written, options_of, reasons_of, written
from app.domain.problem import FieldProblem
from app.domain.quote import Miss, locate
from app.domain.tally import Tally, tally
from app.domain.ticks import balanced, mean_points, read_ticks
from app.language.translatable import marked

NAME = "highlight"
RULE = "balanced"
RULES: Mapping[str, str] = {
    RULE: marked("Right ticks share 1 point; wrong ticks cancel right ones.")
}
ON_PAPER = marked("Choose the right ones of the phrases that have a letter.")
RESPONSE: TypeAdapter[Any] = TypeAdapter(
    Annotated[list[str], Field(description="The ids of the phrases that are ticked.")]
)
FAMILY_FIELDS: FilledFields | None = FilledFields(
    "targets", "decoys", needs_distractors=True, in_paragraph=True
)
TAKES_CONFIDENCE = False


class Fields(QuestionFields):
    """A paragraph with phrases in it; the student ticks the right ones."""

    kind: Literal["highlight"] = Field(description="Phrases to be found in one paragraph.")
    paragraph: int = Field(ge=1, description="The paragraph's number, from 1.")
    targets: TextsOrReasons = Field(
        description="The phrases to find, exactly as they stand in the paragraph: a list, or each "
        "with the reason why it is right. If a phrase occurs twice there, quote more words."
    )
    decoys: TextsOrReasons = Field(
        description="Other phrases of the paragraph that can be ticked and are wrong: a list, or "
        "each with the reason why it tempts and is wrong."
    )


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the paragraph; `id` is that of the phrase that it is, "" between phrases."""

    text: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class Definition:
    """The paragraph's number, its phrases, and (once settled) all its pieces in their order."""

    paragraph: int
    targets: tuple[Option, ...]
    decoys: tuple[Option, ...]
    paths: tuple[Written, ...]
    parts: tuple[Part, ...] = ()

    @property
    def options(self) -> tuple[Option, ...]:
        """All phrases."""
        return self.targets + self.decoys


key_position = no_single_key


def parse(fields: Fields) -> tuple[Definition | None, tuple[FieldProblem, ...]]:
    """Turn validated fields into a definition, or say what is wrong (definition None)."""
    paths = (*written("targets", fields.targets), *written("decoys", fields.decoys))
    problems = [
        FieldProblem(
            entry.path,
            "duplicate-phrase",
            f"“{entry.text}” is there twice.",
            "Take it out of one of the two places.",
        )
        for place, entry in enumerate(paths)
        if any(entry.text == other.text for other in paths[:place])
    ]
    if problems:
        return None, tuple(problems)
    targets = options_of("targets", fields.targets)
    decoys = options_of("decoys", fields.decoys)
    return Definition(fields.paragraph, targets, decoys, paths), ()


def settle(
    definition: Definition, around: Surroundings
) -> tuple[Definition | None, tuple[FieldProblem, ...]]:
    """Find the phrases in the paragraph and cut it into its pieces."""
    if definition.paragraph > len(around.paragraphs):
        return None, (_no_paragraph(definition.paragraph, len(around.paragraphs)),)
    places: dict[Span, Written] = {}
    problems: list[FieldProblem] = []
    for entry in definition.paths:
        found = locate(around.folded, entry.text, definition.paragraph)
        if isinstance(found, Miss):
            problems.append(_missing(entry, definition.paragraph, found))
        elif found in places:
            problems.append(_overlapping(places[found], entry))
        else:
            places[found] = entry
    problems += [
        _overlapping(places[one], places[then])
        for one, then in pairwise(sorted(places))
        if then.start < one.end
    ]
    if problems:
        return None, tuple(problems)
    parts = tuple(_parts(around.paragraphs[definition.paragraph - 1], places))
    return replace(definition, parts=parts), ()


def _parts(paragraph: str, places: dict[Span, Written]) -> Iterator[Part]:
    done = 0
    for span in sorted(places):
        if span.start > done:
            yield Part(paragraph[done : span.start])
        yield Part(paragraph[span.start : span.end], short_id(places[span].text))
        done = span.end
    if done < len(paragraph):
        yield Part(paragraph[done:])


def _no_paragraph(paragraph: int, last: int) -> FieldProblem:
    return FieldProblem(
        ("paragraph",),
        "unknown-paragraph",
        f"There is no paragraph {paragraph}: the article ends with paragraph {last}.",
        "Paragraphs are separated by empty lines and counted from 1.",
    )


def _missing(entry: Written, paragraph: int, miss: Miss) -> FieldProblem:
    if miss.places:
        return FieldProblem(
            entry.path,
            "phrase-not-unique",
            f"“{entry.text}” occurs more than once in paragraph {paragraph}.",
            "Quote more words, so that there is one place only.",
        )
    elsewhere = ", ".join(str(number) for number in sorted({p.paragraph for p in miss.elsewhere}))
    return FieldProblem(
        entry.path,
        "phrase-not-in-paragraph",
        f"Paragraph {paragraph} does not have the words “{entry.text}”.",
        f"They stand in paragraph {elsewhere}: mend the number, or quote others."
        if elsewhere
        else "Copy the words from the paragraph, letter for letter.",
    )


def _overlapping(one: Written, then: Written) -> FieldProblem:
    return FieldProblem(
        then.path,
        "overlapping-phrases",
        f"“{then.text}” overlaps with “{one.text}”.",
        "Let the phrases stand apart: quote fewer words of one of them.",
    )


def citations(definition: Definition) -> tuple[tuple[Cited, ...], tuple[Absent, ...]]:
    """The phrases to find: they are evidence, the others are not."""
    ids = {target.text: target.id for target in definition.targets}
    cited = (
        Cited(
            entry.path,
            Quotation(quote=entry.text, paragraph=definition.paragraph),
            ids[entry.text],
        )
        for entry in definition.paths
        if entry.text in ids
    )
    return tuple(cited), ()


def anatomy(definition: Definition) -> Anatomy:
    """Phrases of the article, some of them right."""
    right = frozenset(target.id for target in definition.targets)
    everything = _points(definition, len(definition.targets), len(definition.decoys))
    return Anatomy(
        options=definition.options, right=right, quoted=True, several=True, all_ticked=everything
    )


def present(definition: Definition, _shuffle: int) -> dict[str, Json]:
    """`{"paragraph": n, "parts": [{"text"} or {"id", "text"}]}`, in the order of the paragraph."""
    parts = [
        {"id": part.id, "text": part.text} if part.id else {"text": part.text}
        for part in definition.parts
    ]
    return {"paragraph": definition.paragraph, "parts": parts}


def read_form(_definition: Definition, form: FormFields) -> Json:
    """The ids of the ticked phrases; None when nothing was ticked."""
    return lone_values(form) or None


def read(definition: Definition, raw: Json) -> list[str] | None:
    """The ids of the ticked phrases, sorted; None for no tick at all."""
    return read_ticks(raw, {option.id for option in definition.options})


def mark(definition: Definition, response: list[str] | None) -> Mark:
    """Right ticks less wrong ticks, each by its share: see `balanced`."""
    if response is None:
        return blank_mark(RULE)
    parts = {target.id: target.id in response for target in definition.targets}
    hits = sum(parts.values())
    parts |= {decoy.id: decoy.id not in response for decoy in definition.decoys}
    points = _points(definition, hits, len(response) - hits)
    return Mark(points, RULE, standing_of(points), parts)


def _points(definition: Definition, hits: int, slips: int) -> float:
    return balanced(hits, slips, len(definition.targets), len(definition.decoys))


def guess(definition: Definition) -> float:
    """The mean over all patterns with at least one tick, each as likely as the others."""
    keys, decoys = len(definition.targets), len(definition.decoys)
    return mean_points(lambda hits, slips: _points(definition, hits, slips), keys, decoys)


def solution(definition: Definition) -> dict[str, Json]:
    """`{"answers": [ids], "reasons": {id: text}}`."""
    answers = sorted(target.id for target in definition.targets)
    return {"answers": answers, "reasons": reasons_of(definition.options)}


def summarise(_definition: Definition, responses: Iterable[list[str] | None]) -> Tally:
    """How often each phrase was ticked."""
    return tally(
        None if response is None else [("", tick) for tick in response] for response in responses
    )


def samples() -> Sequence[Sample]:
    """Two phrases to find among four, in the second paragraph."""
    around = Surroundings(
        paragraphs=(
            "The rain began.",
            "The mayor “caved in” to a storm of protest; the council met again on Monday.",
        )
    )
    fields: dict[str, Any] = {
        "paragraph": 2,
        "targets": {'"caved in"': "It judges.", "a storm of protest": "It paints."},
        "decoys": ["The mayor", "on Monday"],
    }
    caved, storm = map(short_id, fields["targets"])
    mayor, monday = map(short_id, fields["decoys"])
    partly = (([caved], 1 / 2), ([caved, storm, mayor], 1 / 2), ([caved, monday], 0.0))
    never: tuple[Json, ...] = ([""], [caved, caved], [caved, 1], caved, {"": [caved]}, 2, True, {})
    right, wrong, broken = [caved, storm], [mayor, monday], tuple(_broken(fields))
    return (Sample(fields, right, wrong, partly, never, broken, around, shuffled=False),)


def _broken(sound: dict[str, Any]) -> Iterator[tuple[dict[str, Any], str]]:
    yield sound | {"paragraph": 3}, "unknown-paragraph"
    yield sound | {"decoys": ["the rain"]}, "phrase-not-in-paragraph"
    yield sound | {"decoys": ["The rain began"]}, "phrase-not-in-paragraph"
    yield sound | {"decoys": ["on"]}, "phrase-not-unique"
    yield sound | {"decoys": ["protest; the council"]}, "overlapping-phrases"
    yield sound | {"decoys": ["“caved in”"]}, "overlapping-phrases"
    yield sound | {"decoys": ["a storm of protest"]}, "duplicate-phrase"
    yield sound | {"targets": ["caved in", "caved in"]}, "duplicate-phrase"
