"""Language tags: how they widen, and which offered one serves a wanted one."""

import re
from pathlib import Path

import pytest

import app
from app.language.tags import base_language, fallbacks, look_up, same_language


@pytest.mark.parametrize(
    ("tag", "forms"),
    [
        ("es", ("es",)),
        ("es-MX", ("es-mx", "es")),
        ("pt_BR", ("pt-br", "pt")),
        ("zh-Hant-TW", ("zh-hant-tw", "zh-hant", "zh")),
        ("de-u-co-phonebk", ("de-u-co-phonebk", "de-u-co", "de")),
        ("x-private", ("x-private",)),
        ("", ("",)),
    ],
)
def test_a_tag_widens_from_the_right(tag: str, forms: tuple[str, ...]) -> None:
    assert fallbacks(tag) == forms


def test_the_base_language_has_no_script_and_no_region() -> None:
    assert base_language("zh-Hant-TW") == "zh"
    assert base_language("ES") == "es"


@pytest.mark.parametrize(
    ("wanted", "found"),
    [("es-MX", "es"), ("PT-br", "pt_BR"), ("pt-BR-x-x1", "pt_BR"), ("pt", None), ("fr", None)],
)
def test_the_nearest_wider_tag_serves(wanted: str, found: str | None) -> None:
    assert look_up(wanted, ["en", "es", "pt_BR"]) == found


def test_regions_share_a_language() -> None:
    assert same_language("es-MX", "es_ES")
    assert not same_language("es", "et")


def test_no_other_module_cuts_tags() -> None:
    cuts = re.compile(r"""(?:split|partition)\(\s*["'](?:-|\[-_\])["']""")
    house = Path(app.__file__).parent
    found = {
        path.relative_to(house).as_posix()
        for path in house.rglob("*.py")
        if cuts.search(path.read_text("utf-8"))
    }
    # The second cuts ranges of numbers.
    assert found == {"language/tags.py", "lint/rules/numbers.py"}
