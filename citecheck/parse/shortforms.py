"""What short forms stand for: *ibid.*, *op. cit.*, *Там же*, *ebd.*, *supra note 12*.

*Ibid.* and kin point to the citation just before; a lost note in between makes that a guess, which is said.
*Op. cit.* and kin point to the last work cited of the author before them. *Supra note 12* names its note.
A short form that points to a short form gets what that one stands for.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from citecheck.model import Antecedent, Citation, CitationKind, Note, NoteKind
from citecheck.parse import citation_words as words
from citecheck.parse.citation_names import lead_in
from citecheck.parse.emphasis import opened_alone
from citecheck.parse.name_words import LEAST_TITLE, families, names_in, title_words, without_article

SHORT_CITE = re.compile(r"(.{3,80}?),\s\d{1,4}\s[^\W\d_][^\d,;]{1,60}\sat\s\d")
"""A case cited before, by the first words of its name (`Harbor Riders, 12 Ferry L. Rep. at 322`)."""
AGAIN = re.compile(
    r"([^\W\d_][^\W\d_'’-]+(?:\s(?:and|et|und|&|i|и|y|e)\s[^\W\d_]+)?),\s(?:[^\d]{3,80},\s)?"
    r"(?:[^\W\d_]{1,4}\.\s?)?\d{1,4}(?:[–-]\d{1,4})?\.?\Z"
)
"""An author cited before with no more than a short title and a page (`Rose, 97.`)."""
_LAST = "\U0010ffff"
"""Behind all characters that a title goes on with."""
AUTHOR_REACH = 120
"""Characters in which author and short title stand before *op. cit.*"""

_Known = tuple[Note, int, Citation]
"""A citation, its note and its place in it."""


@dataclass(slots=True)
class Resolver:
    """Resolves the short forms of a manuscript, note by note in order of place."""

    lost: frozenset[tuple[int | None, int]]
    """Chapter (`None` where numbering goes through) and number of notes that are lost."""
    known: list[tuple[Note, int, Citation]] = field(default_factory=list)
    """Full citations so far, in order: note, index in it, citation."""
    by_author: dict[str, list[int]] = field(default_factory=dict)
    """Words of authors' names → places in `known`."""
    by_word: dict[str, list[int]] = field(default_factory=dict)
    """Words with a capital letter → places in `known`."""
    titles: dict[str, list[tuple[str, int]]] = field(default_factory=dict)
    """Words of authors' names → their titles in small letters, sorted, with places in `known`."""
    last: _Known | None = None
    """The citation just before, short or not."""
    last_listed: _Known | None = None
    """The same of the entries of a list of sources, which may be notes whose heading is lost."""
    numbers: dict[tuple[int | None, int], list[tuple[Note, int, Citation]]] = field(default_factory=dict)
    chapters: dict[int, list[tuple[Note, int, Citation]]] = field(default_factory=dict)
    """The same by number alone, of all chapters."""

    def add(self, note: Note, citations: Sequence[Citation]) -> tuple[Citation, ...]:
        """The citations of a note with their antecedents."""
        resolved = []
        for index, citation in enumerate(citations):
            if citation.kind is CitationKind.SHORT_FORM:
                known = citation.antecedent or self._antecedent(note, citation)
                citation = replace(citation, antecedent=known)
            else:
                citation = self._with_author(note, citation)
                self._know(note, index, citation)
            if note.kind is NoteKind.REFERENCE:
                self.last_listed = (note, index, citation)
            else:
                self.last = (note, index, citation)
            self.numbers.setdefault((note.chapter, note.number), []).append((note, index, citation))
            if note.chapter is not None:
                self.chapters.setdefault(note.number, []).append((note, index, citation))
            resolved.append(citation)
        return tuple(resolved)

    def _know(self, note: Note, index: int, citation: Citation) -> None:
        place = len(self.known)
        self.known.append((note, index, citation))
        for name in names_in(citation.author or ""):
            self.by_author.setdefault(name, []).append(place)
            if citation.title is not None:
                insort(self.titles.setdefault(name, []), (without_article(citation.title), place))
        for name in names_in(citation.span.of(note.text)) | families(citation.author or ""):
            self.by_word.setdefault(name, []).append(place)

    def _antecedent(self, note: Note, citation: Citation) -> Antecedent | None:
        printed, _ = opened_alone(citation.span.of(note.text))
        head = printed[lead_in(printed) :]
        pointer = words.supra().search(printed)
        if pointer:
            number = next(int(group) for group in pointer.groups() if group)
            before = printed[: pointer.start()]
            return self._of_number(note, number, before) or self._elsewhere(note, number, before)
        if same_place(head):
            return self._just_before(note)
        led_in = words.second_hand().search(head)
        cited = head[led_in.end() :] if led_in else head
        work = words.opcit().search(cited)
        if work:
            return self._of_author(note, cited[max(0, work.start() - AUTHOR_REACH) : work.start()])
        named = SHORT_CITE.match(head)
        if named:
            return self._named(named.group(1))
        again = AGAIN.match(cited.strip())
        return self._of_author(note, cited) if again else None

    def _just_before(self, note: Note) -> Antecedent | None:
        last = self.last_listed if note.kind is NoteKind.REFERENCE else self.last
        if last is None:
            return None
        before, index, citation = last
        warning = loss = self._loss(before, note)
        several = len(self.numbers.get((before.chapter, before.number), ()))
        if warning is None and before is not note and several > 1:
            warning = f"note {before.label} names {several} sources; the last is meant"
        tie = _followed(before, index, citation, warning)
        return replace(tie, lost=True) if tie and loss else tie

    def _loss(self, before: Note, note: Note) -> str | None:
        """What is lost between two notes, in words."""
        between = [
            number for number in range(before.number + 1, note.number) if (note.chapter, number) in self.lost
        ]
        if before.id != note.id and before.truncated:
            return f"note {before.label}, just before, breaks off"
        if not between:
            return None
        shown = f"note {between[0]}" if len(between) == 1 else f"notes {between[0]} to {between[-1]}"
        return f"{shown}, in between, {'is' if len(between) == 1 else 'are'} lost"

    def _of_author(self, note: Note, printed: str) -> Antecedent | None:
        """The last full citation of the authors named; the citation just before where none is named."""
        names = names_in(printed[lead_in(printed) :]) or names_in(printed)
        if not names:
            return self._just_before(note)
        hits = Counter(place for name in names for place in self.by_author.get(name, ()))
        if not hits:
            hits = Counter(place for name in names for place in self.by_word.get(name, ()))
            hits = Counter({place: hits[place] for place in hits if hits[place] == len(names)})
        if not hits:
            return None
        most = max(hits.values())
        found = [self.known[place] for place in sorted(hits) if hits[place] == most]
        titled = _best_titled(found, printed)
        before, index, citation = (titled or found)[-1]
        works = {entry[2].title for entry in found}
        warning = None
        if len(works) > 1 and not titled:
            warning = f"{len(works)} works of the author are cited before; the last is meant"
        return _followed(before, index, citation, warning)

    def _of_number(self, note: Note, number: int, printed: str) -> Antecedent | None:
        found = self.numbers.get((note.chapter, number))
        names = names_in(printed)
        if found and note.number == number and found[0][0] is note:
            # `A Stone, 'Licences' …; see also Stone (n 4) 60` within note 4 itself
            found = [entry for entry in found if names & names_in(entry[2].author or "")]
        if not found:
            return None
        named = _best_named(found, names)
        full = [entry for entry in found if entry[2].kind is not CitationKind.SHORT_FORM]
        before, index, citation = (named or full or found)[0]
        warning = None
        if len(found) > 1 and len(named) != 1:
            warning = f"note {number} names {len(found)} sources; the first is meant"
        return _followed(before, index, citation, warning)

    def _elsewhere(self, note: Note, number: int, printed: str) -> Antecedent | None:
        """The source of that number and of the author named in an earlier chapter, where this one has none
        (`Kastell (Fn. 4)`)."""
        names = names_in(printed)
        known = reversed(self.chapters.get(number, ()))
        found = next((one for one in known if names & names_in(one[2].author or "")), None)
        if found is None or (note.chapter, number) in self.lost:
            return None
        before, index, citation = found
        return _followed(before, index, citation, f"note {number} of an earlier chapter is meant")

    def _named(self, name: str) -> Antecedent | None:
        """The last full citation that begins with `name`."""
        for before, index, citation in reversed(self.known):
            printed = citation.span.of(before.text)
            if printed[lead_in(printed) :].lower().startswith(name.lower()):
                return Antecedent(before.id, index)
        return None

    def names_before(self, head: str) -> bool:
        """Whether `head` is a case or an author cited before, in short form."""
        named = SHORT_CITE.match(head)
        if named is not None and self._named(named.group(1)) is not None:
            return True
        again = AGAIN.match(head.strip())
        return again is not None and names_in(again.group(1)) <= self.by_author.keys()

    def repeated(self, author: str, title: str) -> Antecedent | None:
        """The last full citation of these authors whose title begins with `title`, cut or not (`River…`)."""
        begun = without_article(title.rstrip(" .…[]"))
        names = names_in(author)
        if len(begun) < LEAST_TITLE or not names:
            return None
        titles = min((self.titles.get(name, []) for name in names), key=len)
        first, last = bisect_left(titles, (begun, -1)), bisect_left(titles, (begun + _LAST, -1))
        for place in sorted((place for _, place in titles[first:last]), reverse=True):
            before, index, citation = self.known[place]
            if names <= names_in(citation.author or ""):
                return Antecedent(before.id, index)
        return None

    def dated(self, author: str, year: int) -> Antecedent | None:
        """The last full citation of these authors, of that year, with a title (`Rose, 1997, p. 12`)."""
        places = [set(self.by_author.get(name, ())) for name in names_in(author)]
        common = sorted(set.intersection(*places) if places else ())
        of_year = [self.known[place] for place in common if self.known[place][2].year == year]
        found = [one for one in of_year if one[2].title is not None]
        if not found:
            return None
        before, index, _ = found[-1]
        works = {without_article(one[2].title or "") for one in found}
        warning = f"{len(works)} works of the author and year are cited before; the last is meant"
        return Antecedent(before.id, index, warning if len(works) > 1 else None)

    def _with_author(self, note: Note, citation: Citation) -> Citation:
        """The author of the citation before, where this one says *idem* for it."""
        if citation.author is not None or self.last is None:
            return citation
        printed, _ = opened_alone(citation.span.of(note.text))
        match = same_author(printed[lead_in(printed) :])
        return replace(citation, author=self._last_author()) if match else citation

    def _last_author(self) -> str | None:
        for _, _, citation in reversed(self.known):
            if citation.author:
                return citation.author
        return None


