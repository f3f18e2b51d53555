"""Precision and recall of soft 404, parked, walls and challenges on the labelled pages.

    python -m benchmarks.status [--verbose] [FILE ...]

Each page is judged three times: with its site answering a made-up address the way such sites do (the page
again for a soft 404, an honest 404 for the others), with no answer there, and the way a wrong guess hurts
most: a dead page beside an honest 404. A living page called dead is the worst error and counted apart.

The rules have seen these pages, so that the figures say what is known to work, not what to expect elsewhere.
What to expect is said by the files `unseen*.toml` at first sight, before the rules were mended after them
(52, 42 and 32 pages, most of the living ones thin and about error pages, walls or domains on purpose):

| at first sight                | unseen | unseen2 | unseen3 |
|-------------------------------|--------|---------|---------|
| soft 404, precision           | 1.00   | 1.00    | 1.00    |
| soft 404, recall, site        | 1.00   | 0.95    | 1.00    |
| soft 404, recall, words alone | 0.78   | 0.70    | 0.80    |
| parked, precision, recall     | 0.80, 1.00 | 1.00, 0.75 | 1.00, 0.75 |
| challenge, precision, recall  | 0.75, 0.75 | 0.75, 0.75 | 0.60, 0.75 |
| living pages called dead      | 1 of 12 | 0 of 10 | 0 of 10 |

`wild` (163 whole pages in 33 languages, in the mark-up of many makers of sites) was written before its author
had looked at the rules, then judged once: soft 404 precision 0.98, recall 0.95 (site), 0.72 (words alone);
parked 1.00, 0.77; challenge 0.94, 0.70; consent, login and paywall of 14 pages 7; no living page called dead,
4 of 38 called walls. `wild2` (91 pages) was written at the same time and judged after the rules were mended,
by the same author: soft 404 1.00, 1.00 and 0.88; all others right; no living page called dead.

`vendors` (150 pages in the shapes of vendors of walls, registrars, hosts and makers of sites, 30 of them
living and hard) was written before its author had looked at the rules; `vendors2` (62, 15 living) after
they were mended, `vendors3` (46, 30 living, nearly all like what they are not) after they were mended
again, `vendors4` (53 ordinary ones, 32 living) after that; of `vendors5`, 24 living ones that look alike,
one was called dead at first sight and two were called walls:

| at first sight                    | vendors    | vendors2   | vendors3   | vendors4   |
|-----------------------------------|------------|------------|------------|------------|
| soft 404, precision, recall, site | 0.97, 0.95 | 0.86, 1.00 | 0.80, 1.00 | 1.00, 1.00 |
| soft 404, recall, words alone     | 0.86       | 0.83       | 0.88       | 1.00       |
| parked, precision, recall         | 1.00, 0.63 | 1.00, 0.62 | 1.00, 0.80 | 1.00, 1.00 |
| challenge, precision, recall      | 0.97, 0.84 | 1.00, 0.92 | 0.50, 1.00 | 1.00, 1.00 |
| living pages called dead          | 1 of 30    | 3 of 15    | 2 of 30    | 0 of 32    |
| living pages called walls         | 1          | 0          | 4          | 1          |

`fresh` (149 pages in 30 languages, 64 living and hard) was written before its author had opened a rule or an
older page; `fresh2` (63, 28 living against the new rules) by the same author after they were mended:

| at first sight                    | fresh      | fresh2     |
|-----------------------------------|------------|------------|
| soft 404, precision, recall, site | 0.93, 0.81 | 1.00, 0.86 |
| soft 404, recall, words alone     | 0.55       | 0.57       |
| parked, precision, recall         | 0.91, 0.91 | 0.92, 1.00 |
| challenge, precision, recall      | 1.00, 0.84 | 0.86, 1.00 |
| living pages called dead          | 3 of 64    | 0 of 28    |
| living pages called walls         | 0          | 2          |

`field` (195 whole pages in 43 languages, 84 living) was written by another author before opening a rule or an
older page; `field2` (99, 40 living), `field3` (72, 35 living) and `field4` (53, 23 living) by the same one,
each after the rules had been mended after the one before, the living ones against the new rules:

| at first sight                    | field      | field2     | field3     | field4     |
|-----------------------------------|------------|------------|------------|------------|
| soft 404, precision, recall, site | 0.98, 0.89 | 0.92, 0.97 | 1.00, 1.00 | 1.00, 0.93 |
| soft 404, recall, words alone     | 0.67       | 0.92       | 0.77       | 0.60       |
| parked, precision, recall         | 0.86, 1.00 | 1.00, 1.00 | 1.00, 1.00 | –          |
| challenge, precision, recall      | 1.00, 0.88 | 0.71, 1.00 | 1.00, 0.50 | –          |
| living pages called dead          | 2 of 84    | 3 of 40    | 0 of 35    | 0 of 23    |
| living pages called walls         | 2          | 3          | 0          | 0          |

`abroad` (88 pages in 34 languages, 36 living and hard) was written by an author who had read none of these
pages and no list of words: soft 404, precision and recall 1.00, 1.00 (site), 0.97 (words alone); parked 1.00,
1.00; log-ins and shells all right; one of two consent walls and one of five closed sites were taken for
living, one living column about a closed bridge for a closed site; no living page called dead.

The living pages of `field` called dead were poems, a film and a novel *called* "Not found" and the like, and
a page about the status 404. Since then a title and its repetition alone call nothing dead: the same page must
answer at a made-up address, or a sentence of its own must say so; and an address that promises the words
is believed.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from citecheck.investigate import next_step
from citecheck.model import (
    Ask,
    Capture,
    Case,
    Failure,
    FailureKind,
    Fetch,
    LinkCheck,
    LinkStatus,
    Purpose,
    Seen,
)
from fixtures.status_pages import STATUS_OF_KIND, LabelledPage, at_sibling, pages

WHEN = datetime(2026, 3, 1, tzinfo=UTC)
LIVING = (LinkStatus.OK, LinkStatus.MOVED)
DEAD = (LinkStatus.SOFT_404, LinkStatus.PARKED, LinkStatus.GONE)
SETTINGS = ("site", "silent", "honest")


def judged(page: LabelledPage, setting: str) -> tuple[LinkCheck, int]:
    """The planner's answer for one page, and how many questions the host got."""
    case = Case((page.url,), printed_hosts=frozenset({page.url.split("/")[2]}), archive="none")
    seen: dict[Ask, Seen | bool] = {}
    while not isinstance(step := next_step(case, seen), LinkCheck):
        for ask in step:
            assert isinstance(ask, Fetch)
            seen[ask] = _answer(ask, page, setting)
    return step, len(seen)


