"""Addresses beside the blocks of a source end where a heading or code begins; names of files are none."""

from __future__ import annotations

import pytest

from citecheck.parse import parse
from citecheck.read import read_manuscript
from citecheck.repair import find_links


def addresses(source: str, name: str = "book.md") -> list[tuple[str | None, str | None]]:
    """Each address and the note it stands in."""
    text = read_manuscript(source.encode(), name).text
    return [(link.url, link.note_id) for link in find_links(text, parse(text).notes)]


@pytest.mark.parametrize(
    "source",
    [
        "The corpus is at https://mills.example/record/37\n\n## Version\n\nThe second.\n",
        "The corpus is at https://mills.example/record/37\n## Version\nThe second.\n",
        "The corpus is at https://mills.example/record/37\n\nversion-2.html\n---\n\nThe second.\n",
        "## The corpus: https://mills.example/record/37\n\nversion-2.html is the second.\n",
        "The corpus is at https://mills.example/record/37\n\n```\n-x /y/z?a=b\n```\n",
        "Take `https://mills.example/record/37` /a/b.html.\n",
        "{{< video https://mills.example/record/37 start='3934' >}}\n",
        '[video url=https://mills.example/record/37 width="3934"]\n',
    ],
)
def test_an_address_ends_before_a_heading_code_or_an_attribute(source: str) -> None:
    assert addresses(source) == [("https://mills.example/record/37", None)]


def test_lines_and_words_of_code_are_never_put_together() -> None:
    source = (
        "```\n# https://mills.example/wiki/Entry_layout\npage.start_page(page_title)\n"
        "git clone https://mills.example/wheel.git target_folder\nrun('https://mills.example/a')\n```\n\n"
        "1. `curl https://mills.example/weir out_file`\n"
    )
    assert [url for url, _ in addresses(source)] == [
        "https://mills.example/wiki/Entry_layout",
        "https://mills.example/wheel.git",
        "https://mills.example/a",
        "https://mills.example/weir",
    ]


def test_an_address_in_code_within_code_is_one() -> None:
    source = (
        "<p>The mill has a page of its own, and what it holds is got as follows, by all who want it.</p>"
        "<pre><code>curl https://mills.example/weir out</code></pre>"
    )
    assert addresses(source, "book.html") == [("https://mills.example/weir", None)]


def test_a_page_that_was_typed_is_no_code() -> None:
    source = (
        "<h1>A mail</h1><pre>It is all told in the book of the mill, see\n"
        "https://mills.example/weir/of-\nthe-town/wheel.html (accessed 5 May 2020)\n</pre>"
    )
    assert addresses(source, "mail.html") == [("https://mills.example/weir/of-the-town/wheel.html", None)]


def test_an_address_as_code_in_a_note_belongs_to_the_note() -> None:
    source = "A mill.[^1]\n\n[^1]: Get `https://mills.example/a_b` or https://mills.example/c.\n"
    assert addresses(source) == [("https://mills.example/a_b", "1"), ("https://mills.example/c", "1")]


def test_a_link_to_a_file_beside_the_manuscript_is_no_address() -> None:
    source = (
        "See [the code](CODE_OF_CONDUCT.md), [make](compress.mk), [it](setup.py#L3), [us](mills.example/a)."
    )
    assert [url for url, _ in addresses(source)] == ["http://mills.example/a"]


def test_names_of_files_as_code_and_in_headings_are_no_addresses() -> None:
    source = "# Write wheel.py\n\nRun `mill.py` and `weir.sh`.\n\n```\nimport dam.py\n```\n"
    assert addresses(source) == []
    latex = "\\begin{document}\n\\section{On wheel.py}\nRun \\verb|mill.py| now.\n\\end{document}\n"
    assert addresses(latex, "book.tex") == []
