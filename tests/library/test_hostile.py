"""Files that were made to hurt, or by accident: each is a problem with a place, in few steps."""

import os
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.bank.lines import lines_of
from app.bank.models import BankFields
from app.library.reading import read_file
from app.library.reading_result import Reading
from app.lint.run import lint
from tests.bank.banks import HEAD, SOUND, read
from tests.steps import counted, within_steps

MERGE_BOMB = "".join(
    ["a0: &a0 {x: 1}\n"] + [f"a{n}: &a{n} {{<<: [{f'*a{n - 1},' * 3}]}}\n" for n in range(1, 16)]
)
ALIAS_BOMB = "".join(
    ["a0: &a0 [x]\n"] + [f"a{n}: &a{n} [{f'*a{n - 1},' * 9}]\n" for n in range(1, 10)]
)

TEXTS = {
    "brackets": ("[" * 100_000).encode(),
    "braces": ("{a: " * 100_000).encode(),
    "closed brackets": ("[" * 50_000 + "]" * 50_000).encode(),
    "dashes": ("- " * 100_000).encode(),
    "question marks": ("? " * 100_000).encode(),
    "indented": "".join(f"{' ' * n}a:\n" for n in range(1000)).encode(),
    "merge bomb": MERGE_BOMB.encode(),
    "alias bomb": ALIAS_BOMB.encode(),
    "ten megabytes": b"a" * 10_000_000,
    "many values": b"questions: [" + b"a," * 500_000 + b"]",
    "many keys": b"".join(b"k%d: v\n" % n for n in range(49_000)),
    "many near keys": b"article: {" + b"".join(b"titl%d: v, " % n for n in range(49_000)) + b"}",
    "one key often": b"title: v\n" * 100_000,
    "many anchors": b"a: [" + b"&a x, " * 49_000 + b"]",
    "many lines": b"\n" * 1_000_000,
    "one comment": b"#" * 1_000_000,
    "one quotation": b"a: '" + b"x" * 1_000_000,
    "many escapes": b'a: "' + b"\\x41" * 200_000 + b'"',
    "one long key": b"a" * 1_000_000 + b": b",
    "a huge number": b"byline: " + b"9" * 1_000_000,
    "invalid UTF-8": b"byline: 1\ntitle: \xff\xfe",
    "cut UTF-8": "title: é".encode()[:-1],
    "latin-1": "title: Café".encode("latin-1"),
    "UTF-16": "byline: 1\n".encode("utf-16"),
    "UTF-32": "byline: 1\n".encode("utf-32"),
    "a NUL": b"byline: 1\ntitle: a\0b",
    "only NULs": b"\0" * 1_000_000,
    "an escape sequence": b"title: \x1b[31mred",
    "an escaped NUL": b'title: "\\0"',
    "an escaped surrogate": b'title: "\\ud800"',
    "a surrogate in bytes": b"title: \xed\xa0\x80",
    "nothing": b"",
    "a byte order mark": b"\xef\xbb\xbf",
    "a picture": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    "a program": b"!!python/object/apply:os.system [echo]",
    "two documents": b"byline: 1\n---\nbyline: 1\n",
    "an odd directive": b"%YAML 9.9\n---\na: 1",
    "marks on a letter": b"title: a" + "\u0301\u0316".encode() * 90_000,
    "marks of two kinds": "title: क".encode() + "\u093f".encode() * 90_000,
    "escaped marks": b'title: "a' + rb"\u0301\u0316" * 80_000 + b'"',
    "marks in a key": b'"a' + rb"\u0301\u0316" * 80_000 + b'": x',
    "marks line by line": b'title: "' + "\u0301\u0316\\\n ".encode() * 80_000 + b'"',
    "a list": b"- a",
    "a text": b"hello",
    "a tab": b"article:\n\ttitle: x",
}


def questions(count: int, fields: str) -> bytes:
    """A bank with many questions that have a field at fault."""
    head = HEAD.replace("autumn.", "autumn. " + "The bridge was shut again. " * 1_800)
    items = (
        f"  - {{id: q{n}, kind: choice, {fields.replace('%', str(n))}}}\n" for n in range(count)
    )
    return (head + "questions:\n" + "".join(items)).encode()


FIELDS = {
    "quotations of nothing": "evidence: Tom % fell there % in March and the % bridge",
    "quotations of much": "evidence: bridge",
    "enemies of nobody": "enemies: [x%, y%, q1%, r%]",
    "absent terms": "absent: [bridge, b, the bridge was, % shut again]",
    "kinds of nothing": "kynd: x, levell: %, promt: x",
}


def check_problems(reading: Reading, source: bytes | None) -> None:
    """Every problem has its words, and a place that exists."""
    lines = lines_of(source.decode("utf-8", "replace")) if source is not None else [""]
    assert reading.bank is None or all(p.severity != "error" for p in reading.problems)
    assert reading.bank is not None or reading.problems
    for problem in reading.problems:
        assert problem.message
        assert 1 <= problem.position.line <= len(lines)
        assert 1 <= problem.position.column <= len(lines[problem.position.line - 1]) + 1


