"""A manuscript from Markdown: its headline, its paragraphs, its block quotations."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

from app.draft.manuscript import Block, Manuscript, clean, manuscript

_FRONT: Final = re.compile(r"\A---[ \t]*\n(?P<fields>(?:[^\n]*\n){0,60}?)---[ \t]*(?:\n|\Z)")
_FIELD: Final = re.compile(
    r"^(?P<name>title|author|date|outlet|url)[ \t]*:[ \t]*(?P<text>.*)$",
    re.MULTILINE | re.IGNORECASE,
)
# Links are unmade here: the parser’s own search for them is slow on hostile brackets.
_LINK: Final = re.compile(
    r"!?\[(?P<text>[^\[\]\n]{0,500})\]"
    r"(?:\([^()\s]{0,2000}(?: \"[^\"\n]{0,200}\")?\)|\[[^\[\]\n]{0,200}\])"
)
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


def read_markdown(text: str) -> Manuscript:
    """A manuscript from Markdown (CommonMark); front matter gives title, author and date."""
    text = clean(text)
    front = _FRONT.match(text)
    known = {}
    if front is not None:
        known = {
            found["name"].lower(): found["text"].strip(" \"'")
            for found in _FIELD.finditer(front["fields"])
        }
        text = text[front.end() :]
    parser = MarkdownIt("commonmark").disable(
        ["link", "image", "autolink", "html_inline", "reference"]
    )
    tokens = parser.parse(text)
    heading = next(_headings(tokens), "")
    day = _DAY.match(known.get("date", ""))
    return manuscript(
        _blocks(tokens, heading),
        known.get("title", "") or heading,
        author=known.get("author", ""),
        outlet=known.get("outlet", ""),
        published=day.group() if day else "",
        url=known.get("url", ""),
    )


def _headings(tokens: list[Token]) -> Iterator[str]:
    for token, following in pairwise(tokens):
        if token.type == "heading_open" and token.tag == "h1":
            yield _text(following)


def _blocks(tokens: list[Token], title: str) -> Iterator[Block]:
    depth = 0
    for token in tokens:
        if token.type == "blockquote_open":
            depth += 1
        elif token.type == "blockquote_close":
            depth -= 1
        elif token.type == "inline":
            text = _text(token)
            if text != title:
                yield Block(text, depth > 0)
        elif token.type in {"fence", "code_block"}:
            yield Block(token.content, depth > 0)


def _text(token: Token) -> str:
    children = token.children or []
    text = "".join(
        " " if child.type in {"softbreak", "hardbreak"} else child.content for child in children
    )
    return _LINK.sub(lambda found: found["text"], text)
