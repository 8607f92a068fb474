"""What a student's browser has to fetch: little, in few requests, all of it our own."""

from pathlib import Path

import pytest
from playwright.sync_api import Request

from app.web.application import TEMPLATES
from app.web.site.assets import FOLDERS
from tests.browser.conftest import OpenStudent
from tests.browser.student import Student

PAGE_BYTES = 40_000
SCRIPT_BYTES = 12_000
REQUESTS = 7


def fetched(student: Student, url: str) -> list[Request]:
    """The requests that a page makes with nothing in the cache."""
    requests: list[Request] = []

    def note(request: Request) -> None:
        requests.append(request)

    student.page.on("requestfinished", note)
    student.page.goto(url)
    student.page.wait_for_load_state("networkidle")
    return [request for request in requests if not request.url.startswith("data:")]


def size(request: Request) -> int:
    """Bytes of the body as they came over the line."""
    return request.sizes()["responseBodySize"]


@pytest.mark.parametrize(
    ("asked", "minutes", "more"),
    [({}, None, 0), ({"cite": True, "confidence": True}, 10, 3)],
    ids=["plain", "backed and timed"],
)
def test_a_first_paper_is_light(
    open_student: OpenStudent, asked: dict[str, bool], minutes: int | None, more: int
) -> None:
    first = open_student()
    first.start_drawn("remote-plots", minutes, facts=4, sourcing=4, framing=4, **asked)
    second = Student(first.page.context.browser.new_context().new_page(), first.address)  # type: ignore[union-attr]  # a context of a browser has one
    second.page.context.add_cookies(first.page.context.cookies())  # type: ignore[arg-type]  # what it gives, it takes
    requests = fetched(second, first.page.url)
    sizes = [(request.resource_type, size(request)) for request in requests]
    second.page.context.close()
    scripts = [weight for kind, weight in sizes if kind == "script"]
    assert len(sizes) <= REQUESTS + more
    assert sum(weight for _, weight in sizes) <= PAGE_BYTES
    assert 0 < sum(scripts) <= SCRIPT_BYTES


@pytest.mark.parametrize(
    "path",
    sorted(path for folder in FOLDERS for path in folder.glob("*.css")),
    ids=lambda path: path.name,
)
def test_styles_know_no_left_or_right(path: Path) -> None:
    for line in path.read_text().splitlines():
        assert not any(f"{side}:" in line or f"-{side}" in line for side in ("left", "right")), line


@pytest.mark.parametrize(
    "path",
    sorted(path for folder in TEMPLATES for path in folder.rglob("*.html")),
    ids=lambda path: path.name,
)
def test_templates_leave_style_and_behaviour_to_files(path: Path) -> None:
    text = path.read_text()
    for inline in (" style=", " onclick=", "<style", "javascript:"):
        assert inline not in text
