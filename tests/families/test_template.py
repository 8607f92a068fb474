"""Templates: what is let in, what is refused, and that nothing costs more than its length."""

import pytest

from app.families.refusal import Refused
from app.families.rendering import LONGEST, render
from app.families.template import parse
from app.language.phrasing import Phrasing
from tests.quick import within

VALUES = {
    "claim": {
        "id": "a",
        "says": "The bus runs.",
        "empty": "",
        "hands": 3,
        "origin": {"id": "x", "name": "a driver", "type": "witness"},
    },
    "sources": [
        {"id": "x", "name": "a driver", "type": "witness"},
        {"id": "y", "name": "the council", "type": "organisation"},
        {"id": "z", "name": "a passenger", "type": "witness"},
    ],
    "long": "x" * 1_900,
}
PHRASING = Phrasing(joint="and", small=frozenset({"the"}))


def written(source: str) -> object:
    return render(parse(source), VALUES, PHRASING)


@pytest.mark.parametrize(
    ("source", "result"),
    [
        ("plain text", "plain text"),
        ("{{ claim.says }}", "The bus runs."),
        ("He said that {{ claim.says | lower_first }}", "He said that the bus runs."),
        ("{{ claim.origin.name | capital }} knows.", "A driver knows."),
        ("{{ claim.hands }}", 3),
        ("{{ claim.hands }} hands", "3 hands"),
        ("{% if claim.empty %}a{% elif claim.hands == 3 %}b{% else %}c{% endif %}", "b"),
        ("{{ 'few' if claim.hands != 3 else 'three' }}", "three"),
        ("{{ claim.empty or claim.id }}", "a"),
        ("{% if not claim.empty and claim.id %}yes{% endif %}", "yes"),
        ("{{ sources | other_than(claim.origin) | names }}", ["the council", "a passenger"]),
        (
            "{{ sources | other_than(claim.origin) | like(claim.origin) | names | joined }}",
            "a passenger and the council",
        ),
        ("{{ claim.says | bare | quoted | ended }}", "“The bus runs”."),
        ("two\n  lines", "two lines"),
        ("{# nothing #}{% raw %}{{ as it is }}{% endraw %}", "{{ as it is }}"),
    ],
)
def test_what_a_template_may_say(source: str, result: object) -> None:
    assert written(source) == result


ESCAPES = [
    "{{ claim.__class__ }}",
    "{{ claim.__class__.__mro__[1].__subclasses__() }}",
    "{{ ''.__class__ }}",
    "{{ claim['says'] }}",
    "{{ sources[0] }}",
    "{{ claim.keys() }}",
    "{{ claim.get }}",
    "{{ claim.says.format }}",
    "{{ '%s' % claim }}",
    "{{ claim.says.format(claim) }}",
    "{{ claim | attr('__class__') }}",
    "{{ sources | map(attribute='__class__') }}",
    "{{ cycler.__init__.__globals__ }}",
    "{{ lipsum.__globals__['os'] }}",
    "{{ self._TemplateReference__context }}",
    "{{ config }}",
    "{{ request }}",
    "{{ namespace() }}",
    "{{ joiner }}",
    "{% import 'x' as y %}",
    "{% from 'x' import y %}",
    "{% include '/etc/passwd' %}",
    "{% extends 'base' %}",
    "{% block a %}{% endblock %}",
    "{% macro m() %}{% endmacro %}",
    "{% call m() %}{% endcall %}",
    "{% set a = 1 %}",
    "{% set a %}x{% endset %}",
    "{% with a = 1 %}{{ a }}{% endwith %}",
    "{% filter capital %}x{% endfilter %}",
    "{% autoescape false %}{{ claim.says }}{% endautoescape %}",
    "{% do claim.clear() %}",
    "{% debug %}",
    "{{ claim is defined }}",
    "{{ claim.says ~ claim.says }}",
    "{{ claim.hands + 1 }}",
    "{{ -claim.hands }}",
    "{{ claim.hands > 2 }}",
    "{{ claim.id in claim.says }}",
    "{{ 1 < claim.hands == 3 }}",
    "{{ [claim] }}",
    "{{ {'a': claim} }}",
    "{{ (claim, claim) }}",
    "{{ claim.says[0:1] }}",
    "{{ claim.says | upper }}",
    "{{ claim.says | lower_first(width=9) }}",
    "{{ claim.says | after(*sources) }}",
    "{{ 1.5 }}",
    "{{ sources }} x",
    "{{ nobody }}",
    "{{ claim.nothing }}",
    "{{ claim.says | names }}",
    "{{ sources | quoted }}",
    "{{ claim.says | after }}",
    "{{ claim.says | quoted(1) }}",
    "{{ claim.says",
    "{% if claim %}",
    "{% endif %}",
    "{{ }}",
]

