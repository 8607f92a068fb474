"""Every page is sound HTML, and what a bank says is text in it."""

import re
from html.parser import HTMLParser

from selectolax.lexbor import LexborHTMLParser as Page

from tests.web.banks import HOSTILE_TEXT
from tests.web.school import Class, replies


class Balance(HTMLParser):
    """Finds elements that are not closed, or closed in the wrong order, and ids used twice."""

    VOID = frozenset(
        [
            "area",
            "base",
            "br",
            "col",
            "embed",
            "hr",
            "img",
            "input",
            "link",
            "meta",
            "source",
            "track",
            "wbr",
        ]
    )

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        self.faults += [f"{tag} {name} twice" for name in set(names) if names.count(name) > 1]
        self.faults += [f"{tag} {name}" for name in names if name == "style" or name[:2] == "on"]
        self.ids += [value or "" for name, value in attrs if name == "id"]
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in self.VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> at {self.getpos()}")


def test_every_page_is_sound_html(school: Class) -> None:
    pages = [(name, reply) for name, reply in replies(school) if reply.mimetype == "text/html"]
    assert len(pages) > 8
    for name, reply in pages:
        if reply.status_code == 303:
            continue
        balance = Balance()
        balance.feed(reply.text)
        page = Page(reply.text)
        assert balance.faults == [], name
        assert balance.open == [], name
        assert len(set(balance.ids)) == len(balance.ids), name
        assert len(page.css("h1")) == 1, name
        assert page.css("html[lang][dir]"), name
        assert reply.text.lower().startswith("<!doctype html>"), name
        scripts = [script for script in page.css("script") if "src" not in script.attributes]
        assert all(script.attributes.get("type") == "application/json" for script in scripts), name


def test_what_a_bank_says_is_text_and_never_markup(school: Class) -> None:
    told = {}
    for name, reply in replies(school):
        if reply.mimetype != "text/html" or reply.status_code == 303:
            continue
        page = Page(reply.text)
        assert page.css("[onmouseover]") == [], name
        # As a word: the ids on a page are of chance, and one of them may hold these digits.
        assert not re.search(r"(?<![\w-])1337(?![\w-])", reply.text), name
        told[name] = (page.body.text() if page.body else "").count("onmouseover=alert(1)")
    spoken = [name for name, count in told.items() if count]
    assert spoken == [
        "GET /",
        "GET /attempts/<attempt_id>",
        "GET /attempts/<attempt_id>/check",
        "GET /attempts/<attempt_id>/result",
        "GET /practice/<bank_id>",
        "whose",
    ]
    assert HOSTILE_TEXT.startswith("<b onmouseover=")


def test_nothing_leads_away(school: Class) -> None:
    """Every address on a page is ours, but for the article's own."""
    for name, reply in replies(school):
        for node in Page(reply.text).css("[href], [src], [action], [formaction]"):
            for part in ("href", "src", "action", "formaction"):
                address = node.attributes.get(part) or "/"
                ours = address[0] in "/#" and not address.startswith("//")
                known = address.startswith(("https://example.org/", "data:image/svg+xml"))
                assert ours or known, (name, address)
