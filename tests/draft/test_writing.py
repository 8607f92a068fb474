"""The YAML of a draft: as a teacher would write it, with the reasons beside it."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from app.bank.scan import MAX_BYTES
from app.draft.manuscript import one_line
from app.draft.writing import scalar
from app.lint.run import lint
from tests.draft.drafts import read, yaml_of

NEWS = """\
A bridge is shut

“The bridge is shut,” said Ana Ruiz, a baker. “The bridge is shut.”

About 300 people slammed it.
"""

EXPECTED = """\
byline: 1
title: A bridge is shut
language: en

article:
  title: A bridge is shut
  # Or commentary, analysis, interview, feature, press release: look at the original.
  type: news report
  # Only a text that you may pass on: else shorten it in your own words.
  text: |
    “The bridge is shut,” said Ana Ruiz, a baker. “The bridge is shut.”

    About 300 people slammed it.
  # Whose words each paragraph seems to be.
  voices:
    1: writer  # “The bridge is shut,” said Ana Ruiz, a baker.…
    2: writer  # About 300 people slammed it.

sources:
  # The author of the article: give the name if it is known.
  writer:
    name: the writer
    type: writer
    named: false
    review: true

  # Paragraph 1: beside “said”.
  ruiz:
    name: Ana Ruiz
    type: participant
    note: a baker
    review: true

claims:
  # Paragraph 1: words in quotation marks, and “said” beside them.
  ruiz-the-bridge-is-shut:
    says: The bridge is shut.
    evidence:
      quote: The bridge is shut
      paragraph: 1
      prefix: “
      suffix: ',” said'
    status: attributed
    chain: [ruiz, writer]
    review: true

  # Paragraph 1: words in quotation marks, without a speaker beside them; whose is a guess.
  ruiz-the-bridge-is-shut-2:
    says: The bridge is shut.
    evidence:
      quote: The bridge is shut
      paragraph: 1
      prefix: a baker. “
    status: attributed
    chain: [ruiz, writer]
    review: true

  # Paragraph 2: no source is named, and there is the hedge “about 300”.
  about-300-people-slammed-it:
    says: About 300 people slammed it.
    evidence: About 300 people slammed it
    status: unattributed
    chain: [writer]
    certainty: about 300
    review: true

devices:
  # Paragraph 2: from the lexicon. Does it do this here?
  slammed:
    phrase: slammed
    device: loaded word
    does: “slammed” judges what happened; a plainer word would only tell it.
    plainer: criticised
    review: true
"""


def test_a_whole_draft() -> None:
    text = yaml_of(NEWS)
    assert text.startswith("# A draft that `byline draft` made from article.txt.")
    assert text[text.index("byline: 1") :] == EXPECTED
    assert read(text).problems == ()


def test_an_article_on_a_hard_topic_gets_a_note_for_students() -> None:
    text = yaml_of("A bomb was found. A terrorist had put it there, police said.")
    assert "content_note:\n  topics: [bomb, terrorist]\n  student: 'This article has" in text
    assert lint(read(text)).problems == ()
    assert "content_note" not in yaml_of("It rained.")


@given(st.text().map(one_line).filter(bool))
def test_any_text_on_one_line_is_read_back(text: str) -> None:
    loaded = yaml.load(f"a:\n  b: {scalar(text)}\n", Loader=yaml.CBaseLoader)  # noqa: S506
    assert loaded == {"a": {"b": text}}


@pytest.mark.parametrize("text", ["no", "12", "1.10", "null", "a: b", "a #b", "- a", "it's", "~"])
def test_what_other_readers_might_mistake_is_quoted(text: str) -> None:
    assert scalar(text)[0] in "\"'" or text == "it's"


def test_a_draft_never_outgrows_a_bank() -> None:
    text = " ".join(f"𝔘𝔫𝔦𝔠𝔬𝔡𝔢{n} 𝔰𝔞𝔶𝔰 that 𝔦𝔱 is {n}." for n in range(8_000))
    made = yaml_of("\n\n".join(text[at : at + 40_000] for at in range(0, 199_000, 40_000)))
    assert len(made.encode()) <= MAX_BYTES
    assert made.endswith("# The text is long: it yields more than is proposed here.\n")
    assert read(made).bank is not None
