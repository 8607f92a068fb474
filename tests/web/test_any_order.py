"""Whatever a student does in whatever order, the check and the paper show what was last saved."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from flask import Flask
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from selectolax.lexbor import LexborHTMLParser as Page

from app.classroom.services import open_services
from app.config import Settings
from app.web.application import make_site
from app.web.site.current import move_in
from tests.kept import put_database
from tests.web.banks import orchard
from tests.web.cast import browser_of, items_of, start_practice, stored

NUMBERS = st.integers(1, 6)


def answers_to(item: Any) -> Iterator[Any]:
    """Yield some answers that a question takes, the blank among them."""
    yield None
    for option in item["options"]:
        one = option["id"]
        if "rows" in item:
            yield {row["id"]: one for row in item["rows"]}
        else:
            yield [one] if item["kind"] == "multiple" else one


@cache
def application() -> Flask:
    """The application that every example moves its own classroom into."""
    return make_site()


class Sitting(RuleBasedStateMachine):
    """A student with two windows on one paper; `known` are the revisions that each one knows."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        banks = Path(self.folder.name) / "banks"
        banks.mkdir()
        (banks / "orchard.yaml").write_text(orchard(), encoding="utf-8")
        kept = Path(self.folder.name) / "kept"
        kept_in = Settings.from_environment({}, banks=banks, data=kept)
        put_database(kept_in)
        services = open_services(kept_in)
        move_in(application(), services)
        self.store = services.store
        self.browser = browser_of(application())

    @initialize()
    def start(self) -> None:
        """Open a paper in both windows."""
        self.paper = start_practice(self.browser)
        self.items = items_of(self.browser, self.paper)
        self.saved: dict[int, Any] = {}
        self.newest: dict[int, int] = {}
        self.known: list[dict[int, int]] = [{}, {}]
        self.done = False

    @rule(n=NUMBERS, place=st.integers(0, 9), window=st.integers(0, 1))
    def answer(self, n: int, place: int, window: int) -> None:
        """Save an answer from a window; the reply says what became of it."""
        choices = list(answers_to(self.items[n - 1]))
        response = choices[place % len(choices)]
        known = self.known[window].get(n, 0)
        sent = {"response": response, "revision": known}
        reply = self.browser.put(f"/api{self.paper}/answers/{n}", json=sent)
        if self.done:
            assert reply.status_code == 409
        elif reply.status_code == 200:
            self.saved[n] = response
            self.newest[n] = self.known[window][n] = reply.get_json()["revision"]
        else:
            assert reply.status_code == 409
            assert known != self.newest.get(n, 0)
            assert reply.get_json(force=True)["response"] == self.saved.get(n)

    @rule(window=st.integers(0, 1))
    def reload(self, window: int) -> None:
        """Open the paper anew in a window."""
        assert self.browser.get(self.paper).status_code == (303 if self.done else 200)
        if not self.done:
            self.known[window] = dict(self.newest)

    @rule()
    def hand_in(self) -> None:
        """Hand in, perhaps once more."""
        reply = self.browser.post(f"{self.paper}/hand-in")
        assert (reply.status_code, reply.location) == (303, f"{self.paper}/result")
        self.done = True

    @invariant()
    def what_is_shown_was_saved(self) -> None:
        """The store, the check and the result have the last acknowledged answers."""
        assert stored(self.browser, self.paper) == self.saved
        if self.done:
            result = self.browser.get(f"/api{self.paper}/result").get_json()
            marked = {item["n"]: item["response"] for item in result["items"]}
            assert marked == {n: self.saved.get(n) for n in marked}
        else:
            page = Page(self.browser.get(f"{self.paper}/check").text)
            states = [line.attributes["data-state"] for line in page.css(".checklist li")]
            answered = [self.saved.get(n) is not None for n in range(1, 7)]
            assert states == ["answered" if one else "open" for one in answered]

    def teardown(self) -> None:
        """Close the database."""
        self.store.let_go()
        self.folder.cleanup()


Sitting.TestCase.settings = settings(
    max_examples=10,
    stateful_step_count=15,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
test_any_order = Sitting.TestCase