def same_place(head: str) -> re.Match[str] | None:
    """*Ibid.* and kin at the beginning of a citation; *Id.* before a title is *idem*, another work."""
    match = words.ibid().match(head)
    if match and words.idem().match(head):
        rest = head[match.end() :].lstrip(" ,.:")
        titled = rest[:1].isupper() or rest[:1] in tuple('«»"“„‘')
        if titled and not (words.ibid().match(rest) or words.pages().match(rest)):
            return None
    return match


def same_author(head: str) -> re.Match[str] | None:
    """*Idem*, *Ders.*, *Он же* at the beginning of a citation: a sign has to follow it."""
    match = words.idem().match(head)
    if match and (match.group().endswith(".") or head[match.end() : match.end() + 1] in (",", ":")):
        return match
    return None


def _followed(note: Note, index: int, citation: Citation, warning: str | None) -> Antecedent | None:
    """The antecedent, or what it stands for where it is a short form itself."""
    if citation.kind is not CitationKind.SHORT_FORM:
        return Antecedent(note.id, index, warning)
    if citation.antecedent is None:
        return None
    return replace(citation.antecedent, warning=warning or citation.antecedent.warning)


def _best_named(found: Sequence[_Known], names: set[str]) -> list[_Known]:
    """Those that share most words with a capital letter, in author and title; none that shares none."""
    shared = [len(names & names_in(f"{one.author or ''} {one.title or ''}")) for _, _, one in found]
    most = max(shared)
    return [entry for entry, count in zip(found, shared, strict=True) if count == most] if most else []


def _best_titled(found: Sequence[_Known], printed: str) -> list[_Known]:
    """Those whose title shares most words with a short form; none that shares none. Small words count too: in
    Romance titles only the first has a capital letter."""
    said = title_words(printed)
    shared = [len(said & title_words(citation.title or "")) for _, _, citation in found]
    most = max(shared)
    return [entry for entry, count in zip(found, shared, strict=True) if count == most] if most else []
