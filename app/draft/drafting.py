"""From a manuscript to a draft of its annotation."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Final

from app.domain.article import UNCERTAIN
from app.draft.cast import Figure
from app.draft.claims import ClaimMaker
from app.draft.evidence import Quoter
from app.draft.identifiers import Identifiers
from app.draft.manuscript import Manuscript
from app.draft.naming import PEOPLE
from app.draft.paragraphs import Paragraph, paragraphs_of
from app.draft.proposals import WRITER, Draft, ProposedDevice, ProposedSource
from app.draft.speeches import Speech, speeches_of
from app.draft.vocabulary import LANGUAGES, Vocabulary, vocabulary_of
from app.draft.voices import voices_of
from app.draft.wordings import Lexicon, lexicon_of, wordings_of
from app.language.language import language_of as words_of
from app.language.tags import SOURCE
from app.lint.rules.care import hard_words
from app.lint.view import Wording

MOST_CLAIMS: Final = 300
MOST_DEVICES: Final = 80
"""More is no help to a teacher: the text is then better cut."""

_SAMPLE: Final = 20_000
"""Signs of a text from which its language is guessed."""


def guess_language(manuscript: Manuscript) -> str:
    """The language of `LANGUAGES` whose commonest words are most frequent; English in doubt."""
    text = " ".join(block.text for block in manuscript.blocks)[:_SAMPLE].lower()
    words = re.findall(r"[^\W\d_]+", text)
    counts = {
        code: sum(word in vocabulary_of(code).commonest for word in words) for code in LANGUAGES
    }
    return max(counts, key=lambda code: (counts[code], code == SOURCE))


def draft(manuscript: Manuscript, code: str) -> Draft:
    """Propose an annotation for an article in a language of `LANGUAGES`."""
    vocabulary = vocabulary_of(code)
    texts = [block.text for block in manuscript.blocks]
    paragraphs = paragraphs_of(texts, vocabulary)
    speeches = speeches_of(paragraphs, vocabulary)
    heard = _heard(speeches)
    names = _names(heard, vocabulary)
    quoter = Quoter(texts)
    claims = ClaimMaker(paragraphs, names, quoter, vocabulary).make(speeches)
    devices = _devices(paragraphs, quoter, lexicon_of(code))
    kept = tuple(islice(claims, MOST_CLAIMS))
    wordings = tuple(islice(devices, MOST_DEVICES))
    voices = voices_of(manuscript.blocks, paragraphs, speeches, names)
    used = {source for claim in kept for source in claim.chain}
    used |= {voice.source for voice in voices}
    return Draft(
        manuscript,
        code,
        tuple(_sources(heard, names, used, vocabulary.writer_name)),
        kept,
        wordings,
        voices,
        tuple(dict.fromkeys(word.lower() for word in _hard_words(texts, code))),
        cut=len(kept) == MOST_CLAIMS or len(wordings) == MOST_DEVICES,
    )


def _hard_words(texts: Sequence[str], code: str) -> Sequence[str]:
    """The words for which the bank must have a content note, by the linter’s own lists."""
    language = words_of(code)
    return hard_words([Wording(text, language) for text in texts], language)


def _heard(speeches: Sequence[Speech]) -> dict[Figure, Speech]:
    """Every figure that speaks, with its first speech."""
    found: dict[Figure, Speech] = {}
    for speech in speeches:
        for figure in speech.chain:
            found.setdefault(figure, speech)
    return found


def _names(figures: Iterable[Figure], vocabulary: Vocabulary) -> dict[Figure, str]:
    ids = Identifiers((WRITER, UNCERTAIN))
    return {figure: ids.of(_id_words(figure, vocabulary), "source") for figure in figures}


def _id_words(figure: Figure, vocabulary: Vocabulary) -> Sequence[str]:
    """A person’s last name; of anything else, the words of its name but for an article."""
    words = figure.name.split()
    if figure.named and figure.type in PEOPLE:
        return words[-1:]
    article = len(words) > 1 and words[0].lower() in vocabulary.articles
    return words[1:4] if article else words[:3]


def _sources(
    heard: Mapping[Figure, Speech], names: Mapping[Figure, str], used: set[str], writer: str
) -> Iterator[ProposedSource]:
    yield ProposedSource(
        WRITER,
        writer,
        "writer",
        False,
        "",
        "The author of the article: give the name if it is known.",
    )
    for figure, speech in heard.items():
        if names[figure] in used:
            yield ProposedSource(
                names[figure],
                figure.name,
                figure.type,
                figure.named,
                figure.note,
                _why(figure, speech),
            )


def _why(figure: Figure, speech: Speech) -> str:
    where = f"Paragraph {speech.sentence.paragraph}"
    unnamed = "" if figure.named else " The text gives no name."
    if not speech.cue or speech.cue == ":":
        return f"{where}: words in quotation marks seem to be theirs.{unnamed}"
    return f"{where}: beside “{speech.cue}”.{unnamed}"


def _devices(
    paragraphs: Sequence[Paragraph], quoter: Quoter, lexicon: Lexicon
) -> Iterator[ProposedDevice]:
    ids = Identifiers()
    for wording in wordings_of(paragraphs, lexicon):
        quote = quoter.quote(wording.span)
        if quote is not None:
            yield ProposedDevice(
                id=ids.of((wording.phrase,), "wording"),
                phrase=quote,
                device=wording.entry.device,
                does=wording.entry.does.format(phrase=wording.phrase),
                plainer=wording.entry.plainer,
                why=f"Paragraph {wording.span.paragraph}: from the lexicon. Does it do this here?",
            )
