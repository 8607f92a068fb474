"""A manuscript from a web page."""

import builtins
from typing import Any

import pytest

from app.draft.html import read_html
from app.draft.manuscript import Block
from app.errors import BadInput

PAGE = """<!doctype html><html lang="en"><head><title>A bridge is shut | The Herald</title>
<meta property="og:site_name" content="The Herald"><meta name="author" content="Ana Ruiz">
<meta property="article:published_time" content="2024-05-17T08:00:00Z">
<meta property="og:url" content="https://example.org/bridge"><style>p {color: red}</style></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<article><h1>A bridge is shut</h1>
<p>The footbridge over the Wend stays shut until autumn, the council said on Monday evening.</p>
<blockquote><p>Its wood is rotten, and its nails are rusty, as far as one can see.</p></blockquote>
<p>Cyclist Tom Okoro fell there in March<br>and hurt his knee, he told the Herald.</p>
<script>alert("no")</script></article>
<aside><p>Read also: ten bridges that you must see</p></aside>
<footer><p>All rights reserved, imprint, contact, cookies</p></footer></body></html>"""


def test_the_readable_part_is_taken_with_what_the_head_says() -> None:
    made = read_html(PAGE)
    assert (made.title, made.author, made.outlet) == ("A bridge is shut", "Ana Ruiz", "The Herald")
    assert (made.published, made.url) == ("2024-05-17", "https://example.org/bridge")
    assert made.blocks == (
        Block(
            "The footbridge over the Wend stays shut until autumn, the council said on Monday "
            "evening."
        ),
        Block("Its wood is rotten, and its nails are rusty, as far as one can see.", quoted=True),
        Block("Cyclist Tom Okoro fell there in March and hurt his knee, he told the Herald."),
    )


def test_a_short_page_is_read_whole() -> None:
    assert read_html("<p>It is shut.</p><p>It rained.</p>").blocks == (
        Block("It is shut."),
        Block("It rained."),
    )


@pytest.mark.parametrize("page", ["", "<html></html>", "<script>x</script>", "<!-- -->", "<"])
def test_a_page_without_text_gives_none(page: str) -> None:
    assert [block.text for block in read_html(page).blocks if block.text.strip("<")] == []


def test_a_deep_page_does_no_harm() -> None:
    assert read_html("<div>" * 20_000 + "It is shut." + "</div>" * 20_000) is not None


def test_without_the_packages_a_sentence_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    real = builtins.__import__

    def refuse(name: str, *arguments: Any, **options: Any) -> Any:
        if name.split(".")[0] == "readability":
            raise ImportError(name)
        return real(name, *arguments, **options)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(BadInput, match="extra `html`"):
        read_html(PAGE)
