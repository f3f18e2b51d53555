"""What to change in a manuscript and what to leave, and why: decided here, written elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citecheck.fix.case import Case, leads_well, names_a_definition, words_of_a_link
from citecheck.fix.certain import closed, doubt, host_of
from citecheck.fix.changes import Change, Edit, Left, Plan
from citecheck.fix.placed import after, behind_link, own_spans, replaced
from citecheck.fix.report import Checked
from citecheck.fix.worded import shown_change, whys
from citecheck.model import (
    SOUND_STEPS,
    ArchiveState,
    Extraction,
    Link,
    LinkStatus,
    MarkKind,
    Note,
    NoteKind,
    Span,
)
from citecheck.redaction import has_secret
from citecheck.reference import Change as Kind
from citecheck.reference import Edit as Correction
from citecheck.reference import corrected as reference_of
from citecheck.reference import usual_style, without_stop

HARMLESS = SOUND_STEPS | {"host-case", "unwrap"}
"""Steps after which a reader still finds the page by what is printed: nothing to change in the manuscript."""
SILENT = (LinkStatus.NOT_CHECKED, LinkStatus.BLOCKED, LinkStatus.RESTRICTED)
"""Answers that say nothing against a repair that is certain on its form."""
TEXT_STEPS = frozenset(
    {
        "cut-label", "cut-text", "drop-invisible", "drop-escape", "join-lines", "fix-scheme", "undouble",
        "drop-hyphen", "close-spaces", "fill-gaps", "trim-end", "host-case", "expand-doi", "expand-id",
        "add-scheme", "letters", "unescape", "unwrap",
    }
)  # fmt: skip
"""Steps of repair. Others name the mark-up that carries an address of its own."""


def plan(extraction: Extraction, checked: Checked | None) -> Plan:
    """The corrections of a manuscript: of its report, or without one those that are certain on form alone."""
    changes: list[Change] = []
    left: list[Left] = []
    printed = "\n".join(closed(link.repair.raw).lower() for link in extraction.links)
    for case in _cases(extraction, checked):
        made = _elsewhere(case, extraction, _decided(case, extraction, checked, printed))
        if isinstance(made, Change):
            changes.append(made)
        elif made is not None:
            left.append(Left(case.label, case.link.line, case.link.repair.raw, made))
    return Plan(tuple(changes), tuple(left))


def _cases(extraction: Extraction, checked: Checked | None) -> Iterator[Case]:
    notes = {note.id: note for note in extraction.parsed.notes}
    marks = {mark.spans: mark for mark in extraction.manuscript.text.marks if mark.kind is MarkKind.LINK}
    checks = checked.checks if checked else (None,) * len(extraction.links)
    corrections = _corrections(extraction, checked, notes) if checked else {}
    for index, (link, check) in enumerate(zip(extraction.links, checks, strict=True)):
        note = notes.get(link.note_id) if link.note_id is not None else None
        yield Case(index, link, note, check, marks.get(link.spans), corrections.get(index, ()))


def _corrections(
    extraction: Extraction, checked: Checked, notes: dict[str, Note]
) -> dict[int, tuple[Correction, ...]]:
    """The edits of each note's corrected reference, by link; of an address outside notes, of itself alone."""
    groups: dict[str, list[int]] = {}
    for index, (link, check) in enumerate(zip(extraction.links, checked.checks, strict=True)):
        if check is not None:
            groups.setdefault(link.note_id or f"\0{index}", []).append(index)
    found: dict[int, list[Correction]] = {}
    usual = usual_style(extraction.parsed.notes, extraction.parsed.language)
    for key, indexes in groups.items():
        note = notes.get(key) or _alone(extraction.links[indexes[0]])
        answers = [(extraction.links[i], checked.checks[i]) for i in indexes]
        known = [(link, check) for link, check in answers if check is not None]
        reference = reference_of(note, known, usual, checked.day)
        for edit in reference.edits if reference else ():
            found.setdefault(indexes[edit.link], []).append(edit)
    return {index: tuple(edits) for index, edits in found.items()}


