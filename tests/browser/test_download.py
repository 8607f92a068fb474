"""Download my answers: made in the browser while nothing else works, and taken back whole."""

from pathlib import Path

from flask import Flask
from playwright.sync_api import expect

from app.classroom.collecting import collect
from app.formats.answers_file import AnswersFile, read_answers_file
from tests.browser.conftest import OpenStudent, Watch
from tests.browser.student import Student


def download(student: Student, place: int, folder: Path) -> AnswersFile:
    """Download the answers by the link of that place on the page, from 0."""
    link = student.page.get_by_role("link", name="Download my answers").nth(place)
    with student.page.expect_download() as waiting:
        link.click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    assert path.name == "byline-answers-harbour.json"
    file, faults = read_answers_file(path.read_bytes())
    assert faults == ()
    assert file is not None
    return file


def test_offline_with_unsent_answers(
    student: Student, watch: Watch, site: Flask, tmp_path: Path
) -> None:
    watch.allowed = "Failed to load resource"
    page = student.page
    student.start()
    links = page.get_by_role("link", name="Download my answers")
    expect(links).to_have_count(1)
    student.answer(1)
    expect(student.state).to_have_text("Saved")
    page.context.set_offline(True)
    student.answer(1, 1)
    student.turn_to(2)
    student.answer(2)
    expect(student.state).to_contain_text("no connection")
    expect(links).to_have_count(2)
    file = download(student, 0, tmp_path)
    assert [(one.n, one.revision) for one in file.answers[:3]] == [(1, 1), (2, 0), (3, 0)]
    collected = collect(site.extensions["byline.services"], file)
    assert (collected.saved, collected.stale, collected.errors) == ((1, 2), (), ())
    page.context.set_offline(False)
    expect(student.state).to_have_text("Saved")
    assert collect(site.extensions["byline.services"], file).saved == ()


def test_without_script_the_server_gives_it(open_student: OpenStudent, tmp_path: Path) -> None:
    student = open_student(java_script_enabled=False)
    student.start()
    student.answer(1)
    student.question(1).get_by_role("button", name="Save").click()
    file = download(student, 0, tmp_path)
    assert [one.n for one in file.answers] == [1]
