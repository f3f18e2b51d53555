"""Settings: command line before configuration before defaults, and errors that help."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from citecheck.config import Settings, settings
from citecheck.errors import UsageMistake

FORMATS = ("terminal", "html", "json", "csv")


def resolve(folder: Path, **given: Any) -> Settings:
    return settings(given, folder, FORMATS)


def test_defaults_are_those_of_the_contract(tmp_path: Path) -> None:
    chosen = resolve(tmp_path)
    assert chosen.format == ("terminal", "html", "json")
    assert (chosen.host_interval, chosen.second_look, chosen.timeout) == (1.0, 20.0, 45.0)
    assert chosen.cache == Path(".citecheck/cache.db")


def test_the_command_line_goes_before_the_nearest_configuration(tmp_path: Path) -> None:
    (tmp_path / "citecheck.toml").write_text('fail-on = "never"\nretries = 0\n')
    inner = tmp_path / "book"
    inner.mkdir()
    chosen = resolve(inner, retries="5")
    assert (chosen.fail_on, chosen.retries) == ("never", 5)
    (inner / "pyproject.toml").write_text('[tool.citecheck]\ncontact = "me@example.org"\n')
    assert resolve(inner).fail_on == "error", "the nearest one wins, nothing is merged"
    assert resolve(inner).contact == "me@example.org"


def test_the_language_of_the_manuscript_can_be_told(tmp_path: Path) -> None:
    assert resolve(tmp_path).source_language is None
    assert resolve(tmp_path, source_language="FR").source_language == "fr"


def test_a_pyproject_of_somebody_else_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.other]\nx = 1\n")
    assert resolve(tmp_path) == Settings()
    (tmp_path / "pyproject.toml").write_text("not toml at all [")
    assert resolve(tmp_path) == Settings()


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ("retires = 1", "unknown key retires; did you mean retries?"),
        ("retries = -1", "retries: -1 is less than 0"),
        ("[citecheck]\nretries = 1", "keys stand at the top of this file, without [citecheck]"),
        ("[tool.citecheck]\nretries = 1", "at the top of this file, without [tool.citecheck]"),
        ('source-language = "french"', "'french' is no language; write two letters, as fr"),
        ("retries = 'x", "citecheck.toml"),
        ('fail-on = "eror"', "did you mean error?"),
        ('format = ["htlm"]', "did you mean html?"),
        ("offline = 'yes'", "neither true nor false"),
        ("allow-private = true", "allow-private is taken from the command line only"),
        ('connect-to = ["::127.0.0.1:80"]', "command line only"),
        ('output = "elsewhere"', "command line only"),
        ('record = "x.warc"', "command line only"),
        ('proxy = "http://proxy.example"', "command line only"),
        ('cache = "c.db"', "command line only"),
        ('ca-file = "c.pem"', "command line only"),
    ],
)
def test_a_bad_configuration_is_named(tmp_path: Path, toml: str, message: str) -> None:
    (tmp_path / "citecheck.toml").write_text(toml)
    with pytest.raises(UsageMistake, match=r"citecheck\.toml") as caught:
        resolve(tmp_path)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("option", "typed", "message"),
    [
        ("host_interval", "soon", "--host-interval: 'soon' is no time"),
        ("timeout", "0", "--timeout: must be more than 0"),
        ("concurrency", "0", "less than 1"),
        ("concurrency", "1.5", "no whole number"),
        ("max_bytes", "many", "no size"),
        ("written", "April", "no date"),
        ("now", "today", "no date"),
        ("archive", "waybak", "did you mean wayback?"),
        ("host_interval", "nan", "out of range"),
    ],
)
def test_a_bad_option_is_named(tmp_path: Path, option: str, typed: Any, message: str) -> None:
    with pytest.raises(UsageMistake) as caught:
        resolve(tmp_path, **{option: typed})
    assert message in str(caught.value)


def test_budgets_are_read(tmp_path: Path) -> None:
    chosen = resolve(tmp_path, max_time="10m", max_bytes="50M", connect_to=["a.example:443:[::1]:8443"])
    assert chosen.max_time == 600
    assert chosen.max_bytes == 50_000_000
    assert chosen.connect_to == ("a.example:443:[::1]:8443",)


def test_offline_and_replay_exclude_each_other(tmp_path: Path) -> None:
    with pytest.raises(UsageMistake, match="exclude"):
        resolve(tmp_path, offline=True, replay="x.warc")
