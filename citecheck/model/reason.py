"""Why a quotation has its verdict: a phrase for people that knows its code, so that it can be translated."""

from __future__ import annotations

from collections.abc import Mapping

REASONS: Mapping[str, str] = {
    "same-words": "the page has the same words",
    "same-but-slips": "the page has the same words but for single characters or punctuation",
    "same-letters": "the page has the same letters; only spaces between them differ",
    "letters-misread": (
        "the language of the file’s text cannot be told: its letters may not be those that it shows"
    ),
    "words-missing": "{lost} of {size} words are not on the page",
    "reordered": "the page has the parts in another order",
    "differs": "the passage was found; it differs in: {kinds}",
    "found": "the passage was found",
    "not-there": "no passage of the page has these words",
    "page-empty": "the page holds no text",
    "quotation-empty": "the quotation holds no words",
    "page-shorter": "the page's text is shorter than the quotation",
    "scripts-differ": (
        "the quotation is in {quote} script, the page in {page} script; their languages cannot be told"
    ),
    "languages-differ": "the quotation is in {quote}, the page in {page}; {why}",
    "needs-extra": "comparing them needs {extra}",
    "across-short": "the quotation is too short to be compared across languages",
    "across-few-sentences": "too few sentences on the page to tell a like sentence from the same one",
    "across-few-quotations": (
        "too few other quotations to compare with to tell a like sentence from the same one"
    ),
    "across-nothing": "no sentence of the page stands out as saying this",
    "across-number": "the passage was located; a number or a date in it differs",
    "across-check": "the passage was located; to be looked at: {kinds}",
    "across-units": (
        "the passage was located; perhaps one measure in two units: {pairs}; to be looked at: {kinds}"
    ),
    "across-weak": "a like passage was located; its likeness is not strong enough to rely on",
    "across-consistent": "a passage that says the same was located; never the same as verified",
    "article-data": "{why} (in the page's article data, not in its visible text)",
    "elsewhere": "{why}. It stands at another source that the manuscript cites: {url}",
    "before-the-wall": "only what stands before the login or paywall could be read, and it is not there",
    "page-cut": "only a part of the page was loaded, and it is not in that part",
    "rest-unread": "it is not in what could be read, and {why}",
    "text-framed": "the page shows a document or another page in a frame: {url}",
    "text-offered": "the page leads to a document that holds more: {url}",
    "text-continued": "the text goes on at {url}",
    "text-spoken": "the page plays a recording, in which the words may be spoken",
    "text-pictured": "the page shows pictures or a viewer, in which the words may stand",
    "not-shown": (
        "the words stand in the page’s source where they are not shown: hidden until something is clicked, "
        "or for good"
    ),
    "other-address": (
        "it is not on the page that could be read, and another address of the note could not be looked at: "
        "{why}"
    ),
    "printed-beside": (
        "it is not on the page that could be read; the note names a source without an address, too"
    ),
    "short-form-guess": (
        "it is not on the page that could be read, "
        "and which source the note’s short form stands for is not sure"
    ),
    "no-text": "no text: {why}",
    "no-comparison": "the page could not be compared: {why}",
    "file-unreadable": "the file could not be read: {why}",
    "file-other-work": (
        "the passage is not in the file, nor is the author or the title that the note gives: "
        "it may be another work"
    ),
    "linked-page-lacks": (
        "the page that its sentence links to does not hold it; that page may not be its source"
    ),
    "no-page": "no page to look at: {why}",
    "no-address": "the note gives no address to look at",
    "note-lost": "the note it rests on is lost",
    "empty": "the page is empty",
    "media-type": "media type {media}",
    "media-type-missing": "media type not given",
    "pdf-damaged": "damaged PDF",
    "pdf-locked": "the PDF is protected by a password",
    "pdf-pictures": "the PDF holds no text, only pictures of pages",
    "pages-are-pictures": "pages {pages} of the PDF are pictures without text",
    "page-is-picture": "page {pages} of the PDF is a picture without text",
    "pages-damaged": "damaged pages of the PDF could not be read: {pages}",
    "pages-many": "only the first {read} of {all} pages were read",
    "part-damaged": "a part of the file could not be read: {what}",
    "part-missing": "{path} is missing from the book; its text was not read",
    "order-unknown": (
        "the list of the book’s parts is missing or damaged; they were read in the order of the archive"
    ),
    "notes-not-in-file": "called in the text and not in the file: notes {notes}",
    "pages-not-stored": (
        "notes are numbered anew on each page, and the file does not say where pages end: open it in Word, "
        "go to its end and save it"
    ),
    "reading-slow": "reading it took more than {seconds} s",
    "reading-large": "reading it took too much memory or broke the parser",
    "reading-deep": "reading it took too much ({what})",
}
"""English sentences by code, with named fields. A phrase has no capital and no full stop: it may become part
of another one."""

COMMON = ("The", "It", "No", "A", "An", "Only")
"""Words that reasons begin with and that no name begins with."""


class Reason(str):
    """The English phrase of a code with its facts in it; a fact may be a reason itself.

    >>> why = Reason("no-text", why=Reason("media-type", media="image/png"))
    >>> why, why.code, why.facts["why"].code
    ('no text: media type image/png', 'no-text', 'media-type')
    """

    __slots__ = ("code", "facts")
    code: str
    facts: Mapping[str, str]

    def __new__(cls, code: str, /, **facts: str) -> Reason:
        if not facts and code in _PLAIN:
            return _PLAIN[code]
        made = super().__new__(cls, REASONS[code].format(**facts))
        made.code, made.facts = code, facts
        if not facts:
            _PLAIN[code] = made
        return made

    def __reduce__(self) -> tuple[object, ...]:
        return _made, (self.code, dict(self.facts))


_PLAIN: dict[str, Reason] = {}
"""Those without facts, each once: most quotations of a book have the same."""


def _made(code: str, facts: dict[str, str]) -> Reason:
    return Reason(code, **facts)


def phrase(sentence: str) -> str:
    """A sentence as part of another: no full stop, and no capital where the first word is no name's.

    >>> phrase("The run is offline."), phrase("Cloudflare asks for proof.")
    ('the run is offline', 'Cloudflare asks for proof')
    """
    words = sentence.strip().removesuffix(".")
    return words[0].lower() + words[1:] if words.partition(" ")[0] in COMMON else words
