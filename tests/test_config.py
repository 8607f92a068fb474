"""The settings: where each value comes from, and what is said of one that cannot be read."""

import os
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from app.config import DATABASE_FILE, SETTINGS, Setting, Settings, cores, shipped_banks
from app.errors import SettingsError

KEY = "Zm9yIHRoZSB0ZXN0cyBvbmx5IDEyMzQ1"

# For every setting: a text, and the value that it is.
RIGHT: dict[str, tuple[str, Any]] = {
    "host": ("127.0.0.1", "127.0.0.1"),
    "port": ("8080", 8080),
    "workers": ("3", 3),
    "threads": ("16", 16),
    "banks": ("/class/banks", Path("/class/banks")),
    "data": ("/class/kept", Path("/class/kept")),
    "database_url": ("postgresql://quiz@there/quiz", "postgresql://quiz@there/quiz"),
    "secret_key": (KEY, KEY),
    "proxies": ("1", 1),
    "hosts": ("quiz.example, 192.0.2.7", ("quiz.example", "192.0.2.7")),
    "log": ("json", "json"),
    "network_files": ("yes", True),
}

# For every setting: texts that cannot be read.
WRONG: dict[str, list[str]] = {
    "host": ["no spaces", "there/quiz", "a\nb"],
    "port": ["65536", "-1", "eight", "8.0", "٨٠", " 80", "+80"],
    "workers": ["65", "two"],
    "threads": ["0", "65"],
    "banks": ["a\0b", "~nobody-of-this-name/banks"],
    "data": ["a\0b", "~nobody-of-this-name/kept"],
    "database_url": ["mysql://there/quiz", "byline.sqlite3", "sqlite://there"],
    "secret_key": ["a", KEY[:31], "abcabcabcabcabcabcabcabcabcabcabcabc"],
    "proxies": ["9", "yes"],
    "hosts": [",", "a name", "quiz.example/x"],
    "log": ["xml", "JSON"],
    "network_files": ["true", "1", "Yes"],
}

each_setting = pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
each_wrong = pytest.mark.parametrize(
    ("name", "text"),
    [(name, text) for name, texts in WRONG.items() for text in texts],
    ids=lambda part: ascii(part)[1:-1],
)


def row(name: str) -> Setting:
    return next(setting for setting in SETTINGS if setting.name == name)


def test_the_table_and_the_fields_are_the_same() -> None:
    assert [setting.name for setting in SETTINGS] == [field.name for field in fields(Settings)]


def test_every_setting_has_its_examples_here() -> None:
    names = {setting.name for setting in SETTINGS}
    assert (set(RIGHT), set(WRONG)) == (names, names)


def test_the_defaults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert Settings.from_environment({}) == Settings(
        host="0.0.0.0",  # noqa: S104 - what is tested
        port=8000,
        workers=cores(),
        threads=8,
        banks=shipped_banks(),
        data=tmp_path / "instance",
        database_url="",
        secret_key="",
        proxies=0,
        hosts=(),
        log="text",
        network_files=False,
    )


def test_the_banks_that_ship_are_there() -> None:
    assert list(shipped_banks().glob("*.yaml"))


def test_there_is_at_least_one_core(monkeypatch: pytest.MonkeyPatch) -> None:
    assert cores() >= 1
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert cores() == 1


@each_setting
def test_the_environment_is_read(setting: Setting) -> None:
    text, value = RIGHT[setting.name]
    read = Settings.from_environment({f"BYLINE_{setting.name.upper()}": text})
    assert getattr(read, setting.name) == value
    assert value != getattr(Settings.from_environment({}), setting.name)


@each_setting
def test_an_option_goes_before_the_environment(setting: Setting) -> None:
    text, value = RIGHT[setting.name]
    wrong = {setting.variable: WRONG[setting.name][0]}
    read = Settings.from_environment(wrong, **{setting.name: text})
    assert getattr(read, setting.name) == value


