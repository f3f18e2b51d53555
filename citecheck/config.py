"""Settings of a run: the command line before `citecheck.toml`, that before the defaults.

A configuration file comes with the manuscript and is not trusted: what could reach other places or addresses
is taken from the command line only (contract 1).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path
from typing import Any

from citecheck.errors import UsageMistake

FAIL_ON = ("error", "warning", "unknown", "never")
ARCHIVES = ("wayback", "none")
LANGUAGES = ("en", "fr", "ru", "de")
"""Of reports for people."""
COMMAND_LINE_ONLY = ("allow-private", "connect-to", "ca-file", "proxy", "cache", "record", "output")
FILE_NAME = "citecheck.toml"
PATHS = ("output", "record", "replay", "cache", "ca_file", "baseline", "sources")
FLAGS = (
    "json",
    "offline",
    "no_cache",
    "refresh",
    "drift",
    "require_complete",
    "allow_private",
    "new_only",
    "allow_empty",
    "quiet",
    "verbose",
)
DEFAULT_FORMATS = ("terminal", "html", "json")


@dataclass(frozen=True, slots=True)
class Settings:
    """All options of `audit` and `links`; the meaning of each stands in its help text."""

    output: Path | None = None
    format: tuple[str, ...] = DEFAULT_FORMATS
    json: bool = False
    quiet: bool = False
    verbose: bool = False
    offline: bool = False
    record: Path | None = None
    replay: Path | None = None
    cache: Path = Path(".citecheck/cache.db")
    no_cache: bool = False
    fail_on: str = "error"
    baseline: Path | None = None
    new_only: bool = False
    allow_empty: bool = False
    host_interval: float = 1.0
    host_concurrency: int = 1
    concurrency: int = 32
    archive_interval: float = 1.0
    second_look: float = 20.0
    retries: int = 2
    timeout: float = 45.0
    max_time: float | None = None
    """Seconds."""
    max_requests: int | None = None
    max_bytes: int | None = None
    archive: str = "wayback"
    sources: Path | None = None
    written: date | None = None
    refresh: bool = False
    drift: bool = False
    source_language: str | None = None
    """Of the manuscript; `None` for what it says of itself, else what its words tell."""
    lang: str | None = None
    """Of the report; `None` for the manuscript's own where it is among `LANGUAGES`, else English."""
    require_complete: bool = False
    proxy: str | None = None
    contact: str | None = None
    connect_to: tuple[str, ...] = ()
    """As typed, `HOST:PORT:ADDR:PORT`; read where connections are made."""
    allow_private: bool = False
    ca_file: Path | None = None
    now: str | None = None
    """The clock of the run as given: a date or a time, ISO 8601."""


def settings(command_line: Mapping[str, Any], start: Path, formats: Iterable[str]) -> Settings:
    """The settings of a run.

    `command_line`: field name → value as typed, absent or `None` where not given. `start`: folder from which
    a configuration is looked for upwards. `formats`: names that `--format` knows. Raises `UsageMistake`.
    """
    chosen = replace(Settings(), **_checked(read_configuration(start), tuple(formats)))
    given = {name: value for name, value in command_line.items() if value is not None}
    result = replace(chosen, **_checked({name: (value, "") for name, value in given.items()}, tuple(formats)))
    if result.offline and result.replay:
        raise UsageMistake("--offline and --replay exclude each other")
    if result.quiet and result.verbose:
        raise UsageMistake("--quiet and --verbose exclude each other")
    if result.record and result.replay and result.record.resolve() == result.replay.resolve():
        raise UsageMistake(f"--record: {result.record} is the file that --replay reads")
    return result


def read_configuration(start: Path) -> dict[str, tuple[Any, str]]:
    """Field name → (value, where it stands) out of the nearest configuration; nothing is merged.

    Raises `UsageMistake` for a file that cannot be read or understood.
    """
    for folder in (start, *start.parents):
        for path, section in ((folder / FILE_NAME, None), (folder / "pyproject.toml", "citecheck")):
            table = _table(path, section)
            if table is not None:
                return dict(_field(key, value, path) for key, value in table.items())
    return {}


def _table(path: Path, section: str | None) -> dict[str, Any] | None:
    if not path.is_file():
        return None
    import tomllib  # of most runs nobody has written such a file

    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as trouble:
        if section:
            return None  # somebody else's file: not ours to complain about
        raise UsageMistake(f"{path}: {trouble}") from None
    return table.get("tool", {}).get(section) if section else table


