"""The report for editors: one HTML file that needs no network and no JavaScript.

Everything from outside passes two gates, set once for all templates: jinja's automatic escaping, and
`visible`, which shows control, bidirectional and zero-width characters by their number. Style and script
are ours alone; a content security policy with their hashes forbids all others.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from citecheck.model import Audit, Finding, Mode, Severity
from citecheck.report.context import Contexts
from citecheck.report.documents import counts
from citecheck.report.evidence import web_address
from citecheck.report.redacted import redacted_audit
from citecheck.report.safe import visible
from citecheck.report.summary import count, summarise, worst_first
from citecheck.report.view import SEVERITY_SIGNS, anchor, chapters, outside

if TYPE_CHECKING:
    from jinja2 import Environment

SUFFIX = ".html"
WORST = 12
"""Findings in the list at the top: what fits a screen. The rest is in its notes."""

LEVELS = (
    ("error", "errors"),
    ("warning", "warnings"),
    ("unknown", "not settled"),
    ("info", "remarks"),
    ("fine", "fine"),
    ("none", "nothing to check"),
)
LEVEL_WORDS = {
    "error": "error",
    "warning": "warning",
    "unknown": "not settled",
    "info": "remark",
    "fine": "fine",
    "none": "nothing to check",
}
LEVEL_SIGNS = {severity.value: sign for severity, sign in SEVERITY_SIGNS.items()} | {
    "fine": "✓",
    "none": "·",
}
MODES = {
    Mode.LIVE: "checked live",
    Mode.REPLAY: "replayed from a record",
    Mode.OFFLINE: "offline, nothing was asked",
}


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of the strip under the summary."""

    count: str
    word: str
    tone: str = ""


def render(audit: Audit, manuscript: bytes) -> str:
    """The whole page."""
    # The manuscript's own text is quoted only here, and needs the addresses as printed to be redacted.
    contexts = Contexts(audit.extraction)
    audit = redacted_audit(audit)
    links, findings = outside(audit)
    worst = worst_first(audit.findings)
    style, script = _asset("report.css"), _asset("report.js") + _asset("decisions.js")
    return (
        _environment()
        .get_template("report.html")
        .render(
            audit=audit,
            name=audit.extraction.manuscript.name,
            generated=audit.generated.date().isoformat(),
            mode=MODES[audit.run.mode],
            megabytes=f"{audit.run.bytes / 1e6:.1f}",
            summary=summarise(audit),
            figures=_figures(audit),
            chapters=chapters(audit, contexts),
            outside_links=links,
            outside_findings=findings,
            worst=[(finding, _target(finding)) for finding in worst[:WORST]],
            more=max(0, len(worst) - WORST),
            checks=sorted({finding.check for finding in audit.findings}),
            style=_trusted(style),
            script=_trusted(script),
            style_hash=_hash(style),
            script_hash=_hash(script),
        )
    )


def _target(finding: Finding) -> str:
    return anchor(finding.note_id) if finding.note_id is not None else "outside"


def _figures(audit: Audit) -> list[Figure]:
    told = counts(audit)
    words = (
        ("notes", "note"),
        ("markers", "marker"),
        ("links", "address"),
        ("quotations", "quotation"),
        ("error", "error"),
        ("warning", "warning"),
        ("unknown", "not settled"),
        ("info", "remark"),
        ("accepted", "accepted"),
    )
    plurals = {"address": "addresses", "not settled": "not settled", "accepted": "accepted"}
    figures = []
    for key, word in words:
        if key != "accepted" or told[key]:
            number, _, shown = count(told[key], word, plurals.get(word, "")).partition(" ")
            figures.append(Figure(number, shown, key if key in set(Severity) else ""))
    return figures


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        loader=FunctionLoader(_asset),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["web_address"] = web_address
    environment.globals |= {
        "signs": SEVERITY_SIGNS,
        "levels": LEVELS,
        "level_words": LEVEL_WORDS,
        "level_signs": LEVEL_SIGNS,
    }
    return environment


def _shown(value: Any) -> Any:
    """What a template prints: strings made visible; mark-up of the templates themselves is left alone."""
    return visible(value) if isinstance(value, str) and not hasattr(value, "__html__") else value


def _trusted(own: str) -> Any:
    from markupsafe import Markup

    return Markup(own)


@cache
def _asset(name: str) -> str:
    return resources.files(__package__).joinpath("templates", name).read_text("utf-8")


def _hash(text: str) -> str:
    """Source expression of a content security policy for an inline element with this content."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
