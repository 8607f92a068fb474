"""The selectors by the names that families use: what cannot be said in a template."""

from collections.abc import Mapping
from typing import Final

from app.families.selection import Selector
from app.families.selectors import (
    attribution,
    backing,
    chains,
    evidence,
    judging,
    passages,
    sorting,
    statements,
    voices,
    wording,
)

SELECTORS: Final[Mapping[str, Selector]] = {
    "versions": statements.versions,
    "strengths": statements.strengths,
    "verdicts": statements.verdicts,
    "judgements": judging.judgements,
    "supported": judging.supported,
    "showing": evidence.showing,
    "against": evidence.against,
    "left open": judging.left_open,
    "reports and judgements": sorting.reports_and_judgements,
    "told in order": sorting.told_in_order,
    "on whose word": attribution.on_whose_word,
    "first origin": chains.first_origin,
    "last giver": chains.last_giver,
    "ways": chains.ways,
    "hands": chains.hands,
    "directness": chains.directness,
    "longest way": chains.longest_way,
    "without source": attribution.without_source,
    "with source": attribution.with_source,
    "resting on": attribution.resting_on,
    "falling with": backing.falling_with,
    "pairs": attribution.pairs,
    "on record": attribution.on_record,
    "unnamed": voices.unnamed,
    "voices": voices.voices,
    "backing": backing.backing,
    "repeating": backing.repeating,
    "naming": wording.naming,
    "effects": wording.effects,
    "additions": wording.additions,
    "plain pairs": passages.plain_pairs,
    "examples": wording.examples,
    "passages": passages.passages,
    "effect pairs": passages.effect_pairs,
    "sorted kinds": passages.sorted_kinds,
}
