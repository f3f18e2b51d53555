"""What `repair`, `links` and `quote` show in a terminal.

Everything from a manuscript or a page goes through `visible` first: rich itself lets control characters pass.
"""

from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import IO, cast

from rich.console import Console
from rich.padding import Padding
from rich.text import Text as Styled

from citecheck.model import Alignment, Audit, LinkCheck, Repair, Severity
from citecheck.redaction import redact
from citecheck.report.safe import visible

UNBROKEN = 10_000
"""Columns that no line reaches, where nobody looks at lines."""
NARROW = 80
"""Columns where the terminal does not say."""
LONGEST_COMPARED = 2000
"""Characters past which a change is shown as two strings: comparing letter by letter takes quadratic time."""
STATUS_STYLE = {
    "ok": "green",
    "moved": "yellow",
    "soft-404": "red",
    "parked": "red",
    "gone": "red",
    "invalid": "red",
}


class _Unpadded(io.TextIOBase):
    """Standard output without the spaces with which rich fills its lines."""

    def __init__(self) -> None:
        self._begun = ""

    def write(self, text: str) -> int:
        *lines, self._begun = (self._begun + text).split("\n")
        sys.stdout.write("".join(line.rstrip() + "\n" for line in lines))
        return len(text)

    def flush(self) -> None:
        sys.stdout.write(self._begun)
        self._begun = ""
        sys.stdout.flush()


def console() -> Console:
    """Standard output; where it is no terminal, plain, and with every line in one piece."""
    if sys.stdout.isatty():
        width = shutil.get_terminal_size((NARROW, 24)).columns
        return Console(width=max(width, 40), highlight=False, soft_wrap=False)
    return Console(file=cast("IO[str]", _Unpadded()), width=UNBROKEN, highlight=False, soft_wrap=False)


def show_repair(repair: Repair) -> None:
    """Each step with what it took out struck through and what it put in underlined."""
    out = console()
    out.print(_fold(Styled(visible(repair.raw))))
    if repair.url is None:
        out.print(Styled("  holds no URL", style="yellow"))
        return
    if not repair.changed:
        out.print(Styled("  sound, nothing to repair", style="green"))
    for rank, candidate in enumerate(repair.candidates):
        if not candidate.steps:
            continue
        out.print(Styled(f"  reading {rank + 1}, confidence {candidate.confidence:.2f}", style="bold"))
        for step in candidate.steps:
            out.print(Styled(f"  {step.step}: ").append_text(_change(step.before, step.after)))
        out.print(Styled(f"  = {visible(candidate.url)}", style="green" if rank == 0 else ""))
    if repair.problems:
        out.print(Styled(f"  problems: {', '.join(repair.problems)}", style="yellow"))


def show_links(done: Audit) -> None:
    """One line a link, the reason and the archived copy below it."""
    out = console()
    width = max((len(check.status.value) for check in done.links), default=0)
    for check in done.links:
        status = check.status.value
        out.print(
            Styled(f"{status:<{width}}  ", style=STATUS_STYLE.get(status, "cyan")).append(_shown(check.url))
        )
        for extra in _details(check):
            out.print(Padding(Styled(extra, style="dim"), (0, 0, 0, width + 2), expand=False))
    bad = sum(finding.severity is Severity.ERROR for finding in done.findings)
    links = "1 link" if len(done.links) == 1 else f"{len(done.links)} links"
    out.print(Styled(f"{links}, {bad} with errors", style="bold"))
    if done.run.trouble:
        out.print(Styled(f"Could not check: {visible(done.run.trouble)}", style="yellow"))


def show_alignment(quotation: str, found: Alignment) -> None:
    """Verdict, reason, the page's words with what differs."""
    out = console()
    out.print(Styled(found.verdict.value, style="bold").append(f": {visible(found.reason)}", style="none"))
    if found.found is not None:
        quoted, own = _sides(quotation.split(), found.found.split())
        out.print(Styled("quoted  ").append_text(quoted))
        out.print(Styled("found   ").append_text(own))
    for difference in found.differences:
        pair = f"{visible(difference.quoted) or '(nothing)'} → {visible(difference.found) or '(nothing)'}"
        out.print(Styled(f"  {difference.kind.value}: {pair}", style="yellow"))
    if found.flags:
        out.print(Styled(f"  {', '.join(flag.value for flag in found.flags)}", style="yellow"))


def _details(check: LinkCheck) -> Iterable[str]:
    if check.status.value != "ok":
        yield visible(redact(check.reason))
    if check.final_url and check.final_url != check.url:
        yield f"→ {_shown(check.final_url)}"
    if check.archive.url:
        yield f"archived: {_shown(check.archive.url)}"
    elif check.archive.state.value != "not-asked":
        yield f"archive: {check.archive.state.value}"
    if check.suggestion:
        yield f"suggested: {_shown(check.suggestion.url)}"


def _sides(quoted: list[str], found: list[str]) -> tuple[Styled, Styled]:
    """Both wordings, each whole: words of one side alone struck through, or underlined."""
    left, right = Styled(), Styled()
    if len(quoted) + len(found) > LONGEST_COMPARED:
        return Styled(visible(" ".join(quoted))), Styled(visible(" ".join(found)))
    bare, other = ([_bare(word) for word in words] for words in (quoted, found))
    for kind, a, b, c, d in SequenceMatcher(None, bare, other, autojunk=False).get_opcodes():
        styles = ("none", "none") if kind == "equal" else ("red strike", "green underline")
        for line, words, style in zip((left, right), (quoted[a:b], found[c:d]), styles, strict=True):
            if words:
                line.append(" " if line else "").append(visible(" ".join(words)), style=style)
    return left, right


def _bare(word: str) -> str:
    """A word without its marks and case, which are no difference."""
    return "".join(sign for sign in word.casefold() if sign.isalnum()) or word


def _change(before: str, after: str) -> Styled:
    """`before` turned into `after`: removed parts struck through, new parts underlined."""
    if len(before) + len(after) > LONGEST_COMPARED:
        return Styled(f"{visible(before)} → {visible(after)}")
    line = Styled()
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            line.append(visible(before[a:b]))
            continue
        line.append(visible(before[a:b]), style="red strike")
        line.append(visible(after[c:d]), style="green underline")
    return line


def _shown(url: str) -> str:
    return visible(redact(url))


def _fold(line: Styled) -> Styled:
    line.overflow = "fold"
    return line
