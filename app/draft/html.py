"""A manuscript from a web page: the readable part, as readability-lxml finds it."""

import re
from collections.abc import Iterator
from logging import CRITICAL, getLogger
from typing import TYPE_CHECKING, Any, Final

from app.draft.manuscript import Block, Manuscript, clean, manuscript, one_line
from app.errors import BadInput

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BLOCKS: Final = frozenset(
    {"p", "li", "dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "td", "th", "blockquote"}
    | {"div", "section", "article", "main", "body", "ul", "ol", "dl", "table", "tr", "header"}
)
_SKIPPED: Final = frozenset(
    {"head", "script", "style", "noscript", "template", "svg", "math", "nav", "aside", "footer"}
    | {"form", "button", "select", "figure", "figcaption", "iframe"}
)
_META: Final = {
    "author": ("author", "article:author", "parsely-author", "dc.creator"),
    "outlet": ("og:site_name", "application-name"),
    "published": ("article:published_time", "date", "dc.date", "parsely-pub-date"),
    "url": ("og:url",),
    "title": ("og:title", "twitter:title"),
}
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_ADDRESS: Final = re.compile(r"https?://[^\s/]\S{0,1900}")


def read_html(text: str) -> Manuscript:
    """A manuscript from HTML; BadInput when the packages for it are not installed."""
    try:
        from lxml.etree import LxmlError
        from lxml.html import document_fromstring
        from readability import Document
    except ImportError as error:
        raise BadInput(
            "To read HTML, install Byline with its extra `html` (pip install 'byline[html]'), or "
            "save the article as a text file."
        ) from error
    # It logs every page that it cannot read; the caller says so in words.
    getLogger("readability").setLevel(CRITICAL)
    text = clean(text)
    try:
        page = document_fromstring(text)
        known = _known(page)
        headline = _headline(page, known.pop("title", ""))
        readable = document_fromstring(Document(text).summary(html_partial=True))
    except (LxmlError, ValueError, RecursionError, AttributeError, TypeError, KeyError):
        return Manuscript(())
    blocks = list(_blocks(readable, headline)) or list(_blocks(page, headline))
    return manuscript(blocks, headline, **known)


def _known(page: "HtmlElement") -> dict[str, str]:
    """What the page says of itself in its head."""
    said: dict[str, str] = {}
    for meta in page.iter("meta"):
        name = (meta.get("name") or meta.get("property") or "").lower()
        said.setdefault(name, one_line(meta.get("content") or ""))
    found = {
        key: next((said[name] for name in names if said.get(name)), "")
        for key, names in _META.items()
    }
    day = _DAY.match(found["published"])
    address = _ADDRESS.fullmatch(found["url"])
    found["published"] = day.group() if day else ""
    found["url"] = address.group() if address else ""
    return found


def _headline(page: "HtmlElement", named: str) -> str:
    """The page’s first heading; without one, what its head calls it."""
    for name in ("h1", "title"):
        for element in page.iter(name):
            text = one_line(element.text_content())
            if text:
                return named if name == "title" and named else text
    return named


def _blocks(root: "HtmlElement", title: str) -> Iterator[Block]:
    """The paragraphs below an element; text between two blocks is a paragraph of its own."""
    parts: list[str] = []
    quotes = 0
    for event, element in _walk(root):
        if event == "text":
            parts.append(element)
            continue
        if element not in _BLOCKS:
            continue
        text = one_line("".join(parts))
        parts = []
        if text and text != title:
            yield Block(text, quotes > 0)
        if element == "blockquote":
            quotes += 1 if event == "start" else -1
    text = one_line("".join(parts))
    if text and text != title:
        yield Block(text, quotes > 0)


def _walk(root: "HtmlElement") -> Iterator[tuple[str, str]]:
    """Starts and ends of elements and the text between them, without recursion."""
    waiting: list[Any] = [("in", root)]
    while waiting:
        step, element = waiting.pop()
        if step == "text":
            yield "text", element
            continue
        if step == "out":
            yield "end", element
            continue
        tag = element.tag
        if not isinstance(tag, str) or tag in _SKIPPED:
            continue
        if tag == "br":
            yield "text", " "
            continue
        yield "start", tag
        yield "text", element.text or ""
        waiting.append(("out", tag))
        for child in reversed(element):
            waiting.append(("text", child.tail or ""))
            waiting.append(("in", child))
