"""An audit without the secrets of its URLs, taken once before anything is written.

`redact` finds a secret in a URL that stands in one piece. An address that is broken over lines hides the
end of its token from it, so such addresses are closed up first, here and in the text of their note.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import cache, partial
from operator import is_
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar, cast

from citecheck.model import Candidate, Extraction, Link, Reason, Repair, Span, Step
from citecheck.redaction import has_secret, redact

if TYPE_CHECKING:
    from citecheck.model import Audit

T = TypeVar("T")
Forms = Mapping[str, str]
"""Printed forms of secret addresses that are broken over lines, beside what may be shown for them."""
NO_FORMS: Forms = MappingProxyType({})


def redacted_audit(audit: Audit) -> Audit:
    """The audit with every secret replaced; the manuscript's own text is left to whoever quotes from it."""
    forms = broken_forms(audit.extraction.links)
    return replace(
        audit,
        extraction=redacted_extraction(audit.extraction),
        links=redacted(audit.links, forms),
        quotes=redacted(audit.quotes, forms),
        findings=redacted(audit.findings, forms),
        run=redacted(audit.run, forms),
    )


def redacted_extraction(extraction: Extraction) -> Extraction:
    """The extraction with every secret replaced, also in addresses that are broken over lines."""
    forms = broken_forms(extraction.links)
    return replace(
        extraction,
        parsed=redacted(extraction.parsed, forms),
        links=tuple(_link(link) for link in extraction.links),
        by_note={key: tuple(map(_link, links)) for key, links in extraction.by_note.items()},
    )


def redacted(value: T, forms: Forms = NO_FORMS) -> T:
    """`value` with every string in it redacted: dataclasses, tuples, lists and mappings are walked."""
    return cast(T, _walk(value, forms))


def redacted_text(text: str, forms: Forms = NO_FORMS) -> str:
    """`text` without secrets, those of the given broken addresses among them."""
    for printed, shown in forms.items():
        text = text.replace(printed, shown)
    return redact(text)


def broken_forms(links: Iterable[Link]) -> Forms:
    """Forms of the secret addresses among `links`, as printed and with line ends as spaces."""
    forms: dict[str, str] = {}
    for link in links:
        raw = link.repair.raw
        if _is_secret(link.repair) and len(raw.split()) > 1:
            forms |= dict.fromkeys((raw, " ".join(raw.split())), _closed(raw))
    return forms


def _walk(value: Any, forms: Forms) -> object:
    """The very same value where there is nothing to hide in it, as in nearly all of a book."""
    walk = _way_of(value.__class__)
    return value if walk is None else walk(value, forms)


@cache
def _way_of(kind: type) -> Callable[[Any, Forms], object] | None:
    """How values of a type are walked; `None` where no text can be in them. Spans are the most of a book."""
    if issubclass(kind, Enum | Span):
        return None
    if issubclass(kind, Reason):
        return _walk_reason
    if issubclass(kind, str):
        return redacted_text
    if issubclass(kind, tuple | list):
        return _walk_row
    if issubclass(kind, Mapping):
        return _walk_mapping
    return partial(_walk_fields, tuple(one.name for one in fields(kind))) if is_dataclass(kind) else None


def _walk_reason(value: Reason, forms: Forms) -> Reason:
    facts = _walk_mapping(value.facts, forms)
    return value if facts is value.facts else Reason(value.code, **cast("dict[str, str]", facts))


def _walk_row(value: tuple[object, ...] | list[object], forms: Forms) -> object:
    walked = [_walk(one, forms) for one in value]
    return value if all(map(is_, walked, value)) else type(value)(walked)


def _walk_mapping(value: Mapping[str, object], forms: Forms) -> Mapping[str, object]:
    walked = {key: _walk(one, forms) for key, one in value.items()}
    return value if all(map(is_, walked.values(), value.values())) else walked


def _walk_fields(names: tuple[str, ...], value: Any, forms: Forms) -> object:
    changed = {}
    for name in names:
        before = getattr(value, name)
        after = _walk(before, forms)
        if after is not before:
            changed[name] = after
    return replace(value, **changed) if changed else value


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
