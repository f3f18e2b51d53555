"""What a worker can be asked to do. Jobs and answers are values that can be pickled."""

from __future__ import annotations

import sys
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from citecheck.errors import UnreadableInput, UnreadablePage
from citecheck.model import Alignment, Manuscript, Reason, Text, Verdict
from citecheck.model.travel import travels

if TYPE_CHECKING:
    from citecheck.match import Page
    from citecheck.match.lending import Lender


@dataclass(frozen=True, slots=True)
class Unreadable:
    """There is no text, and why: a phrase for a reason, without a full stop."""

    reason: str


@dataclass(frozen=True, slots=True)
class Defect:
    """A fault of ours in a worker, with its traceback; the audit ends with it instead of hiding it."""

    traceback: str


@dataclass(frozen=True, slots=True)
class PageJob:
    """Read a fetched page; answered by `Text | Unreadable`."""

    body: bytes
    content_type: str | None
    url: str
    whole: bool = False
    """With all words of its source as what it does not show."""


@dataclass(frozen=True, slots=True)
class SearchJob:
    """Read a fetched page and look for quotations on it, without sending its text back and forth.

    Answered several times: by the page's `Text | Unreadable`, then, where there is a text, by an
    `Alignment | Unreadable` for each quotation. A page in another language is not compared.
    """

    page: PageJob
    quotations: tuple[tuple[str, str | None], ...]
    """Words and language."""


@dataclass(frozen=True, slots=True)
class CompareJob:
    """Look for a quotation on a page; answered by `Alignment | Unreadable`."""

    quotation: str
    page: Text
    language: str | None = None
    """Of the quotation."""
    others: tuple[str, ...] = ()
    """The manuscript's other quotations, the control group across languages."""
    across: bool = True
    """Whether a page in another language is compared too, where that is installed."""


@dataclass(frozen=True, slots=True)
class ManuscriptJob:
    """Read a manuscript; answered by `Manuscript | Refused`."""

    data: bytes
    name: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A manuscript that is not read, and why: the line that the user is told."""

    message: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """Before it answers, a worker asks for kept vectors of sentences; answered by packed vectors by key."""

    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """An answer with vectors that were made for it, packed, by key."""

    alignment: Alignment
    vectors: dict[str, bytes]


travels(PageJob, SearchJob, CompareJob)

Single = PageJob | CompareJob | ManuscriptJob
Job = Single | SearchJob
Answer = Text | Alignment | Manuscript | Unreadable | Refused | Defect | Wanted | Compared

LACKING = (Verdict.NOT_FOUND, Verdict.PARTIAL)
"""After these the page's source is looked at, too."""
MATCHING = "citecheck.match"
KEPT_PAGES = 4
"""Folded pages a worker keeps: quotations of one page come one after another."""

lender: Lender | None = None
"""Who keeps vectors of sentences, where somebody does."""
_prepared: OrderedDict[tuple[object, ...], Page] = OrderedDict()


def answers(job: Job) -> Iterator[Answer]:
    """Do a job in this process, answer by answer."""
    if not isinstance(job, SearchJob):
        yield perform(job)
        return
    page = perform(job.page)
    yield page
    if not isinstance(page, Text):
        return
    whole: Text | None = None
    for quotation, language in job.quotations:
        answer = perform(CompareJob(quotation, page, language, across=False))
        if isinstance(answer, Alignment) and answer.verdict in LACKING:
            whole = whole or _with_source(page, job.page)
            answer = perform(CompareJob(quotation, whole, language, across=False))
        yield answer


def _with_source(page: Text, job: PageJob) -> Text:
    """The page with all words of its source as what it does not show."""
    from citecheck.read import words_in_source

    try:
        words = words_in_source(job.body, job.content_type)
        # Of a large source only the first part is looked at.
        return replace(page, unseen="\n".join(filter(None, (words, page.unseen))) or None)
    except (MemoryError, RecursionError):
        return page


def perform(job: Single) -> Answer:
    """Do a job of one answer; what its bytes do to us is `Unreadable`, a fault of ours a `Defect`.

    Where memory is short for a comparison, what earlier ones left behind may fill it: it is made once more,
    with nothing remembered.
    """
    try:
        try:
            return _perform(job)
        except MemoryError:
            if not isinstance(job, CompareJob):
                raise
        forget(words=True)
        return _perform(job)
    except (MemoryError, RecursionError) as trouble:
        return Unreadable(Reason("reading-deep", what=type(trouble).__name__))
    except Exception:  # noqa: BLE001 - handed on whole, see Defect
        import traceback

        return Defect(traceback.format_exc())


def _perform(job: Single) -> Answer:
    match job:
        case PageJob():
            from citecheck.read import read_page

            try:
                text = read_page(job.body, job.content_type, job.url)
            except UnreadablePage as trouble:
                return Unreadable(trouble.reason)
            return _with_source(text, job) if job.whole else text
        case ManuscriptJob():
            from citecheck.read import read_manuscript

            try:
                return read_manuscript(job.data, job.name)
            except UnreadableInput as trouble:
                return Refused(str(trouble))
        case CompareJob():
            from citecheck.match import compare, lending

            lending.lend_from(lender)
            page = _page(job.page)
            found = compare(job.quotation, page, language=job.language, others=job.others, across=job.across)
            vectors = lending.take_made()
            return Compared(found, vectors) if vectors else found


def _page(text: Text) -> Page:
    from citecheck.match import prepare

    key = (text.content, text.alternative, text.unseen, text.warnings)
    page = _prepared.pop(key, None) or prepare(text)
    _prepared[key] = page
    if len(_prepared) > KEPT_PAGES:
        _prepared.popitem(last=False)
    return page


def forget(words: bool = False) -> None:
    """Keep no page that was folded so far; with `words`, nothing that was worked out of words and sentences
    either (all bounded caches of the stages; what is read from the data files stays)."""
    _prepared.clear()
    for name in [*sys.modules] if words else ():
        if name.startswith(f"{MATCHING}."):
            for value in vars(sys.modules[name]).values():
                if hasattr(value, "cache_parameters") and value.cache_parameters()["maxsize"]:
                    value.cache_clear()
