"""The README says what the program does: its commands, options and exit codes are the real ones."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
import typer

from citecheck.cli.app import app_of
from citecheck.cli.options import FORMATS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
PAGES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "SECURITY.md",
    *sorted((ROOT / "docs").glob("*.md")),
    *sorted((ROOT / "docs" / "accuracy").glob("*.md")),
]


def section(title: str) -> str:
    return README.split(f"\n## {title}\n")[1].split("\n## ")[0]


def test_quick_start_is_two_commands() -> None:
    assert re.findall(r"```\w*\n(.*?)```", section("Quick start"), re.DOTALL) == [
        "make demo\n",
        "make test\n",
    ]


def test_the_package_installed_is_this_one() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert f"pip install {project['name']}\n" in README


@pytest.mark.parametrize("name", ["README.md", "docs/answers.md", "docs/ci.md", "docs/replay.md"])
def test_options_named_exist(name: str) -> None:
    program = typer.main.get_command(app_of())
    commands = [program, *program.commands.values()]  # type: ignore[attr-defined]
    known = {word for command in commands for option in command.params for word in option.opts} | {"--help"}
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", (ROOT / name).read_text("utf-8"))) <= known


def test_the_index_lists_every_page() -> None:
    index = (ROOT / "docs" / "README.md").read_text("utf-8")
    for page in (ROOT / "docs").glob("*.md"):
        assert page.name == "README.md" or f"({page.name})" in index, page.name
    accuracy = (ROOT / "docs" / "accuracy.md").read_text("utf-8")
    for page in (ROOT / "docs" / "accuracy").glob("*.md"):
        assert f"(accuracy/{page.name})" in accuracy, page.name


def test_formats_named_exist() -> None:
    for name in re.findall(r"(?:--format|-f) `?(\w+)", README):
        assert name in FORMATS


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text("utf-8")):
        assert (page.parent / target).exists(), target


def test_every_promise_of_security_names_a_test_that_exists() -> None:
    named = re.findall(r"`(tests/[\w/]+\.py)::(test_\w+)`", (ROOT / "SECURITY.md").read_text("utf-8"))
    assert len(named) > 20
    for path, test in named:
        assert f"def {test}(" in (ROOT / path).read_text("utf-8"), f"{path}::{test}"


def test_every_row_of_security_names_a_test() -> None:
    rows = [row for row in (ROOT / "SECURITY.md").read_text("utf-8").splitlines() if row.startswith("| ")]
    promises = [row for row in rows if not row.endswith("| Held by |")]
    assert all("::test_" in row for row in promises)
