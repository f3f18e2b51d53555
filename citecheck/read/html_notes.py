"""Notes of HTML and EPUB by one rule: a link with a label leads to a block that leads back.

Word, wikis, blogs and book makers all name and nest their notes in ways of their own; what they share is
what readers use, a number to press and an arrow to come back by. A list of such ways would miss the next one.
Where the way back is missing, the mark-up's own word counts (`role="doc-noteref"`, `epub:type="footnote"`;
DPUB-ARIA 1.1, EPUB Structural Semantics 1.1), or that the block called begins with the very label it is
called by.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import attrgetter

from citecheck.model import Mark, MarkKind
from citecheck.read.html_attributes import NAMED_ENTRIES, NOTES
from citecheck.read.html_dated_links import dated_links
from citecheck.read.html_element import Element
from citecheck.read.html_entry_lists import further_calls, others
from citecheck.read.html_flow import Flow
from citecheck.read.html_note_bounds import HEADINGS, ROOM, WHOLE, block_of, bounds, leads_to, settle
from citecheck.read.html_note_calls import LABEL, LONGEST, bare_ends, calls_of, label_of
from citecheck.read.html_note_looks import Looks
from citecheck.read.html_note_parts import Call, Found, entry_label, found_of
from citecheck.read.html_note_text import body_spans, own_label
from citecheck.read.quick import mark_of, span_of

MOST_LINKS = 200
"""Links at each end of a note among which its ways back are looked for."""
_DIGITS = re.compile(r"\d+")
"""Calls of one document differ in their numbers alone: so a call is known whose note is lost."""
_LABELS = frozenset(("ltx_tag_bibitem",))
"""What an entry is called by, printed before it."""
_SURE = NOTES - {"note", "footnote", "endnote"} | NAMED_ENTRIES
_ENDNOTE = re.compile(r"endnote|rearnote|_edn|edn\d")
_NOTE, _REFERENCE, _MARKER = MarkKind.NOTE, MarkKind.REFERENCE, MarkKind.MARKER
"""Kept at hand: a member of an enumeration is slow to find."""


Resolve = Callable[[Sequence[Element]], Sequence[Element | None]]


def note_marks(content: str, flow: Flow, resolve: Resolve) -> tuple[list[Mark], list[Mark]]:
    """Marks of notes, and of their calls, in no order. `resolve` follows links inside the document."""
    return _Rule(content, flow, resolve).marks()


class _Rule:
    def __init__(self, content: str, flow: Flow, resolve: Resolve) -> None:
        self.content = content
        self.flow = flow
        self.words = {element.words for element in flow.telling}
        """What elements are called; a document uses few such words."""
        targets = resolve(flow.links)
        self.links = links = [
            (link, target) for link, target in zip(flow.links, targets, strict=True) if target is not None
        ]
        self.link_starts = [link.start for link, _ in links]
        self.lost = (
            [link for link, target in zip(flow.links, targets, strict=True) if target is None]
            if len(links) < len(targets)
            else []
        )
        self.looks = Looks(content, flow.raised)
        self.endnotes: dict[Element | None, bool] = {}
        self.of_endnotes = any(words.endnote for words in self.words)
        self.dated = dated_links(content, links)
        self.calls = calls_of(content, links, self.dated)
        self.target_starts = sorted({call.target.start for call in self.calls})

    def marks(self) -> tuple[list[Mark], list[Mark]]:
        found = sorted(self._found(), key=attrgetter("target.start"))
        settle(self.content, self.flow.elements, found)
        several = len({call.word for call in self.calls}) > 1 and (
            len({call.word for note in found for call in note.calls if not note.entry}) > 1
        )
        tags = {e.start: e.end for e in self._called(_LABELS)}
        marks: list[Mark] = []
        keys: dict[str, str] = {}
        markers: list[Mark] = []
        for number, note in enumerate(found):
            key = f"{note.target.file}#{number}"
            if (mark := self._mark(note, key, several, tags)) is not None:
                marks.append(mark)
                if not note.back:
                    keys.setdefault(note.label, key)
                worded = note.entry or several
                for call in note.calls:
                    start, end = call.span
                    shown = (call.word + call.label if worded else call.label) or mark.label
                    markers.append(mark_of(_MARKER, (span_of(start, end),), shown, key, "", "html"))
        if keys:
            for start, end, label in further_calls(self.content, found, keys):
                markers.append(_marker((start, end), label, keys[label]))
        if self.lost:
            markers += self._lost_notes(found)
        return marks, markers

    def _mark(self, note: Found, key: str, several: bool, tags: Mapping[int, int]) -> Mark | None:
        """The mark of a note, `None` where it shows nothing. `several`: calls have words that tell series of
        notes apart; `tags`: where labels end that are printed before entries, by where they begin."""
        content, entry, calls, target, label = self.content, note.entry, note.calls, note.target, note.label
        if (entry or several) and calls:
            label = calls[0].shown(True)
        if entry:
            label = entry_label(note, label)
        start = tags.get(note.start) if tags else None
        if start is None:
            start = self.looks.after_label(note.start, label)
        back = note.back
        # A comprehension takes as long as what it is to do for the one way back that most notes have.
        pieces = [bare_ends(content, back[0])] if len(back) == 1 else [bare_ends(content, e) for e in back]
        spans, label = body_spans(content, start, note.end, pieces, label, target.ordinal)
        # A span begins with a character that is shown.
        if spans[0].start == spans[0].end and not (entry or any(call.said for call in calls)):
            return None
        if entry:
            kind, detail = _REFERENCE, "guessed" if note.guessed else ""
        else:
            kind, detail = _NOTE, self._detail(target)
        return mark_of(kind, spans, label, key, "", "html", detail)

    def _called(self, words: frozenset[str]) -> list[Element]:
        """Elements that are called one of `words`, all of which are telling."""
        if all(map(words.isdisjoint, self.words)):
            return []
        return [element for element in self.flow.telling if not words.isdisjoint(element.words)]

    def _lost_notes(self, found: Sequence[Found]) -> Iterator[Mark]:
        """Calls whose notes are not there, told by what the other calls look like."""
        shapes = {_DIGITS.sub("", call.link.href) for note in found for call in note.calls}
        for link in self.lost:
            label = label_of(self.content, link)
            if label and (link.words.call or _DIGITS.sub("", link.href) in shapes):
                yield _marker(bare_ends(self.content, link), label, "")

    def _detail(self, target: Element) -> str:
        for name in target.ids:
            if ("dn" in name or "rear" in name) and _ENDNOTE.search(name):
                return "endnote"
        if not self.of_endnotes:
            return "footnote"
        if target.words.endnote:
            return "endnote"
        return "endnote" if self._among_endnotes(target.parent) else "footnote"

    def _among_endnotes(self, above: Element | None) -> bool:
        """Whether an element or one around it is called a list of endnotes."""
        if (known := self.endnotes.get(above)) is not None:
            return known
        path: list[Element] = []
        while above is not None and above not in self.endnotes:
            path.append(above)
            above = above.parent
        found = above is not None and self.endnotes[above]
        for element in reversed(path):
            found = found or element.words.endnote
            self.endnotes[element] = found
        return found

    def _found(self) -> list[Found]:
        by_target: dict[Element, list[Call]] = {}
        for call in self.calls:
            if (own := by_target.get(call.target)) is None:
                by_target[call.target] = [call]
            else:
                own.append(call)
        used: set[Element] = set()
        found: list[Found] = []
        untold: list[list[Call]] = []
        # A target's turn comes with the first of its calls that is no way back itself.
        for call in self.calls:
            if call.link in used or (own := by_target.pop(call.target, None)) is None:
                continue
            if len(own) > 1:
                own = [call for call in own if call.link not in used]
            note = self._note(call.target, own)
            if note is None:
                untold.append(own)
            else:
                used.update(note.back)
                if not note.heading:
                    found.append(note)
        self.looks.rise(untold)
        if untold:  # what only its kin tells
            kin = [self._note(own[0].target, own) for own in untold]
            found += [note for note in kin if note is not None]
        if not used.isdisjoint(map(attrgetter("link"), self.calls)):
            for note in found:
                note.calls = [call for call in note.calls if call.link not in used]
        found = [note for note in found if note.calls]
        found += self._uncalled(found)
        return found + others(self.content, self.flow.elements, found)

    def _note(self, target: Element, calls: list[Call]) -> Found | None:
        block, start, end = target, target.start, target.end
        if not target.breaks:
            block = block_of(target)
            start, end = bounds(self.content, target, block)
        for call in calls:
            if start <= call.link.start < end and not call.said:
                calls = [call for call in calls if not start <= call.link.start < end or call.said]
                if not calls:
                    return None
                break
        said = target.words.note or (block.words.note and block.tag not in WHOLE)
        entry, guessed = target.words.entry, False
        for call in calls:
            said, entry = said or call.said, entry or call.entry
        reach = self._reach(start)
        back = self._back(start, reach if reach > end else end, calls)
        if not back and (head := self._head(block, target.start)) < target.start:
            back = self._back(head, target.start, calls, in_paragraph=True)
        if block.tag in HEADINGS and not said and not (back and self._is_label(block)):
            return found_of(target, start, end, "", calls, back, heading=True)
        if not back and not said:
            boxed = self.looks.tell(target, start, end, calls)
            if boxed is None:
                return None
            entry = guessed = boxed
        return found_of(target, start, end, calls[0].label, calls, back, entry, guessed and entry)

    def _uncalled(self, found: Sequence[Found]) -> list[Found]:
        """Notes that only their own mark-up tells, for nobody calls them; `found`: the others."""
        sure = [e for e in self._called(_SURE) if e.breaks]
        known = {e for note in found for e in (note.target, block_of(note.target))} if sure else ()
        left = []
        for element in sure:
            if element in known or element.end <= element.start:
                continue
            inside = bisect_left(self.link_starts, element.start), bisect_right(self.link_starts, element.end)
            back = [e for e, _ in self.links[slice(*inside)] if e.words.back]
            label = own_label(self.content, element.start, element.end)
            left.append(found_of(element, element.start, element.end, label, [], back, element.words.entry))
        return left

    def _head(self, block: Element, start: int) -> int:
        """Where the search for ways back begins: at the block's own beginning where only the label stands
        between it and the place that is called (`<a href="#call">1</a><a name="note"></a> Words`)."""
        lead = self.content[block.start : start].strip() if start - block.start <= LONGEST else ""
        return block.start if lead and LABEL.fullmatch(lead) else start

    def _is_label(self, block: Element) -> bool:
        """Whether a heading is nothing but the label of the note that follows it."""
        shown = self.content[block.start : block.end].strip()
        return len(shown) <= LONGEST and LABEL.fullmatch(shown) is not None

    def _reach(self, start: int) -> int:
        """Where the search for ways back ends: at the next place that is called."""
        at = bisect_right(self.target_starts, start)
        following = self.target_starts[at] if at < len(self.target_starts) else start + ROOM
        return min(following, start + ROOM)

    def _back(
        self, start: int, end: int, calls: Sequence[Call], *, in_paragraph: bool = False
    ) -> list[Element]:
        """Links of a note that lead to where it is called."""
        first = bisect_left(self.link_starts, start)
        last = bisect_right(self.link_starts, end, first)
        if last - first <= 2 * MOST_LINKS:
            inside = self.links[first:last]
        else:
            inside = self.links[first : first + MOST_LINKS] + self.links[last - MOST_LINKS : last]
        called, starts = calls[0].link, None
        back: list[Element] = []
        for link, target in inside:
            if target.start <= start < target.end or link.words.call:
                continue
            if target is not called:
                starts = starts or [call.link.start for call in calls]
                if not leads_to(target, starts, in_paragraph):
                    continue
            back.append(link)
        return back


def _marker(span: tuple[int, int], label: str, key: str) -> Mark:
    return mark_of(_MARKER, (span_of(*span),), label, key, "", "html")
