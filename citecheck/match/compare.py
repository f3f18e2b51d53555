"""One quotation against one page: the verdict, with everything it rests on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from citecheck.match.audit import audit
from citecheck.match.comparison import Comparison
from citecheck.match.language import chinese_writing, language_of, script_of
from citecheck.match.onward import stops_early
from citecheck.match.page import AROUND, Page, pages_of
from citecheck.match.place import place
from citecheck.match.placing import Placing
from citecheck.match.quoted import Quoted, read_quotation, without_note_numbers
from citecheck.match.rules import Rules, language_name, rules_for, rules_for_both
from citecheck.match.solid import same_letters
from citecheck.match.text_fragment import text_fragment
from citecheck.match.translated import translated
from citecheck.model import Alignment, Difference, DifferenceKind, Flag, Reason, Verdict

AHEAD_WORDS = 60
"""Words behind a passage among which an objection may stand."""
SHORT_PAGE = 0.7
"""A page with fewer words than this share of the quotation's cannot hold it."""
TELLING_WORDS = 12
"""Words from which a quotation's own language is told more surely than its page's."""
TELLING_PAGE = 200
"""Words of a PDF in which its language can be told where its letters are those that it shows."""
MOST_CHARACTERS = 20_000
"""A longer quotation is compared by its beginning; no printed quotation is that long."""
EXTRA = "citecheck-audit[crosslingual]"
SAME_WORDS = (Verdict.VERBATIM, Verdict.NEAR)
GRAVE = (DifferenceKind.NUMBER, DifferenceKind.NEGATION, DifferenceKind.NAME)
ORDER = (*GRAVE, DifferenceKind.WORD, DifferenceKind.TYPOGRAPHY)


def compare(
    quotation: str,
    page: Page,
    *,
    language: str | None = None,
    others: Sequence[str] = (),
    across: bool = True,
) -> Alignment:
    """Look for `quotation` on `page` and say what differs.

    `language` is the quotation's, two-letter code, where the caller knows it; `across` allows comparison
    across languages, for which `others`, the manuscript's other quotations, are a control group. Any text is
    accepted, nothing is raised. Offsets of the answer point into `page.text.content`.
    """
    quoted = read_quotation(quotation[:MOST_CHARACTERS])
    second = page.alternative
    if not len(page) and not second:
        return Alignment(Verdict.NOT_CHECKABLE, _unread(page) or Reason("page-empty"))
    if not quoted.size:
        return Alignment(Verdict.CANNOT_VERIFY, Reason("quotation-empty"))
    placing = place(quoted, page)
    shown = _located(quoted, placing, page, language) if placing else None
    if second and (shown is None or shown.verdict not in SAME_WORDS):
        placing = place(quoted, second)
        hidden = _located(quoted, placing, second, language) if placing else None
        if hidden and (shown is None or hidden.verdict in SAME_WORDS):
            return _in_data(hidden)
    if (shown is None or shown.verdict not in SAME_WORDS) and page.continuous:
        joined = _over_page_ends(quoted, page.continuous, language)
        if joined and (shown is None or joined.verdict in SAME_WORDS or _score(joined) > _score(shown)):
            shown = joined
    if shown is None and (solid := same_letters(quoted, page)):
        return solid
    if (shown is None or shown.verdict is Verdict.PARTIAL) and _is_unseen(quoted, page, language, shown):
        return Alignment(Verdict.CANNOT_VERIFY, Reason("not-shown"))
    if shown is not None and shown.verdict in SAME_WORDS:
        return shown
    told = translated(quoted, page, shown, language) if shown else None
    if shown is None or told or _other_writing(quoted, page):
        return _not_located(quoted, page, language, others if across else None, told)
    return shown


