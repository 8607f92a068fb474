"""Quotations and absent terms held against the article: what is said when they do not fit."""

import re

import pytest

from app.domain.article import Span
from app.domain.problem import Problem
from app.domain.question import Evidence
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
    assert problem.message == "The words “Tom” are in paragraph 2, not in paragraph 1."


def test_an_absent_term_that_occurs_is_shown_where() -> None:
    problem = one_problem(HEAD + "not_stated: [{says: x, absent: [TRAP]}]\n")
    assert "paragraph 2 has it: “…The bridge has become a trap.”" in problem.message


def test_a_broken_article_gives_no_problems_with_quotations() -> None:
    text = HEAD[HEAD.index("  text:") : HEAD.index("sources:")]
    assert told(SOUND.replace(text, "")) == ["5:3 missing-key"]


ARTICLE = """\
    The bridge is shut. The bridge is old. A report says so, and says “shut” again.

    Tom fell there in March. The report of March says “shut” and calls the bridge a trap.
"""
IN_ARTICLE = HEAD[HEAD.index("    The footbridge") : HEAD.index("sources:")]


def cited(evidence: str) -> str:
    """The bank with this article and this evidence, without the claim that cites another one."""
    bank = SOUND.replace(IN_ARTICLE, ARTICLE)
    claim = bank[bank.index("claims:") : bank.index("questions:")]
    return bank.replace(claim, "").replace(
        "evidence: Tom fell there in March", f"evidence: {evidence}"
    )


def evidence_of(yaml: str) -> Evidence:
    (found,) = bank_of(read(yaml)).questions[0].evidence
    return found


@pytest.mark.parametrize(
    ("written", "gap"),
    [
        ("bridge", "shut. The"),
        ("Report of March calls", ""),
        ("Tom fall there in March", ""),
        ("March", "report of"),
        ("'“shut”'", ""),
        ("""'"shut"'""", ""),
        ("{quote: March, paragraph: 1}", "report of"),
        ("{quote: The bridge, paragraph: 1}", "shut."),
        ("says", "report"),
    ],
)
def test_advice_that_is_followed_mends_the_quotation(written: str, gap: str) -> None:
    """A gap in what the message advises is filled with the words before the quotation."""
    for _ in range(3):
        problems = read(cited(written)).problems
        if not problems:
            break
        written = followed(written, problems[0], gap)
    assert evidence_of(cited(written)).quote


def followed(written: str, problem: Problem, gap: str) -> str:
    """The evidence as the problem advises to write it."""
    form = re.search(r"\{.*\}", problem.help)
    closest = re.search(r"closest place is in paragraph \d: “(.*)”\.", problem.help)
    elsewhere = re.search(r"are in paragraph (\d), not", problem.message)
    if form:
        return form[0].replace('"..."', f'"{gap}"')
    if elsewhere:
        return re.sub(r"paragraph: \d", f"paragraph: {elsewhere[1]}", written)
    assert closest
    return f"'{closest[1]}'"


@pytest.mark.parametrize(
    ("quotation", "times", "paragraphs"),
    [
        ("The bridge", 2, "paragraph 1"),
        ("March", 2, "paragraph 2"),
        ("says", 3, "paragraphs 1 and 2"),
    ],
)
def test_it_counts_the_places_of_a_quotation(quotation: str, times: int, paragraphs: str) -> None:
    assert ARTICLE.count(quotation) == times
    message = one_problem(cited(quotation)).message
    assert message.endswith(f"occur {times} times in the article ({paragraphs}).")


def test_a_word_that_must_be_absent_is_shown_in_its_paragraph() -> None:
    problem = one_problem(
        cited("Tom fell there").replace("    because", "    absent: [trap]\n    because")
    )
    shown = re.search(r"paragraph (\d) has it: “…(.*)”\.$", problem.message)
    assert shown
    paragraphs = [line.strip() for line in ARTICLE.split("\n\n")]
    assert shown[2] in paragraphs[int(shown[1]) - 1]
    assert "trap" in shown[2]
