"""Downloading the answers: the server's file can be taken back."""

from flask import Flask

from app.classroom.collecting import collect
from app.formats.answers_file import read_answers_file
from tests.web.cast import Browser, all_forms, items_of, start_practice, stored


def test_the_file_holds_what_is_stored(site: Flask, owner: Browser) -> None:
    paper = start_practice(owner)
    owner.post(f"{paper}/answers", data=all_forms(items_of(owner, paper)))
    reply = owner.get(f"{paper}/answers.json")
    assert reply.mimetype == "application/json"
    assert reply.headers["Content-Disposition"] == (
        'attachment; filename="byline-answers-orchard.json"'
    )
    file, faults = read_answers_file(reply.data)
    assert faults == ()
    assert file is not None
    assert {one.n: one.response for one in file.answers} == stored(owner, paper)
    collected = collect(site.extensions["byline.services"], file)
    assert (len(collected.known), collected.saved, collected.stale) == (6, (), ())


def test_the_page_offers_it(owner: Browser) -> None:
    paper = start_practice(owner)
    assert f'href="{paper}/answers.json" download' in owner.get(paper).text
