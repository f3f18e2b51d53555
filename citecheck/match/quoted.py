"""A quotation as it is looked for: fragments between ellipses and editor's brackets.

An ellipsis or a bracket is the author's sign that the source has other or more words there, or it is the
source's own. Both readings are tried; the page decides. A note number that the extraction of the manuscript
glued to a word (`année. 22Le`, `83USD`) is no part of the quotation, unless the page has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from citecheck.match.fold import ONE_BY_ONE, SOFT_HYPHEN, Words, split_words
from citecheck.match.language import language_of

REMARK = (
    r"(?:emphasis|itali(?:cs|ques?)|ital\.|bold\b|underlin(?:ing|ed)|my transl|omitted|hervorh|herv\.|kursiv"
    r"|sperr|unterstr|übers\.|soulign|traducción|traduction|trad\.|cursiv|subray|[eé]nfas|negrit|corsiv|sottoline"
    r"|nadruk|grif(?:[ao]s?|ado|amos)\b|itálic|sublinh|destaque|betoning|podkr|wyróżn|kursyw|zdůrazn|zvýrazn|podtrž"
    r"|kurz[ií]v|prolož|podtrh|курс[иі]в|курсіў|курзив|выделен|вылучан|подч[её]рк|підкресл|виділен|падкрэсл"
    r"|разрядк|подчерт|подч\.|έμφασ|υπογρ[άα]μμ|πλάγια|vurgu|italik|kiemel|kiem\.|kursivoin|koros[ti]|lihavoin|kurs\."
    r"|emfas|fremhæv|fremhev|uthev|framhæv|sublini|subl\.|s\.\s?n\.|istaknu|naglas|isticanj|poudar|kursyv"
    r"|izcēl|rõhutus|кегль|التشديد|التوكيد|التأكيد|تأكيد|الإبراز|تأکید|ה?הדגש|ההטיה|강조|밑줄|방점)"
)
"""How words begin that say that stress, a translation or a gap is the author's."""
EAST_ASIAN_REMARK = (
    r"[（(〔［【\[][^（）()〔〕［］【】\[\]]{0,12}"
    r"(?:[前中後后下]略|略(?=[）)〕］】\]])|傍点|圏点|强调|強調|着重|重点|重點|下線|下划线|下劃線|黑体|黑體|斜体|斜體|太字|イタリック"
    r"|ママ|原文如此|중략|원문|필자|筆者|笔者|引用者|引者|訳注|譯註|译注|訳者|译者|譯者)"
    r"[^（）()〔〕［］【】\[\]]{0,12}[）)〕］】\]]"
)
"""The same in brackets of East Asia: what is left out, whose stress it is, *sic*."""
GAP = re.compile(
    r"[(\[<]\s?(?:\.\s?\.\s?\.|…)\s?[)\]>]|…|\.\s?\.\s?\.+|[(\[]\s?[-–—]{2,8}\s?[)\]]"
    r"|\*(?<!\S\*)\s?(?:\*\s?){2,4}(?!\S)|\[(?<![^\W_]\[)[^\[\]]{1,200}\](?![^\W_])"
    rf"|\((?i:(?:[^()\d]{{0,60}}(?<![^\W_]))?{REMARK}[^()\d]{{0,60}}\))"
    rf"|{EAST_ASIAN_REMARK}|[〔［](?![0-9０-９]{{4}}[〕］])[^〔〕［］]{{1,200}}[〕］]|[（〔［]…{{1,2}}[）〕］]"
)
"""An ellipsis in any dress, brackets that are not glued to a word, a remark in round ones."""
GAP_BEGINS = re.compile(r"[(\[<….*（〔［【]")
"""A sign that every gap begins with: to look for one sign is many times quicker."""
REMARKS = re.compile(rf"\((?i:(?:[^()\d]{{0,60}}(?<![^\W_]))?{REMARK}[^()\d]{{0,60}}\))|{EAST_ASIAN_REMARK}")
PAGE_IN_WORD = re.compile(r"(?<=[^\W\d_])-?\|\d{0,4}\|?(?=[^\W\d_])")
"""The end of a page inside a word: `com|62|plaints`."""
SIC = re.compile(
    r"(?i)\[\s?(?:sic|так|tak)\b[^\]]{0,30}\]|\(\s?(?:sic|так)\s?!?\s?\)|\[\d{1,3}\]"
    r"|(?<!\S)[|/{<]\s?\d{1,4}\s?[|/}>](?!\S)"
    r"|</?(?:i|b|u|em|strong|span|su[bp]|small|br)\b[^<>]{0,60}>"
)
"""Brackets, page breaks (`|46|`) and tags that stand for no words of the source."""
TAG = re.compile(r"</?[a-z]")
GLUED = re.compile(
    r"(?<=[^\W\d_]{2})\d{1,3}(?![\w.,])"
    r"|(?:(?<=[^\W\d_][.,;:!?])|(?<=\b(?:1[5-9]|20)\d\d[.,;:])|(?<=[»”\"]))\d{1,3}(?=\s|[^\W\d_])"
    rf"|(?<![\w.,])\d{{1,3}}(?=[^\W\d_]{{2}})(?![{ONE_BY_ONE}\uac00-\ud7af])"
    r"(?!(?:[eè]re?|[eè]mes?|nde?|rd|st|th|[kcm]m|[km]g|ml|ha|го|ми|ти|ой|ый|ая|ое|ых|кг|[ксм]м|га)\b)"
)
"""Up to three digits glued to a word or a closing mark: a note number as likely as a number. Not before the
signs of East Asia, which are written against their numbers (*8月*), nor before the endings of ordinals
(*1er septembre*) and measures."""
DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Fragment:
    """A run of words that the source should have as it is."""

    words: Words
    """Offsets point into `raw`."""
    raw: str
    """The whole quotation in this reading; of equal length in every reading."""
    loose: bool = False
    """Follows an editor's insertion, not an ellipsis: the source goes on at once or nearly."""

    def part(self, first: int, last: int) -> Fragment:
        """Words `first:last` as a fragment of their own."""
        words = self.words
        return Fragment(
            Words(words.folded[first:last], words.starts[first:last], words.ends[first:last]), self.raw, True
        )


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of a quotation."""

    joined: tuple[tuple[str, ...], ...]
    """All words as one run: with the bracketed ones, and without."""
    fragments: tuple[Fragment, ...]
    whole: Fragment
    """Everything as one fragment, bracketed words included: the brackets may be the source's own."""