def _field(key: str, value: Any, path: Path) -> tuple[str, tuple[Any, str]]:
    if key in ("citecheck", "tool") and isinstance(value, dict) and path.name == FILE_NAME:
        raise UsageMistake(f"{path}: keys stand at the top of this file, without [{_header(key, value)}]")
    known = [field.name.replace("_", "-") for field in fields(Settings) if field.name != "json"]
    if key in COMMAND_LINE_ONLY:
        raise UsageMistake(f"{path}: {key} is taken from the command line only")
    if key not in known:
        raise UsageMistake(f"{path}: unknown key {key}{did_you_mean(key, known)}")
    return key.replace("-", "_"), (value, f"{path}: ")


def _header(key: str, value: dict[str, Any]) -> str:
    return f"{key}.citecheck" if "citecheck" in value else key


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`; did you mean …?` where something is near, else nothing.

    >>> did_you_mean("offlin", ["offline", "online"])
    '; did you mean offline?'
    """
    import difflib  # loaded for mistakes alone

    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"; did you mean {near[0]}?" if near else ""


def _checked(raw: Mapping[str, tuple[Any, str]], formats: tuple[str, ...]) -> dict[str, Any]:
    checks: dict[str, Callable[[Any], Any]] = {
        **dict.fromkeys(("host_interval", "archive_interval", "second_look"), _seconds),
        **dict.fromkeys(("timeout", "max_time"), lambda value: _above_zero(_seconds(value))),
        **dict.fromkeys(("retries",), lambda value: _whole(value, 0)),
        **dict.fromkeys(("host_concurrency", "concurrency"), lambda value: _whole(value, 1)),
        **dict.fromkeys(("max_requests",), lambda value: _whole(value, 0)),
        "max_bytes": _bytes,
        "fail_on": lambda value: _choice(value, FAIL_ON),
        "archive": lambda value: _choice(value, ARCHIVES),
        "source_language": _language,
        "lang": lambda value: _choice(value, LANGUAGES),
        "format": lambda value: tuple(_choice(name, formats) for name in _list(value)),
        "connect_to": lambda value: tuple(map(str, _list(value))),
        "written": _date,
        "now": _moment,
        **dict.fromkeys(PATHS, lambda value: Path(str(value))),
        **dict.fromkeys(("contact", "proxy"), _one_line),
        **dict.fromkeys(FLAGS, _flag),
    }
    result = {}
    for name, (value, where) in raw.items():
        try:
            result[name] = checks[name](value)
        except ValueError as trouble:
            place = f"{where}{name.replace('_', '-')}" if where else f"--{name.replace('_', '-')}"
            raise UsageMistake(f"{place}: {trouble}") from None
    return result


def _seconds(value: Any) -> float:
    """
    >>> _seconds("10m"), _seconds("90"), _seconds("1.5s")
    (600.0, 90.0, 1.5)
    """
    text = str(value).strip().lower()
    factor = {"s": 1, "m": 60, "h": 3600}.get(text[-1:], 0)
    try:
        number = float(text[:-1]) * factor if factor else float(text)
    except ValueError:
        raise ValueError(f"{value!r} is no time; write 90, 90s or 10m") from None
    if not 0 <= number < 1e9:
        raise ValueError(f"{value!r} is out of range")
    return number


def _bytes(value: Any) -> int:
    text = str(value).strip().lower().removesuffix("b")
    factor = {"k": 10**3, "m": 10**6, "g": 10**9}.get(text[-1:], 0)
    try:
        number = int(float(text[:-1]) * factor) if factor else int(text)
    except ValueError:
        raise ValueError(f"{value!r} is no size; write 500000, 50M or 2G") from None
    return _whole(number, 0)


def _whole(value: Any, least: int) -> int:
    try:
        number = int(str(value))
    except ValueError:
        raise ValueError(f"{value!r} is no whole number") from None
    if number < least:
        raise ValueError(f"{value!r} is less than {least}")
    return number


def _above_zero(number: float) -> float:
    if number <= 0:
        raise ValueError("must be more than 0")
    return number


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"{value!r} is neither true nor false")
    return value


def _choice(value: Any, known: Iterable[str]) -> str:
    known = tuple(known)
    if value not in known:
        raise ValueError(
            f"unknown value {value!r}{did_you_mean(str(value), known) or ': ' + ', '.join(known)}"
        )
    return str(value)


def _language(value: Any) -> str:
    text = str(value).strip().lower()
    if not re.fullmatch("[a-z]{2}", text):
        raise ValueError(f"{value!r} is no language; write two letters, as fr")
    return text


def _list(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else [value]


def _one_line(value: Any) -> str:
    text = str(value)
    if not text.isprintable() or not text.strip():
        raise ValueError(f"{value!r} cannot be used")
    return text


def _date(value: Any) -> date:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise ValueError(f"{value!r} is no date; write 2019-04-01") from None


def _moment(value: Any) -> str:
    from datetime import datetime

    try:
        datetime.fromisoformat(str(value))
    except ValueError:
        raise ValueError(f"{value!r} is no date; write 2026-01-15 or 2026-01-15T10:00:00Z") from None
    return str(value)
