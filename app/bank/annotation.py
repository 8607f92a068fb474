"""Reading the annotation of a bank: sources, claims, devices, and what is not stated."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from app.bank.annotation_models import (
    ClaimFields,
    DeviceFields,
    MisreadingFields,
    NotStatedFields,
    SourceFields,
)
from app.bank.entries import Known, keys_of, listed_entries, named_entries
from app.bank.item import Item
from app.bank.quoting import Quoting, find_all
from app.bank.validation import check
from app.domain.annotation import SOURCE_TYPES, Claim, Device, Misreading, NotStated, Source
from app.domain.article import UNCERTAIN
from app.domain.identity import short_id
from app.domain.problem import Path

WRITER: Final = "writer"


@dataclass(slots=True)
class Annotation:
    """What was read of the annotation, and what was left out because it awaits review."""

    sources: dict[str, Source] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    devices: dict[str, Device] = field(default_factory=dict)
    not_stated: list[NotStated] = field(default_factory=list)
    sources_in_review: set[str] = field(default_factory=set)
    in_review: int = 0


def known_sources(root: Item) -> Known:
    """The ids of all sources, sound or not: a reference to a broken one is no second problem."""
    return Known("source", "unknown-source", keys_of(root, "sources").keys())


def read_annotation(root: Item, quoting: Quoting) -> Annotation:
    """Read the four sections; what is wrong becomes problems, what is under review is left out."""
    annotation = Annotation()
    _read_sources(root, annotation)
    _read_claims(root, quoting, annotation)
    _read_not_stated(root, quoting, annotation)
    _read_devices(root, quoting, annotation)
    return annotation


def _read_sources(root: Item, annotation: Annotation) -> None:
    for name, item in named_entries(root, "sources", "source"):
        fields = check(SourceFields, item)
        if name == UNCERTAIN:
            item.add(
                (),
                "reserved-id",
                "No source can be called `uncertain`: it is the word for a voice left open.",
                "Give the source another id.",
            )
        if fields is None:
            continue
        if fields.review:
            annotation.sources_in_review.add(name)
            annotation.in_review += 1
            continue
        annotation.sources[name] = Source(name, fields.name, fields.type, fields.named, fields.note)


def _read_claims(root: Item, quoting: Quoting, annotation: Annotation) -> None:
    sources = known_sources(root)
    claims = Known("claim", "unknown-claim", keys_of(root, "claims").keys())
    for name, item in named_entries(root, "claims", "claim"):
        fields = check(ClaimFields, item)
        spans = find_all(quoting, item)
        cue = next(iter(find_all(quoting, item, "cue")), None)
        _check_chain(root, item, sources)
        for path, enemy in item.ids("enemies"):
            claims.has(item, path, enemy)
        if fields is None:
            continue
        if fields.review or annotation.sources_in_review.intersection(fields.chain):
            annotation.in_review += 1
            continue
        annotation.claims[name] = Claim(
            id=name,
            says=fields.says,
            evidence=tuple(spans),
            status=fields.status,
            chain=tuple(fields.chain),
            certainty=fields.certainty,
            misreadings=_misreadings(fields.misreadings),
            enemies=frozenset(fields.enemies),
            cue=cue,
            as_reported=fields.as_reported,
        )


def _check_chain(root: Item, item: Item, sources: Known) -> None:
    chain = list(item.ids("chain"))
    known = [sources.has(item, path, name) for path, name in chain]
    if not chain or not all(known):
        return
    _check_end(root, item, *chain[-1])
    passed: set[str] = set()
    for path, name in chain:
        if name in passed:
            item.add(
                path,
                "chain-repeats",
                f"The chain passes through `{name}` twice.",
                "Name each source once.",
                severity="warning",
            )
        passed.add(name)


def _check_end(root: Item, item: Item, path: Path, name: str) -> None:
    """A chain ends where the reader is: with the writer of the article."""
    entries = keys_of(root, "sources").items()
    types = {key: entry.get("type") for key, entry in entries if isinstance(entry, dict)}
    if types.get(name) == WRITER or types.get(name) not in SOURCE_TYPES:
        return
    writers = [key for key, kind in types.items() if kind == WRITER]
    item.add(
        path,
        "chain-end",
        f"The chain ends with `{name}`, but the reader has it from the writer.",
        f"Let it end with `{writers[0]}`."
        if writers
        else "Add a source of the type writer, and let every chain end with it.",
        severity="warning",
    )


def _read_not_stated(root: Item, quoting: Quoting, annotation: Annotation) -> None:
    lines: dict[str, int] = {}
    for _, item in listed_entries(root, "not_stated", "not-stated entry"):
        fields = check(NotStatedFields, item)
        for path, term in item.texts("absent"):
            quoting.exclude(item, path, term)
        if fields is None:
            continue
        name = fields.id or short_id(fields.says)
        unique(item, name, lines, "id" if fields.id else "says")
        if fields.review:
            annotation.in_review += 1
            continue
        annotation.not_stated.append(
            NotStated(name, fields.says, tuple(fields.absent), fields.because)
        )


def _read_devices(root: Item, quoting: Quoting, annotation: Annotation) -> None:
    for name, item in named_entries(root, "devices", "device"):
        fields = check(DeviceFields, item)
        spans = find_all(quoting, item, "phrase")
        if fields is None:
            continue
        if fields.also == fields.device:
            item.add(
                ("also",),
                "device-twice",
                f"`also` repeats the device: {fields.device}.",
                "Name another device that the same words are, or leave `also` out.",
                severity="warning",
            )
        if fields.review:
            annotation.in_review += 1
        elif spans:
            annotation.devices[name] = Device(
                name,
                spans[0],
                fields.device,
                fields.does,
                fields.plainer,
                fields.also or "",
                _with_reasons(fields.could_seem),
            )


def unique(item: Item, name: str, lines: dict[str, int], key: str) -> bool:
    """Whether a name was not there before; `lines` holds the line of each name."""
    line = item.line_of((key,))
    first = lines.setdefault(name, line)
    if first == line:
        return True
    item.add(
        (key,),
        "duplicate-id",
        f"`{name}` is already there, in line {first}."
        if key == "id"
        else f"The same is already there, in line {first}.",
        f"Change one of the two: line {first} or line {line}.",
    )
    return False


def _misreadings(
    texts: Iterable[str] | Mapping[str, str | MisreadingFields] | None,
) -> Mapping[str, Misreading]:
    if not isinstance(texts, Mapping):
        return {text: Misreading() for text in texts or ()}
    return {
        text: Misreading(given) if isinstance(given, str) else Misreading(given.why, given.open)
        for text, given in texts.items()
    }


def _with_reasons(texts: Iterable[str] | Mapping[str, str] | None) -> Mapping[str, str]:
    if isinstance(texts, Mapping):
        return texts
    return dict.fromkeys(texts or (), "")