def _alone(link: Link) -> Note:
    """An address outside notes as a note of its own."""
    text = " ".join(link.repair.raw.split())
    return Note("", 0, "", NoteKind.FOOTNOTE, link.spans, text, link.line, link.line)


def _decided(
    case: Case, extraction: Extraction, checked: Checked | None, printed: str
) -> Change | str | None:
    """The change of one address, why it was left, or `None` where nothing is wrong with it."""
    link, check = case.link, case.check
    if checked is not None and check is not None:
        reason = checked.accepted.get((link.note_id, check.url))
        if reason is not None:
            return f"accepted: {reason}"
    corrections = [c for c in case.corrections if c.change is not Kind.ACCESSED or case.note]
    if case.note is None and any(c.change is Kind.ARCHIVE for c in corrections):
        return f"{_trouble(case)}; an archived copy is known, but no note to put it into"
    if case.mark is not None and case.mark.origin == "definition" and len(corrections) > 1:
        corrections = [c for c in corrections if c.change in (Kind.REPAIRED, Kind.MOVED)]
    target = next((c.text for c in corrections if c.change in (Kind.REPAIRED, Kind.MOVED)), None)
    if target is None and _damaged(link) and not leads_well(case):
        why = _unproven(case)
        if why is not None:
            return why
        target = _plain(case)
    if target is None and words_of_a_link(case) and check is not None and check.status is LinkStatus.MOVED:
        target = check.final_url
    if target is None and not corrections:
        return _trouble(case)
    moved = check is not None and check.status is LinkStatus.MOVED and target == check.final_url
    moved = moved or _kind(corrections) is Kind.MOVED
    if target is not None and not moved and host_of(target) not in printed:
        return "the host is printed nowhere in the manuscript"
    return _change(case, extraction, target, corrections)


def _elsewhere(case: Case, extraction: Extraction, made: Change | str | None) -> Change | str | None:
    """What was decided, but that nothing is changed which stands in a bibliography, not in the manuscript."""
    if not isinstance(made, Change) or case.link.start < extraction.manuscript.text.own_end:
        return made
    file, _, line = (case.note.file if case.note else "").rpartition(":")
    place = f"in line {line} of {file}" if file else "among the references in the manuscript's front matter"
    return f"it stands {place}: correct it there, to {made.after}"


def _kind(corrections: Sequence[Correction]) -> Kind:
    return Kind.MOVED if any(c.change is Kind.MOVED for c in corrections) else Kind.REPAIRED


def _damaged(link: Link) -> bool:
    """Whether what is printed leads nowhere, so that it should be changed."""
    repair = link.repair
    if not repair.candidates:
        return True
    return any(step.step not in HARMLESS for step in repair.candidates[0].steps) and repair.changed


def _plain(case: Case) -> str:
    """The first reading as it should be printed: a scheme that repair added is left out again."""
    first = case.link.repair.candidates[0]
    added = any(step.step == "add-scheme" for step in first.steps)
    return first.url.removeprefix("http://") if added else first.url


def _unproven(case: Case) -> str | None:
    """Why a damaged address is not repaired, `None` where the repair is certain on its form."""
    repair, check = case.link.repair, case.check
    if not repair.candidates:
        return "it holds no address"
    if case.mark is not None and closed(case.mark.target) == repair.candidates[0].url == closed(repair.raw):
        return None  # the mark-up holds the address whole, and it is the one that is printed
    if any(step.step not in TEXT_STEPS for step in repair.candidates[0].steps):
        return "the target of the link is damaged"
    why = doubt(case.link)
    if why is not None:
        return why
    if check is not None and not (check.status.living or check.status in SILENT):
        return f"the repaired address did not answer ({check.reason})"
    if check is not None and check.url != repair.candidates[0].url:
        return "evidence speaks for another reading, but not surely"
    return None


