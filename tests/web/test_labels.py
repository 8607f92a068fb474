"""Every name that a page may show has plain words, and they follow the request's language."""

from app.domain.article import ARTICLE_TYPES
from app.domain.skill import SKILLS, SUB_SKILL_NAMES
from app.kinds import KINDS
from app.language.labels import TABLES
from app.web.application import make_site
from app.web.site.template_words import marking_rule, word


def words_for(table: str, names: list[str]) -> list[str]:
    with make_site().test_request_context("/"):
        return [word(table, name) for name in names]


def test_every_skill_and_sub_skill_has_words_of_its_own() -> None:
    skills = words_for("skill", list(SKILLS))
    parts = words_for("sub_skill", list(SUB_SKILL_NAMES))
    assert not set(skills) & set(SKILLS)
    assert len(set(parts)) == len(SUB_SKILL_NAMES)
    assert all(" " in words for words in parts)


def test_every_type_of_article_has_words_of_its_own() -> None:
    assert set(TABLES["article_type"]) == set(ARTICLE_TYPES)


def test_every_rule_that_a_kind_marks_by_is_shown_in_a_sentence() -> None:
    with make_site().test_request_context("/", headers={"Accept-Language": "es"}):
        shown = {
            marking_rule(name, rule): words
            for name, kind in KINDS.items()
            for rule, words in kind.RULES.items()
        }
    assert all(spanish.endswith(".") and spanish != english for spanish, english in shown.items())


def test_a_name_without_words_stands_for_itself() -> None:
    assert words_for("article_type", ["podcast"]) == ["podcast"]
