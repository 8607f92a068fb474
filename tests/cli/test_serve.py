"""`byline serve`: a real server process from its first line to its end."""

import errno
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import click
import pytest

from app.cli import run
from app.cli.addresses import link_to
from app.cli.serve import listen, serve
from app.config import SETTINGS
from app.errors import SettingsError

BANK = """\
byline: 1
title: A bus line returns
language: en
article:
  title: Line 7 is back
  type: news report
  text: Line 7 runs again from Monday.
questions:
  - id: when
    kind: choice
    skill: facts/explicit-information
    level: 1
    prompt: When does the line run again?
    answer: On Monday
    distractors: [On Tuesday, On Sunday]
    evidence: from Monday
    because: The text names the day.
"""


@contextmanager
def serving(folder: Path, *options: str) -> Iterator[tuple[subprocess.Popen[str], list[str], int]]:
    """A server on a free port; gives the process, the lines that it printed, and the port."""
    banks = folder / "banks"
    banks.mkdir(exist_ok=True)
    (banks / "bus.yaml").write_text(BANK)
    (banks / "broken.yaml").write_text("byline: 1\ntitle: [")
    command = [sys.executable, "-m", "app", "serve", "--host", "127.0.0.1", "--port", "0"]
    command += ["--banks", str(banks), "--data", str(folder / "data"), "--workers", "2", *options]
    child = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        yield child, *_until_ready(child)
    finally:
        child.kill()
        child.communicate()


def _until_ready(child: subprocess.Popen[str]) -> tuple[list[str], int]:
    assert child.stdout is not None
    lines: list[str] = []
    for line in child.stdout:
        lines.append(line)
        if "Ctrl-C" in line:
            break
    port = re.search(r"http://127\.0\.0\.1:(\d+)/", "".join(lines))
    assert port, lines
    return lines, int(port[1])


def get(port: int, path: str) -> int:
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", path)
    status = connection.getresponse().status
    connection.close()
    return status


def test_it_names_the_banks_serves_and_stops_in_peace(tmp_path: Path) -> None:
    with serving(tmp_path) as (child, lines, port):
        shown = "".join(lines)
        assert "bus: A bus line returns" in shown
        assert "broken: not served, 1 problem" in shown
        assert get(port, "/") == 200
        assert get(port, "/practice/bus") == 200
        assert get(port, "/practice/broken") == 404
        assert get(port, "/healthz") == 200
        child.send_signal(signal.SIGTERM)
        assert child.wait(30) == 0


def test_what_is_kept_is_for_its_owner_alone(tmp_path: Path) -> None:
    with serving(tmp_path):
        data = tmp_path / "data"
        assert {"byline.sqlite3", "secret-key"} <= {file.name for file in data.iterdir()}
        assert data.stat().st_mode & 0o777 == 0o700
        assert {file.stat().st_mode & 0o077 for file in data.iterdir() if file.is_file()} == {0}


@pytest.mark.skipif(not hasattr(os, "sched_getaffinity"), reason="cores can be asked on Linux only")
def test_each_worker_has_a_core_of_its_own(tmp_path: Path) -> None:
    with serving(tmp_path) as (child, _, port):
        # The second worker may still be starting: some requests give it the time.
        for _ in range(200):
            assert get(port, "/healthz") == 200
            children = Path(f"/proc/{child.pid}/task/{child.pid}/children").read_text().split()
            cores = [os.sched_getaffinity(int(worker)) for worker in children]
            if [len(own) for own in cores] == [1, 1]:
                break
        assert [len(own) for own in cores] == [1, 1]
        assert len(set.union(*cores)) == min(2, len(os.sched_getaffinity(0)))


def test_a_port_that_is_taken_is_reported_in_a_sentence() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(SettingsError, match=f"Port {port} is used by another program") as told:
            listen("127.0.0.1", port)
    assert f"--port {port + 1}" in told.value.message


def test_a_host_that_is_not_ours_is_reported_in_a_sentence() -> None:
    with pytest.raises(SettingsError, match=r"cannot listen on 192\.0\.2\.1"):
        listen("192.0.2.1", 0)


def test_a_port_of_the_system_is_reported_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("app.cli.serve.create_server", refuse)
    with pytest.raises(SettingsError, match="Port 80 is kept for the system"):
        listen("127.0.0.1", 80)


def test_a_wrong_setting_ends_with_the_code_for_wrong_usage(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["serve", "--port", "many"]) == 2
    assert '--port is "many", but must be a whole number' in capsys.readouterr().err


def test_every_setting_that_may_be_an_option_is_one() -> None:
    switches = {name for option in serve.params for name in option.opts}
    assert switches == {setting.switch for setting in SETTINGS if setting.option}
    assert all(isinstance(option, click.Option) and option.help for option in serve.params)


def test_a_server_for_this_machine_says_that_no_other_can_open_it() -> None:
    link = link_to("127.0.0.1", 8000)
    assert not link.is_shared
    assert "--host" in link.note


def test_an_address_of_the_other_kind_stands_in_brackets() -> None:
    assert link_to("2001:db8::1", 80).address == "http://[2001:db8::1]/"


@pytest.mark.skipif(os.name != "posix", reason="descriptors are closed by a shell")
def test_a_service_without_input_and_output_serves_and_says_only_what_was_asked(
    tmp_path: Path,
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = f'exec "{sys.executable}" -m app serve --host 127.0.0.1 --port {port} <&- >&-'
    log = tmp_path / "log"
    environ = {**os.environ, "BYLINE_DATA": str(tmp_path / "data"), "BYLINE_WORKERS": "1"}
    with (
        log.open("wb") as stderr,
        subprocess.Popen(["sh", "-c", command], stderr=stderr, env=environ) as child,
    ):
        try:
            while child.poll() is None and not listens(port):
                pass
            assert get(port, "/healthz") == 200, log.read_text()
            child.send_signal(signal.SIGINT)
            assert child.wait(30) == 0
        finally:
            child.terminate()  # or a failed test would wait for it for ever
    lines = log.read_text().splitlines()
    assert re.findall(r" rule=(\S+)", "\n".join(lines)) == ["/healthz"], lines
    assert len(lines) == 1, lines


def listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