def _not_located(
    quoted: Quoted,
    page: Page,
    language: str | None,
    others: Sequence[str] | None,
    told: tuple[str, str] | None = None,
) -> Alignment:
    """`told`: the languages of both where a passage was located that tells them."""
    ours, theirs = told or (quoted.language or language, page.language)
    if len(page) < SHORT_PAGE * quoted.size and not _languages_differ(quoted, page, ours):
        verdict, reason = Verdict.CANNOT_VERIFY, Reason("page-shorter")
    elif ours and theirs and ours != theirs:
        return _across(quoted, page, ours, theirs, others)
    elif _languages_differ(quoted, page, ours):
        one, other = script_of(quoted.raw) or "", page.script or ""
        verdict, reason = Verdict.CANNOT_VERIFY, Reason("scripts-differ", quote=one, page=other)
    elif writings := _other_writing(quoted, page):
        one, other = writings
        verdict, reason = Verdict.CANNOT_VERIFY, Reason("scripts-differ", quote=one, page=other)
    elif unread := _unread(page):
        verdict, reason = Verdict.NOT_CHECKABLE, unread
    elif ours and page.language is None and page.text.page_starts and len(page) >= TELLING_PAGE:
        verdict, reason = Verdict.CANNOT_VERIFY, Reason("letters-misread")
    else:
        verdict, reason = Verdict.NOT_FOUND, Reason("not-there")
    return Alignment(verdict, reason, quote_language=ours, page_language=theirs)


def _is_unseen(quoted: Quoted, page: Page, language: str | None, shown: Alignment | None) -> bool:
    """Whether the passage, or all of it where a part is `shown`, stands where the page does not show it."""
    placing = place(quoted, page.unseen) if page.unseen else None
    if placing is None or page.unseen is None:
        return False
    return shown is None or _located(quoted, placing, page.unseen, language).verdict in SAME_WORDS


def _score(alignment: Alignment) -> float:
    return alignment.score or 0.0


def _over_page_ends(quoted: Quoted, page: Page, language: str | None) -> Alignment | None:
    """The passage once notes and heads between two pages are left out."""
    placing = place(quoted, page)
    found = _located(quoted, placing, page, language) if placing else None
    if found is None or found.span is None:
        return None
    return replace(found, found=" ".join(found.span.of(page.text.content).split()))


def _unread(page: Page) -> Reason | None:
    """Why the quotation may stand where nobody looked."""
    return Reason("rest-unread", why=page.text.warnings[0]) if page.text.warnings else None


def _languages_differ(quoted: Quoted, page: Page, ours: str | None) -> bool:
    if ours and page.language:
        return ours != page.language
    one, other = script_of(quoted.raw), page.script
    return one is not None and other is not None and one != other


def _other_writing(quoted: Quoted, page: Page) -> tuple[str, str] | None:
    """The writings of a Chinese quotation and its page where they are not one."""
    if page.language != "zh":
        return None
    one, other = chinese_writing(quoted.raw), page.writing
    return (one, other) if one and other and one != other else None


def _across(quoted: Quoted, page: Page, ours: str, theirs: str, others: Sequence[str] | None) -> Alignment:
    """What can be said of a page in another language, by the extra where it is installed and allowed to."""
    from citecheck.match import crosslingual  # its model is loaded only where languages differ

    embedder = None if others is None else crosslingual.installed()
    if others is None or embedder is None:
        reason = _languages(ours, theirs, Reason("needs-extra", extra=EXTRA))
        return Alignment(Verdict.CANNOT_VERIFY, reason, quote_language=ours, page_language=theirs)
    controls = (without_note_numbers(other) for other in others if _language_of(other) in (ours, None))
    raw = without_note_numbers(quoted.raw)
    got = crosslingual.compare_across(raw, page.text, rules_for(ours), rules_for(theirs), controls, embedder)
    if got.span is None:
        return replace(got, reason=_languages(ours, theirs, got.reason))
    first = bisect_left(page.words.starts, got.span.start)
    last = bisect_left(page.words.starts, got.span.end)
    return replace(got, text_fragment=text_fragment(page, first, max(first + 1, last)))


@lru_cache(maxsize=1024)
def _language_of(other: str) -> str | None:
    """Language of another quotation of the manuscript, which each comparison asks for."""
    return language_of(other)


def _languages(ours: str, theirs: str, why: Reason) -> Reason:
    return Reason("languages-differ", quote=language_name(ours), page=language_name(theirs), why=why)