def _answer(ask: Fetch, page: LabelledPage, setting: str) -> Seen:
    if ask.purpose is not Purpose.SIBLING:
        return page.seen
    if setting == "silent":
        return Seen(Failure(ask.url, FailureKind.NOT_RECORDED, "", WHEN))
    if setting == "site" and (page.kind != "living" or "sibling" in page.entry):
        return at_sibling(page, ask.url)
    return Seen(Capture(ask.url, ask.url, 404, WHEN))


def kind_of(check: LinkCheck) -> str:
    """The label that a status and its code stand for."""
    if check.status in LIVING:
        return "living"
    if check.status is LinkStatus.BLOCKED:
        known = {"challenge": "challenge", "consent-wall": "consent"}
        return known.get(check.code, "unknown")
    return check.code if check.code in ("login", "paywall") else check.status.value


def measure(
    labelled: Sequence[LabelledPage], setting: str
) -> tuple[Counter[str], Counter[str], Counter[str], list[str]]:
    """True positives, what was said, what there is, and every error in a line."""
    right: Counter[str] = Counter()
    said: Counter[str] = Counter()
    there: Counter[str] = Counter()
    errors = []
    for page in labelled:
        check, _ = judged(page, setting)
        kind = kind_of(check)
        there[page.kind] += 1
        said[kind] += 1
        if kind == page.kind:
            right[kind] += 1
        else:
            errors.append(f"{page.id}: {page.kind}, called {kind} ({check.code}: {check.reason})")
    return right, said, there, errors


def report(labelled: Sequence[LabelledPage], verbose: bool) -> Mapping[str, int]:
    """Print the tables; living pages called dead by setting."""
    harm: dict[str, int] = {}
    languages = len({page.language for page in labelled})
    print(f"{len(labelled)} pages, {languages} files of languages")
    for setting in SETTINGS:
        right, said, there, errors = measure(labelled, setting)
        print(f"\nmade-up addresses: {setting}")
        for kind in STATUS_OF_KIND:
            precision = right[kind] / said[kind] if said[kind] else 1.0
            recall = right[kind] / there[kind] if there[kind] else 1.0
            print(f"  {kind:10} {there[kind]:4} pages   precision {precision:.3f}   recall {recall:.3f}")
        harm[setting] = sum(
            1 for page in labelled if page.kind == "living" and judged(page, setting)[0].status in DEAD
        )
        print(f"  living pages called dead: {harm[setting]}")
        if verbose:
            print("\n".join(f"    {error}" for error in errors))
    return harm


if __name__ == "__main__":
    names = [name for name in sys.argv[1:] if not name.startswith("-")]
    report(tuple(pages(*names)), "--verbose" in sys.argv)
