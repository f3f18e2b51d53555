"""The named parts of a repair, and how they are played again.

Each step reads the whole string and gives the whole string. A repair carries its steps, so that an editor can
follow it from the print to the address, and a step that does not fit the string before it is an error,
never a
silent change.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from citecheck.model import Step
from citecheck.repair.address import SCHEME, doi_of, host_end, original_of
from citecheck.repair.cut import cut_label, find_begin, top_level_domains, trim_end
from citecheck.repair.doubling import undouble
from citecheck.repair.identifiers import resolver_of
from citecheck.repair.joins import close_spaces, drop_hyphens, drop_invisible, fill_gaps, join_lines
from citecheck.repair.stretch import stretch_end

_SCHEME_SIGNS = re.compile(r"(?i)^h(?:tt|xx)p(s?)(?::/{3,}|[:;]/(?=[^/])|;//|//|(?<=xxp)://|(?<=xxps)://)")
_SPACED_SCHEME = re.compile(r"(?i)(?:h\s?t\s?t\s?p\s?s?|f\s?t\s?p)\s?:\s{0,3}/\s{0,3}/\s*")
_ESCAPE = re.compile(r"(?<!\\)\\++(?=[_%&#~@$*{}+-])")
_DASH, _TITLED = re.compile(r"\s+[-\u2013\u2014]\s"), re.compile(r"_[^\W_]{1,12}\.$")
MARKUP = "markup"
"""Step of a link whose mark-up carries the address, where the reader gave no name of its own."""


def cut_text(text: str) -> str:
    """What is printed behind the address cut off: date of access, next citation, next sentence.

    >>> cut_text("https://news.example/a (дата обращения: 01.02.2020).")
    'https://news.example/a'
    """
    begin = find_begin(text)
    return text if begin is None else _before_dash(text, stretch_end(text, begin, generous=True))


def cut_text_late(text: str) -> str:
    """The same, words with capitals behind a title or a code taken for part of the address.

    >>> cut_text_late("https://news.example/show/16019.Best Southern Literature")
    'https://news.example/show/16019.Best Southern Literature'
    """
    begin = find_begin(text)
    return text if begin is None else _before_dash(text, stretch_end(text, begin, generous=True, titles=True))


def _before_dash(text: str, end: int) -> str:
    """`text` up to `end`, without a full stop that a dash follows: GOST R 7.0.5 parts a reference so. Where
    underscores part the words it may be a title's (`Sons_and_Co.`)."""
    parted = text.endswith(".", 0, end) and _DASH.match(text, end) and not _TITLED.search(text, 0, end)
    return text[: end - 1] if parted else text[:end]


def drop_escapes(text: str) -> str:
    """Backslashes out that Markdown or LaTeX wants before a sign; no address holds one (RFC 3986, 2).

    >>> drop_escapes("https://news.example/a" + chr(92) + "_b?c=1" + chr(92) + "&d=2")
    'https://news.example/a_b?c=1&d=2'
    """
    return _ESCAPE.sub("", text)


def fix_scheme(text: str) -> str:
    """A scheme that has spaces inside, or lost or changed a sign, made whole.

    >>> fix_scheme("https:/news.example/a"), fix_scheme("http//news.example"), fix_scheme("hxxp://news.example")
    ('https://news.example/a', 'http://news.example', 'http://news.example')
    >>> fix_scheme("ht tps: / /news.example")
    'https://news.example'
    """
    spaced = _SPACED_SCHEME.match(text)
    if spaced:
        text = "".join(spaced[0].split()) + text[spaced.end() :]
    return _SCHEME_SIGNS.sub(r"http\1://", text) if _SCHEME_SIGNS.match(text) else text


def add_scheme(text: str) -> str:
    """`http://` before an address printed without a scheme.

    >>> add_scheme("www.news.example/a"), add_scheme("news.example/a")
    ('http://www.news.example/a', 'http://news.example/a')
    """
    return text if SCHEME.match(text) or not text else "http://" + text