STEPS_A_BYTE = 12
"""A sound bank takes 1.6; half a million values on one line take 5."""

STEPS_AT_LEAST = 10_000


def read_in_few_steps(path: Path, size: int) -> Reading:
    """Read a file of so many bytes in a number of steps that grows no faster than it does."""
    return within_steps(STEPS_AT_LEAST + STEPS_A_BYTE * size, lambda: read_file(path))


def refused(path: Path, size: int = 0) -> Reading:
    """Read a file that is no bank."""
    reading = read_in_few_steps(path, size)
    assert reading.bank is None
    return reading


@pytest.mark.parametrize("name", TEXTS)
def test_hostile_texts(name: str, tmp_path: Path) -> None:
    path = tmp_path / "hostile.yaml"
    path.write_bytes(TEXTS[name])
    check_problems(refused(path, len(TEXTS[name])), TEXTS[name])


STACKS = [name for name in TEXTS if "marks" in name and "question" not in name]


@pytest.mark.parametrize("name", STACKS)
def test_stacks_of_marks_are_refused_before_they_are_put_in_order(
    name: str, tmp_path: Path
) -> None:
    path = tmp_path / "hostile.yaml"
    path.write_bytes(TEXTS[name])
    rules = {problem.rule for problem in refused(path, len(TEXTS[name])).problems}
    assert rules & {"stacked-marks", "stacked-escapes"}


@pytest.mark.parametrize("name", FIELDS)
def test_many_faults_are_reported_in_few_steps(name: str, tmp_path: Path) -> None:
    path = tmp_path / "hostile.yaml"
    source = questions(2_000, FIELDS[name])
    path.write_bytes(source)
    reading = read_in_few_steps(path, len(source))
    assert any("more places" in problem.message for problem in reading.problems)
    check_problems(reading, source)


@pytest.mark.parametrize("marks", [30, 31])
def test_a_letter_has_up_to_thirty_marks(marks: int) -> None:
    reading = read(SOUND.replace("Tom fell there", f"Tom fell the{chr(0x301) * marks}re", 1))
    stacked = [problem for problem in reading.problems if problem.rule == "stacked-marks"]
    assert [(one.position.line, one.position.column) for one in stacked] == (
        [(10, 17)] if marks > 30 else []
    )


def test_a_text_that_folding_lengthens_is_measured_folded(tmp_path: Path) -> None:
    """U+FDFA, one sign, becomes eighteen letters."""
    text = HEAD.replace("A report says so.", "\ufdfa" * 12_000)
    path = tmp_path / "hostile.yaml"
    path.write_text(text)
    rules = [problem.rule for problem in refused(path, len(text.encode())).problems]
    assert "text-too-long" in rules


def test_a_text_file_with_stacked_marks_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"One line.\n\nThe a{chr(0x301) * 90_000}rticle.\n")
    text = HEAD[HEAD.index("  text:") : HEAD.index("sources:")]
    path = tmp_path / "hostile.yaml"
    path.write_text(HEAD.replace(text, "  text_file: a.txt\n"))
    (problem,) = [one for one in refused(path).problems if one.rule == "stacked-marks"]
    assert problem.message.startswith("The text file “a.txt”, line 3:")


CHOICE = (
    "  - {id: q%, kind: choice, skill: facts/explicit-information, level: 1, because: It says so., "
    "evidence: Tom fell there in March, prompt: When did Tom fall off the bridge %?, "
    "answer: In March, distractors: [@]}\n"
)


@pytest.mark.parametrize("options", [99, 100, 101])
def test_a_list_of_a_question_has_up_to_a_hundred_entries(options: int) -> None:
    wrong = ", ".join(f"o{number}" for number in range(options))
    reading = read(f"{HEAD}questions:\n{CHOICE.replace('@', wrong).replace('%', '1')}")
    messages = [problem.message for problem in reading.problems]
    assert messages == (["`distractors` has 101 entries, more than 100."] if options > 100 else [])


def look_alikes(count: int) -> Reading:
    items = (CHOICE.replace("%", str(number)) for number in range(count))
    return read(f"{HEAD}questions:\n{''.join(items).replace('@', 'In May, In June')}")


def test_questions_that_look_alike_are_linted_in_steps_that_grow_as_they_do() -> None:
    few, many = (counted(partial(lint, look_alikes(count))) for count in (200, 400))
    assert many[0] < 2.5 * few[0]
    assert len(many[1].problems) < 200
    assert any("more places" in problem.message for problem in many[1].problems)


