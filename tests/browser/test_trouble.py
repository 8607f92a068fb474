"""Trouble that is not only pretended: a disk without room, a double click on a slow server."""

import resource
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.client import HTTPConnection
from pathlib import Path
from subprocess import Popen
from threading import Barrier, BrokenBarrierError
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Dialog, expect

from tests.browser.conftest import OpenContext, Watch
from tests.browser.student import Student
from tests.cli.test_serve import serving


def family(process: Popen[str]) -> Iterator[int]:
    """The ids of a process and of the processes that it has started."""
    waiting = [process.pid]
    while waiting:
        yield (pid := waiting.pop())
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text()
        waiting += map(int, children.split())


def leave_room(process: Popen[str], size: int) -> None:
    """Let a server write to no file beyond a size in bytes, as on a disk that is full."""
    for pid in family(process):
        _, hard = resource.prlimit(pid, resource.RLIMIT_FSIZE)
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (size, hard))


def health(port: int) -> int:
    """What the server says of itself."""
    connection = HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", "/healthz")
    status = connection.getresponse().status
    connection.close()
    return status


@pytest.mark.skipif(sys.platform != "linux", reason="limits the files of a running process")
def test_a_full_disk_costs_no_answer(
    open_context: OpenContext, watch: Watch, tmp_path: Path
) -> None:
    with serving(tmp_path) as (process, _, port):
        watch.address = f"http://127.0.0.1:{port}"
        watch.allowed = "Failed to load resource"
        student = Student(open_context().new_page(), watch.address)
        student.page.on("dialog", Dialog.accept)
        student.start("bus", 1)
        assert health(port) == 200
        leave_room(process, 0)
        assert health(port) == 503
        with student.page.expect_response("**/answers/1") as refused:
            student.answer(1)
        assert refused.value.status == 503
        expect(student.state).to_contain_text("Not saved yet: the server has trouble")
        given = student.chosen(1)
        student.page.reload()
        expect(student.state).to_contain_text("Not saved yet: the server has trouble")
        assert student.chosen(1) == given
        assert any(name.endswith(":1") for name in student.kept_in_browser())
        leave_room(process, resource.RLIM_INFINITY)
        expect(student.state).to_have_text("Saved", timeout=20_000)
        assert student.kept_in_browser() == {}
        assert health(port) == 200
        student.page.reload()
        assert student.chosen(1) == given


def together(view: Callable[..., Any], seen: list[Any]) -> Callable[..., Any]:
    """A view that is slow: it answers when two requests have come to it, or after two seconds.

    A browser may itself hold back the second of two clicks on the same button.
    """
    both = Barrier(2)

    def slow(**values: Any) -> Any:
        with suppress(BrokenBarrierError):
            both.wait(timeout=2)
        reply = view(**values)
        seen.append((reply.status_code, reply.location))
        return reply

    return slow


def test_a_double_click_on_a_slow_server_hands_in_once(
    student: Student, site: Flask, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch.allowed = "Failed to load resource"
    seen: list[Any] = []
    view = site.view_functions["attempt.finish"]
    student.start()
    student.answer_all()
    student.check_answers()
    monkeypatch.setitem(site.view_functions, "attempt.finish", together(view, seen))
    student.page.get_by_role("button", name="Hand in").dblclick()
    student.page.wait_for_url("**/result")
    expect(student.page.locator(".review")).to_have_count(6)
    expect(student.page.locator(".late")).to_have_count(0)
    assert {status for status, _ in seen} == {303}
    assert len({location for _, location in seen}) == 1
