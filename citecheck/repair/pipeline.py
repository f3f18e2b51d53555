"""From a raw string to its readings: the steps in their order, each taken where it changes something.

Lines are joined first, since copies can only be compared as wholes; doubling is undone before gaps are
filled, since the second copy often shows what stood in the first one's gap; letters come last, since they
need whole words.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from citecheck.model import Candidate, Repair, Step
from citecheck.redaction import has_secret
from citecheck.repair import steps as step
from citecheck.repair.address import SCHEME, host_end
from citecheck.repair.context import EMPTY, Context
from citecheck.repair.cut import find_begin
from citecheck.repair.doubling import second_alone, suspect, undouble
from citecheck.repair.ended import below_lone_end
from citecheck.repair.habits import in_habit, likelier_copy
from citecheck.repair.hyphens import without_hyphens
from citecheck.repair.joins import (
    close_spaces,
    drop_hyphens,
    fill_gaps,
    host_end_with_gaps,
    without_parting,
)
from citecheck.repair.letters import read_letters
from citecheck.repair.scripts import DOUBT, joint_of
from citecheck.repair.strays import Strays, strays
from citecheck.repair.tokens import doubtful

CANDIDATES = 8
_LEAST = 0.001
"""Lowest confidence that is told."""
_WIDTH = 6
_LETTERED = 3
"""Best readings of the form whose letters are looked at."""
_PARTED, _KEPT_HYPHEN, _WHOLE_WORDS = 0.9, 0.6, 0.35
"""Confidence of dropping a hyphen between halves that are no words; of keeping it then; else dropping."""
_UNLISTED = 0.15
"""Confidence of dropping one between halves that make no listed word: it is asked where the other is gone."""
_FILLED = 0.99
"""Confidence of filling gaps at all."""
_BAD_COPY = 0.4
"""Confidence that what stands before a second scheme is a bad copy of what follows it."""
_TITLE = 0.7
"""Confidence that words with capitals go on with a title, where they look like it."""
_WORTH = 0.25
"""Share of the best one's confidence from which a reading's letters are worth a look."""
_ESCAPED, _INNER = 0.55, 0.3
"""Factor for an address with HTML's `&amp;` undone, which a server may have been asked for as it stands; for
the original in an archive's address."""
_UNREAD = 0.9
"""Factor for the others, so that none of them comes first unread."""
_PLAIN = re.compile(
    r"(?:https?|ftp)://(?:[A-Za-z0-9-]+\.)+[a-z]{2,24}(?::\d{1,5})?"
    r"(?:[/?#](?:[A-Za-z0-9/_~%+=&?#@:.,;!*-]*[A-Za-z0-9/_~=&+%-])?)?"
)
_SCHEME_LENGTH = 6
_HOST = re.compile(r"(?:[^\s@/]{1,200}@)?(?:[\w%~-]+(?:\.[\w%~-]+)*\.?|\[[0-9A-Fa-f:.]+\])(?::\w*)?")
_SPACED_DOI = re.compile(r"(?i)doi:?\s+(?=10\.)")
"""The label takes the space behind it along."""
_ROUNDS = 4


class Reading(NamedTuple):
    """A string on its way, with the steps behind it."""

    text: str
    confidence: float = 1.0
    steps: tuple[Step, ...] = ()

    def to(self, name: str, after: str, factor: float = 1.0) -> Reading:
        if after == self.text:
            return self if factor == 1.0 else self._replace(confidence=self.confidence * factor)
        return Reading(after, self.confidence * factor, (*self.steps, Step(name, self.text, after)))


def repair(raw: str, context: Context | None = None) -> Repair:
    """All readings of one raw URL string, best first; `context` is what the whole document knows.

    A sound URL comes back byte for byte. Where the string holds no URL there is no candidate, and problem
    `no-url`.

    >>> repair("http://http://www.news.example/ru/7.news.example/ru/7").url
    'http://www.news.example/ru/7'
    """
    if find_begin(raw) is None:
        return Repair(raw, (), ("no-url",))
    candidates = _candidates(_settled(_addresses(_read(raw, context or EMPTY)), context or EMPTY))
    if not candidates:
        return Repair(raw, (), ("no-url",))
    return Repair(raw, candidates, _problems(raw, candidates))


def stands(raw: str, url: str, context: Context) -> bool:
    """Whether `url`, read from `raw` without a document, is the same in a document that `context` is of:
    nothing about the form asks for repair, no word may be misread, and its site spells none otherwise."""
    return is_plain(raw) and not doubtful(url) and in_habit(url, context.sites) == url


