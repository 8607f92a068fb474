"""Numbers, days and lists are written as the reader of the page writes them."""

import re

import pytest
from flask import Flask, render_template_string
from selectolax.lexbor import LexborHTMLParser as Page

from app.language.tags import SOURCE
from app.web.site.reader_language import CATALOGUES, choose_language
from tests.web.cast import Browser, start_practice

TEMPLATE = "{{ 7.5|figure }} {{ 8.0|figure }} {{ 0.335|figure(2) }} {{ 1234.5|figure }}"


def shown(site: Flask, template: str, accepted: str) -> str:
    with site.test_request_context("/", headers={"Accept-Language": accepted}):
        return render_template_string(template)


@pytest.mark.parametrize(
    ("accepted", "written"),
    [
        ("en", "7.5 8 0.34 1,234.5"),
        ("es", "7,5 8 0,34 1.234,5"),
        ("es-MX", "7.5 8 0.34 1,234.5"),
        ("fr", "7.5 8 0.34 1,234.5"),
        ("xx-nonsense", "7.5 8 0.34 1,234.5"),
    ],
)
def test_numbers_follow_the_reader(site: Flask, accepted: str, written: str) -> None:
    assert shown(site, TEMPLATE, accepted) == written


@pytest.mark.parametrize(
    ("accepted", "written"),
    [
        ("en", "February 4, 2017"),
        ("en-GB", "4 February 2017"),
        ("es-MX", "4 de febrero de 2017"),
    ],
)
def test_days_follow_the_reader(site: Flask, accepted: str, written: str) -> None:
    assert shown(site, "{{ '2017-02-04'|day }}", accepted) == written


def test_lists_follow_the_language_of_what_they_list(site: Flask) -> None:
    template = "{{ ['a', 'b', 'c']|listed('es') }} {{ ['a', 'b']|listed('xx') }}"
    assert shown(site, template, "en") == "a, b y c a and b"


def test_a_count_is_written_and_counted_by_the_reader(site: Flask) -> None:
    template = "{{ ngettext('%(num)s question', '%(num)s questions', count) }}"
    for count, written in ((1, "1 question"), (12, "12 questions"), (1234, "1,234 questions")):
        assert shown(site, f"{{% set count = {count} %}}{template}", "en") == written


def test_a_result_is_written_for_its_reader(owner: Browser) -> None:
    address = start_practice(owner)
    owner.post(f"{address}/hand-in")
    spanish = {"Accept-Language": "es"}
    page = Page(owner.get(f"{address}/result", headers=spanish).text)
    points = page.css_first("h1")
    assert points is not None
    assert re.fullmatch(r"\d(,\d)? de \d puntos", points.text())
    day = page.css_first("article.text time")
    assert day is not None
    assert (day.text(), day.attributes["lang"]) == ("5 de mayo de 2025", "es")


def test_the_readers_region_counts_where_babel_knows_it(site: Flask) -> None:
    offered = tuple(site.extensions[CATALOGUES])
    assert str(choose_language("es-AR", offered).locale) == "es_AR"
    assert choose_language("es-XY", offered).language == "es"
    assert str(choose_language("tlh", offered).locale) == SOURCE
