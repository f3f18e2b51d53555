"""What a sentence of a page has in common with a quotation before any model is asked."""

from __future__ import annotations

from citecheck.match.crosslingual.equivalents import have_rows, rows_of
from citecheck.match.crosslingual.term import Wording
from citecheck.match.crosslingual.terms import Terms, met_name, shared_words


def in_common(ours: Terms, theirs: Terms) -> float:
    """Words, names and numbers that meet, 0 to 3."""
    values = [figure.value for figure in ours.figures]
    known = {figure.value for figure in theirs.figures}
    numbers = sum(value in known for value in values) / max(1, len(values))
    names = sum(met_name(name, theirs) is not None for name in ours.names) / max(1, len(ours.names))
    return shared_words(ours, theirs) + numbers + names


def meant(ours: Wording, rows: frozenset[int]) -> float:
    """Share of our listed words of which a sentence with words of `rows` has a counterpart."""
    listed = [term for term in ours.terms if term.rows and not term.loose]
    return sum(bool(term.rows & rows) for term in listed) / max(1, len(listed))


def equal(
    ours: Wording, theirs: Wording, rows: frozenset[int], languages: tuple[str | None, str | None]
) -> float:
    """Share of our words that rows of equivalents alone bring together with a word of a sentence; `rows` are
    the senses of its words."""
    if (both := have_rows(*languages)) is None:
        return 0.0
    code, their = both
    telling = [term for term in ours.terms if not term.loose]
    equal = frozenset(row for term in theirs.terms if not term.loose for row in rows_of(term.folded, their))
    met = sum(not (term.rows & rows) and not equal.isdisjoint(rows_of(term.folded, code)) for term in telling)
    return met / max(1, len(telling))
