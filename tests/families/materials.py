"""The annotation of a small bank as selectors get it, and what they find in it."""

from app.domain.article import UNCERTAIN
from app.families.annotation_index import Material
from app.families.selection import Miss, Pick
from app.families.selectors import SELECTORS
from app.language.language import language_of
from tests.families.annotated import BANK, bank_of, read


def material_of(yaml: str = BANK) -> Material:
    """The annotation of a bank that is written out here."""
    bank = bank_of(read(yaml))
    voices = {int(number): voice for number, voice in bank.article.voices.items()}
    return Material.of(
        tuple(bank.article.paragraphs),
        {number: voice for number, voice in voices.items() if voice != UNCERTAIN},
        bank.sources,
        bank.claims,
        bank.devices,
        bank.not_stated,
        language_of(bank.language),
    )


def picks(selector: str, yaml: str = BANK) -> dict[str, Pick]:
    """What a selector makes of a bank, by item."""
    found = SELECTORS[selector](material_of(yaml))
    return {one.item: one for one in found if isinstance(one, Pick)}


def misses(selector: str, yaml: str = BANK) -> dict[str, str]:
    """Of what a selector makes nothing, and why."""
    found = SELECTORS[selector](material_of(yaml))
    return {one.item: one.why for one in found if isinstance(one, Miss)}
