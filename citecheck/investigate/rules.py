"""Rules for what stands in front of a page, or in its place: data in `rules/walls.toml`, applied here.

Conditions are tried from cheap to dear, so that a page with a real text costs next to nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from citecheck.investigate.addresses import bare_host, is_home, words_of
from citecheck.investigate.counting import count_words
from citecheck.investigate.folding import folded, key_of
from citecheck.investigate.page import HEAD, Page
from citecheck.investigate.places import (
    names_host,
    on_host,
    on_label,
    on_path,
    stands_beside,
    tells_address,
)
from citecheck.investigate.shell import (
    does_something,
    has_field,
    hidden_folder,
    hurries,
    is_itself,
    only_scripts,
    searches_for_its_words,
    to_parking_label,
)
from citecheck.investigate.titles import parts_of
from citecheck.tables import read_table

_CONTACT = re.compile(r"[\w.-]@[\w-]+\.|\+\d[\d /().-]{6,}|\b(?:tel|phone|fon|тел)\b", re.IGNORECASE)
"""A mail address or a telephone number: whoever holds a domain for sale gives none, an imprint does."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule; the data file says what each condition means."""

    id: str
    kind: str
    reason: str
    source: str
    header: tuple[str, ...] = ()
    statuses: tuple[int, ...] = ()
    on_host: tuple[str, ...] = ()
    on_label: tuple[str, ...] = ()
    on_path: tuple[str, ...] = ()
    at_label: tuple[str, ...] = ()
    titles: frozenset[str] = frozenset()
    title_only: bool = False
    title_has: tuple[str, ...] = ()
    title_words: int | None = None
    title_names_host: bool = False
    title_idle: bool = False
    markup: tuple[bytes, ...] = ()
    least: int = 1
    markup_not: tuple[bytes, ...] = ()
    text: tuple[str, ...] = ()
    text_least: int = 1
    text_also: tuple[str, ...] = ()
    button: tuple[str, ...] = ()
    prose: int | None = None
    prose_else: int | None = None
    most: int | None = None
    short: bool = False
    unsigned: bool = False
    names_host: bool = False
    host_shown: bool = False
    together: bool = False
    only_scripts: bool = False
    reloads: bool = False
    twin: bool = False
    hidden_folder: bool = False
    no_field: bool = False
    no_contact: bool = False
    tells_address: bool = False
    nameless: bool = False
    deep: bool = False
    keyword_links: bool = False
    beside: tuple[str, ...] = ()

    def holds(self, page: Page) -> bool:
        """Whether every condition that the rule names holds for `page`."""
        return (
            (self.most is None or page.words <= self.most)
            and (not self.header or _header(page, self.header))
            and (not self.statuses or page.capture.status in self.statuses)
            and (not self.on_host or on_host(page, self.on_host))
            and (not self.on_label or on_label(page, self.on_label))
            and (not self.on_path or on_path(page, self.on_path))
            and (not self.at_label or bool(set(page.host.split(".")[:-1]) & set(self.at_label)))
            and (not self.titles or bool(self.titles & (_own_names(page) if self.title_only else page.names)))
            and (self.title_words is None or len(page.title.split()) <= self.title_words)
            and (not self.title_has or any(part in page.title.casefold() for part in self.title_has))
            and (not self.title_names_host or names_host(page, page.title))
            and (not self.host_shown or names_host(page, f"{page.title} {page.content}"))
            and (not self.title_idle or not page.title or names_host(page, page.title))
            and (not self.unsigned or not page.signed)
            and (not self.deep or not is_home(page.asked))
            and (not self.nameless or not (page.signed or page.promised))
            and (self.prose is None or page.prose <= self.prose)
            and self._holds_inside(page)
            and self._holds_for_mechanics(page)
        )

    def _holds_for_mechanics(self, page: Page) -> bool:
        """What the page does, whatever it says."""
        return (
            (not self.only_scripts or _only_scripts(page))
            and (not self.reloads or _reloads(page))
            and (not self.twin or bool(page.forwards_to and to_parking_label(page.final, page.forwards_to)))
            and (not self.hidden_folder or hidden_folder(page.markup))
            and (not self.no_field or not has_field(page.markup))
            and (not self.no_contact or not _CONTACT.search(page.content))
            and (not self.tells_address or tells_address(page.content))
            and (not self.keyword_links or searches_for_its_words(page.capture.body[:HEAD]))
            and (not self.beside or stands_beside(page, self.beside))
        )

    def _holds_inside(self, page: Page) -> bool:
        if not self._holds_in_text(page):
            return False
        if self.button and not any(part in line for line in page.buttons for part in self.button):
            return False
        if self.markup and sum(map(page.bears, self.markup)) < self.least:
            return False
        if any(map(page.bears, self.markup_not)):
            return False
        if self.prose_else is not None and page.prose_without(self._own(page)) > self.prose_else:
            return False
        # A notice may only be read; a challenge must let its readers through.
        phrases = self.text if self.kind != "challenge" or does_something(page.markup) else ()
        return not self.short or not _speaks(page, phrases, self.titles)

    def _own(self, page: Page) -> tuple[str, ...]:
        """What a notice's own lines hold; one about a domain names it."""
        parked = self.kind.startswith("parked") and page.host
        return (*self.text, bare_host(page.host)) if parked else self.text

    def _holds_in_text(self, page: Page) -> bool:
        if not (self.text or self.text_also or self.names_host or self.together):
            return True
        said = [page.said]
        if self.titles:  # what a page is called is told already
            said = ["\n".join(line for line in page.said.split("\n") if key_of(line) not in self.titles)]
        if self.together:  # a question states nothing
            said = [line for line in page.said.split("\n") if not line.endswith(("?", "？", "؟"))]
        if self.names_host:
            said = [line for line in said if names_host(page, line)]
            if not said:
                return False
        return any(
            (not self.text or _count(self.text, line) >= self.text_least)
            and (not self.text_also or any(phrase in line for phrase in self.text_also))
            for line in said
        )


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, in the order in which they are tried."""
    raw = files("citecheck.investigate").joinpath("rules", "walls.toml").read_text("utf-8")
    return tuple(_rule(entry) for entry in read_table(raw)["rule"])


def _rule(entry: dict[str, Any]) -> Rule:
    values: dict[str, Any] = {}
    for name, value in entry.items():
        values[name] = _list(name, value) if isinstance(value, list) else value
    return Rule(**values)


def _list(name: str, value: list[Any]) -> tuple[object, ...] | frozenset[str]:
    if name == "titles":
        return frozenset(key_of(one) for one in value)
    if name in ("markup", "markup_not"):
        return tuple(one.encode() for one in value)
    return tuple(folded(one) if isinstance(one, str) else one for one in value)


def first(page: Page, kinds: Iterable[str]) -> Rule | None:
    """The first rule of one of `kinds` that holds for `page`."""
    long = page.words > LONG_PAGE
    return next((rule for rule in _tried(frozenset(kinds), long) if rule.holds(page)), None)


LONG_PAGE = 600
"""Words past which few rules are left: the others say how many words a page may have at most."""


@cache
def _tried(kinds: frozenset[str], long: bool) -> tuple[Rule, ...]:
    """Rules of some kinds, those that can hold for a long page or all."""
    return tuple(
        rule
        for rule in rules()
        if rule.kind in kinds and not (long and rule.most is not None and rule.most <= LONG_PAGE)
    )


def _header(page: Page, wanted: tuple[str, ...]) -> bool:
    for entry in wanted:
        name, _, part = entry.partition("=")
        if any(key == name and part in value.lower() for key, value in page.capture.headers):
            return True
    return False


def _only_scripts(page: Page) -> bool:
    return not (page.words or page.title or page.forwards_to) and only_scripts(page.markup)


def _reloads(page: Page) -> bool:
    itself = bool(page.forwards_to and is_itself(page.final, page.forwards_to))
    return itself and hurries(page.markup)


def _count(phrases: tuple[str, ...], line: str) -> int:
    """How many of `phrases` occur in `line`, one within another counted once."""
    found = [phrase for phrase in phrases if phrase in line]
    return sum(not any(one != other and one in other for other in found) for one in found)


HEADLINE_WORDS = 3
"""A title that is repeated as a heading and has so many words is a page's own; walls have a word or two."""


