"""The page `docs/families.md`: its table of families is made from the data of the families.

`python -m app.families.manual` writes the page to the terminal.
"""

import sys
from typing import Final

from app.families.catalogue import LANGUAGES, Family, catalogue
from app.families.filters import FILTERS
from app.families.own import NAMES, kinds_of_own
from app.families.views import FIELDS
from app.language.language import language_of
from app.language.tags import SOURCE

_OPENING: Final = """\
# Families: questions out of annotation

<!-- Made by `make docs` from the data of the families. -->

A bank's annotation says who speaks, what is claimed and on whose word, and which wording does
what. **Families** turn it into questions, each a template with the rule that picks what goes into
it. They run whenever a bank is read: the questions are in the bank like written ones, for papers,
`byline check` and `byline paper`. `byline generate BANK` shows them; `byline generate BANK
--format yaml` writes them out to be edited.

What they need is the annotation, and the more it says the more they make:

- `misreadings` of claims, with reasons: the wrong options of most questions on facts. Two for
  each claim are worth more than one. A wrong version should change one thing, be as long as the
  right one, and be as likely to a reader who has not read. A plain reason means that the article
  says otherwise; `{why: ..., open: true}` means that it leaves the matter open. The two are
  never mixed up: only what is denied is ever keyed as wrong.
- `chain`, as long as the text lets it be traced, and `status`: they decide how a statement is
  shown. What the text has on a source's word, a judgement, a conclusion or a forecast is shown with
  its source, “According to the florist, ...”; a `rumour` is called one, and kept out wherever a
  fact or a source is wanted. Where the made sentence reads badly, write `as_reported`.
- `cue`, the words of the article that name the source: they are evidence, and can be marked.
- `certainty`, where a hedge or quantity must not be lost.
- `could_seem` of devices, with reasons: other effects that the same words could be thought to
  have. Without two of them nothing is asked about what a wording does. `also` names a second
  device that the same words are, so that it is never the wrong answer.
- `plainer` of devices; `voices` of paragraphs, where they are certain; `not_stated` with `absent`
  words; roles in brackets behind the names of people.

## What they promise

- No statement loses its standing. What is keyed as the text's own word is the writer's own, with
  no attribution near it that may be taken to cover it; an aside within another's report is on
  no one's word.
- Options are as likely as the answer: a wrong version of the very words that settle the question,
  or another source, number or paragraph of the same article. A source stands beside one of its
  kind.
- No option stands out: lengths, digits, brackets, quotation marks, strong and careful words, and
  words that options share are compared. Over a bank, the answer is as often the shortest as the
  longest, and as often the first as the last paragraph. Where no fair options can be found, no
  question is made.
- Every question has evidence, or words that must be absent; a `because`; what it is `about`; and
  a stable id, `family.entry`: whose-word.visits. `byline check --verbose` says what was not
  made, and why; `byline generate` does, too.
- What is under `review` is left out.

## Using them less, or otherwise

```yaml
families:
  builtin: true                        # false: none of the built-in families
  off: [verdict, whose-word.visits]    # families, and single questions
```

A question that you write under `questions:` with the id of a made one takes its place. A lint
finding on a made question is waived like any other, under the bank's `waive:`. An attempt keeps
the questions with which it was drawn: they are stored with the bank version, so that a later
release with better wording does not change a running paper.

There are built-in families in {languages}. In a bank of another language only your own are used.
"""

_OWN: Final = """\
## Families of your own

```yaml
families:
  own:
    - id: who-says
      for: claims                      # one question for each of them
      where: {status: attributed}      # ... whose fields are like this
      kind: choice
      skill: sourcing/attribution
      level: 2
      prompt: On whose word does the text say that {{ claim.says | lower_first | bare }}?
      answer: "{{ claim.origin.name }}"
      distractors: "{{ sources | other_than(claim.chain) | like(claim.origin) | names }}"
```

A family with the id of a built-in one takes its place. `where` compares with a text or a list of
texts, or asks with `true` or `false` whether there is anything in the field. Of the distractors
the first three are used that differ from the answer. With `language`, a family is used only in
banks of that language.

Templates have the syntax of Jinja2, and only this of it: text, `{{ name.field }}`, the filters
below, `{% if %}` with `{% elif %}`, `{% else %}` and `{% endif %}`, `a if b else c`, `and`, `or`,
`not`, `==` and `!=`. Nothing else is let in, and a template writes at most 2,000 signs.
"""

_FIELDS_TOLD: Final = (
    "`origin` is the source where a claim comes from at first, `giver` the one from which the "
    "writer has it, `hands` the number of sources in the chain, `quote` the words of the "
    "article, `bare` a source's name without what stands in brackets."
)


def page() -> str:
    """The whole page as Markdown."""
    return "\n".join(
        [
            _OPENING.replace(
                "{languages}", language_of(SOURCE).phrasing.joined(map(_language_name, LANGUAGES))
            ),
            "## The built-in families\n",
            *_families(),
            "",
            _OWN,
            *_tables(),
        ]
    )


def _language_name(language: str) -> str:
    return {"de": "German", "en": "English", "es": "Spanish"}.get(language, language)


def _families() -> list[str]:
    known = catalogue("en")
    rows = [
        "| id | asks for | kind | skill | level | group | weight |",
        "|---|---|---|---|---|---|---|",
    ]
    return rows + [_row(family) for family in known]


def _row(family: Family) -> str:
    skill = family.skill.source
    skill = f"{skill.partition('{')[0]}*" if "{" in skill else skill
    told = [f"`{family.id}`", family.makes, family.needs, f"`{family.kind}`", skill]
    return f"| {' | '.join(told)} | {family.level} | {family.group} | {family.weight} |"


def _tables() -> list[str]:
    kinds = ", ".join(f"`{kind}`" for kind in kinds_of_own())
    rows = [f"The kinds of a family of your own: {kinds}.\n"]
    rows += ["| for | the templates can name | with the fields |", "|---|---|---|"]
    for section, name in NAMES.items():
        fields = ", ".join(f"`{field}`" for field in FIELDS[name])
        rows.append(f"| `{section}` | `{name}`, `sources`, `claims`, `devices` | {fields} |")
    rows += [
        "",
        _FIELDS_TOLD,
        "",
        "| filter | takes | gives |",
        "|---|---|---|",
    ]
    for name, known in FILTERS.items():
        given = f"({', '.join(known.given)})" if known.given else ""
        rows.append(f"| `{name}{given}` | {known.takes} | {known.about} |")
    return [*rows, ""]


if __name__ == "__main__":
    sys.stdout.write(page())