def is_plain(raw: str) -> bool:
    """Whether nothing about the form of an address asks for repair, which then takes next to no time."""
    return _is_plain(raw.removesuffix("."))


@lru_cache(maxsize=1024)
def _is_plain(raw: str) -> bool:
    """The same without the full stop of its sentence: only letters need a look."""
    return _PLAIN.fullmatch(raw) is not None and raw.rfind("://") < _SCHEME_LENGTH and not suspect(raw)


def _read(raw: str, context: Context) -> list[Reading]:
    if _is_plain(raw):
        return _lettered(Reading(raw), context)
    # Most addresses end with the full stop of their note: nothing else about them asks for repair.
    formed = [Reading(raw)] if _is_plain(raw.removesuffix(".")) else _formed(raw, context)
    finished = []
    for reading in formed:
        for name in ("trim-end", "host-case", "expand-doi", "add-scheme"):
            reading = reading.to(name, step.STEPS[name](reading.text))
        finished.append(reading)
    finished.sort(key=lambda r: -r.confidence)
    worth = sum(r.confidence >= _WORTH * finished[0].confidence for r in finished[:_LETTERED])
    best, others = finished[:worth], finished[worth:]
    unread = [reading._replace(confidence=reading.confidence * _UNREAD) for reading in others]
    return _branch(best, lambda r: _lettered(r, context), CANDIDATES) + unread


def _formed(raw: str, context: Context) -> list[Reading]:
    """Readings of the form, each still with what the sentence puts at its end."""
    readings, stray = _joined(raw)
    stray = stray._replace(document=context.losses)
    readings = _branch(readings, lambda r: _undoubled(r, context))
    readings = _branch(readings, lambda r: _unparted(r, context))
    readings = [r.to("close-spaces", close_spaces(r.text, _of_link(stray, r))) for r in readings]
    return _branch(readings, lambda r: _filled(r, context, _of_link(stray, r)))


def _of_link(stray: Strays, reading: Reading) -> Strays:
    """The white space as printed, with whether the address was a doubled link."""
    return stray._replace(doubled=any(s.step == "undouble" for s in reading.steps))


@lru_cache(maxsize=512)
def _joined(raw: str) -> tuple[list[Reading], Strays]:
    """Readings with lines joined and what is printed around them cut off; the white space of the likeliest as
    printed. They do not hang on the document, which is read twice."""
    reading = Reading(raw).to("cut-label", step.STEPS["cut-label"](raw))
    cuts = [_named(cut) for cut in _cut(reading)]
    stray, readings = strays(cuts[0].text, host_end_with_gaps(cuts[0].text)), []
    for cut in cuts:
        for name in ("drop-invisible", "drop-escape", "join-lines", "fix-scheme"):
            cut = cut.to(name, step.STEPS[name](cut.text))
        readings.append(cut)
    return readings, stray


def _branch(
    readings: list[Reading], make: Callable[[Reading], list[Reading]], width: int = _WIDTH
) -> list[Reading]:
    made = [after for reading in readings for after in make(reading)]
    return sorted(made, key=lambda r: -r.confidence)[:width]


def _lettered(reading: Reading, context: Context) -> list[Reading]:
    damaged = any(s.step == "host-case" for s in reading.steps)
    return [
        reading.to("letters", text, confidence)
        for text, confidence in read_letters(reading.text, context, damaged=damaged)
    ]


def _cut(reading: Reading) -> list[Reading]:
    """Without what is printed behind the address; with and without words that look like a title's rest."""
    early, late = step.STEPS["cut-text"](reading.text), step.cut_text_late(reading.text)
    if early == late:
        return _without_script(reading.to("cut-text", early))
    title = 1 - _TITLE if below_lone_end(early, late) else _TITLE
    return [
        *_without_script(reading.to("cut-text", late, title)),
        *_without_script(reading.to("cut-text", early, 1 - title)),
    ]


def _without_script(reading: Reading) -> list[Reading]:
    """With and without letters of a script without spaces that follow the address. Handed over alone, it is
    an address as it stands: what a text says of it is asked where there is one (`scripts.in_text`)."""
    found = None if reading.text.isascii() else joint_of(reading.text)
    if found is None:
        return [reading]
    at, surely = found[0], min(found[1], DOUBT)
    short = reading.to("cut-text", reading.text[:at], surely)
    both = [short, reading.to("cut-text", reading.text, 1 - surely)]
    return sorted(both, key=lambda one: -one.confidence)


