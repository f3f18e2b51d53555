"""A quotation located on a page in another language, and what agrees."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import islice

from citecheck.match.crosslingual.agreement import Agreement, agreement, names_around
from citecheck.match.crosslingual.alike import Likeness
from citecheck.match.crosslingual.compared import Compared, compare_words
from citecheck.match.crosslingual.embedding import Embedder
from citecheck.match.crosslingual.evidence import equal, in_common, meant
from citecheck.match.crosslingual.sentences import sentences, windows_of
from citecheck.match.crosslingual.terms import Terms, shared_words, terms_of
from citecheck.match.crosslingual.vectors import Vector, likeness
from citecheck.match.crosslingual.wording import wording_of
from citecheck.match.fold import split_words
from citecheck.match.rules import Rules
from citecheck.model import Alignment, DifferenceKind, Reason, Span, Text, Verdict

NEIGHBOURS = 5
"""Next best sentences of the page, and best other sentences, that the margin is taken over."""
FEWEST = 3
"""Sentences a page must have besides the best one to tell it from the others."""
POOL = 40
"""Sentences of a page of which words that may stand for those of the quotation are counted, too: those with
most in common otherwise."""
SHORTLIST, LONGLIST = 8, 16
"""Sentences of a page that get a vector: those with most senses, words, names and numbers in common first,
more of them while none stands out. Since senses count, 8 and 16 find what 12 and 24 found before."""
CONTROLS = 24
"""Other quotations of the manuscript that get one."""
LEAST_WORDS = 5
"""Shorter quotations say too little to be told from their neighbours."""
WORDS_COUNT = 0.1
"""Weight of words, names and numbers beside likeness in the choice of the sentence."""
LOCATED = 0.2
"""Margin from which a sentence is shown. Of 160 sentences of manuals 144 were above it, 134 of them the right
one; of 62 of news all."""
ANCHORED = 0.33
"""Margin from which agreement may be said where a name or a number met and nothing differs, or where the
table brings all words of both sides together and none is left over on either."""
FIRM = 0.25
"""The same where both met: among like sentences about others on its page the right one stands out little. Of
38 pages of `benchmarks.across_audit` 19 reached `ANCHORED`, 35 this; without the sentence none agreed."""
PLAINLY = 5
"""Words from which that margin is enough, too, where all that either says met by what is known of them."""
UNANCHORED = 0.42
"""The same where none met, but words of common origin or the quotation is short."""
TEMPLATE = 0.56
"""The same where a longer quotation has nothing at all in common but its sense: what a sibling of another
subject, said in the same words, reached."""
TEMPLATE_WORDS = 7
ANOTHER = 3
"""Words and names that differ from which, below `ANCHORED`, it is another statement, not another number."""
ALONE = 0.08
"""Added where the manuscript has too few other quotations to compare with."""
ENOUGH = 0.55
"""Margin from which no more sentences of the page are looked at, and `LOCATED` where the best one is also the
first by what it has in common."""
STANDING, IN_COMMON, MUCH = 0.2, 1.0, 1.5
"""Added to the margin for each whole of what a sentence has in common beyond any other one of the page (0 to
5), from this much in common: half of the words, or a name and a number. The model tells short sentences apart
poorly: of 600 true pages with eight sentences 26 were below `LOCATED` and 29 too low to agree without it.
With three quarters, `MUCH`, and three times as much as any other sentence it is shown in any case."""
LIKELIER = 0.08
"""Margin from which that counts, unless no other sentence of the page is as like: the model must find the
sentence likelier than the others, too."""


@dataclass(frozen=True, slots=True)
class Match:
    """One sentence of the quotation and the page's sentence that answers to it."""

    agreement: Agreement
    span: Span
    margin: float
    threshold: float


@cache
def background() -> tuple[str, ...]:
    """Sentences about many things that no page is expected to hold: what is as like to them says little."""
    source = files("citecheck.match").joinpath("data", "background.txt").read_text("utf-8")
    return tuple(source.splitlines())


