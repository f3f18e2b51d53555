"""The report for editors: one HTML file that needs no network and no JavaScript.

Everything from outside passes two gates, set once for all templates: jinja's automatic escaping, and
`visible`, which shows control, bidirectional and zero-width characters by their number. Style and script
are ours alone; a content security policy with their hashes forbids all others.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from citecheck.model import Audit, Finding, Mode, Severity
from citecheck.report import messages
from citecheck.report.context import Contexts
from citecheck.report.documents import counts
from citecheck.report.evidence import LinkView, web_address
from citecheck.report.outline import PLACES, lanes
from citecheck.report.places import Places, has_lines
from citecheck.report.redacted import redacted_audit
from citecheck.report.safe import dump, visible
from citecheck.report.summary import summarise, worst_first
from citecheck.report.view import SEVERITY_SIGNS, anchor, chapters, outside
from citecheck.report.words import Words, words_for

if TYPE_CHECKING:
    from jinja2 import Environment

SUFFIX = ".html"
WORST = 12
"""Findings in the list at the top: what fits a screen. The rest is in its notes."""
LEAF = 25
"""Cards that a browser lays out together or, while they are off the screen, not at all: with 2,000 notes a
filter then costs the cards on the screen (`benchmarks.report_page`; 10 to 50 measure alike)."""

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
FIGURES = (
    ("notes", "{n} note", "{n} notes"),
    ("markers", "{n} marker", "{n} markers"),
    ("links", "{n} address", "{n} addresses"),
    ("quotations", "{n} quotation", "{n} quotations"),
    ("error", "{n} error", "{n} errors"),
    ("warning", "{n} warning", "{n} warnings"),
    ("unknown", "{n} not settled", "{n} not settled"),
    ("info", "{n} remark", "{n} remarks"),
    ("accepted", "{n} accepted", "{n} accepted"),
)
SCRIPT_WORDS = (
    "Cards shown: {shown} of {total}",
    "Export decisions ({n})",
    "Decision",
    "Reason",
    "To ignore it takes a reason.",
    "decide",
    "decide about {check}",
    "open",
    "accept",
    "ignore (with a reason)",
    "mend later",
    "Copy",
    "Copied",
)
"""Messages that the page's script shows; it gets them with the page."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of the strip under the summary."""

    count: str
    word: str
    tone: str = ""


def render(audit: Audit, manuscript: bytes) -> str:
    """The whole page."""
    # The manuscript's own text is quoted only here, and needs the addresses as printed to be redacted.
    contexts, words = Contexts(audit.extraction), words_for(audit)
    audit = redacted_audit(audit)
    links, findings = outside(audit, words)
    worst, grouped = worst_first(audit.findings), chapters(audit, contexts, words)
    style, script = _asset("report.css"), _asset("report.js") + _asset("decisions.js")
    page: str = (
        _environment()
        .get_template("report.html")
        .render(
            **_words_of_page(words),
            place=Places(audit, words),
            lined=has_lines(audit),
            audit=audit,
            name=audit.extraction.manuscript.name,
            written_in=audit.extraction.parsed.language,
            generated=audit.generated.date().isoformat(),
            mode=words(MODES[audit.run.mode]),
            megabytes=f"{audit.run.bytes / 1e6:.1f}",
            summary=summarise(audit, words),
            figures=_figures(audit, words),
            chapters=grouped,
            lanes=lanes([(chapter.title, chapter.cards) for chapter in grouped]),
            places=PLACES,
            leaf=LEAF,
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
    # All attributes stand in double quotes: a single one ends none, and reports have thousands of them.
    return page.replace("&#39;", "'")


def _words_of_page(words: Words) -> dict[str, Any]:
    """What templates say in the page's language."""
    return {
        "_": words,
        "several": words.count,
        "language": words.language,
        "levels": [(level, words(name)) for level, name in LEVELS],
        "level_words": {level: words(name) for level, name in LEVEL_WORDS.items()},
        "script_words": dump({message: words(message) for message in SCRIPT_WORDS}),
        "message": lambda finding: messages.message(finding, words),
        "told": lambda reason, findings: any(
            reason.text in messages.message(finding, words).text for finding in findings
        ),
        "advice": lambda finding, links: _advice(finding, links, words),
    }


def _advice(finding: Finding, links: Sequence[LinkView], words: Words) -> messages.Told:
    """What to do; an address at its end is left out where the card shows it below, as a link."""
    told = messages.advice(finding, words)
    for link in links:
        for url in (link.url, link.archive_url, link.final_url, link.suggestion):
            lead = told.text.removesuffix(visible(url)).rstrip() if url else told.text
            if lead != told.text and lead.endswith(":"):
                return replace(told, text=lead[:-1].rstrip() + ".")
    return told


def _target(finding: Finding) -> str:
    return anchor(finding.note_id) if finding.note_id is not None else "outside"


def _figures(audit: Audit, words: Words) -> list[Figure]:
    told = counts(audit)
    figures = []
    for key, one, several in FIGURES:
        if key != "accepted" or told[key]:
            number = words.number(told[key])
            shown = words.count(told[key], one, several).removeprefix(number).strip()
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
