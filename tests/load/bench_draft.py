"""How well the draft finds who says what: precision and recall on hand-labelled news.

`python -m tests.load.bench_draft` prints the figures; `--misses` what was missed and what was
wrong. The news are ours (`draft_set/`). The part `develop` was looked at while the rules were
made; the part `held-out` was written before and not looked at. `kinds` are paragraphs by the kind
of difficulty in them, with the figures of each kind.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

from app.domain.article import Span
from app.draft.hedges import hedges_of
from app.draft.paragraphs import paragraphs_of
from app.draft.speeches import Speech, speeches_of
from app.draft.vocabulary import vocabulary_of

FOLDER: Final = Path(__file__).with_name("draft_set")
PARTS: Final = ("develop", "held-out")
LANGUAGES: Final = ("en", "es")
KINDS: Final = ("direct", "indirect", "mixed", "according-to", "nested")
ENOUGH: Final = 0.8
"""Two contents are the same when the signs they share are so much of all their signs."""


@dataclass(frozen=True)
class Said:
    """An attribution, labelled or found: the signs of its content, and its chain of speakers."""

    paragraph: int
    signs: frozenset[int]
    text: str
    speakers: tuple[str, ...]
    kind: str


@dataclass
class Tally:
    """How many were labelled, how many found, and how many of those were right."""

    labelled: int = 0
    found: int = 0
    right: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        """The two together."""
        return Tally(
            self.labelled + other.labelled, self.found + other.found, self.right + other.right
        )

    def __str__(self) -> str:
        """Precision, recall and the numbers behind them."""
        precision = self.right / self.found if self.found else 0
        recall = self.right / self.labelled if self.labelled else 0
        return (
            f"precision {precision:4.2f}  recall {recall:4.2f}  "
            f"({self.right} right of {self.found} found, {self.labelled} labelled)"
        )


@dataclass(frozen=True)
class Article:
    """A labelled article: what is in it, and what the draft finds in it."""

    texts: tuple[str, ...]
    labelled: tuple[Said, ...]
    found: tuple[Said, ...]
    hedges: frozenset[tuple[int, str]]
    found_hedges: frozenset[tuple[int, str]]


def articles(language: str, part: str) -> Iterator[Article]:
    """The articles of one part in one language."""
    for _, article in titled_articles(language, part):
        yield article


def titled_articles(language: str, part: str) -> Iterator[tuple[str, Article]]:
    """The articles of one part in one language, each with its title."""
    raw = yaml.safe_load((FOLDER / f"{language}-{part}.yaml").read_text("utf-8"))
    for article in raw:
        yield article["title"], read(article["paragraphs"], language)


def read(paragraphs: list[Any], code: str) -> Article:
    """Read one labelled article, and let the draft read it."""
    texts = tuple(paragraph["text"] for paragraph in paragraphs)
    vocabulary = vocabulary_of(code)
    cut = paragraphs_of(texts, vocabulary)
    speeches = speeches_of(cut, vocabulary)
    return Article(
        texts,
        tuple(
            labelled(number, texts[number - 1], label)
            for number, paragraph in enumerate(paragraphs, 1)
            for label in paragraph["attributions"]
        ),
        tuple(heard(texts, speech) for speech in speeches),
        frozenset(
            (number, hedge.lower())
            for number, paragraph in enumerate(paragraphs, 1)
            for hedge in paragraph.get("hedges", ())
        ),
        frozenset(
            (hedge.span.paragraph, text_of(texts, hedge.span).lower())
            for paragraph in cut
            for hedge in hedges_of(paragraph, vocabulary)
        ),
    )


def labelled(number: int, text: str, label: Any) -> Said:
    """A label as the file has it."""
    contents = label["content"]
    speakers = label["speaker"]
    spans = []
    place = 0
    for content in [contents] if isinstance(contents, str) else contents:
        start = text.index(content, place)
        place = start + len(content)
        spans.append(Span(number, start, place))
    return said(
        (text,) * number,
        spans,
        [speakers] if isinstance(speakers, str) else speakers,
        label["kind"],
    )


def heard(texts: tuple[str, ...], speech: Speech) -> Said:
    """What the draft found."""
    kind = "nested" if len(speech.chain) > 1 else speech.kind.replace(" ", "-")
    return said(texts, speech.spans, [figure.name for figure in speech.chain], kind)


def said(texts: tuple[str, ...], spans: Iterable[Span], speakers: list[str], kind: str) -> Said:
    """An attribution with its content as signs: spaces, quotation marks and stops do not count."""
    signs = frozenset(
        place
        for span in spans
        for place in range(span.start, span.end)
        if texts[span.paragraph - 1][place].isalnum()
    )
    first = next(iter(spans)).paragraph
    return Said(
        first, signs, " … ".join(text_of(texts, span) for span in spans), tuple(speakers), kind
    )


def text_of(texts: tuple[str, ...], span: Span) -> str:
    """The words of a span."""
    return texts[span.paragraph - 1][span.start : span.end]


def same_content(one: Said, other: Said) -> bool:
    """Whether two contents are the same but for a word or so."""
    if one.paragraph != other.paragraph:
        return False
    shared = len(one.signs & other.signs)
    return shared >= ENOUGH * len(one.signs | other.signs)


ARTICLES: Final = {"a", "an", "the", "el", "la", "los", "las", "un", "una"}
TITLES: Final = {"dr", "judge", "mayor", "professor", "curator"}


def same_speakers(one: Said, other: Said) -> bool:
    """Whether two chains are the same, link by link, but for articles and titles."""
    return [name_words(name) for name in one.speakers] == [name_words(n) for n in other.speakers]


def name_words(name: str) -> list[str]:
    """The words of a name that count."""
    return [w for w in re.findall(r"[\w’'-]+", name.lower()) if w not in ARTICLES | TITLES]


def pairs(article: Article) -> dict[Said, Said]:
    """Each label with what was found for it."""
    left = list(article.found)
    matched = {}
    for label in article.labelled:
        hit = next((found for found in left if same_content(label, found)), None)
        if hit is not None:
            left.remove(hit)
            matched[label] = hit
    return matched


def tallies(given: list[Article]) -> dict[str, Tally]:
    """The figures of some articles, by what was looked for."""
    result = {
        name: Tally()
        for name in ("content, all kinds", "content, direct and indirect", "content and speaker")
    }
    for article in given:
        matched = pairs(article)
        right = sum(same_speakers(label, found) for label, found in matched.items())
        result["content, all kinds"] += Tally(
            len(article.labelled), len(article.found), len(matched)
        )
        result["content and speaker"] += Tally(len(article.labelled), len(article.found), right)
        plain = ("direct", "indirect")
        result["content, direct and indirect"] += Tally(
            sum(label.kind in plain for label in article.labelled),
            sum(kind_of(found, matched) in plain for found in article.found),
            sum(label.kind in plain for label in matched),
        )
        for kind in KINDS:
            result.setdefault(f"  {kind}", Tally())
            result[f"  {kind}"] += Tally(
                sum(label.kind == kind for label in article.labelled),
                sum(kind_of(found, matched) == kind for found in article.found),
                sum(label.kind == kind for label in matched),
            )
        result.setdefault("hedges", Tally())
        result["hedges"] += Tally(
            len(article.hedges),
            len(article.found_hedges),
            len(article.hedges & article.found_hedges),
        )
    return result


def kind_of(found: Said, matched: dict[Said, Said]) -> str:
    """The labelled kind of what was found; of what is labelled nowhere, its own."""
    return next((label.kind for label, hit in matched.items() if hit is found), found.kind)


def report(wanted: Iterable[str]) -> str:
    """The figures of some parts, as they are in the guide."""
    lines = []
    for part in wanted:
        for language in LANGUAGES:
            given = list(articles(language, part))
            paragraphs = sum(len(article.texts) for article in given)
            lines.append(f"{language}, {part}: {len(given)} articles, {paragraphs} paragraphs")
            lines += [f"  {name:30}{tally}" for name, tally in tallies(given).items()]
    return "\n".join(lines)


def kinds() -> Iterator[tuple[str, Tally, int]]:
    """Each kind of difficulty with its figures, and how many labels have the right speaker."""
    for language in LANGUAGES:
        for title, article in titled_articles(language, "kinds"):
            matched = pairs(article)
            right = sum(same_speakers(label, found) for label, found in matched.items())
            tally = Tally(len(article.labelled), len(article.found), len(matched))
            yield f"{language}, {title}", tally, right


def report_of_kinds() -> str:
    """The figures of each kind of difficulty, as they are in the guide."""
    return "\n".join(
        f"{name:42}{tally.right:2} of {tally.labelled:2} found, {right:2} with their speaker, "
        f"{tally.found - tally.right} wrong"
        for name, tally, right in kinds()
    )


def misses(given: list[Article]) -> Iterator[str]:
    """What was missed, what was wrong, and whose speaker was wrong."""
    for article in given:
        matched = pairs(article)
        for label in article.labelled:
            hit = matched.get(label)
            where = f"{label.paragraph} {label.kind} {label.speakers}"
            if hit is None:
                yield f"missed   {where}: {label.text}"
            elif not same_speakers(label, hit):
                yield f"speaker  {where}, found {hit.speakers}"
        for found in article.found:
            if not any(found is hit for hit in matched.values()):
                yield f"wrong    {found.paragraph} {found.kind} {found.speakers}: {found.text}"
        for hedge in sorted(article.hedges ^ article.found_hedges):
            yield f"hedge    {'missed' if hedge in article.hedges else 'wrong'}: {hedge}"


def main(arguments: list[str]) -> int:
    """Print the figures of all parts, or of those that are named."""
    wanted = [argument for argument in arguments if argument in PARTS] or PARTS
    print(report(wanted), report_of_kinds(), sep="\n\n")
    if "--misses" in arguments:
        for part in (*wanted, "kinds"):
            for language in LANGUAGES:
                print(f"{language}, {part}", *misses(list(articles(language, part))), sep="\n  ")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
