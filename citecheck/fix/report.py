"""What a report of an audit says about a manuscript's addresses, taken back out of its JSON.

A report is a file like any other: its shape is looked at, and no address in it is believed to be harmless.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from citecheck.errors import UsageMistake
from citecheck.model import (
    ArchiveCheck,
    ArchiveState,
    Extraction,
    Link,
    LinkCheck,
    LinkStatus,
    Suggestion,
)

SCHEMA = "citecheck/report/1"
_SAFE = re.compile(
    r"(?i)https?://[^\s\"'<>\\^`{|}\x00-\x20\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f]+"
)
_WHERE = re.compile(r"REDACTED-[0-9a-f]{8}")


@dataclass(frozen=True, slots=True)
class Checked:
    """The answers of a report, one for each of the extraction's links; `None` where it has none."""

    checks: tuple[LinkCheck | None, ...]
    accepted: Mapping[tuple[str | None, str], str]
    """Why a finding about an address was accepted, by note id and URL."""
    day: date
    """Of the report: the date of access that is added."""


def checked_of(document: object, extraction: Extraction, name: str) -> Checked:
    """What the report `document` (of the file `name`) says about the links of `extraction`.

    Raises `UsageMistake`, one line, where it is no report or one of another manuscript.
    """
    if not isinstance(document, dict) or document.get("schema") != SCHEMA:
        raise UsageMistake(f"{name}: not a report of citecheck ({SCHEMA})")
    try:
        digest = document["manuscript"]["sha256"]
        if digest != extraction.manuscript.sha256:
            raise UsageMistake(
                f"{name}: the report is about other contents than {extraction.manuscript.name} has now; "
                "audit it again"
            )
        made_with = document["run"]["settings"]
        if made_with.get("baseline") and made_with.get("new_only"):
            raise UsageMistake(
                f"{name}: made with --new-only, it does not say what was accepted; audit without it"
            )
        return Checked(
            checks=_checks(document, extraction),
            accepted=dict(_accepted(document)),
            day=_moment(document["generated"]).date(),
        )
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as trouble:
        raise UsageMistake(f"{name}: the report is damaged ({type(trouble).__name__}: {trouble})") from None


def _checks(document: Mapping[str, Any], extraction: Extraction) -> tuple[LinkCheck | None, ...]:
    """Links of a note are known by their order in it, and by what is printed."""
    told: dict[str | None, Iterator[Mapping[str, Any]]] = {
        str(note["id"]): iter(list(note["links"])) for note in document["notes"]
    }
    told[None] = iter(list(document["outside"]))
    found: list[LinkCheck | None] = []
    for link in extraction.links:
        answer = next(told.get(link.note_id, iter(())), None)
        found.append(_check(answer) if answer is not None and _same(answer, link) else None)
    return tuple(found)


def _same(answer: Mapping[str, Any], link: Link) -> bool:
    """Whether the answer is about what is printed here; where a secret was taken out, its start tells."""
    said = str(answer["raw"])
    hidden = _WHERE.search(said)
    if hidden is None:
        return said == link.repair.raw
    return "".join(link.repair.raw.split()).startswith("".join(said[: hidden.start()].split()))


def _check(answer: Mapping[str, Any]) -> LinkCheck:
    archive, suggestion = answer["archive"], answer["suggestion"]
    return LinkCheck(
        url=str(answer["url"]),
        status=LinkStatus(answer["status"]),
        code=str(answer["code"]),
        reason=str(answer["reason"]),
        final_url=_safe(answer["final_url"]),
        checked=_moment(answer["checked"]) if answer["checked"] else None,
        archive=ArchiveCheck(
            state=ArchiveState(archive["state"]) if _safe(archive["url"]) else ArchiveState.NOT_ASKED,
            url=_safe(archive["url"]),
            datetime=_moment(archive["datetime"]) if archive["datetime"] else None,
        ),
        suggestion=Suggestion(suggestion["url"], suggestion["evidence"], suggestion["confirmed_by"])
        if suggestion and _safe(suggestion["url"])
        else None,
    )


def _accepted(document: Mapping[str, Any]) -> Iterator[tuple[tuple[str | None, str], str]]:
    for finding in document["findings"]:
        if finding["accepted"] and "url" in finding["evidence"]:
            yield (finding["note_id"], str(finding["evidence"]["url"])), str(finding["accepted"]["reason"])


def _safe(url: object) -> str | None:
    """`url` where it is a web address that can stand in a text, with nothing hidden or taken out."""
    return url if isinstance(url, str) and _SAFE.fullmatch(url) and not _WHERE.search(url) else None


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
