"""The selectors by the names that families use: what cannot be said in a template."""

from collections.abc import Mapping
from typing import Final

from app.families.selection import Selector
from app.families.selectors import (
    attribution,
    backing,
    chains,
    cue_words,
    judging,
    opinions,
    paragraphs,
    passages,
    statements,
    verdicts,
    voices,
    wording,
)

SELECTORS: Final[Mapping[str, Selector]] = {
    "told": statements.told,
    "strengths": statements.strengths,
    "gaps": statements.gaps,
    "verdicts": verdicts.verdicts,
    "judgements": judging.judgements,
    "supported": judging.supported,
    "left open": judging.left_open,
    "saying": paragraphs.saying,
    "denying": paragraphs.denying,
    "checked and held": opinions.checked_and_held,
    "checkable": opinions.checkable,
    "judging words": opinions.judging_words,
    "on whose word": attribution.on_whose_word,
    "pairs": attribution.pairs,
    "resting on": attribution.resting_on,
    "with source": attribution.with_source,
    "without source": attribution.without_source,
    "cue words": cue_words.cue_words,
    "first origin": chains.first_origin,
    "last giver": chains.last_giver,
    "ways": chains.ways,
    "directness": chains.directness,
    "falling with": backing.falling_with,
    "second reports": backing.second_reports,
    "on record": attribution.on_record,
    "unnamed": voices.unnamed,
    "voices": voices.voices,
    "effects": wording.effects,
    "additions": wording.additions,
    "speakers": wording.speakers,
    "at work": paragraphs.at_work,
    "passages": passages.passages,
    "sorted kinds": passages.sorted_kinds,
    "plain pairs": passages.plain_pairs,
}
