"""The wheel is whole: alone in an empty environment it checks a bank and serves an attempt."""

import json
import os
import re
import socket
import subprocess
import sys
import tarfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import metadata
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[2]
START_SECONDS = 30


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the source distribution, and the wheel from that, as for a release."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True, text=True)
    (built,) = folder.glob("byline-*.whl")
    return built


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with Byline alone."""
    return installed(wheel, tmp_path_factory.mktemp("installed"))


def installed(wheel: Path, folder: Path) -> Path:
    """Install the wheel beside the locked runtime packages and nothing else; return the folder.

    The packages are links into this environment, so that nothing is downloaded; those of the
    development lock are out of reach, so that a forgotten dependency shows.
    """
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    pip(folder, "install", "--no-deps", "--no-index", str(wheel))
    (site_packages,) = folder.glob("lib/python*/site-packages")
    for part in locked_parts():
        (site_packages / part.name).symlink_to(part)
    return folder


def pip(environment: Path, *arguments: str) -> None:
    """Run this environment's pip for another one, which has none."""
    command = [sys.executable, "-m", "pip", "--python", str(environment / "bin" / "python")]
    subprocess.run([*command, *arguments], check=True, capture_output=True, text=True)


def locked_parts() -> Iterator[Path]:
    """Yield the folders and modules that the packages of the runtime lock consist of."""
    lock = (ROOT / "requirements" / "serve.lock").read_text(encoding="utf-8")
    for name in re.findall(r"^([a-z0-9][a-z0-9.-]*)==", lock, re.MULTILINE):
        try:
            distribution = metadata.distribution(name)
        except metadata.PackageNotFoundError:  # for another platform
            continue
        tops = {file.parts[0] for file in distribution.files or ()} - {"..", "__pycache__"}
        yield from (Path(str(distribution.locate_file(top))) for top in sorted(tops))


def bare_environ() -> dict[str, str]:
    """Return the environment without settings of Byline's or Python's."""
    return {
        name: text for name, text in os.environ.items() if not name.startswith(("BYLINE_", "PY"))
    }


def run(environment: Path, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [str(environment / "bin" / "byline"), *arguments]
    return subprocess.run(
        command, cwd=cwd, env=bare_environ(), capture_output=True, text=True, check=False
    )


@contextmanager
def served(environment: Path, folder: Path) -> Iterator[str]:
    """Serve from the installed command in an empty folder; give the address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(environment / "bin" / "byline"), "serve", "--host", "127.0.0.1"]
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(
            [*command, "--port", str(port)], cwd=folder, env=bare_environ(), stdout=log, stderr=log
        )
    try:
        address = f"http://127.0.0.1:{port}"
        await_health(server, address, folder / "log")
        yield address
    finally:
        server.terminate()
        server.wait(timeout=START_SECONDS)


def await_health(server: subprocess.Popen[bytes], address: str, log: Path) -> None:
    """Return when the server says that it is well; fail with its log when it does not."""
    deadline = time.monotonic() + START_SECONDS
    while server.poll() is None and time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(f"{address}/healthz", timeout=START_SECONDS):
                return
        except OSError:
            # The operating system gives no sign when a port opens.
            time.sleep(0.05)
    pytest.fail(f"byline serve did not start:\n{log.read_text()}")


def call(method: str, address: str, body: object = None, token: str = "") -> Any:
    """Send JSON, with the attempt's token if there is one; return the JSON of the reply."""
    request = urllib.request.Request(address, method=method)
    if body is not None:
        request.data = json.dumps(body).encode()
        request.add_header("Content-Type", "application/json")
    if token:
        request.add_header("Authorization", f"Bearer {token}")
    with urllib.request.urlopen(request, timeout=START_SECONDS) as reply:
        return json.load(reply)


def any_response(item: dict[str, Any]) -> object:
    """Answer what was presented, right or wrong; leave open what is not simply chosen."""
    if item["kind"] == "statements":
        return {row["id"]: "true" for row in item["rows"]}
    if item["kind"] not in {"choice", "multiple"}:
        return None
    first = item["options"][0]["id"]
    return [first] if item["kind"] == "multiple" else first


def foreign_wheel(folder: Path) -> Path:
    """Write the wheel of another package that ships an `app`, as a tutorial's project may."""
    path = folder / "tutorial-1.0-py3-none-any.whl"
    files = {
        "app/__init__.py": "",
        "tutorial-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: tutorial\nVersion: 1.0\n",
        "tutorial-1.0.dist-info/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\n",
    }
    record = "tutorial-1.0.dist-info/RECORD"
    with ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
        archive.writestr(record, "".join(f"{name},,\n" for name in (*files, record)))
    return path


def test_the_wheel_has_every_file(wheel: Path) -> None:
    names = set(ZipFile(wheel).namelist())
    banks = {f"app/questions/{path.name}" for path in (ROOT / "questions").glob("*.yaml")}
    ours = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "app").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and path.suffix != ".pot"
    }
    assert {"app/questions/remote-plots.yaml", "app/py.typed", "byline.py"} <= names
    assert sorted((banks | ours) - names) == []
    assert sorted(name for name in names if name.startswith(("tests/", "docs/"))) == []


def test_the_source_distribution_has_every_file(wheel: Path) -> None:
    (archive,) = wheel.parent.glob("byline-*.tar.gz")
    with tarfile.open(archive) as opened:
        names = {name.partition("/")[2] for name in opened.getnames()}
    folders = ("app", "docs", "questions", "requirements", "tests", ".ci")
    ours = {
        path.relative_to(ROOT).as_posix()
        for folder in folders
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and not {"__pycache__", "failures"} & set(path.parts)
    }
    assert {"pyproject.toml", "Makefile", "byline.py", "tests/test_house.py"} <= names
    assert sorted(name for name in ours - names if not name.endswith(".pot")) == []


def test_the_installed_command_checks_the_bank(environment: Path, tmp_path: Path) -> None:
    done = run(environment, "check", "remote-plots", cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_installed_command_serves_an_attempt(environment: Path, tmp_path: Path) -> None:
    with served(environment, tmp_path) as address:
        opened = call("POST", f"{address}/api/attempts", {"bank": "remote-plots", "seed": 7})
        attempt, token = f"{address}/api/attempts/{opened['id']}", opened["token"]
        items = opened["paper"]["items"]
        for item in items:
            answer = {"response": any_response(item), "revision": 0}
            saved = call("PUT", f"{attempt}/answers/{item['n']}", answer, token)
            assert saved["revision"] == 1
        call("POST", f"{attempt}/hand-in", {}, token)
        result = call("GET", f"{attempt}/result", token=token)
        with urllib.request.urlopen(f"{address}/", timeout=START_SECONDS) as home:
            page = home.read().decode()
    assert len(items) == result["of"] == len(result["items"]) > 0
    assert 0 <= result["points"] <= result["of"]
    assert "/practice/remote-plots" in page


def test_the_installed_command_refuses_a_foreign_app(wheel: Path, tmp_path: Path) -> None:
    environment = installed(wheel, tmp_path / "shared")
    assert run(environment, "--version", cwd=tmp_path).returncode == 0
    pip(environment, "install", "--no-deps", "--no-index", str(foreign_wheel(tmp_path)))
    replaced = run(environment, "--version", cwd=tmp_path)
    pip(environment, "uninstall", "--yes", "tutorial")
    removed = run(environment, "--version", cwd=tmp_path)
    assert (replaced.returncode, removed.returncode) == (2, 2)
    assert "tutorial" in replaced.stderr
    assert "app/__init__.py is missing" in removed.stderr
