"""What templates are given."""

from app.domain.article import Article
from app.web.pages import article_context, in_its_paragraph


def test_evidence_stands_between_its_surroundings() -> None:
    article = Article("Hail", "news report", ("One.", "Nineteen trees fell in one night."))
    place = {"paragraph": 2, "start": 9, "end": 14, "quote": "trees", "row": "r"}
    assert in_its_paragraph(article, place) == {
        "paragraph": 2,
        "before": "Nineteen ",
        "quote": "trees",
        "after": " fell in one night.",
        "row": "r",
    }


def test_an_open_paper_does_not_say_whose_words_a_paragraph_is() -> None:
    article = Article("Hail", "news report", ("One.",), voices={1: "owner"})
    assert article_context(article)["paragraphs"] == [{"n": 1, "text": "One."}]