def highlights(count: int) -> str:
    """A bank with phrases to find in a paragraph of 45,000 signs."""
    words = " ".join(f"w{number:05}" for number in range(6_000))
    items = (
        f"  - {{id: q{number}, kind: highlight, skill: framing/word-choice, level: 1, paragraph: 2,"
        f" prompt: Where?, because: So., targets: [w{number:05}], decoys: [w{number + 500:05}]}}\n"
        for number in range(count)
    )
    return f"{HEAD.replace('March. The', f'March. {words}. The')}questions:\n{''.join(items)}"


def test_an_article_is_folded_once_for_all_phrases() -> None:
    few, many = (counted(partial(read, highlights(count))) for count in (10, 200))
    assert many[1].problems == ()
    assert many[0] - few[0] < 190 * 1_500


@pytest.mark.parametrize(("signs", "long"), [(50_000, False), (50_001, True)])
def test_a_paragraph_has_up_to_fifty_thousand_signs(signs: int, long: bool) -> None:
    rest = signs - len("Tom fell there in March. The bridge has become a trap. ")
    reading = read(SOUND.replace("become a trap.", f"become a trap. {'x' * rest}"))
    rules = [problem.message for problem in reading.problems if problem.rule == "text-too-long"]
    assert rules == (["Paragraph 2 of the article is longer than 50,000 signs."] if long else [])


def test_a_file_of_a_terabyte(tmp_path: Path) -> None:
    path = tmp_path / "hostile.yaml"
    path.touch()
    os.truncate(path, 2**40)
    assert [problem.rule for problem in refused(path).problems] == ["too-large"]


def make_folder(path: Path) -> None:
    path.mkdir()


def make_dangling_link(path: Path) -> None:
    path.symlink_to(path.parent / "nowhere.yaml")


def make_loop(path: Path) -> None:
    path.symlink_to(path)


def make_pipe(path: Path) -> None:
    os.mkfifo(path)


def make_nothing(path: Path) -> None:
    assert not path.exists()


@pytest.mark.parametrize(
    "make", [make_folder, make_dangling_link, make_loop, make_pipe, make_nothing]
)
def test_what_is_no_file(make: Callable[[Path], None], tmp_path: Path) -> None:
    path = tmp_path / "hostile.yaml"
    make(path)
    reading = refused(path)
    assert [problem.rule for problem in reading.problems] == ["unreadable-file"]
    check_problems(reading, None)


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "hostile.yaml"
    path.write_text(SOUND)

    def refuse(*_arguments: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    assert [problem.message for problem in refused(path).problems] == ["This file may not be read."]


def test_a_folder_as_text_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()
    text = HEAD[HEAD.index("  text:") : HEAD.index("sources:")]
    path = tmp_path / "hostile.yaml"
    path.write_text(HEAD.replace(text, "  text_file: a.txt\n"))
    assert [problem.rule for problem in refused(path).problems] == ["unreadable-file"]


ODDITIES = ["&a ", "*a", "<<: ", "!x ", "? ", "\t", "|", ">-", "null", "[]", '"', "'", "#", "---\n"]
FRAGMENTS = st.sampled_from([*re.findall(r"\w+|[^\w\s]|\s+", SOUND), *ODDITIES])


def check_text(text: str) -> None:
    check_problems(read(text), text.encode("utf-8", "replace"))


@given(st.text())
def test_any_text_gives_a_bank_or_problems(text: str) -> None:
    check_text(text)


@given(st.lists(FRAGMENTS, max_size=60).map("".join))
def test_any_mixture_gives_a_bank_or_problems(text: str) -> None:
    check_text(text)


@given(st.integers(0, len(SOUND)), st.integers(0, 40), st.lists(FRAGMENTS, max_size=4))
def test_any_change_of_a_bank_gives_a_bank_or_problems(
    place: int, removed: int, added: list[str]
) -> None:
    check_text(SOUND[:place] + "".join(added) + SOUND[place + removed :])


@given(raw=st.binary())
def test_any_bytes_give_a_bank_or_problems(
    raw: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.getbasetemp() / "bytes.yaml"
    path.write_bytes(raw)
    reading = read_file(path)
    assert reading.bank is None
    check_problems(reading, raw)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.sampled_from(["x", "a.txt"]),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["quote", "id", "text", "1", "says"]), inner, max_size=3
            )
        ),
        max_leaves=8,
    ),
    st.sampled_from(list(BankFields.model_fields)),
)
def test_any_value_of_a_section_gives_problems_with_places(value: object, section: str) -> None:
    text = f"{section}: {flow(value)}\n"
    check_text(text)
    check_text(re.sub(rf"(?m)^{section}:(?s:.*?)(?=^\w|\Z)", lambda _: text, SOUND))


def flow(value: object) -> str:
    """A value as YAML in one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(entry)}" for key, entry in value.items()) + "}"
    if isinstance(value, list):
        return f"[{', '.join(map(flow, value))}]"
    return "null" if value is None else str(value).lower()
