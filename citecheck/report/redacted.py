"""An audit without the secrets of its URLs, taken once before anything is written.

`redact` finds a secret in a URL that stands in one piece. An address that is broken over lines hides the
end of its token from it, so such addresses are closed up first, here and in the text of their note.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import TypeVar, cast

from citecheck.model import Audit, Candidate, Extraction, Link, Manuscript, Note, Repair, Step
from citecheck.redaction import has_secret, redact

T = TypeVar("T")


def redacted_audit(audit: Audit) -> Audit:
    """The audit with every secret replaced; the manuscript's own text is left to whoever quotes from it."""
    return replace(
        audit,
        extraction=redacted_extraction(audit.extraction),
        links=redacted(audit.links),
        quotes=redacted(audit.quotes),
        findings=redacted(audit.findings),
        run=redacted(audit.run),
    )


def redacted_extraction(extraction: Extraction) -> Extraction:
    """The extraction with every secret replaced, also in addresses that are broken over lines."""
    closed = closed_up(extraction.links)
    parsed = extraction.parsed
    notes = tuple(redacted(_with_closed(note, closed)) for note in parsed.notes)
    by_note = {key: tuple(_link(link) for link in links) for key, links in extraction.by_note.items()}
    return replace(
        extraction,
        parsed=replace(redacted(replace(parsed, notes=())), notes=notes),
        links=tuple(_link(link) for link in extraction.links),
        by_note=by_note,
    )


def redacted(value: T) -> T:
    """`value` with `redact` over every string in it: dataclasses, tuples, lists and mappings are walked."""
    return cast(T, _walk(value))


def closed_up(links: tuple[Link, ...]) -> dict[str, str]:
    """Printed forms of secret addresses that are broken over lines, beside what may be shown for them."""
    return {
        " ".join(link.repair.raw.split()): _closed(link.repair.raw)
        for link in links
        if _is_secret(link.repair) and len(link.repair.raw.split()) > 1
    }


def _walk(value: object) -> object:
    if isinstance(value, str):
        return value if isinstance(value, Enum) else redact(value)
    if isinstance(value, tuple | list):
        return type(value)(_walk(one) for one in value)
    if isinstance(value, Mapping):
        return {key: _walk(one) for key, one in value.items()}
    if is_dataclass(value) and not isinstance(value, type | Manuscript):
        changed = {}
        for one in fields(value):
            before = getattr(value, one.name)
            after = _walk(before)
            if after != before:
                changed[one.name] = after
        return replace(value, **changed) if changed else value
    return value


def _is_secret(repair: Repair) -> bool:
    return has_secret(repair.raw) or any(has_secret(one.url) for one in repair.candidates)


def _closed(text: str) -> str:
    return redact("".join(text.split()))


def _link(link: Link) -> Link:
    repair = link.repair
    if not _is_secret(repair):
        return link
    candidates = tuple(
        Candidate(
            url=_closed(one.url),
            confidence=one.confidence,
            steps=tuple(Step(step.step, _closed(step.before), _closed(step.after)) for step in one.steps),
        )
        for one in repair.candidates
    )
    closed = Repair(raw=_closed(repair.raw), candidates=candidates, problems=repair.problems)
    return replace(link, repair=closed, key=redact(link.key))


def _with_closed(note: Note, closed: Mapping[str, str]) -> Note:
    text = note.text
    for printed, shown in closed.items():
        text = text.replace(printed, shown)
    return note if text == note.text else replace(note, text=text)
