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
from citecheck.report.summary import COUNTED, by_check, is_unasked, summarise, worst_first
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


def text(
    audit: Audit, *, width: int = WIDTH, colour: bool = False, fold: bool = False, limit: int = LIMIT
) -> str:
    """The summary and at most `limit` findings, worst first, in `width` columns.

    `fold`: words that are longer than a line, addresses above all, are broken, as a terminal would do. Else
    they stay whole: in a log or a file an address is searched for and copied.
    Where every finding is shown, only those of one address are told together.
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
        soft_wrap=not fold,
        _environ={},
    )
    audit, words = redacted_audit(audit), words_for(audit)
    _head(console, audit, words)
    _sentences(console, audit, words)
    _findings(console, audit, limit, words)
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
    every = limit >= len(audit.findings)
    groups = _alike(findings, apart=every)
    for finding, *others in groups[:limit]:
        console.print()
        _finding(console, finding, words, place)
        _others(console, finding, others, words, place, len(others) if every else NAMED)
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


def _alike(findings: Sequence[Finding], *, apart: bool) -> list[list[Finding]]:
    """The findings, those together that say the same and ask for the same, in the order of the first.

    `apart`: those about one address only; of what was not asked nobody needs to know each by its address.
    """
    groups: dict[tuple[str, ...], list[Finding]] = {}
    for finding in findings:
        url = str(finding.evidence.get("url")) if apart and not is_unasked(finding) else ""
        groups.setdefault((finding.check, finding.message, finding.advice, url), []).append(finding)
    return list(groups.values())


def _finding(console: Console, finding: Finding, words: Words, place: Places) -> None:
    note = words("note {n}", n=place.note(finding)) if finding.note is not None else words("no note")
    where = f"{note}, {place(finding.line)}"
    label = f"{SIGN[finding.severity]} {words(finding.severity.value)}"
    _row(console, f"{where}  {finding.check}", label=label, label_style=STYLE[finding.severity], style="bold")
    url = finding.evidence.get("url")
    told, advice = messages.message(finding, words).text, messages.advice(finding, words).text
    if isinstance(url, str) and url not in told:
        _row(console, one_line(url))
    _row(console, one_line(told))
    _row(console, f"→ {one_line(advice)}", style="dim")


def _others(
    console: Console,
    finding: Finding,
    others: Sequence[Finding],
    words: Words,
    place: Places,
    named: int,
) -> None:
    """Where else the same is found: at most `named` places."""
    if not others:
        return
    where = list(dict.fromkeys(_where(one, words, place) for one in others))
    places = ", ".join(where[:named]) + (", …" if len(where) > named else "")
    number = words.number(len(others))
    if all(one.evidence.get("url") == finding.evidence.get("url") for one in others):
        same = words("The same ×{n}: {places}", n=number, places=places)
    else:
        same = words("The same of other addresses ×{n}: {places}", n=number, places=places)
    _row(console, one_line(same), style="dim")


def _where(finding: Finding, words: Words, place: Places) -> str:
    return words("note {n}", n=place.note(finding)) if finding.note is not None else place(finding.line)


def _row(
    console: Console, words: str, *, label: str = "", label_style: str = "bold", style: str = ""
) -> None:
    """One entry: the label on the left, the words beside it."""
    from rich.text import Text

    for number, line in enumerate(_wrapped(words, console.width - LABEL, fold=not console.soft_wrap)):
        head = Text("" if number else label, style=label_style)
        head.pad_right(LABEL - head.cell_len)
        console.print(head + Text(line, style=style), soft_wrap=True)


def _wrapped(words: str, width: int, *, fold: bool) -> list[str]:
    """Lines of at most `width` columns, broken at spaces; a longer word is broken only with `fold`."""
    from rich.cells import cell_len, chop_cells

    lines = [""]
    for word in words.split(" "):
        for piece in chop_cells(word, width) if fold and cell_len(word) > width else [word]:
            if lines[-1] and cell_len(lines[-1]) + 1 + cell_len(piece) > width:
                lines.append(piece)
            else:
                lines[-1] = f"{lines[-1]} {piece}" if lines[-1] else piece
    return lines