class Across:
    """A quotation and a page in two languages, ready to be compared.

    `quotation` is without note numbers and the author's own words, in `parts`; `others` are the manuscript's
    other quotations in its language.
    """

    def __init__(
        self,
        quotation: str,
        parts: list[str],
        page: Text,
        ours: Rules,
        theirs: Rules,
        others: Iterable[str] = (),
    ) -> None:
        self.page, self.theirs = page, theirs
        self.languages = (ours.code or None, theirs.code or None)
        self.places = sentences(page.content)
        self.texts = [span.of(page.content) for span in self.places]
        self.known = [terms_of(text, theirs) for text in self.texts]
        self.parts = parts
        self.ours = [terms_of(part, ours) for part in self.parts]
        self.wording = [wording_of(part, ours) for part in self.parts]
        self.short = len(quotation.split()) < LEAST_WORDS
        own = (other for other in others if other.strip() and other != quotation)
        controls = tuple(islice(_once(own), CONTROLS))  # a book may have thousands
        self.accompanied = len(controls) >= NEIGHBOURS
        self.controls = (*controls, *background())
        said = [
            frozenset(row for term in wording_of(text, theirs).terms for row in term.rows)
            for text in self.texts
        ]
        self.evidence = [
            [
                in_common(terms, one) + 2 * meant(words, rows)
                for one, rows in zip(self.known, said, strict=True)
            ]
            for terms, words in zip(self.ours, self.wording, strict=True)
        ]
        for part, words in enumerate(self.wording):
            for at in self._first(part, POOL):
                theirs_said = wording_of(self.texts[at], theirs)
                self.evidence[part][at] += 2 * equal(words, theirs_said, said[at], self.languages)

    @property
    def unfit(self) -> Reason | None:
        """Why nothing can be said, whatever the vectors are."""
        if self.short:
            return Reason("across-short")
        return Reason("across-few-sentences") if len(self.places) <= FEWEST else None

    def ranked(self, part: int) -> list[int]:
        """Sentences of the page worth a vector, the likeliest first."""
        return self._first(part, LONGLIST)

    def _first(self, part: int, most: int) -> list[int]:
        evidence = self.evidence[part]
        return sorted(range(len(self.texts)), key=lambda at: (-evidence[at], at))[:most]

    def compare(self, embedder: Embedder) -> Alignment:
        """`consistent`, `number-differs`, `check` or `cannot-verify`, with the page's own sentence."""
        if reason := self.unfit:
            return self._unverified(reason)
        control = embedder.embed(self.controls)
        return self._judge([self._best(part, control, embedder) for part in range(len(self.parts))])

    def _best(self, part: int, control: list[Vector], embedder: Embedder) -> Match:
        mine = embedder.embed([self.parts[part]])[0]
        ranked = self.ranked(part)
        vectors: dict[int, Vector] = {}
        margin, best, said = 0.0, ranked[0], ""
        for some in (ranked[:SHORTLIST], ranked[SHORTLIST:]):
            vectors |= zip(some, embedder.embed([self.texts[at] for at in some]), strict=True)
            likes = {at: likeness(mine, vector) for at, vector in vectors.items()}
            evidence = self.evidence[part]
            best = max(likes, key=lambda at: likes[at] + WORDS_COUNT * evidence[at] / 5)
            rest = sorted((like for at, like in likes.items() if at != best), reverse=True)[:NEIGHBOURS]
            against = sorted((likeness(vectors[best], one) for one in control), reverse=True)[:NEIGHBOURS]
            margin = 2 * likes[best] - _mean(rest) - _mean(against)
            if margin >= ENOUGH or (best == ranked[0] and margin >= LOCATED):
                break
        if margin < ENOUGH and (windows := windows_of(self.texts[best], len(self.parts[part]))):
            made = embedder.embed(windows)
            top = max(range(len(made)), key=lambda at: likeness(mine, made[at]))
            like = likeness(mine, made[top])
            if like > likes[best]:
                said = windows[top]
                against = sorted((likeness(made[top], one) for one in control), reverse=True)[:NEIGHBOURS]
                margin = max(margin, 2 * like - _mean(rest) - _mean(against))
        if margin >= LIKELIER or likes[best] > max(rest, default=0.0):
            margin = self._told(part, best, margin)
        around = _together(self.known[max(0, best - 1) : best + 2])
        span = self.places[best]
        here = terms_of(said, self.theirs) if said else self.known[best]
        told = names_around(self.ours[part], here, around)
        words = self._words(part, best, said or self.texts[best], told, embedder)
        found = agreement(self.ours[part], here, around, words, span.of(self.page.content))
        return Match(found, span, margin, _threshold(found, self.ours[part], self.known[best]))

    def _told(self, part: int, best: int, margin: float) -> float:
        """The margin with what words, names and numbers tell the sentence from all others by."""
        evidence = self.evidence[part]
        next_best = max((one for at, one in enumerate(evidence) if at != best), default=0.0)
        if evidence[best] < IN_COMMON:
            return margin
        margin += STANDING * max(0.0, evidence[best] - next_best)
        return max(margin, LOCATED) if evidence[best] >= MUCH and next_best <= evidence[best] / 3 else margin

    def _words(self, part: int, best: int, said: str, told: frozenset[str], embedder: Embedder) -> Compared:
        ours, sentence = self.wording[part], self.texts[best]
        theirs = wording_of(sentence, self.theirs)
        one, other = (self.parts[part], self.languages[0]), (sentence, self.languages[1])
        start = sentence.find(said)
        starts = split_words(sentence).starts
        inside = [term for term in theirs.terms if start <= starts[term.at] < start + len(said)]
        words = Likeness(embedder.words(one, other), self.languages)
        return compare_words(ours, theirs, inside, words, told)

    def _judge(self, matches: list[Match]) -> Alignment:
        margin = min(match.margin for match in matches)
        if margin < LOCATED:
            return self._unverified(Reason("across-nothing"))
        differences = tuple(one for match in matches for one in match.agreement.differences)
        kinds = {difference.kind for difference in differences}
        others = sum(difference.kind is not DifferenceKind.NUMBER for difference in differences)
        another = others >= ANOTHER and margin < ANCHORED
        if any(match.agreement.number_differs for match in matches) and not another:
            verdict, reason = Verdict.NUMBER_DIFFERS, Reason("across-number")
        elif units := [one for match in matches for one in match.agreement.converted]:
            pairs = "; ".join(f"{one.quoted} = {one.found}" for one in units)
            verdict, reason = Verdict.CHECK, Reason("across-units", pairs=pairs, kinds=_listed(kinds))
        elif kinds:
            verdict, reason = Verdict.CHECK, Reason("across-check", kinds=_listed(kinds))
        elif margin < self._threshold(matches):
            verdict, reason = Verdict.CHECK, Reason("across-weak")
        else:
            verdict, reason = Verdict.CONSISTENT, Reason("across-consistent")
        content = self.page.content
        span = Span(min(m.span.start for m in matches), max(m.span.end for m in matches))
        return Alignment(
            verdict,
            reason,
            score=round(max(0.0, min(1.0, margin)), 4),
            span=span,
            found=span.of(content),
            prefix=content[max(0, span.start - 32) : span.start],
            suffix=content[span.end : span.end + 32],
            fragments=tuple(match.span for match in matches),
            differences=differences,
            quote_language=self.languages[0],
            page_language=self.languages[1],
            page=self.page.page_at(span.start),
            terms=tuple(dict.fromkeys(pair for match in matches for pair in match.agreement.met)),
        )

    def _threshold(self, matches: list[Match]) -> float:
        """Margin from which agreement may be said."""
        return max(match.threshold for match in matches) + (0.0 if self.accompanied else ALONE)

    def _unverified(self, reason: Reason) -> Alignment:
        one, other = self.languages
        return Alignment(Verdict.CANNOT_VERIFY, reason, quote_language=one, page_language=other)


