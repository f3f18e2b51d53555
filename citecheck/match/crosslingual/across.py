"""A quotation located on a page in another language, and what agrees."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from citecheck.match.crosslingual.embedding import Embedder, Vector, likeness
from citecheck.match.crosslingual.sentences import sentences
from citecheck.match.crosslingual.terms import Terms, same_name, shared_words, terms_of
from citecheck.match.rules import Rules
from citecheck.model import Alignment, Difference, DifferenceKind, Reason, Span, Text, Verdict

NEIGHBOURS = 5
"""Next best sentences of the page, and best other quotations, that the margin is taken over."""
SHORTLIST = 48
"""Sentences of a page that get a vector, chosen by words, names and numbers; most pages have no more."""
CONTROLS = 24
"""Other quotations of the manuscript that get one."""
LEAST_WORDS = 5
"""Shorter quotations say too little to be told from their neighbours."""
LOCATED = 0.06
"""Margin from which a sentence is shown: where the true sentence was missed, it was under .045 (12 of 12)."""
CONSISTENT = 0.105
"""Margin from which agreement may be said. 72 pages of a manual without the paragraph (fr-ru, es-de, it-en)
had at most .102; news pages on the same topic, of a sibling or contradicting at most .121, with every one
above .10 told by a number or a negation. Pages that say it had it in 71 to 90 % of cases, from French to
Russian less."""


@dataclass(frozen=True, slots=True)
class Match:
    """One sentence of the quotation and the page's sentence that answers to it."""

    ours: Terms
    theirs: Terms
    around: Terms
    """With the sentences beside it."""
    span: Span
    margin: float


def compare_across(
    quotation: str, page: Text, ours: Rules, theirs: Rules, others: Sequence[str], embedder: Embedder
) -> Alignment:
    """Look for the sentence of `page` that says what `quotation` says.

    `quotation` is without note numbers; `others` are quotations in its language. The verdict is `consistent`,
    `number-differs`, `check` or `cannot-verify`, and what is shown is the page's own sentence.
    """
    places = sentences(page.content)
    parts = [quotation[span.start : span.end] for span in sentences(quotation)] or [quotation]
    controls = [other for other in dict.fromkeys(others) if other.strip() and other != quotation][:CONTROLS]
    languages = (ours.code or None, theirs.code or None)
    if len(quotation.split()) < LEAST_WORDS:
        return _unverified(Reason("across-short"), languages)
    if len(places) <= NEIGHBOURS or len(controls) < NEIGHBOURS:
        what = "sentences" if len(places) <= NEIGHBOURS else "quotations"
        return _unverified(Reason(f"across-few-{what}"), languages)
    texts = [span.of(page.content) for span in places]
    known = [terms_of(text, theirs) for text in texts]
    control = embedder.embed(controls)
    matches = [_best(part, ours, places, texts, known, control, embedder) for part in parts]
    return _judge(matches, page, languages)


def _best(
    part: str,
    rules: Rules,
    places: list[Span],
    texts: list[str],
    known: list[Terms],
    control: list[Vector],
    embedder: Embedder,
) -> Match:
    ours = terms_of(part, rules)
    ranked = sorted(range(len(texts)), key=lambda at: (-_evidence(ours, known[at]), at))[:SHORTLIST]
    vectors = dict(zip(ranked, embedder.embed([texts[at] for at in ranked]), strict=True))
    mine = embedder.embed([part])[0]
    likes = {at: likeness(mine, vector) for at, vector in vectors.items()}
    best = max(ranked, key=lambda at: likes[at] + 0.02 * _evidence(ours, known[at]))
    rest = sorted((like for at, like in likes.items() if at != best), reverse=True)[:NEIGHBOURS]
    against = sorted((likeness(vectors[best], one) for one in control), reverse=True)[:NEIGHBOURS]
    margin = 2 * likes[best] - _mean(rest) - _mean(against)
    beside = [known[at] for at in (best - 1, best, best + 1) if 0 <= at < len(known)]
    return Match(ours, known[best], _together(beside), places[best], margin)