def _trouble(case: Case) -> str | None:
    """What is wrong with an address that no certain correction is known for; `None` where nothing is."""
    check = case.check
    if check is None or check.status is LinkStatus.OK:
        problems = case.link.repair.problems
        return "the address breaks off" if "truncated" in problems and check is None else None
    if check.status is LinkStatus.NOT_CHECKED:
        return None
    if check.status.dead and check.archive.state is not ArchiveState.ARCHIVED:
        return f"no archived copy is known ({check.reason})"
    if has_secret(case.link.repair.raw):
        return "it holds a password or token"
    return check.reason


def _change(
    case: Case, extraction: Extraction, target: str | None, corrections: Sequence[Correction]
) -> Change | str | None:
    """The edits of one address, or why they cannot be placed."""
    content = extraction.manuscript.text.content
    spans = own_spans(content, case.link, case.candidate)
    markdown = extraction.manuscript.media_type == "text/markdown"
    if spans is None or (markdown and names_a_definition(case)):
        return (
            "the address stands elsewhere in the mark-up"
            if spans
            else "where the address ends is not certain"
        )
    before = " ".join(span.of(content) for span in spans)
    text = "" if target is None else _fitting(target, before) if markdown else target
    added: list[tuple[int, str]] = []
    for one in corrections:
        if one.change in (Kind.ARCHIVE, Kind.ACCESSED):
            place = _place(case, content, spans, one, markdown)
            if place is None:
                return "where the note's date of access ends is not certain"
            added.append((place, one.text))
    shown = None if words_of_a_link(case) else text or None
    linked = case.mark is not None and not markdown
    edits = _edits(content, spans, shown, added, apart=linked)
    if (
        (not edits and shown is not None)
        or (not text and not added)
        or (len(spans) == 1 and text == before and not added)
    ):
        return None
    old = case.mark.target if case.mark is not None and shown is None else before
    seen, put = shown_change(content, spans[-1].end, " ".join(old.split()), text, added)
    return Change(
        link=case.index,
        note=case.label,
        line=case.link.line,
        before=seen,
        after=put,
        why=whys(case, target, corrections),
        edits=tuple(edits),
        target=(case.mark.target, text) if case.mark and text else None,
    )


def _fitting(url: str, printed: str) -> str:
    """`url` with those brackets as numbers that Markdown could take for its own and that were not printed.

    >>> _fitting("https://a.example/b_(c)", "http://a.example/b")
    'https://a.example/b_%28c%29'
    """
    for sign in "()[]":
        if sign not in printed:
            url = url.replace(sign, f"%{ord(sign):02X}")
    return url


def _place(case: Case, content: str, spans: tuple[Span, ...], one: Correction, markdown: bool) -> int | None:
    """Offset in the manuscript at which the words of a correction are put in."""
    end = spans[-1].end
    if case.note is None:
        return end
    printed = without_stop(" ".join(case.link.repair.raw.split()), case.link.repair.url or "")
    text = case.note.text
    at = text.rfind(printed, 0, one.start)
    if at < 0:
        return None
    if one.start == at + len(printed):
        return behind_link(content, spans[0].start, end) if markdown else end
    return after(content, case.note.spans, end, text[at + len(printed) : one.start])


def _edits(
    content: str, spans: tuple[Span, ...], text: str | None, added: Sequence[tuple[int, str]], *, apart: bool
) -> list[Edit]:
    """`apart`: the address is a link, and what is added behind it is not to become part of the link."""
    end = spans[-1].end
    if text is not None and added and not apart and all(place == end for place, _ in added):
        return replaced(content, spans, text + "".join(words for _, words in added))
    edits = replaced(content, spans, text) if text is not None else []
    places: dict[int, str] = {}
    for place, words in added:
        places[place] = places.get(place, "") + words
    return edits + [Edit(Span(place, place), words) for place, words in places.items()]