def _once(texts: Iterable[str]) -> Iterator[str]:
    seen = set[str]()
    for text in texts:
        if text not in seen:
            seen.add(text)
            yield text


def _threshold(found: Agreement, ours: Terms, theirs: Terms) -> float:
    if found.firmly or found.plainly >= PLAINLY:
        return FIRM
    if found.anchored or found.plainly:
        return ANCHORED
    if shared_words(ours, theirs):
        return UNANCHORED
    return TEMPLATE if len(ours.words) >= TEMPLATE_WORDS else UNANCHORED


def _together(terms: list[Terms]) -> Terms:
    return Terms(
        figures=tuple(figure for one in terms for figure in one.figures),
        fractions=frozenset().union(*(one.fractions for one in terms)),
        names=tuple(name for one in terms for name in one.names),
        folded=tuple(word for one in terms for word in one.folded),
        places=frozenset().union(*(one.places for one in terms)),
        words=frozenset().union(*(one.words for one in terms)),
        nearly_negated=any(one.nearly_negated for one in terms),
        sides=frozenset().union(*(one.sides for one in terms)),
        denials=sum(one.denials for one in terms),
        directions=frozenset().union(*(one.directions for one in terms)),
        language=terms[0].language,
    )


def _listed(kinds: set[DifferenceKind]) -> str:
    return ", ".join(sorted(f"{kind}s" for kind in kinds))


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
