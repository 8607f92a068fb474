"""A student at a browser: what the student does, in the words of the pages."""

import re
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

BANK = "harbour"


@dataclass
class Student:
    """A student at `page`; `address` is where the site is."""

    page: Page
    address: str

    def go(self, path: str) -> None:
        """Open a path of the site."""
        self.page.goto(self.address + path)

    def start(self, bank: str = BANK, length: int = 6, minutes: int | None = None) -> None:
        """Start a practice and come to its paper."""
        self.go(f"/practice/{bank}")
        self.page.get_by_label(str(length), exact=True).check()
        if minutes is not None:
            self.page.get_by_text("More options").click()
            self.page.get_by_label("Time limit").select_option(str(minutes))
        self.page.get_by_role("button", name="Start").click()
        self.page.wait_for_url(re.compile(r"/(attempts|practice)/[^#]+$"))
        another = self.page.get_by_role("button", name="Yes, but start a new one")
        if another.count():
            another.click()
        self.page.wait_for_url("**/attempts/*")

    def start_drawn(self, bank: str, minutes: int | None = None, **blueprint: int) -> str:
        """Open the paper of a blueprint that no page offers; returns the attempt's id."""
        self.start()  # for the browser's key
        plan = {"facts": 0, "sourcing": 0, "framing": 0} | blueprint
        wish = {"bank": bank, "blueprint": plan, "time_limit": minutes}
        reply = self.page.request.post(
            f"{self.address}/api/attempts", data=wish, headers={"Origin": self.address}
        )
        attempt = str(reply.json()["id"])
        self.go(f"/attempts/{attempt}")
        return attempt

    @property
    def state(self) -> Locator:
        """Where the page says how saving goes."""
        return self.page.get_by_role("status")

    def question(self, n: int) -> Locator:
        """The n-th question, from 1."""
        return self.page.locator(f"#q{n}")

    def entry(self, n: int) -> Locator:
        """The n-th question's entry in the list of all questions."""
        return (
            self.page.get_by_role("navigation", name="All questions").get_by_role("link").nth(n - 1)
        )

    def length(self) -> int:
        """How many questions the paper has."""
        return self.page.locator(".question").count()

    def turn_to(self, n: int) -> None:
        """Choose a question from the list of all."""
        self.entry(n).click()
        expect(self.question(n)).to_be_visible()

    def answer(self, n: int, choice: int = 0) -> None:
        """Answer the question in view: each of its groups with the choice of that place, from 0."""
        for group in self.groups(n):
            group.locator(".option").nth(choice).click()

    def groups(self, n: int) -> list[Locator]:
        """The groups of options of a question: its rows, or the question itself."""
        question = self.question(n)
        return question.locator(".statement").all() or [question]

    def answer_all(self, choice: int = 0) -> None:
        """Answer one question after the other, and wait until all of it is saved."""
        for n in range(1, self.length() + 1):
            self.turn_to(n)
            self.answer(n, choice)
        expect(self.state).to_have_text("Saved")

    def chosen(self, n: int) -> list[str]:
        """The values of a question's ticked fields."""
        ticked = self.question(n).locator("input:checked")
        return [field.input_value() for field in ticked.all()]

    def check_answers(self) -> None:
        """Leave the paper for the list of answers."""
        self.page.get_by_role("button", name="Check my answers").click()
        self.page.wait_for_url("**/check")

    def hand_in(self) -> None:
        """Hand in, and come to the result."""
        self.page.get_by_role("button", name="Hand in").click()
        self.page.wait_for_url("**/result")

    def kept_in_browser(self) -> dict[str, str]:
        """What this site keeps in the browser's storage."""
        kept: dict[str, str] = self.page.evaluate("() => ({ ...localStorage })")
        return kept
