"""A manuscript from Markdown."""

from app.draft.manuscript import Block
from app.draft.markdown import read_markdown

ARTICLE = """\
---
title: "A bridge is shut"
author: Ana Ruiz
date: 2024-05-17T10:00
layout: post
---

# A bridge is shut

It is *old*, says the [council](https://example.org/a).
It is `red`.

> The wood
> is rotten.

- One beam
- Two beams

<div>gone</div>

![a picture](bridge.png)
"""


def test_paragraphs_quotations_and_front_matter() -> None:
    made = read_markdown(ARTICLE)
    assert (made.title, made.author, made.published) == (
        "A bridge is shut", "Ana Ruiz", "2024-05-17",
    )  # fmt: skip
    assert made.blocks == (
        Block("It is old, says the council. It is red."),
        Block("The wood is rotten.", quoted=True),
        Block("One beam"),
        Block("Two beams"),
        Block("a picture"),
    )


def test_a_heading_is_the_title_without_front_matter() -> None:
    made = read_markdown("# Shut\n\nIt is old.\n\n## Why\n\nIt rained.")
    assert made.title == "Shut"
    assert [block.text for block in made.blocks] == ["It is old.", "Why", "It rained."]