@dataclass(frozen=True)
class Quoted:
    """All that is looked for on a page."""

    raw: str
    readings: tuple[Reading, ...]
    """As it stands; where numbers are glued to words, without them as well; the same for remarks, where the
    parts before and behind are short."""
    open_end: bool
    """Ends with an ellipsis: the author says that the source goes on."""

    @cached_property
    def language(self) -> str | None:
        """Two-letter code of the language it is in, where that can be told."""
        return language_of(self.raw, self.readings[0].whole.words.folded)

    @property
    def size(self) -> int:
        """Words of all fragments."""
        return sum(len(fragment.words) for fragment in self.readings[0].fragments)


def read_quotation(raw: str) -> Quoted:
    """The readings of a quotation.

    >>> quoted = read_quotation("[T]he year […] ended. 22Le reste")
    >>> [fragment.words.folded for fragment in quoted.readings[1].fragments]
    [('the', 'year'), ('ended', 'le', 'reste')]
    """
    cleaned = SIC.sub(_blank, raw)
    if "|" in cleaned:
        cleaned = PAGE_IN_WORD.sub(_joint, cleaned)
    gaps = list(gaps_in(cleaned))
    readings = [_reading(cleaned, gaps)]
    unglued = GLUED.sub(_blank, cleaned) if DIGIT.search(cleaned) else cleaned
    if unglued != cleaned and (second := _reading(unglued, gaps_in(unglued))).fragments:
        readings.append(second)
    if (unmarked := REMARKS.sub(_blank, cleaned)) != cleaned:
        readings.append(_reading(unmarked, gaps_in(unmarked)))
    if cleaned != raw and TAG.search(raw):  # a page that shows its mark-up has it as well
        readings.append(_reading(raw, gaps_in(raw)))
    ends_open = bool(gaps) and not any(c.isalnum() for c in gaps[-1][0] + cleaned[gaps[-1].end() :])
    return Quoted(raw, tuple(readings), ends_open)


def without_note_numbers(raw: str) -> str:
    """A quotation with blanks for what stands in it and is no word of the source: note numbers, *sic*."""
    return GLUED.sub(_blank, SIC.sub(_blank, raw))


def _reading(raw: str, gaps: Iterable[re.Match[str]]) -> Reading:
    fragments: list[Fragment] = []
    start, loose = 0, False
    for gap in gaps:
        fragments.append(_fragment(raw, start, gap.start(), loose))
        start, loose = gap.end(), any(character.isalpha() for character in gap[0])
    fragments.append(_fragment(raw, start, len(raw), loose))
    kept = tuple(fragment for fragment in fragments if len(fragment.words))
    if len(fragments) == 1:
        return Reading(tuple(fragment.words.folded for fragment in kept), kept, fragments[0])
    whole = _fragment(raw, 0, len(raw), False)
    runs = (whole.words.folded, tuple(w for f in kept for w in f.words.folded))
    return Reading(tuple(dict.fromkeys(run for run in runs if run)), kept, whole)


def _fragment(raw: str, first: int, last: int, loose: bool) -> Fragment:
    words = split_words(raw[first:last], brackets=True)
    if first:
        starts, ends = ([first + place for place in places] for places in (words.starts, words.ends))
        words = Words(words.folded, starts, ends)
    return Fragment(words, raw, loose)


def gaps_in(raw: str) -> Iterator[re.Match[str]]:
    """Ellipses and brackets of a quotation in order, as `GAP` finds them."""
    end = 0
    for sign in GAP_BEGINS.finditer(raw):
        if sign.start() >= end and (gap := GAP.match(raw, sign.start())):
            yield gap
            end = gap.end()


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _joint(found: re.Match[str]) -> str:
    return SOFT_HYPHEN * len(found[0])