def expand_doi(text: str) -> str:
    """The address of a DOI printed without one (DOI Handbook 3.9: `https://doi.org/` before it).

    >>> expand_doi("doi:10.1234/abc"), expand_doi("https://doi.org/10.1234/abc")
    ('https://doi.org/10.1234/abc', 'https://doi.org/10.1234/abc')
    """
    doi = None if SCHEME.match(text) else doi_of(text)
    return text if doi is None else "https://doi.org/" + doi


def expand_id(text: str) -> str:
    """The address of an identifier printed without one.

    >>> expand_id("arXiv: 2101.00001"), expand_id("https://arxiv.org/abs/2101.00001")
    ('https://arxiv.org/abs/2101.00001', 'https://arxiv.org/abs/2101.00001')
    """
    return resolver_of(text) or text


def unescape(text: str) -> str:
    """`&amp;` as HTML writes it made `&`.

    >>> unescape("https://news.example/?a=1&amp;b=2")
    'https://news.example/?a=1&b=2'
    """
    return text.replace("&amp;", "&")


def host_case(text: str) -> str:
    """Capitals within the host's last part made small: `news.rU` is `news.ru`; among small letters an `I` is
    rather a misread `l`.

    >>> host_case("http://news.rU/A"), host_case("http://www.W3.ORG/A"), host_case("http://news.cI/A")
    ('http://news.ru/A', 'http://www.W3.ORG/A', 'http://news.cl/A')
    """
    end = host_end(text)
    head, dot, last = text[:end].rpartition(".")
    if not dot or last.islower() or last.isupper() or last.istitle() or not last.isalpha():
        return text
    meant = last.replace("I", "l")
    return head + dot + (meant if meant in top_level_domains() else last.lower()) + text[end:]


def undouble_first(text: str) -> str:
    """The likeliest reading of doubled link text.

    >>> undouble_first("https://news.example/ahttps://news.example/a-b")
    'https://news.example/a-b'
    """
    return next(iter(undouble(text)), text)


def drop_hyphen_first(text: str) -> str:
    """A hyphen that parts a word at a line's end taken out, with the space after it.

    >>> drop_hyphen_first("https://news.example/the-developm- ent")
    'https://news.example/the-development'
    """
    return next((reading for reading, _ in drop_hyphens(text)), text)


def fill_gaps_first(text: str) -> str:
    """The likeliest reading of the gaps between letters.

    >>> fill_gaps_first("https://news.example/asset publisher/1")
    'https://news.example/asset_publisher/1'
    """
    return fill_gaps(text)[0][0]


def unwrap(text: str) -> str:
    """The original out of an archive's or a redirector's address.

    >>> unwrap("https://web.archive.org/web/2017/http://news.example/a")
    'http://news.example/a'
    """
    return original_of(text) or text


STEPS: dict[str, Callable[[str], str]] = {
    "cut-label": cut_label,
    "cut-text": cut_text,
    "drop-invisible": drop_invisible,
    "drop-escape": drop_escapes,
    "join-lines": join_lines,
    "fix-scheme": fix_scheme,
    "undouble": undouble_first,
    "drop-hyphen": drop_hyphen_first,
    "close-spaces": close_spaces,
    "fill-gaps": fill_gaps_first,
    "trim-end": trim_end,
    "host-case": host_case,
    "expand-doi": expand_doi,
    "expand-id": expand_id,
    "add-scheme": add_scheme,
    "unescape": unescape,
    "unwrap": unwrap,
}
"""Every step by its name, with its likeliest reading. A rival reading and one that rests on the document's
other
addresses carry the name of the step that made them."""


def replay(raw: str, steps: Sequence[Step]) -> str:
    """Play `steps` over `raw`.

    Raises `ValueError` where a step does not begin with what the one before it left.

    >>> replay("a b", [Step("close-spaces", "a b", "ab")])
    'ab'
    """
    text = raw
    for step in steps:
        if step.before != text:
            raise ValueError(f"step {step.step} begins with {step.before!r}, not with {text!r}")
        text = step.after
    return text