@each_setting
def test_an_option_that_is_not_given_leaves_it_to_the_environment(setting: Setting) -> None:
    text, value = RIGHT[setting.name]
    read = Settings.from_environment({setting.variable: text}, **{setting.name: None})
    assert getattr(read, setting.name) == value


@each_setting
def test_an_override_may_be_the_value_itself(setting: Setting) -> None:
    _, value = RIGHT[setting.name]
    assert getattr(Settings.from_environment({}, **{setting.name: value}), setting.name) == value


@each_setting
def test_an_empty_variable_counts_as_none(setting: Setting) -> None:
    assert Settings.from_environment({setting.variable: ""}) == Settings.from_environment({})


@each_wrong
def test_a_wrong_variable_names_itself(name: str, text: str) -> None:
    variable = f"BYLINE_{name.upper()}"
    with pytest.raises(SettingsError, match=rf"(?s)^{variable} is .*, but must b.*\.$"):
        Settings.from_environment({variable: text})


@each_wrong
def test_a_wrong_option_names_itself(name: str, text: str) -> None:
    with pytest.raises(SettingsError, match=rf"(?s)^{row(name).switch} is .*, but must b.*\.$"):
        Settings.from_environment({}, **{name: text})


@each_setting
def test_an_empty_option_is_wrong_and_not_taken_for_none(setting: Setting) -> None:
    with pytest.raises(SettingsError, match=f"^{setting.switch} "):
        Settings.from_environment({}, **{setting.name: ""})


@pytest.mark.parametrize("name", ["secret_key", "database_url"])
def test_what_is_secret_is_not_repeated(name: str) -> None:
    with pytest.raises(SettingsError) as caught:
        Settings.from_environment({row(name).variable: "hunter2"})
    assert "hunter2" not in caught.value.message


def test_other_wrong_values_are_repeated() -> None:
    with pytest.raises(SettingsError, match='is "many", but must be a whole number from 1 to 64'):
        Settings.from_environment({"BYLINE_THREADS": "many"})


def test_unknown_overrides_are_refused_by_name() -> None:
    with pytest.raises(SettingsError, match=r"^There is no setting named colour, prot\.$"):
        Settings.from_environment({}, prot="80", colour=1, host="127.0.0.1")


def test_unknown_variables_are_left_alone() -> None:
    read = Settings.from_environment({"BYLINE_TRACEBACK": "1", "PORT": "80"})
    assert read == Settings.from_environment({})


def test_this_process_is_read_when_no_environment_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BYLINE_PORT", "81")
    assert Settings.from_environment().port == 81


def test_folders_are_absolute_and_know_the_home_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", "/home-of-a-teacher")
    read = Settings.from_environment({"BYLINE_DATA": "kept", "BYLINE_BANKS": "~/banks"})
    assert read.data == tmp_path / "kept"
    assert read.banks == Path("/home-of-a-teacher/banks")


def test_the_store_is_a_file_in_the_data_folder_unless_another_is_named() -> None:
    read = Settings.from_environment({}, data=Path("/class/kept"))
    assert read.store_url == f"sqlite:////class/kept/{DATABASE_FILE}"
    named = Settings.from_environment({}, data=Path("/class/kept"), database_url="sqlite:///x")
    assert named.store_url == "sqlite:///x"


def test_the_names_of_a_setting() -> None:
    setting = row("database_url")
    assert (setting.variable, setting.switch) == ("BYLINE_DATABASE_URL", "--database")
    assert row("network_files").switch == "--network-files"


def test_the_secret_key_cannot_stand_on_the_command_line() -> None:
    assert [setting.name for setting in SETTINGS if not setting.option] == ["secret_key"]


def test_every_default_is_shown() -> None:
    assert row("port").usual == "8000"
    assert row("data").usual == "`instance` where it starts"
    assert all(setting.usual and setting.comment.endswith(".") for setting in SETTINGS)