HEAVY = [
    "{% for a in range(10**9) %}{% for b in range(10**9) %}x{% endfor %}{% endfor %}",
    "{{ 'a' * 10**9 }}",
    "{{ 9**9**9**9 }}",
    "{{ 10**10**10 }}",
    "{{ lipsum(n=100000) }}",
    "{{ range(10**9) | list }}",
    "{{ 'x' | center(10**9) }}",
    "{{ '%1000000000d' % 1 }}",
    "{{ '{:>1000000000}'.format(1) }}",
    "{{ claim.says | replace('', 'x' * 10**9) }}",
    "{% set x = 'a' %}{% set x = x ~ x %}{% set x = x ~ x %}",
    "{% macro m(n) %}{{ m(n + 1) }}{% endmacro %}{{ m(0) }}",
    "{{ dict(a=dict) }}",
    "{{ " + "(" * 900 + "1" + ")" * 900 + " }}",
    "{{ " + "[" * 900 + "]" * 900 + " }}",
    "{{ " + "not " * 450 + "claim }}",
    "{{ " + "-" * 1_900 + "1 }}",
    "{{ claim" + ".a" * 900 + " }}",
    "{{ claim.says" + "|quoted" * 270 + " }}",
    "{{ 1" + " if 1 else 1" * 150 + " }}",
    "{% if 1 %}" * 100 + "{% endif %}" * 100,
    "{{ " + "9" * 1_900 + " }}x" + "x" * 80,
    "x" * (LONGEST + 1),
    "{{ long }}{{ long }}",
    "{{ long | quoted }}" * 90,
    "{" * 1_990,
    "{{" * 990,
    "{% " * 600,
    "{#" * 990,
    "{{ '" + "\\" * 1_900,
]


@pytest.mark.parametrize("source", ESCAPES)
def test_what_leads_out_of_a_template_is_refused(source: str) -> None:
    with pytest.raises(Refused) as caught:
        written(source)
    assert caught.value.message
    assert caught.value.advice
    assert caught.value.line == 1


@pytest.mark.parametrize("source", HEAVY)
def test_what_would_cost_much_is_refused_or_bounded_in_milliseconds(source: str) -> None:
    assert len(within(0.1, lambda: _written_or_refused(source))) <= LONGEST


def _written_or_refused(source: str) -> str:
    """Either is fine, if it is quick."""
    try:
        return str(written(source))
    except Refused as refused:
        return refused.message


def test_a_refusal_names_the_line_inside_the_template() -> None:
    with pytest.raises(Refused) as caught:
        written("first line\n\n{{ claim.says }} {{ range(3) }}")
    assert caught.value.line == 3
    assert "a call" in caught.value.message


def test_what_is_written_is_text_and_never_markup_or_template() -> None:
    values = {"claim": {"says": "<b>{{ claim.id }}</b> & {% raw %}"}}
    assert (
        render(parse("{{ claim.says }}!"), values, PHRASING) == "<b>{{ claim.id }}</b> & {% raw %}!"
    )
