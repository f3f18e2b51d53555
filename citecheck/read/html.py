"""HTML to the text that a reader sees.

Everything visible is kept: removing menus and boxes finds fewer quotations, never more. What matters is where
words end. Block elements end a line and inline elements do not: `foo<br>bar <b>b</b>az` is the two lines
`foo` and `bar baz`; a plain concatenation would glue words, a separator after every element would cut them
(measured on 181 news pages: 90 % of passages found exactly, against 71 and 86 %).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from citecheck.model import Text
from citecheck.read.html_further import FRAMES, PLAYED, Leads
from citecheck.read.html_tree import tree_of
from citecheck.read.metadata import article_body, metadata_of

INVISIBLE = [
    "head", "script", "style", "noscript", "template", "svg", "annotation", "iframe", "object", "embed",
    "canvas", "audio", "video", "map", "datalist", "select", "textarea", "rp", "rt", "frame", "frameset",
]  # fmt: skip
"""Elements whose text no reader of the page sees as running text."""
TAKEN_OUT = ",".join(tag for tag in INVISIBLE if tag not in ("head", "frameset"))
"""Those inside the body, and the frames of a page that has none."""
HIDDEN = (
    '[hidden]:not([hidden="until-found" i]),dialog:not([open]),[role="tooltip" i],.sr-only,'
    ".visually-hidden,.visuallyhidden,"
    ".screen-reader-text,.screen-reader-only,.show-for-sr,.element-invisible,.u-visually-hidden,.a11y-hidden"
)
"""Hidden by attribute, and by the classes of the widespread frameworks (Bootstrap, WordPress, Foundation,
Drupal, HTML5 boilerplate) that hide text from everybody who sees the page: *opens in a new window*."""
STYLED = '[style*="none" i],[style*="hidden" i],[style*="collapse" i]'
HIDING = re.compile(r"(?i)(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))")
BLOCKS = (
    "address,article,aside,blockquote,br,button,caption,center,dd,details,dialog,dir,div,dl,dt,fieldset,"
    "figcaption,figure,footer,form,h1,h2,h3,h4,h5,h6,header,hr,legend,li,main,menu,nav,ol,p,pre,search,"
    "section,summary,table,tbody,td,tfoot,th,thead,tr,ul,"
    '[style*="display:block" i],[style*="display: block" i]'
)
UNSHOWN = ("noscript", "textarea", "template")
SHORTEST_UNSEEN = 60
"""Characters of an element, mark-up included, that may hold a quotation."""
_TAG = re.compile(r"</?(?:noscript|textarea|template)\b[^>]*>", re.IGNORECASE)
UNSPACED = 20
"""Letters a space from which a text sets none between its words."""
MOST_UNSEEN = 200_000
"""Characters kept of what is not shown."""
LINE_END = "\x1e"
"""Stands for the end of a block until white space has been squeezed; no page may hold it as text."""
CALLS = (
    'sup a[href*="#"],a[href*="#"] > sup,a[role="doc-noteref"],a.footnote-ref,a.footnoteRef,a.noteref,a.fnref'
)
BARS = ("/", "\u2044")
"""Between numerator and denominator."""
EDITORIAL = "sup.noprint,sup.reference"
"""What MediaWiki raises beside the words: *citation needed*, *who?*, the pages behind a call (`:45–7`)."""
CALL_SIGNS = re.compile(r"\s*[^\W_]{1,3}\s*")
CALL_OPENS, CALL_CLOSES = "\ufdd0", "\ufdd1"
"""Stand around the number of a note until white space has been squeezed: `1994<sup>90</sup>` is no number of
six digits."""
HAIR_SPACE = "\u200a"
"""Goes before the brackets that are set for them, which the page does not have."""


def read_html(source: str, url: str) -> Text:
    """Visible text, one block a line, and what the page says about itself. `url`: of the page."""
    tree = tree_of(source.replace(LINE_END, " "))
    metadata = metadata_of(tree)
    alternative = article_body(tree)
    leads, unseen = Leads(tree, url), list[str]()
    content = _visible(tree, leads, unseen)
    further, told = leads.further(tree.body, _count(content))
    if alternative is not None and ("<" in alternative or "&" in alternative):
        parsed = tree_of(alternative)
        alternative = _visible(parsed, Leads(parsed, ""), [])
    return Text(
        content,
        metadata=metadata,
        alternative=alternative or None,
        warnings=told,
        further=further,
        unseen="\n".join(unseen)[:MOST_UNSEEN] or None,
    )


def _visible(tree: LexborHTMLParser, leads: Leads, unseen: list[str]) -> str:
    """The text that is shown. What frames show goes to `leads`, what is not shown to `unseen`."""
    root, head = tree.root, tree.head
    if root is None:
        return ""
    if head is not None:
        head.decompose()
    # Inner elements come last: they have to go before what holds them.
    for element in reversed(root.css(TAKEN_OUT)):
        tag = element.tag or ""
        if tag in FRAMES or tag in PLAYED:
            leads.frame(tag, element.attributes)
        elif tag in UNSHOWN:
            unseen += _inside(element)
        element.decompose()
    body = tree.body
    if body is None:
        return ""
    _take_hidden_out(body, unseen)
    # Marks beside the blocks rather than taking inline elements away: the latter is quadratic in their depth.
    for block in body.css(BLOCKS):
        block.insert_before(LINE_END)
        block.insert_after(LINE_END)
    for below in body.css("sup + sub"):
        _part_fraction(below)
    calls = [
        call
        for call in body.css(CALLS)
        if CALL_SIGNS.fullmatch(call.text()) and (call.tag == "sup" or not call.css("sup"))
    ]
    for call in calls:
        call.insert_before(CALL_OPENS)
        call.insert_after(CALL_CLOSES)
    lines = body.text().split(LINE_END)
    content = "\n".join([" ".join(words) for line in lines if (words := line.split())])
    if calls:
        content = content.replace(CALL_OPENS, f"{HAIR_SPACE}[").replace(CALL_CLOSES, "]")
    return content


def _part_fraction(below: LexborNode) -> None:
    """Part the fraction that ends with `below` from a number before it: `3<sup>1</sup>/<sub>2</sub>`."""
    bar = below.prev
    above = bar.prev if bar is not None and (bar.text() or "").strip() in BARS else None
    if above is not None and above.tag == "sup" and above.text().isdigit() and below.text().isdigit():
        above.insert_before(" ")


def _take_hidden_out(body: LexborNode, unseen: list[str]) -> None:
    """Take out what is hidden, whose words go to `unseen`, and remarks that are raised beside the words."""
    for hidden in reversed(body.css(HIDDEN)):
        unseen.append(_words_of(hidden))
        hidden.decompose()
    for styled in reversed(body.css(STYLED)):
        if HIDING.search(styled.attributes.get("style") or ""):
            unseen.append(_words_of(styled))
            styled.decompose()
    for raised in reversed(body.css(EDITORIAL)):
        if "noprint" in (raised.attributes.get("class") or "") or raised.css_first("a") is None:
            raised.decompose()


def _count(content: str) -> int:
    """About how many words; two letters are one where the script sets no spaces."""
    spaces = content.count(" ") + content.count("\n")
    return len(content) // 2 if spaces * UNSPACED < len(content) else spaces + 1


def _inside(element: LexborNode) -> Iterator[str]:
    """The words of an element whose content is no text to the parser, or none that it gives."""
    source = element.html or ""
    if len(source) > SHORTEST_UNSEEN:
        yield " ".join(tree_of(_TAG.sub(" ", source)).text().split())


def _words_of(element: LexborNode) -> str:
    return " ".join(element.text(separator=" ").split())
