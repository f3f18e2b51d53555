"""The audit on a terminal: plain sentences, the worst findings, what to do next.

Text from outside is made visible before rich sees it: rich passes control sequences through, and takes square
brackets for mark-up where it is allowed to.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from citecheck.model import Audit, Finding, Severity
from citecheck.report import messages
from citecheck.report.places import Places
from citecheck.report.redacted import redacted_audit
from citecheck.report.safe import no_command, one_line
from citecheck.report.summary import COUNTED, by_check, summarise, worst_first
from citecheck.report.words import Words, words_for

if TYPE_CHECKING:
    from rich.console import Console

SUFFIX = ".txt"
WIDTH = 80
LIMIT = 10
"""Findings shown; the rest is counted, and in the other formats."""
NAMED = 12
"""Places named of findings that say the same as the one shown."""
LABEL = 13
"""Columns of the labels on the left."""

SIGN = {Severity.ERROR: "✗", Severity.WARNING: "!", Severity.UNKNOWN: "?", Severity.INFO: "i"}
STYLE = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.UNKNOWN: "cyan", Severity.INFO: "blue"}


def render(audit: Audit, manuscript: bytes) -> str:
    """Plain text, 80 columns, no colour."""
    return text(audit)


def text(audit: Audit, *, width: int = WIDTH, colour: bool = False, limit: int = LIMIT) -> str:
    """The summary and at most `limit` findings, worst first, in `width` columns.

    Nothing of the environment counts: whether there is a terminal is for the caller to know.
    """
    from rich.console import Console

    out = io.StringIO()
    console = Console(
        file=out,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        no_color=not colour,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
        _environ={},
    )
    audit, words = redacted_audit(audit), words_for(audit)
    _head(console, audit, words)
    _sentences(console, audit, words)
    _findings(console, audit, limit, words)
    # rich fills lines of a table with spaces, which say nothing.
    return "".join(no_command(line.rstrip()) + "\n" for line in out.getvalue().splitlines())


def _head(console: Console, audit: Audit, words: Words) -> None:
    console.print()
    _row(console, one_line(audit.extraction.manuscript.name), style="bold")
    counted = counted_words(audit, words)
    mode = words(audit.run.mode.value)
    _row(console, f"{counted} ({mode}, {audit.generated.date().isoformat()})", style="dim")
    console.print()


def counted_words(audit: Audit, words: Words) -> str:
    """How many notes, addresses and quotations there are."""
    return ", ".join(
        (
            words.count(len(audit.extraction.parsed.notes), "{n} note", "{n} notes"),
            words.count(len(audit.links), "{n} address", "{n} addresses"),
            words.count(len(audit.quotes), "{n} quotation", "{n} quotations"),
        )
    )


def _sentences(console: Console, audit: Audit, words: Words) -> None:
    summary = summarise(audit, words)
    for label, sentences in (
        (words("Not checked"), summary.unchecked),
        (words("To look at"), summary.wrong),
        (words("Fine"), summary.fine),
    ):
        for number, sentence in enumerate(sentences):
            _row(console, one_line(sentence), label="" if number else label, style="")
    console.print()
    for severity, checks in by_check(audit.findings):
        total = sum(times for _, times in checks)
        named = ", ".join(f"{words.number(times)}×{check}" if times > 1 else check for check, times in checks)
        label = f"{SIGN[severity]} {words(severity.value)}"
        _row(console, f"{words.number(total)}: {named}", label=label, label_style=STYLE[severity])


def _findings(console: Console, audit: Audit, limit: int, words: Words) -> None:
    findings = worst_first(audit.findings)
    place = Places(audit, words)
    if findings[:limit]:
        console.print()
        title = words("Worst first") if len(findings) > 1 else words("The finding")
        _row(console, title, style="bold")
    groups = _alike(findings)
    for finding, *others in groups[:limit]:
        console.print()
        _finding(console, finding, words, place, others)
    rest = [finding for group in groups[limit:] for finding in group]
    if rest:
        console.print()
        told = ", ".join(
            words.count(sum(times for _, times in checks), *COUNTED[severity])
            for severity, checks in by_check(rest)
        )
        more = words("and {n} more ({told}); the report has them all", n=words.number(len(rest)), told=told)
        _row(console, more, style="dim")
    accepted = sum(one.accepted is not None for one in audit.findings)
    if accepted:
        known = words.count(
            accepted, "{n} finding accepted earlier, not shown", "{n} findings accepted earlier, not shown"
        )
        _row(console, known, style="dim")


def _alike(findings: Sequence[Finding]) -> list[list[Finding]]:
    """The findings, those together that say the same and ask for the same, in the order of the first."""
    groups: dict[tuple[str, ...], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.check, finding.message, finding.advice), []).append(finding)
    return list(groups.values())


def _finding(
    console: Console, finding: Finding, words: Words, place: Places, others: Sequence[Finding] = ()
) -> None:
    """One finding; `others` say the same of other notes and are named below it."""
    note = words("note {n}", n=finding.note) if finding.note is not None else words("no note")
    where = f"{note}, {place(finding.line)}"
    label = f"{SIGN[finding.severity]} {words(finding.severity.value)}"
    _row(console, f"{where}  {finding.check}", label=label, label_style=STYLE[finding.severity], style="bold")
    url = finding.evidence.get("url")
    told, advice = messages.message(finding, words).text, messages.advice(finding, words).text
    if isinstance(url, str) and url not in told:
        _row(console, one_line(url))
    _row(console, one_line(told))
    _row(console, f"→ {one_line(advice)}", style="dim")
    if others:
        named = ", ".join(
            str(one.note) if one.note is not None else place(one.line) for one in others[:NAMED]
        )
        more = ", …" if len(others) > NAMED else ""
        same = words("The same ×{n}: {places}", n=words.number(len(others)), places=named + more)
        _row(console, one_line(same), style="dim")


def _row(
    console: Console, words: str, *, label: str = "", label_style: str = "bold", style: str = ""
) -> None:
    """One entry: the label on the left, the words beside it, folded where a word is longer than a line."""
    from rich.table import Table
    from rich.text import Text

    table = Table.grid(padding=0)
    table.add_column(width=LABEL, no_wrap=True)
    table.add_column(overflow="fold")
    table.add_row(Text(label, style=label_style), Text(words, style=style, overflow="fold"))
    console.print(table)
