"""Citations of Markdown whose titles are links: who wrote them and what they are called."""

from __future__ import annotations

import pytest

from citecheck.parse.citations import find_citations
from tests.parse.written import note

URL = "(https://almanac.example/x_(a))"
CASES: list[tuple[str, str | None, str | None]] = [
    ("Bob Writer. [On Weirs and Mills]@. 2001.", "Bob Writer", "On Weirs and Mills"),
    ("Bob Writer. [Weirs]@. 2001.", "Bob Writer", "Weirs"),
    ("Bob Writer: [On Weirs and Mills]@ (2001).", "Bob Writer", "On Weirs and Mills"),
    ("Bob Writer – [On Weirs and Mills]@, 2001", "Bob Writer", "On Weirs and Mills"),
    ("Bob Writer, [On Weirs and Mills]@, The Gazette, 2001.", "Bob Writer", "On Weirs and Mills"),
    ("Writer, Bob. [On Weirs and Mills]@. The Gazette, 2001.", "Writer, Bob", "On Weirs and Mills"),
    ("Writer, B. (2001). [On Weirs and Mills]@. *The Gazette*.", "Writer, B.", "On Weirs and Mills"),
    ("See also Bob Writer and Ann Reed. [On Weirs]@. The Gazette. 2001.", "Bob Writer; Ann Reed", "On Weirs"),
    ('Bob Writer. "[On Weirs and Mills]@." 2001.', "Bob Writer", "On Weirs and Mills"),
    ("[Bob Writer](https://almanac.example/bob), [On Weirs]@, 2001.", "Bob Writer", "On Weirs"),
    ("[Bob Writer, On Weirs and Mills]@, 2001.", "Bob Writer", "On Weirs and Mills"),
    ("World Weir Organization. [Weirs and Mills]@. 2001.", "World Weir Organization", "Weirs and Mills"),
    ("Анна Волгина. [О плотинах]@. 2001.", "Анна Волгина", "О плотинах"),
    ("Anne Dupont. [L'eau et le droit]@. Le Courrier. 2001.", "Anne Dupont", "L'eau et le droit"),
    ("[Water, Law, and Power]@, 2001.", None, "Water, Law, and Power"),
    ("[Water, Law, and Power]@, The Gazette, 5 May 2001.", None, "Water, Law, and Power"),
    ("[Mills: Water, Wind]@, accessed 5 May 2020.", None, "Mills: Water, Wind"),
    ("[On Weirs]@, by Bob Writer, *The Gazette*, 5 May 2001.", "Bob Writer", "On Weirs"),
    ("[On Weirs]@ by Bob Writer (2001)", "Bob Writer", "On Weirs"),
    ('[The Gazette]@, "On Weirs and Mills," 2001.', None, "On Weirs and Mills"),
    ("[https://almanac.example/y](https://almanac.example/y), 2001.", None, None),
]


@pytest.mark.parametrize(("text", "author", "title"), CASES, ids=[text for text, _, _ in CASES])
def test_author_and_title(text: str, author: str | None, title: str | None) -> None:
    [found], _ = find_citations([note(1, text.replace("]@", f"]{URL}"))])
    [citation] = found.citations
    assert (citation.author, citation.title) == (author, title)