def _named(reading: Reading) -> Reading:
    """An identifier with the address of its resolver, before its own spaces are looked at."""
    trimmed = step.STEPS["trim-end"](reading.text)
    if _SPACED_DOI.match(trimmed):
        return reading.to("trim-end", trimmed).to("expand-doi", step.STEPS["expand-doi"](trimmed))
    found = step.STEPS["expand-id"](trimmed)
    return reading if found == trimmed else reading.to("trim-end", trimmed).to("expand-id", found)


def _undoubled(reading: Reading, context: Context) -> list[Reading]:
    texts = undouble(reading.text)
    best = likelier_copy(texts, context.sites) if context.sites else 0
    texts = (*texts[best : best + 1], *texts[:best], *texts[best + 1 :])
    if not texts:
        alone = second_alone(reading.text)
        return [reading] if alone is None else [reading, reading.to("undouble", alone, _BAD_COPY)]
    return [reading.to("undouble", text, 0.97 if i == 0 else 0.45 / i) for i, text in enumerate(texts)]


def _unparted(reading: Reading, context: Context) -> list[Reading]:
    """With and without the hyphens that may have parted a word at a line's end. In a doubled link a gap is
    rather where one of its runs begins, behind a hyphen of the address."""
    made = [reading]
    said = without_hyphens(reading.text, context)
    if said != reading.text:
        rest = reading._replace(confidence=reading.confidence * _KEPT_HYPHEN)
        return [*_unparted(reading.to("drop-hyphen", said, _PARTED), EMPTY), rest]
    doubled = any(s.step == "undouble" for s in reading.steps)
    for text, parted in drop_hyphens(reading.text):
        likely = parted and not doubled
        rival = reading.to("drop-hyphen", text, _PARTED if likely else _WHOLE_WORDS)
        if likely:
            return [rival, reading._replace(confidence=reading.confidence * _KEPT_HYPHEN), *made[1:]]
        made.append(rival)
    if len(made) == 1 and (text := without_parting(reading.text)) != reading.text:
        made.append(reading.to("drop-hyphen", text, _UNLISTED))  # no list has the words of every language
    return made


def _filled(reading: Reading, context: Context, stray: Strays) -> list[Reading]:
    if len(reading.text.split()) == 1:
        return [reading]
    readings = fill_gaps(reading.text, context.segment, stray, context.beside)
    return [reading.to("fill-gaps", text, _FILLED * part) for text, part in readings]


def _addresses(readings: list[Reading]) -> list[Reading]:
    """Readings that are addresses, best first, each text once."""
    best: dict[str, Reading] = {}
    for reading in sorted(readings, key=lambda r: -r.confidence):
        if _is_address(reading.text):
            best.setdefault(reading.text, reading)
    return list(best.values())


def _is_address(text: str) -> bool:
    scheme = SCHEME.match(text)
    return scheme is not None and _HOST.fullmatch(text[scheme.end() : host_end(text)]) is not None


def _settled(readings: list[Reading], context: Context) -> list[Reading]:
    """The same with the first one read again until nothing changes: a repair leaves nothing to repair."""
    if not readings or not readings[0].steps:
        return readings
    first, *others = readings
    if _is_plain(first.text) and all(s.step != "letters" for s in first.steps):
        return readings  # its letters have been looked at
    for _ in range(_ROUNDS):
        again = _addresses(_read(first.text, context))
        if not again:
            return _settled(others, context)
        if again[0].text == first.text:
            break
        first = Reading(again[0].text, first.confidence, (*first.steps, *again[0].steps))
    return [first, *(reading for reading in others if reading.text != first.text)]


def _candidates(readings: list[Reading]) -> tuple[Candidate, ...]:
    first = readings[:CANDIDATES]
    inner = [r.to("unescape", step.unescape(r.text), _ESCAPED) for r in first[:1]]
    inner += [r.to("unwrap", step.unwrap(r.text), _INNER) for r in first[:1]]
    texts = {reading.text for reading in first}
    return tuple(
        Candidate(reading.text, max(_LEAST, round(reading.confidence, 3)), reading.steps)
        for reading in [*first, *(r for r in inner if r.text not in texts)]
    )


def _problems(raw: str, candidates: tuple[Candidate, ...]) -> tuple[str, ...]:
    url = candidates[0].url
    problems = []
    if (url.endswith("-") and host_end(url) < len(url)) or raw.rstrip(" )]").endswith(("...", "…")):
        problems.append("truncated")
    if len(candidates) > 1 and candidates[1].confidence > 0.6 * candidates[0].confidence:
        problems.append("doubtful")
    if has_secret(url):
        problems.append("has-secret")
    return tuple(problems)