def _own_names(page: Page) -> frozenset[str]:
    """The title's parts, and the headings of a page whose title is nothing but the name of its site."""
    parts = parts_of(page.title)
    if all(_names_site(part, page) for part in parts):
        return page.names
    return frozenset(key_of(one) for one in (page.title, *parts))


def _names_site(name: str, page: Page) -> bool:
    solid = key_of(name).replace(" ", "")
    labels = [label for label in page.host.split(".")[:-1] if len(label) > LEAST_TELLING]
    return any(label.replace("-", "") in solid for label in labels)


def _speaks(page: Page, phrases: tuple[str, ...], titles: frozenset[str] = frozenset()) -> bool:
    """Whether something speaks for a page of its own: a signature, a headline, a title that shares a word
    with the address or with the title that the note gives."""
    if page.signed:
        return True
    title = key_of(page.title)
    for heading in (key_of(one) for one in page.headings if not names_host(page, one)):
        made_up = any(_makes_up(key_of(phrase), heading) for phrase in phrases)
        is_phrase = heading in titles or made_up
        repeated = bool(heading) and (heading in title or title in heading) and bool(title)
        if repeated and count_words(heading) >= HEADLINE_WORDS and not is_phrase:
            return True
    known = words_of(page.asked) | set(key_of(page.cited).split())
    telling = {word for word in title.split() if len(word) > LEAST_TELLING and word not in page.host}
    return bool(telling & known)


def _makes_up(phrase: str, heading: str) -> bool:
    """Whether a heading is little more than a phrase; one of a script without spaces may go on about it."""
    glued = " " not in heading and count_words(heading) > 1
    return phrase in heading and not (glued and len(heading) > 2 * len(phrase))


LEAST_TELLING = 3
