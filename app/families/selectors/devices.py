"""Devices of framing: which can be taken for each other, and which stand near each other."""

from typing import Final

from app.domain.annotation import Device
from app.families.annotation_index import Material, overlap
from app.families.selection import Pick
from app.families.views import Values, device_view

PARTS: Final = {
    "metaphor": "metaphor-and-exemplar",
    "exemplar": "metaphor-and-exemplar",
    "label": "word-choice",
    "loaded word": "word-choice",
    "superlative": "word-choice",
    "catchphrase": "word-choice",
    "exaggeration": "word-choice",
    "minimisation": "word-choice",
    "generalisation": "certainty-and-agency",
    "presupposition": "certainty-and-agency",
    "hedge": "certainty-and-agency",
    "single cause": "certainty-and-agency",
    "agent deletion": "certainty-and-agency",
    "order and emphasis": "selection-and-emphasis",
    "quotation choice": "selection-and-emphasis",
    "contrast": "selection-and-emphasis",
    "omission": "selection-and-emphasis",
    "appeal to fear": "frame-functions",
    "appeal to authority": "frame-functions",
}
"""The sub-skill that each device belongs to."""

_CLOSE: Final = (
    {"metaphor", "label", "loaded word", "catchphrase", "exaggeration", "superlative"},
    {"label", "loaded word", "catchphrase", "exaggeration", "superlative", "minimisation"},
    {"loaded word", "presupposition"},
    {"loaded word", "appeal to fear", "exaggeration", "quotation choice"},
    {"appeal to fear", "appeal to authority", "quotation choice", "hedge"},
    {"generalisation", "exaggeration", "superlative", "exemplar", "hedge", "single cause"},
    {"hedge", "minimisation"},
    {"generalisation", "minimisation"},
    {"presupposition", "single cause", "generalisation"},
    {"order and emphasis", "contrast", "omission", "quotation choice", "minimisation"},
    {"contrast", "exaggeration", "minimisation"},
    {"agent deletion", "omission"},
    {"agent deletion", "loaded word"},
    {"agent deletion", "single cause"},
    {"omission", "generalisation"},
    {"exemplar", "quotation choice", "appeal to fear"},
    {"catchphrase", "quotation choice"},
)
"""Devices that a strict reader could take for each other: never offered beside each other."""


def close(one: Device, other: Device) -> bool:
    """Whether a wording of one device might also be called what the other is."""
    return any(_close(kind, another) for kind in one.kinds for another in other.kinds)


def _close(one: str, other: str) -> bool:
    return one == other or any({one, other} <= group for group in _CLOSE)


def view(device: Device, material: Material) -> Values:
    """A device with the sub-skill that it belongs to."""
    return {**device_view(device, material), "part": PARTS[device.device]}


def standing_apart(material: Material) -> list[Device]:
    """Devices whose words carry no other annotated device."""
    devices = material.devices_in_order
    return [
        device
        for device in devices
        if not any(o is not device and overlap(o.phrase, device.phrase) for o in devices)
    ]


def device_pick(device: Device, material: Material, more: Values) -> Pick:
    """A pick with a device as the key; `more` are further values."""
    values = {"device": view(device, material), **more}
    shown = tuple(dict.fromkeys(material.touching(device.phrase)))
    return Pick(device.id, "devices", device.id, values, shown, (device.phrase,))