def _evidence(ours: Terms, theirs: Terms) -> float:
    """Words, names and numbers that meet, 0 to 3."""
    numbers = sum((ours.numbers & theirs.numbers).values()) / max(1, sum(ours.numbers.values()))
    names = [name for name, bones in ours.names if any(same_name(bones, other) for _, other in theirs.names)]
    return shared_words(ours, theirs) + numbers + len(names) / max(1, len(ours.names))


def _together(terms: list[Terms]) -> Terms:
    numbers = terms[0].numbers.copy()
    for other in terms[1:]:
        numbers += other.numbers
    return Terms(
        numbers,
        tuple(name for one in terms for name in one.names),
        frozenset(word for one in terms for word in one.words),
        sum(one.negations for one in terms),
    )


def _judge(matches: list[Match], page: Text, languages: tuple[str | None, str | None]) -> Alignment:
    margin = min(match.margin for match in matches)
    if margin < LOCATED:
        return _unverified(Reason("across-nothing"), languages)
    differences: list[Difference] = []
    terms: list[tuple[str, str]] = []
    for match in matches:
        differences += _numbers(match) + _names(match, terms) + _negation(match, page)
    kinds = {difference.kind for difference in differences}
    told = any(d.kind is DifferenceKind.NUMBER and d.found for d in differences)
    if told:
        verdict, reason = Verdict.NUMBER_DIFFERS, Reason("across-number")
    elif kinds:
        verdict, reason = Verdict.CHECK, Reason("across-check", kinds=_listed(kinds))
    elif margin < CONSISTENT:
        verdict, reason = Verdict.CHECK, Reason("across-weak")
    else:
        verdict, reason = Verdict.CONSISTENT, Reason("across-consistent")
    span = Span(min(m.span.start for m in matches), max(m.span.end for m in matches))
    return Alignment(
        verdict,
        reason,
        score=round(max(0.0, min(1.0, 0.5 + 2 * margin)), 4),
        span=span,
        found=span.of(page.content),
        prefix=page.content[max(0, span.start - 32) : span.start],
        suffix=page.content[span.end : span.end + 32],
        fragments=tuple(match.span for match in matches),
        differences=tuple(differences),
        quote_language=languages[0],
        page_language=languages[1],
        page=page.page_at(span.start),
        terms=tuple(terms),
    )


def _numbers(match: Match) -> list[Difference]:
    """Our numbers that are not near the sentence; beside each, one of the sentence that we have not."""
    missing = list((match.ours.numbers - match.around.numbers).elements())
    spare = list((match.theirs.numbers - match.ours.numbers).elements())
    differences = []
    for kind, value in missing:
        other = next((key for key in spare if key[0] == kind), None)
        if other:
            spare.remove(other)
        differences.append(Difference(DifferenceKind.NUMBER, value, other[1] if other else ""))
    return differences


def _names(match: Match, terms: list[tuple[str, str]]) -> list[Difference]:
    differences = []
    pool = (*match.around.names, *((word, word) for word in sorted(match.around.words)))
    for name, bones in match.ours.names:
        met = next((shown for shown, other in pool if same_name(bones, other)), None)
        if met is None:
            differences.append(Difference(DifferenceKind.NAME, name, ""))
        else:
            terms.append((name, met))
    return differences


def _negation(match: Match, page: Text) -> list[Difference]:
    if bool(match.ours.negations) == bool(match.theirs.negations):
        return []
    found = match.span.of(page.content)
    return [Difference(DifferenceKind.NEGATION, "" if match.theirs.negations else "negation", found)]


def _listed(kinds: set[DifferenceKind]) -> str:
    return ", ".join(sorted(kinds))


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _unverified(reason: Reason, languages: tuple[str | None, str | None]) -> Alignment:
    return Alignment(Verdict.CANNOT_VERIFY, reason, quote_language=languages[0], page_language=languages[1])
