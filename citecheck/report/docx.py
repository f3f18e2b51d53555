"""The author's own Word file with comments: at each note's call what was found, what to do, what to paste.

Only comments are added; text, notes and formats stay. Times are those of the audit, so that two runs from one
evidence give the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from citecheck.errors import UsageMistake
from citecheck.model import Audit, Finding, Manuscript, MarkKind
from citecheck.reference import corrected, usual_style
from citecheck.report.redacted import redacted_audit
from citecheck.report.safe import cut, visible

if TYPE_CHECKING:
    from docx.document import Document

SUFFIX = ".docx"
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
AUTHOR, INITIALS = "citecheck", "cc"
LONGEST = 4_000
"""Characters of one line of a comment, so that a hostile title cannot fill the margin."""
RECOGNISED = 60
"""Characters of a line by which its paragraph is found."""
TIME = (1980, 1, 1, 0, 0, 0)
"""Of every member of the archive: the first that it can name."""
_NOT_IN_XML = dict.fromkeys((0xFFFE, 0xFFFF))


def commentable(manuscript: Manuscript) -> None:
    """Raises `UsageMistake` where the manuscript is no Word file, naming what to use instead."""
    if manuscript.media_type != MEDIA_TYPE:
        raise UsageMistake(
            f"{manuscript.name}: comments go into a Word file (DOCX), and this is {manuscript.media_type}; "
            "use -f html, xlsx or markdown"
        )


def render(audit: Audit, manuscript: bytes) -> bytes:
    """A copy of the DOCX `manuscript` with a comment at each call that has findings.

    Findings without a call stand at the paragraph of their line, else at the first. Raises `UsageMistake` for
    other formats, and for files that cannot be opened for writing (the strict variant).
    """
    commentable(audit.extraction.manuscript)
    document = _opened(audit.extraction.manuscript.name, manuscript)
    audit = redacted_audit(audit)
    keys, places = _keys(audit), _Places(document)
    by_run: dict[Any, list[Finding]] = {}
    for finding in audit.findings:
        if finding.accepted is None:
            key = keys.get(finding.note_id or "")
            by_run.setdefault(places.run(key, _line(audit, finding.line)), []).append(finding)
    references = _references(audit)
    for run, findings in by_run.items():
        _comment(document, run, _lines(findings, references), audit)
    _behind_calls(document)
    out = io.BytesIO()
    document.save(out)
    return _with_fixed_times(out.getvalue())


def _opened(name: str, manuscript: bytes) -> Document:
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    try:
        return docx.Document(io.BytesIO(manuscript))
    except (KeyError, ValueError, PackageNotFoundError, zipfile.BadZipFile):
        raise UsageMistake(
            f"{name}: comments cannot be put into this variant of DOCX; save it as a usual Word document, "
            "or use -f html"
        ) from None


def _keys(audit: Audit) -> dict[str, str]:
    """Note id → key of its call in the file (`footnote-3`), for calls that the file marks as such."""
    marks = {
        mark.spans[0]: mark.key
        for mark in audit.extraction.manuscript.text.marks
        if mark.kind is MarkKind.MARKER and mark.spans
    }
    found: dict[str, str] = {}
    for marker in audit.extraction.parsed.markers:
        if marker.note_id is not None and marker.span in marks:
            found.setdefault(marker.note_id, marks[marker.span])
    return found


def _line(audit: Audit, number: int) -> str:
    lines = audit.extraction.manuscript.text.content.split("\n")
    return lines[number - 1] if 0 < number <= len(lines) else ""


class _Places:
    """Where comments can be put: the runs of calls, and paragraphs by their text."""

    def __init__(self, document: Document) -> None:
        from docx.oxml.ns import qn
        from docx.text.paragraph import Paragraph
        from docx.text.run import Run

        body = document.element.body
        self._calls: dict[str, Any] = {}
        for kind in ("footnote", "endnote"):
            for call in body.iter(qn(f"w:{kind}Reference")):
                run = call.getparent()
                if run is not None and run.tag == qn("w:r"):
                    self._calls.setdefault(f"{kind}-{call.get(qn('w:id'))}", Run(_outside(run), document))
        self._paragraphs: list[tuple[str, Any]] = []
        for one in body.iter(qn("w:p")):
            paragraph = Paragraph(one, document)
            if paragraph.runs:
                run = _outside(paragraph.runs[0]._r)
                self._paragraphs.append((_folded(paragraph.text), Run(run, document)))
        if not self._paragraphs:
            self._paragraphs.append(("", document.add_paragraph().add_run("")))

    def run(self, key: str | None, line: str) -> Any:
        """The run of the call `key`, else of the paragraph that holds `line`, else of the first one."""
        if key is not None and key in self._calls:
            return self._calls[key]
        wanted = _folded(line)[:RECOGNISED]
        first = self._paragraphs[0][1]
        return next((run for text, run in self._paragraphs if wanted and wanted in text), first)


def _outside(run: Any) -> Any:
    """The run itself, or the one that holds the text box it stands in: Word keeps no comments in boxes."""
    from docx.oxml.ns import qn

    boxes = list(run.iterancestors(qn("w:txbxContent")))
    holder = next(boxes[-1].iterancestors(qn("w:r")), None) if boxes else None
    return run if holder is None else holder


def _folded(text: str) -> str:
    return "".join(text.split())


def _references(audit: Audit) -> Mapping[str, str]:
    """The corrected reference of each note that has one, by id."""
    answers: dict[str, list[Any]] = {}
    for link, check in zip(audit.extraction.links, audit.links, strict=True):
        answers.setdefault(link.note_id or "", []).append((link, check))
    parsed, today = audit.extraction.parsed, audit.generated.date()
    usual = usual_style(parsed.notes, parsed.language)
    found: dict[str, str] = {}
    for note in parsed.notes:
        reference = corrected(note, answers.get(note.id, ()), usual, today)
        if reference is not None:
            found[note.id] = reference.after
    return found


def _lines(findings: Iterable[Finding], references: Mapping[str, str]) -> list[str]:
    lines: list[str] = []
    pasted: dict[str, None] = {}
    for finding in findings:
        lines += (f"{finding.severity.value}, {finding.check}: {finding.message}", finding.advice)
        reference = references.get(finding.note_id or "")
        if reference is not None:
            pasted[reference] = None
    return lines + [f"Corrected reference: {reference}" for reference in pasted]


def _comment(document: Document, run: Any, lines: list[str], audit: Audit) -> None:
    comment = document.add_comment(run, author=AUTHOR, initials=INITIALS)
    paragraph = comment.paragraphs[0]
    for number, line in enumerate(filter(None, map(_safe, lines))):
        if number:
            paragraph = comment.add_paragraph()
        paragraph.add_run(line)
    comment._comment_elm.date = audit.generated  # the library puts the clock's time in


def _behind_calls(document: Document) -> None:
    """Our marks of comments moved to the ends of their paragraphs; the ranges they are about stay.

    LibreOffice 7.4 loses the text of all footnotes where such a mark stands between two calls.
    """
    from docx.oxml.ns import qn

    ours = {str(comment.comment_id) for comment in document.comments if comment.author == AUTHOR}
    for mark in list(document.element.body.iter(qn("w:commentReference"))):
        paragraph = next(mark.iterancestors(qn("w:p")), None)
        if mark.get(qn("w:id")) in ours and paragraph is not None:
            paragraph.append(mark.getparent())


def _safe(line: str) -> str:
    return cut(visible(" ".join(line.split())).translate(_NOT_IN_XML), LONGEST)


def _with_fixed_times(data: bytes) -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as before,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for member in before.infolist():
            info = zipfile.ZipInfo(member.filename, TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            after.writestr(info, before.read(member))
    return out.getvalue()
