"""A source as a bibliography has it, whatever the form of its file, and the addresses that it stands at."""

from __future__ import annotations

import re
from dataclasses import dataclass

from citecheck.read.latex_source import words

_REGISTERS = {
    "arxiv": "https://arxiv.org/abs/{}",
    "pmid": "https://pubmed.ncbi.nlm.nih.gov/{}/",
    "pmcid": "https://www.ncbi.nlm.nih.gov/pmc/articles/{}/",
    "pmc": "https://www.ncbi.nlm.nih.gov/pmc/articles/{}/",
}
_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.I)


@dataclass(frozen=True, slots=True)
class Entry:
    """One source; a field is empty where the entry lacks it."""

    key: str
    author: str = ""
    """Names in the order given names, family name; several joined by `, `."""
    names: tuple[str, ...] = ()
    """Family names alone."""
    people: tuple[str, ...] = ()
    """Whole names, in the order of `author`."""
    title: str = ""
    container: str = ""
    year: str = ""
    pages: str = ""
    url: str = ""
    doi: str = ""
    """Address of its DOI, where it has another address besides."""
    accessed: str = ""
    note: str = ""
    publisher: str = ""
    path: str = ""
    """File that holds it, from the manuscript's folder; empty where that is unknown."""
    line: int = 0
    """Line of that file on which it begins, from 1; 0 where that is unknown."""

    @property
    def call(self) -> str:
        """How a text calls it in the author–year style."""
        if not self.names:
            return f"{self.title[:30]} {self.year}".strip() or self.key
        who = self.names[0] if len(self.names) == 1 else f"{self.names[0]} et al."
        if len(self.names) == 2:
            who = f"{self.names[0]} & {self.names[1]}"
        return f"{who} {self.year}".strip()

    def printed(self, language: str = "en", locator: str = "", emphasis: str = "") -> str:
        """The entry as a note prints it; `locator`: the pages that the note names.

        `emphasis`: sign on both sides of a title that stands on its own.
        """
        title = f"{emphasis}{self.title}{emphasis}" if self.title else ""
        title = f"“{self.title}”" if self.title and self.container else title
        where = [self.author, title, self.container, self.publisher, self.year]
        pages = locator or self.pages
        if pages:
            where.append(f"p. {pages}" if pages[0].isdigit() else pages)
        if self.note:
            where.append(self.note)
        if self.url:
            when = words()["accessed"].get(language, "accessed")
            where.append(f"{self.url} ({when} {self.accessed})" if self.accessed else self.url)
        if self.doi:
            where.append(self.doi)
        return ", ".join(part for part in where if part) + "."


def entry_of_key(key: str) -> Entry | None:
    """The source of a key that names it itself, as Manubot has them; `None` for any other key.

    >>> [entry_of_key(key).url for key in ("doi:10.1000/x", "arxiv:2001.00001", "pmid:12", "url:https://a.example/")]
    ['https://doi.org/10.1000/x', 'https://arxiv.org/abs/2001.00001', 'https://pubmed.ncbi.nlm.nih.gov/12/', 'https://a.example/']
    """
    kind, _, rest = key.partition(":")
    kind = kind.lower()
    if kind in ("http", "https") and rest.startswith("//"):
        return Entry(key, url=key)
    if kind == "url" and rest.startswith(("http://", "https://")):
        return Entry(key, url=rest)
    if kind == "doi" and rest.startswith("10."):
        return Entry(key, url=f"https://doi.org/{rest}")
    if kind == "isbn" and rest[:1].isdigit():
        return Entry(key, note=f"ISBN {rest}")
    where = _REGISTERS.get(kind)
    return Entry(key, url=where.format(rest)) if where and any(map(str.isdigit, rest)) else None


def addresses_of(url: str, doi: str, eprint: str = "") -> tuple[str, str]:
    """Address of an entry, and that of its DOI where it has both; a paper on arXiv (`eprint`) has one too.

    >>> addresses_of("", "doi:10.1000/x"), addresses_of("https://a.example/", "10.1000/x")
    (('https://doi.org/10.1000/x', ''), ('https://a.example/', 'https://doi.org/10.1000/x'))
    >>> addresses_of("https://dx.doi.org/10.1000/X", "10.1000/x"), addresses_of("", "", "2001.00001")
    (('https://dx.doi.org/10.1000/X', ''), ('https://arxiv.org/abs/2001.00001', ''))
    """
    doi = _DOI.sub("", doi.strip())
    resolved = f"https://doi.org/{doi}" if doi else ""
    if not url:
        return resolved or (f"https://arxiv.org/abs/{eprint}" if eprint else ""), ""
    return url, "" if doi.lower() in url.lower() else resolved
