"""`citecheck checks`, `explain`, `schema`: what is checked, what it means, what the JSON looks like."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

import typer

from citecheck.cli.options import offer


def checks() -> None:
    """List the checks.

    Example: citecheck checks
    """
    from citecheck.checks import CHECKS, summary

    width = max(map(len, CHECKS))
    for name, module in CHECKS.items():
        print(f"{name:<{width}}  {module.SEVERITY:<7}  {summary(name)}")


def _check_ids() -> Iterable[str]:
    from citecheck.checks import CHECKS

    return CHECKS


def _schema_names() -> Iterable[str]:
    from citecheck.report.schemas import SCHEMAS

    return SCHEMAS


def explain(
    check: Annotated[
        str, typer.Argument(metavar="CHECK", help="A check's id.", autocompletion=offer(_check_ids))
    ],
) -> None:
    """Say what a check means, why it matters and what to do.

    Example: citecheck explain link-gone
    """
    from citecheck.checks import CHECKS, page

    print(page(_known(check, CHECKS, "check")))


def schema(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="NAME",
            help="extract, repair, link, quote, report, ...",
            autocompletion=offer(_schema_names),
        ),
    ] = None,
) -> None:
    """Print a JSON Schema, or the names of all.

    Example: citecheck schema report
    """
    import json

    from citecheck.report.schemas import SCHEMAS
    from citecheck.report.schemas import schema as load

    if name is None:
        print("\n".join(SCHEMAS))
        return
    print(json.dumps(load(_known(name, SCHEMAS, "schema")), indent=2, ensure_ascii=False))


def _known(name: str, names: Iterable[str], what: str) -> str:
    from citecheck.config import did_you_mean
    from citecheck.errors import UsageMistake

    if name in names:
        return name
    raise UsageMistake(f"no such {what}: {name}{did_you_mean(name, names)}")
