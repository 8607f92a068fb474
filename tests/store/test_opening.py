"""Opening a database: what cannot be one, who may read its files, and which SQLite is used."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy import Connection

from app.errors import SettingsError
from app.store import engine
from app.store.engine import Store, open_store, sqlite_module, sqlite_warning

OLD, SOUND = (3, 40, 1), (3, 51, 3)


@pytest.fixture
def url(file: Path) -> str:
    return f"sqlite:///{file}"


@pytest.fixture
def two(url: str) -> Iterator[tuple[Store, Store]]:
    """Two stores on one file, as two worker processes have them, and a counter in it."""
    stores = open_store(url), open_store(url)
    with stores[0].writing() as connection:
        connection.exec_driver_sql("CREATE TABLE counter (number INTEGER)")
        connection.exec_driver_sql("INSERT INTO counter VALUES (0)")
    yield stores
    for store in stores:
        store.let_go()


def count(connection: Connection) -> int:
    number: int = connection.exec_driver_sql("SELECT number FROM counter").scalar_one()
    return number


def count_up(connection: Connection) -> None:
    """Read, then write what was read and one: lost or refused unless the lock came first."""
    connection.exec_driver_sql("UPDATE counter SET number = ?", (count(connection) + 1,))


def test_writers_of_several_processes_wait_for_each_other(two: tuple[Store, Store]) -> None:
    with ThreadPoolExecutor(4) as threads:
        done = [threads.submit(store.write, count_up) for _ in range(15) for store in two]
        assert [work.exception() for work in done] == [None] * 30
    with two[0].reading() as connection:
        assert count(connection) == 30


def test_another_thread_reads_while_one_writes(two: tuple[Store, Store]) -> None:
    store, _ = two

    def read() -> int:
        with store.reading() as connection:
            return count(connection)

    with store.writing() as connection, ThreadPoolExecutor(1) as threads:
        count_up(connection)
        assert threads.submit(read).result() == 0
    assert read() == 1


def test_an_old_file_is_closed_to_others(tmp_path: Path) -> None:
    file = tmp_path / "old.sqlite3"
    file.touch()
    file.chmod(0o644)
    open_store(f"sqlite:///{file}")
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_folder_in_the_place_of_the_file_is_refused_and_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "shared"
    folder.mkdir()
    folder.chmod(0o755)
    with pytest.raises(SettingsError, match=r"shared cannot be used: Is a directory\."):
        open_store(f"sqlite:///{folder}")
    assert folder.stat().st_mode & 0o777 == 0o755


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "kept").touch()
    with pytest.raises(SettingsError, match="kept"):
        open_store(f"sqlite:///{tmp_path / 'kept' / 'byline.sqlite3'}")


def test_network_files_are_refused_unless_allowed(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_file: Path) -> None:
        raise SettingsError("It is on a network file system.")

    monkeypatch.setattr(engine, "refuse_network", refuse)
    with pytest.raises(SettingsError, match="network"):
        open_store(url)
    with open_store(url, network_files=True).reading() as connection:
        assert connection.exec_driver_sql("SELECT 1").scalar_one() == 1
        connection.engine.dispose()


def sqlite_of(version: tuple[int, int, int]) -> Any:
    return SimpleNamespace(
        sqlite_version_info=version, sqlite_version=".".join(str(part) for part in version)
    )


@pytest.mark.parametrize(
    ("standard", "extra", "chosen"),
    [
        (SOUND, (3, 60, 0), "standard"),
        (OLD, SOUND, "extra"),
        (OLD, (3, 40, 2), "extra"),
        (OLD, OLD, "standard"),
        (OLD, (3, 30, 0), "standard"),
        (OLD, None, "standard"),
    ],
)
def test_pysqlite3_is_taken_when_it_is_needed_and_newer(
    monkeypatch: pytest.MonkeyPatch,
    standard: tuple[int, int, int],
    extra: tuple[int, int, int] | None,
    chosen: str,
) -> None:
    modules = {"standard": sqlite_of(standard)}
    if extra:
        modules["extra"] = sqlite_of(extra)

    def find(name: str) -> Any:
        assert name == "pysqlite3.dbapi2"
        if "extra" not in modules:
            raise ModuleNotFoundError(name)
        return modules["extra"]

    monkeypatch.setattr(engine, "sqlite3", modules["standard"])
    monkeypatch.setattr(engine, "import_module", find)
    assert sqlite_module() is modules[chosen]


@pytest.mark.parametrize(("version", "told"), [(OLD, "SQLite 3.40.1 can damage"), (SOUND, "")])
def test_an_old_sqlite_is_warned_of(
    monkeypatch: pytest.MonkeyPatch, version: tuple[int, int, int], told: str
) -> None:
    monkeypatch.setattr(engine, "sqlite_module", lambda: sqlite_of(version))
    assert sqlite_warning()[:24] == told
