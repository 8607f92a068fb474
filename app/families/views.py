"""The annotation as templates see it: plain mappings with the fields that are listed here."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from app.domain.annotation import Claim, Device, NotStated, Source
from app.families.annotation_index import Material
from app.families.standing import bare_name

Values = Mapping[str, Any]

FIELDS: Final[Mapping[str, Mapping[str, str]]] = {
    "source": {
        "id": "text",
        "name": "text",
        "bare": "text",
        "known": "text",
        "type": "text",
        "plural": "truth",
        "person": "truth",
        "shows": "truth",
        "reports": "truth",
        "named": "truth",
        "note": "text",
    },
    "claim": {
        "id": "text",
        "says": "text",
        "reported": "text",
        "quote": "text",
        "paragraph": "number",
        "status": "text",
        "certainty": "text",
        "chain": "sources",
        "origin": "source",
        "giver": "source",
        "writer": "source",
        "hands": "number",
    },
    "device": {
        "id": "text",
        "single": "truth",
        "phrase": "text",
        "paragraph": "number",
        "device": "text",
        "does": "text",
        "plainer": "text",
    },
    "paragraph": {"id": "text", "number": "number", "text": "text", "voice": "source"},
    "entry": {"id": "text", "says": "text", "because": "text"},
}
"""The fields of every value that a template can name, with their types; docs are made from it.

`bare` is a name without what stands in brackets, `known` the same with a definite article;
`reported` is a statement with its source, where the text does not state it itself; `single` says
whether a phrase is one word; `giver` is who passed a claim to the writer, `hands` how many sources
it went through.
"""


_TELLERS: Final = frozenset({"news organisation", "reporter", "writer"})
"""Types of sources that report."""

_PEOPLE: Final = frozenset({"writer", "reporter", "expert", "official", "witness", "participant"})


def source_view(source: Source, material: Material) -> Values:
    """A source."""
    return {
        "id": source.id,
        "name": source.name,
        "bare": bare_name(source.name),
        "known": material.phrasing.known(bare_name(source.name)),
        "type": source.type,
        "plural": material.phrasing.is_plural(bare_name(source.name)),
        "person": source.type in _PEOPLE,
        "shows": source.type == "data",
        "reports": source.type in _TELLERS,
        "named": source.named,
        "note": source.note,
    }


def claim_view(claim: Claim, material: Material) -> Values:
    """A claim with its chain."""
    chain = [source_view(material.sources[name], material) for name in claim.chain]
    return {
        "id": claim.id,
        "says": claim.says,
        "reported": material.reported(claim),
        "quote": material.quote_of(claim),
        "paragraph": claim.evidence[0].paragraph,
        "status": claim.status,
        "certainty": claim.certainty,
        "chain": chain,
        "origin": chain[0],
        "giver": chain[-2] if len(chain) > 1 else chain[0],
        "writer": chain[-1],
        "hands": len(chain),
    }


def claim_views(claims: Iterable[Claim], material: Material) -> list[Values]:
    """Several claims with their chains."""
    return [claim_view(claim, material) for claim in claims]


def device_view(device: Device, material: Material) -> Values:
    """A device with its phrase."""
    return {
        "id": device.id,
        "phrase": material.words_of(device.phrase),
        "single": len(material.words_of(device.phrase).split()) == 1,
        "paragraph": device.phrase.paragraph,
        "device": device.device,
        "does": device.does,
        "plainer": device.plainer,
    }


def entry_view(entry: NotStated) -> Values:
    """Something that the article does not state."""
    return {"id": entry.id, "says": entry.says, "because": entry.because}


def paragraph_view(number: int, material: Material) -> Values:
    """A paragraph whose voice is certain."""
    return {
        "id": str(number),
        "number": number,
        "text": material.paragraphs[number - 1],
        "voice": source_view(material.sources[material.voices[number]], material),
    }