def _located(quoted: Quoted, placing: Placing, page: Page, language: str | None) -> Alignment:
    told = quoted.language
    ours = _language(quoted, page, language, told)
    rules = rules_for_both(ours, told if told and ours == page.language else page.language)
    audits = [audit(fragment, page, at, rules) for fragment, at in placing.placed]
    lost = sum(len(fragment.words) for fragment, at in placing.parts if at is None) + sum(
        a.missing for a in audits
    )
    differences = _ordered([d for one in audits for d in one.differences] + _left_out(placing, page))
    first, last = min(a.first for a in audits), max(a.last for a in audits)
    span = page.span(first, last)
    content = page.text.content
    verdict = _verdict(differences, lost, audits, placing)
    return Alignment(
        verdict,
        _reason(verdict, differences, lost, quoted.size),
        score=round(placing.score, 4),
        span=span,
        found=span.of(content),
        prefix=content[max(0, span.start - AROUND) : span.start],
        suffix=content[span.end : span.end + AROUND],
        fragments=tuple(page.span(a.first, a.last) for a in audits),
        differences=differences,
        flags=_flags(quoted, placing, audits, rules, page, max(audits, key=lambda a: a.last).last),
        quote_language=ours,
        page_language=page.language,
        **pages_of(page, span),
        text_fragment=text_fragment(page, first, last),
    )


def _language(quoted: Quoted, page: Page, language: str | None, told: str | None) -> str | None:
    """Language of a passage that was found: the page's, unless a long quotation says otherwise."""
    if quoted.size < TELLING_WORDS and page.language is not None:
        return page.language
    return told or page.language or language


def _left_out(placing: Placing, page: Page) -> list[Difference]:
    """What the page has between parts that the quotation joins without a sign."""
    if not placing.unmarked or placing.reordered:
        return []
    places = [at for _, at in placing.placed]
    gaps = [(one.last, other.first) for one, other in pairwise(places) if other.first > one.last]
    content = page.text.content
    return [Difference(DifferenceKind.WORD, "", page.span(first, last).of(content)) for first, last in gaps]


def _ordered(differences: list[Difference]) -> tuple[Difference, ...]:
    return tuple(sorted(differences, key=lambda difference: ORDER.index(difference.kind)))


def _verdict(
    differences: tuple[Difference, ...], lost: int, audits: list[Comparison], placing: Placing
) -> Verdict:
    kinds = {difference.kind for difference in differences}
    if kinds & set(GRAVE):
        return Verdict.ALTERED
    if lost:
        return Verdict.PARTIAL
    if DifferenceKind.WORD in kinds or placing.reordered:
        return Verdict.MODIFIED
    if kinds or any(not one.verbatim for one in audits):
        return Verdict.NEAR
    return Verdict.VERBATIM


def _flags(
    quoted: Quoted, placing: Placing, audits: list[Comparison], rules: Rules, page: Page, last: int
) -> tuple[Flag, ...]:
    flags: list[Flag] = []
    ends_here = placing.parts[-1][1] is not None and not audits[-1].missing
    if not quoted.open_end and ends_here:
        end = page.words.ends[last - 1]
        if stops_early(page.text.content, end, rules, page.words.folded[last : last + AHEAD_WORDS]):
            flags.append(Flag.STOPS_EARLY)
    if placing.reordered or any(one.reordered for one in audits):
        flags.append(Flag.REORDERED)
    if any(one.possible_ocr for one in audits):
        flags.append(Flag.POSSIBLE_OCR)
    return tuple(flags)


def _reason(verdict: Verdict, differences: tuple[Difference, ...], lost: int, size: int) -> Reason:
    if verdict is Verdict.VERBATIM:
        return Reason("same-words")
    if verdict is Verdict.NEAR:
        return Reason("same-but-slips")
    if verdict is Verdict.PARTIAL:
        return Reason("words-missing", lost=str(lost), size=str(size))
    if verdict is Verdict.MODIFIED and not differences:
        return Reason("reordered")
    kinds = dict.fromkeys(d.kind for d in differences if d.kind is not DifferenceKind.TYPOGRAPHY)
    words = ", ".join(kinds if verdict is Verdict.MODIFIED else _grave(kinds))
    return Reason("differs", kinds=words) if words else Reason("found")


def _grave(kinds: Iterable[DifferenceKind]) -> list[DifferenceKind]:
    return [kind for kind in kinds if kind in GRAVE]


def _in_data(alignment: Alignment) -> Alignment:
    """A passage of the page's own article data has no place in its visible text."""
    return Alignment(
        alignment.verdict,
        Reason("article-data", why=alignment.reason),
        score=alignment.score,
        found=alignment.found,
        prefix=alignment.prefix,
        suffix=alignment.suffix,
        differences=alignment.differences,
        flags=alignment.flags,
        quote_language=alignment.quote_language,
        page_language=alignment.page_language,
    )
