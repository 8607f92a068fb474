"""What holds for every test: the same examples everywhere, and no settings from outside."""

import os

import pytest
from hypothesis import Phase, settings

# How long an example takes says something about the machine, not about the program.
settings.register_profile("byline", deadline=None, print_blob=True)
settings.register_profile("ci", settings.get_profile("byline"), derandomize=True)
# A planted fault is found or not; which example finds it is of no interest.
settings.register_profile(
    "mutation", settings.get_profile("ci"), phases=(Phase.explicit, Phase.generate)
)
settings.load_profile("ci" if os.environ.get("CI") else "byline")

ABOUT_THE_TESTS = {"BYLINE_CHROMIUM", "BYLINE_TEST_DATABASE"}


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hide the BYLINE_ settings of the person who runs the tests, but for those about the tests."""
    for name in list(os.environ):
        if name.startswith("BYLINE_") and name not in ABOUT_THE_TESTS:
            monkeypatch.delenv(name)
