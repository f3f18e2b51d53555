"""The report for editors: one HTML file that needs no network and no JavaScript.

Everything from outside passes two gates, set once for all templates: jinja's automatic escaping, and
`visible`, which shows control, bidirectional and zero-width characters by their number. Style and script
are ours alone; a content security policy with their hashes forbids all others.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from citecheck.model import Audit, Finding, Mode, Severity
from citecheck.report import messages
from citecheck.report.context import Contexts
from citecheck.report.documents import counts
from citecheck.report.evidence import LinkView, web_address
from citecheck.report.outline import PLACES, lanes
from citecheck.report.places import Places, has_lines
from citecheck.report.redacted import redacted_audit
from citecheck.report.safe import dump, visible
from citecheck.report.summary import by_check, summarise, worst_first
from citecheck.report.view import SEVERITY_SIGNS, Card, anchor, chapters, outside
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
CHANGE_WORDS = {
    "here": "only in the manuscript",
    "there": "only in the source",
    "out": "taken out",
    "in": "put in",
    "ours": "in the manuscript",
    "theirs": "in the source",
}
"""Words for those who do not see the marks of a difference; the elements themselves say it too."""


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
    style, script = _style(words), _asset("report.js") + _asset("decisions.js")
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
            ids=_ids([card for chapter in grouped for card in chapter.cards], findings),
            checks=sorted(Counter(finding.check for finding in audit.findings).items()),
            kinds=by_check(audit.findings),
            style=_trusted(style),
            script=_trusted(script),
            style_hash=_hash(style),
            script_hash=_hash(script),
        )
    )
    # No attribute stands in single quotes: one of them ends none, and reports have thousands of them.
    return page.replace("&#39;", "'")


def _words_of_page(words: Words) -> dict[str, Any]:
    """What templates say in the page's language."""
    return {
        "_": words,
        "several": words.count,
        "language": words.language,
        "colon": _colon(words),
        "levels": [(level, words(name)) for level, name in LEVELS],
        "level_words": {level: words(name) for level, name in LEVEL_WORDS.items()},
        "script_words": dump({message: words(message) for message in SCRIPT_WORDS}),
        "message": lambda finding, links=(): _message(finding, links, words),
        "told": lambda reason, findings: any(
            reason.text.casefold() in messages.message(finding, words).text.casefold() for finding in findings
        ),
        "advice": lambda finding, links: _advice(finding, links, words),
    }


def _message(finding: Finding, links: Sequence[LinkView], words: Words) -> messages.Told:
    """What it says; the steps of a repair at its end are left out where the card shows them below."""
    steps = [", ".join(dict.fromkeys(link.steps)) + "." for link in links if link.steps]
    return _shorter(messages.message(finding, words), steps)


def _advice(finding: Finding, links: Sequence[LinkView], words: Words) -> messages.Told:
    """What to do; an address at its end is left out where the card shows it below, as a link."""
    urls = [
        url for link in links for url in (link.url, link.archive_url, link.final_url, link.suggestion) if url
    ]
    return _shorter(messages.advice(finding, words), urls)


def _shorter(told: messages.Told, shown: Iterable[str]) -> messages.Told:
    for words in shown:
        lead = told.text.removesuffix(visible(words)).rstrip()
        if lead != told.text and lead.endswith(":"):
            return replace(told, text=lead[:-1].rstrip() + ".")
    return told


def _ids(cards: Sequence[Card], outside: Sequence[Finding]) -> str:
    """Fingerprints of the open findings in the order of the page; their bytes as letters, for brevity.

    Only the script that exports decisions reads them, so they do not stand in each of thousands of elements.
    """
    shown = [finding for card in cards for finding in card.findings] + list(outside)
    return " ".join(_letters(finding.fingerprint) for finding in shown if finding.accepted is None)


def _letters(fingerprint: str) -> str:
    """`=` and the text itself for one that is no SHA-256: a baseline that is out of date may name any."""
    if not re.fullmatch("[0-9a-f]{64}", fingerprint):
        return "=" + quote(fingerprint, safe="")
    return base64.urlsafe_b64encode(bytes.fromhex(fingerprint)).decode().rstrip("=")


def _style(words: Words) -> str:
    """The page's style, with the words that it says where it shows a sign or a mark."""
    said = {name: f"[{words(word)}{_colon(words)} " for name, word in CHANGE_WORDS.items()}
    said |= {f"{level}-said": f"{words(name)}, " for level, name in LEVEL_WORDS.items()}
    told = "".join(f"--{name}:{_css_string(text)};" for name, text in said.items())
    return f"{_asset('report.css')}:root{{{told}}}"


def _colon(words: Words) -> str:
    return "\u00a0:" if words.language == "fr" else ":"


def _css_string(text: str) -> str:
    return '"' + re.sub(r'["\\<\n]', lambda match: f"\\{ord(match[0]):x} ", text) + '"'


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

    from citecheck.report.template_cache import CompiledTemplates

    environment = Environment(
        autoescape=True,
        bytecode_cache=CompiledTemplates(),
        undefined=StrictUndefined,
        finalize=_shown,
        loader=FunctionLoader(_template),
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


def _template(name: str) -> str:
    """The template; that of the cards without its line ends, of which a page would have some ten thousand."""
    text = _asset(name)
    return text.replace("\n", "") if name == "card.html" else text


@cache
def _asset(name: str) -> str:
    return resources.files(__package__).joinpath("templates", name).read_text("utf-8")


def _hash(text: str) -> str:
    """Source expression of a content security policy for an inline element with this content."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
