"""Sentences and confidence through the API: asked for, taken, told apart, and scored beside."""

from typing import Any

import pytest

from tests.web.api.test_openapi import described_reply
from tests.web.cast import Program, first_answer

BOTH = {"facts": 3, "sourcing": 3, "framing": 3, "cite": True, "confidence": True}


def opened(program: Program, **wish: Any) -> tuple[str, Any]:
    document = program.open_attempt(seed=2, blueprint=BOTH | wish)
    return f"/api/attempts/{document['id']}", document


def answer(item: Any, **beside: Any) -> dict[str, Any]:
    return {"response": first_answer(item), "revision": 0} | beside


def of_kind(document: Any, kind: str) -> Any:
    return next(item for item in document["paper"]["items"] if item["kind"] == kind)


def test_the_paper_says_what_it_asks_and_lists_the_sentences(program: Program) -> None:
    _, document = opened(program)
    items = document["paper"]["items"]
    assert all(item["cite"] is True for item in items)
    sure = {item["kind"] for item in items if item.get("confidence")}
    assert sure == {"choice", "statements"}
    sentences = document["article"]["sentences"]
    paragraphs = {part["n"]: part["text"] for part in document["article"]["paragraphs"]}
    assert all(one["text"] in paragraphs[one["paragraph"]] for one in sentences)
    assert len({one["id"] for one in sentences}) == len(sentences) >= 3


def test_the_sentences_are_the_same_for_every_paper_and_question(program: Program) -> None:
    first = opened(program)[1]["article"]["sentences"]
    assert first == program.open_attempt(seed=9, blueprint=BOTH)["article"]["sentences"]


def test_a_paper_that_asks_for_neither_is_as_it_was(program: Program) -> None:
    document = program.open_attempt(seed=2)
    assert "sentences" not in document["article"]
    for item in document["paper"]["items"]:
        assert not {"cite", "confidence"} & item.keys()


def test_what_is_given_is_stored_and_shown(program: Program) -> None:
    address, document = opened(program)
    item, sentence = of_kind(document, "choice"), document["article"]["sentences"][1]["id"]
    path = f"{address}/answers/{item['n']}"
    assert program.send("PUT", path, answer(item, cite=sentence, confidence=2)).status_code == 200
    [stored] = program.send("GET", address).get_json()["answers"]
    assert (stored["cite"], stored["confidence"]) == (sentence, 2)
    program.send("PUT", path, answer(item, revision=1))
    [stored] = program.send("GET", address).get_json()["answers"]
    assert not {"cite", "confidence"} & stored.keys()


def test_another_sentence_is_another_answer(program: Program) -> None:
    address, document = opened(program)
    item, (one, other, *_) = of_kind(document, "choice"), document["article"]["sentences"]
    path = f"{address}/answers/{item['n']}"
    program.send("PUT", path, answer(item, cite=one["id"], confidence=1))
    assert program.send("PUT", path, answer(item, cite=one["id"], confidence=1)).status_code == 200
    for beside in ({"cite": other["id"], "confidence": 1}, {"cite": one["id"], "confidence": 2}):
        stale = program.send("PUT", path, answer(item, **beside))
        told = stale.get_json(force=True)
        assert (stale.status_code, told["cite"], told["confidence"]) == (409, one["id"], 1)


@pytest.mark.parametrize(
    "beside",
    [{"cite": "nowhere"}, {"cite": 3}, {"confidence": 0}, {"confidence": 4}, {"confidence": "2"},
     {"confidence": True}, {"cite": ["a"]}, {"cite": "a" * 70}],
)  # fmt: skip
def test_what_is_no_sentence_or_level_is_refused(program: Program, beside: Any) -> None:
    address, document = opened(program)
    item = of_kind(document, "choice")
    reply = program.send("PUT", f"{address}/answers/{item['n']}", answer(item, **beside))
    assert reply.status_code == 400
    assert program.send("GET", address).get_json()["answers"] == []


def test_the_result_tells_them_beside_the_points(program: Program) -> None:
    address, document = opened(program)
    settling = document["article"]["sentences"][0]
    assert "nineteen trees" in settling["text"]
    last = {
        str(item["n"]): answer(item, cite=settling["id"])
        | ({"confidence": 3} if item.get("confidence") else {})
        for item in document["paper"]["items"]
    }
    program.send("POST", f"{address}/hand-in", {"answers": last})
    result = program.send("GET", f"{address}/result").get_json()
    found = {(item["rule"], item["found"]) for item in result["items"]}
    # Choices are settled there, statements elsewhere, and "multiple" has no evidence in this bank.
    assert found == {("one-right", True), ("balanced", None), ("mean-of-rows", False)}
    told = [item["found"] for item in result["items"] if item["found"] is not None]
    assert result["cite"] == {"points": sum(told), "of": len(told)}
    assert result["points"] == pytest.approx(sum(item["mark"] for item in result["items"]))
    sure = [item["confidence_points"] for item in result["items"] if item.get("confidence")]
    assert result["confidence"]["points"] == pytest.approx(sum(sure))
    assert result["confidence"]["levels"][2]["answers"] == len(sure) > 0


def test_every_reply_is_as_described(program: Program) -> None:
    address, document = opened(program)
    sentence = document["article"]["sentences"][0]["id"]
    for item in document["paper"]["items"]:
        sure = {"confidence": 3} if item.get("confidence") else {}
        for known in (0, 7):
            sent = answer(item, cite=sentence, **sure) | {"revision": known}
            program.send("PUT", f"{address}/answers/{item['n']}", sent)
            program.send("PUT", f"{address}/answers/{item['n']}", sent | {"cite": None})
    program.send("GET", address)
    program.send("POST", f"{address}/hand-in")
    program.send("GET", f"{address}/result")
    assert {200, 201, 409} <= {reply.status_code for reply in program.seen}
    for reply in program.seen:
        method = reply.request.method
        assert described_reply(program.site, method, reply) == [], reply.request.path
