"""Quotations and absent terms held against the article: what is said when they do not fit."""

from app.domain.article import Span
from tests.bank.banks import HEAD, SOUND, bank_of, one_problem, read, told


def test_evidence_has_three_forms() -> None:
    for form in (
        "a trap",
        "{quote: a trap, paragraph: 2, prefix: become}",
        "[a trap]",
        "[{quote: a trap, suffix: .}]",
    ):
        bank = bank_of(read(SOUND.replace("Tom fell there in March\n", f"{form}\n")))
        assert bank.questions[0].evidence[0].span == Span(2, 47, 53)


def test_a_missing_quotation_shows_the_closest_place() -> None:
    problem = one_problem(SOUND.replace("Tom fell there in March\n", "Tom fell here in March\n"))
    assert problem.help == "The closest place is in paragraph 2: “Tom fell there in March.”."


def test_a_quotation_that_stands_twice_says_how_to_name_the_paragraph() -> None:
    problem = one_problem(SOUND.replace("Tom fell there in March\n", "bridge\n"))
    assert "2 times" in problem.message
    assert "(paragraphs 1 and 2)" in problem.message
    assert '{quote: "bridge", paragraph: 1}' in problem.help


def test_a_quotation_of_another_paragraph_names_it() -> None:
    problem = one_problem(
        SOUND.replace("evidence: Tom fell there in", "evidence: {quote: Tom, paragraph: 1} #")
    )
    assert problem.message == "The words “Tom” stand in paragraph 2, not in paragraph 1."


def test_an_absent_term_that_occurs_is_shown_where() -> None:
    problem = one_problem(HEAD + "not_stated: [{says: x, absent: [TRAP]}]\n")
    assert "paragraph 2 has it: “…The bridge has become a trap.”" in problem.message


def test_a_broken_article_gives_no_problems_with_quotations() -> None:
    text = HEAD[HEAD.index("  text:") : HEAD.index("sources:")]
    assert told(SOUND.replace(text, "")) == ["5:3 missing-key"]
