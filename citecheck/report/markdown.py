"""The audit as Markdown, for a pull request or a mail: summary, then the open findings in a table."""

from __future__ import annotations

import re

from citecheck.model import Audit, Finding
from citecheck.report import messages
from citecheck.report.places import Places, has_lines
from citecheck.report.redacted import redacted_audit
from citecheck.report.safe import cut, one_line
from citecheck.report.summary import summarise, worst_first
from citecheck.report.terminal import SIGN, counted_words
from citecheck.report.words import Words, words_for

SUFFIX = ".md"
LIMIT = 500
"""Rows of the table: a comment of GitHub holds 65,536 characters, a job summary a megabyte."""
LENGTH = 600
"""Characters of a cell."""

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~!&@$^])")
_ADDRESS = re.compile(r"(?i)\b(?:[a-z][a-z0-9+.-]{0,15}:(?=\S)|www\.)")


def render(audit: Audit, manuscript: bytes) -> str:
    """GitHub-flavoured Markdown; nothing from outside can form a link, an image, a mention or a tag."""
    audit, words = redacted_audit(audit), words_for(audit)
    summary = summarise(audit, words)
    name = plain(audit.extraction.manuscript.name)
    counted = f"{counted_words(audit, words)} ({words(audit.run.mode.value)})."
    lines = [f"# {words('Citations of {name}', name=name)}", "", counted, ""]
    for label, sentences in (
        (words("Not checked"), summary.unchecked),
        (words("To look at"), summary.wrong),
        (words("Fine"), summary.fine),
    ):
        lines.append(f"- **{label}:** {' '.join(map(plain, sentences))}")
    findings = worst_first(audit.findings)
    if findings:
        place = Places(audit, words)
        where = "Line" if has_lines(audit) else "Place"
        heads = [words(head) for head in ("Note", where, "Check", "What", "Next")]
        lines += ["", f"| | {' | '.join(heads)} |", "| --- | --- | --- | --- | --- | --- |"]
        lines += [_row(audit, finding, words, place) for finding in findings[:LIMIT]]
        if len(findings) > LIMIT:
            rest = words.number(len(findings) - LIMIT)
            lines += ["", words("And {n} more: see the HTML report.", n=rest)]
    return "\n".join(lines) + "\n"


def plain(text: str) -> str:
    """`text` as Markdown that shows just these characters; addresses are kept from becoming links.

    >>> plain("a | b <img> @user")
    'a \\\\| b \\\\<img\\\\> \\\\@user'
    """
    escaped = _MARKUP.sub(r"\\\1", cut(one_line(text), LENGTH))
    # Autolinks need the unbroken scheme: an empty comment between breaks it and shows nothing.
    return _ADDRESS.sub(lambda match: match[0][:-1] + "<!-- -->" + match[0][-1], escaped)


def code(text: str) -> str:
    """`text` as inline code inside a table: an address to copy that is no link."""
    words = cut(one_line(text), LENGTH).replace("`", "'").replace("|", "\\|")
    if "##[" in words:  # GitHub's runner takes it for a command; within backticks nothing can be escaped
        return f"<code>{plain(text)}</code>"
    return f"`{words}`" if words else ""


def _row(audit: Audit, finding: Finding, words: Words, place: Places) -> str:
    sign = f"{SIGN[finding.severity]} {words(finding.severity.value)}"
    note = "" if finding.note is None else str(finding.note)
    url = finding.evidence.get("url")
    told, advice = messages.message(finding, words).text, messages.advice(finding, words).text
    shown = f"{code(url)} " if isinstance(url, str) and url not in told else ""
    what, then = shown + _words(told), _words(advice)
    file, line = audit.extraction.manuscript.text.located(finding.line)
    line_alone = f"{plain(file)}: {line}" if file else str(line)
    where = line_alone if has_lines(audit) else plain(place(finding.line))
    return f"| {sign} | {note} | {where} | {plain(finding.check)} | {what} | {then} |"


def _words(text: str) -> str:
    """A sentence whose addresses are shown as code."""
    return " ".join(code(word) if "://" in word else plain(word) for word in one_line(text).split(" "))
