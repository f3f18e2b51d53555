"""What a page says about itself: title, author, date, language.

Four vocabularies are asked, the most deliberate first: `citation_*` (written for reference managers), JSON-LD
(schema.org), OpenGraph, Dublin Core; then plain HTML. An editor's note is compared with the answer, so a
value that is no answer (an address in place of an author, a date that is none) counts as silence.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode

from citecheck.model import Metadata

_LINKED_DATA = 'script[type="application/ld+json" i]'
MAX_LINKED_DATA = 2_000_000
"""Characters of one JSON-LD block that are parsed."""
MAX_VALUE = 500
"""Characters of a title or a list of authors; more is not one."""
MAX_ITEMS = 5_000
"""JSON-LD objects looked at on one page."""
TITLES = ("citation_title", "@headline", "og:title", "dc.title", "dcterms.title", "twitter:title", "@name")
AUTHORS = ("citation_author", "@author", "dc.creator", "dcterms.creator", "author", "article:author")
DATES = (
    "citation_publication_date", "citation_online_date", "citation_date", "@datePublished",
    "article:published_time", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date",
    "dcterms.created", "datepublished", "date", "pubdate", "publishdate",
)  # fmt: skip
FURTHER_DATES = (
    "@dateModified", "@dateCreated", "article:modified_time", "og:updated_time", "dcterms.modified",
    "dc.date.modified", "dcterms.available", "citation_year", "last-modified", "revised",
)  # fmt: skip
"""Dates that are not of the publication, but that a note may rightly give."""
LANGUAGES = (
    "citation_language",
    "@inLanguage",
    "dc.language",
    "dcterms.language",
    "og:locale",
    "content-language",
)
ARTICLES = ("article", "report", "posting", "webpage", "book", "chapter", "thesis", "review", "legislation")
"""Ends of schema.org types that stand for the page's own content, in lower case."""
ISO_DATE = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?")
DAY_FIRST = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b")


def metadata_of(tree: LexborHTMLParser) -> Metadata:
    """Title, author, date and language as the page's own mark-up gives them."""
    # Asked for in one look over the tree.
    nodes = tree.css(f"meta[content],{_LINKED_DATA},head title")
    values = _meta_values([node for node in nodes if node.tag == "meta"])
    for item in _linked([node for node in nodes if node.tag == "script"]):
        if _is_content(item):
            _add_linked(item, values)
    heading = next((node for node in nodes if node.tag == "title"), None)
    language = tree.root.attributes.get("lang") if tree.root else None
    titles = [values[key][0] for key in TITLES if values.get(key)]
    if heading and (title := _clean(heading.text())):
        titles.append(title)
    dates = _dates(values, DATES)
    titles = [title for title in titles if title not in values.get("og:site_name", ())] or titles
    return Metadata(
        title=titles[0] if titles else None,
        titles=tuple(dict.fromkeys(titles)),
        author=_authors(values),
        published=dates[0] if dates else None,
        dates=tuple(dict.fromkeys(dates + _dates(values, FURTHER_DATES) + _volumes(values))),
        language=language_code(language or "") or language_code(_first(values, LANGUAGES) or ""),
    )


def article_body(tree: LexborHTMLParser) -> str | None:
    """Longest `articleBody` of the page's JSON-LD: some pages show their text only after scripts ran."""
    bodies = [body for item in linked_data(tree) if isinstance(body := item.get("articleBody"), str)]
    return max(bodies, key=len, default=None) or None


def linked_data(tree: LexborHTMLParser) -> Iterator[Mapping[str, object]]:
    """Every object of the page's JSON-LD blocks, outer before inner; damaged blocks are passed over."""
    return _linked(tree.css(_LINKED_DATA))


def _linked(scripts: Sequence[LexborNode]) -> Iterator[Mapping[str, object]]:
    left = MAX_ITEMS
    for script in scripts:
        source = script.text()
        if len(source) > MAX_LINKED_DATA:
            continue
        try:
            queue: list[object] = [json.loads(source, strict=False)]
        except (ValueError, RecursionError):
            continue
        for value in queue:  # grows while it is read
            if isinstance(value, list):
                queue.extend(value)
            elif isinstance(value, dict):
                left -= 1
                if left < 0:
                    return
                yield value
                queue.extend(inner for inner in value.values() if isinstance(inner, (dict, list)))


def iso_date(raw: str) -> str | None:
    """ISO date as exact as `raw` gives it; a year alone where day and month are ambiguous.

    >>> iso_date("2018-10-12T09:00:00Z"), iso_date("2018/3"), iso_date("12.10.2018"), iso_date("10/12/2018")
    ('2018-10-12', '2018-03', '2018-10-12', '2018')
    """
    raw = raw.strip()
    if found := DAY_FIRST.match(raw):
        day, month, year = (int(part) for part in found.groups())
    elif found := ISO_DATE.match(raw):
        year, month, day = (int(part or 0) for part in found.groups())
    elif found := YEAR.search(raw):
        year, month, day = int(found[1]), 0, 0
    else:
        return None
    if not 1400 <= year <= 2100:
        return None
    if not 1 <= month <= 12:
        return f"{year:04}"
    return f"{year:04}-{month:02}-{day:02}" if 1 <= day <= 31 else f"{year:04}-{month:02}"


def language_code(raw: str) -> str | None:
    """Two-letter code of a language tag: `fr-BE`, `ru_RU` → `fr`, `ru`; `None` for anything else."""
    code = raw.strip().replace("_", "-").split("-")[0].lower()
    return code if len(code) == 2 and code.isascii() and code.isalpha() else None


def _meta_values(nodes: Sequence[LexborNode]) -> dict[str, list[str]]:
    values: dict[str, list[str]] = {}
    for node in nodes:
        attributes = node.attributes
        for naming in ("name", "property", "itemprop", "http-equiv"):
            content = attributes.get("content")
            if (name := attributes.get(naming)) and content and (value := _clean(content)):
                values.setdefault(name.strip().lower(), []).append(value)
    return values


def _is_content(item: Mapping[str, object]) -> bool:
    kinds = item.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(name, str) and name.lower().endswith(ARTICLES) for name in names)


def _add_linked(item: Mapping[str, object], values: dict[str, list[str]]) -> None:
    for key in ("headline", "name", "datePublished", "dateModified", "dateCreated", "inLanguage", "author"):
        given = item.get(key)
        for one in given if isinstance(given, list) else [given]:
            name = one.get("name") if isinstance(one, dict) else one
            if isinstance(name, str) and (value := _clean(name)):
                values.setdefault(f"@{key}", []).append(value)


def _dates(values: Mapping[str, list[str]], keys: tuple[str, ...]) -> list[str]:
    return [date for key in keys for raw in values.get(key, ()) if (date := iso_date(raw))]


def _volumes(values: Mapping[str, list[str]]) -> list[str]:
    """The year after an article came online: its volume may carry that one."""
    return [str(int(date[:4]) + 1) for date in _dates(values, ("citation_online_date",))]


def _authors(values: Mapping[str, list[str]]) -> str | None:
    site = values.get("og:site_name", [])
    for key in AUTHORS:
        names = [
            name
            for name in dict.fromkeys(values.get(key, ()))
            if "://" not in name and name[:1] not in "@/#" and name not in site
        ]
        if names:
            return "; ".join(names)[:MAX_VALUE]
    return None


def _first(values: Mapping[str, list[str]], keys: tuple[str, ...]) -> str | None:
    return next((values[key][0] for key in keys if values.get(key)), None)


def _clean(raw: str) -> str | None:
    value = " ".join(raw.split())
    return value[:MAX_VALUE] or None
