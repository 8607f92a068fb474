"""Selectors for who speaks: whose account a paragraph gives, and who has no name."""

from collections.abc import Iterable, Sequence
from functools import partial

from app.domain.annotation import Source
from app.domain.article import Span
from app.families.annotation_index import Material, role_of
from app.families.choosing import choose
from app.families.selection import Found, Miss, Pick
from app.families.selectors.origins import (
    PERSONS,
    WRITER,
    cited,
    may_speak_for,
    name_of,
    with_statement,
)
from app.families.views import paragraph_view, source_view


def voices(material: Material) -> Found:
    """Whose account a paragraph gives, where that is certain."""
    given = list(dict.fromkeys(material.voices.values()))
    for number, voice in sorted(material.voices.items()):
        source = material.sources[voice]
        others = [material.sources[name] for name in (*given, *material.sources)]
        fitting = _unlike([s for s in others if _other_voice(s, source, number, material)])
        chosen = choose(
            material, "voices", name_of(source), fitting, name_of, partial(_any_named_alike, source)
        )
        if not chosen:
            yield Miss(str(number), "there are no two other sources to set beside its own")
            continue
        values = {
            "paragraph": paragraph_view(number, material),
            "others": [with_statement(one, material) for one in chosen],
            "opening": material.words_of(material.opening(number)),
        }
        touched = tuple(material.touching(material.whole(number)))
        place = (material.opening(number),)
        alike = tuple(f"p{other}" for other in material.voices)
        yield Pick(f"p{number}", "article", str(number), values, touched, place, enemies=alike)


def _any_named_alike(voice: Source, others: Sequence[Source]) -> bool:
    """Whether one of several sources has a name if the voice has one, and none if it has none."""
    named = name_of(voice)[:1].isupper()
    return any(name_of(one)[:1].isupper() is named for one in others)


def _other_voice(source: Source, voice: Source, number: int, material: Material) -> bool:
    """Whether a source can be set beside a paragraph's own: it has no part in what stands there."""
    within = {
        name
        for claim in material.in_order
        if any(span.paragraph == number for span in claim.evidence)
        for name in claim.chain
    }
    near = [voice, *(material.sources[name] for name in within)]
    apart = source.id not in within and not any(may_speak_for(source, one) for one in near)
    # Where several writers speak, as in two reports side by side, one is set beside another.
    fits = voice.type == WRITER or source.type != WRITER
    return fits and source.type != "data" and source is not voice and apart


def _unlike(sources: Iterable[Source]) -> list[Source]:
    """Of sources that may speak for each other the first: side by side, both would be ruled out."""
    kept: list[Source] = []
    for source in sources:
        if not any(may_speak_for(source, known) for known in kept):
            kept.append(source)
    return kept


def _mentioned(sources: Iterable[Source], material: Material) -> list[Source]:
    return [source for source in sources if material.mention(source)]


def _speakers(material: Material, *, named: bool) -> list[Source]:
    """People who speak in the text, with or without a name."""
    people = (s for s in material.sources.values() if s.type in PERSONS and s.named is named)
    return _mentioned(people, material)


def unnamed(material: Material) -> Found:
    """Who speaks without a name, among people whose name the text gives."""
    # Beside a name, a source without one would be known by its form: roles stand beside roles.
    known = [source for source in _speakers(material, named=True) if role_of(source.name)]
    for source in _speakers(material, named=False):
        others = choose(material, "unnamed", source.name, known, lambda other: role_of(other.name))
        if not others:
            yield Miss(
                source.id,
                "there are no two people with a name and, in brackets, a role to set beside it",
            )
            continue
        roles = [{**source_view(other, material), "role": role_of(other.name)} for other in others]
        values = {"source": source_view(source, material), "others": roles}
        evidence = tuple(place for one in (source, *others) for place in _shown(one, material))
        yield Pick(source.id, "sources", source.id, values, evidence=evidence)


def _shown(source: Source, material: Material) -> tuple[Span, ...]:
    """Where a source speaks: the words that name it and what it says, else where it comes up."""
    spoken = next((claim for claim in material.in_order if claim.chain[0] == source.id), None)
    if spoken and len(spoken.chain) > 1:
        return cited([spoken], material)
    place = material.mention(source)
    return (place,) if place else ()
