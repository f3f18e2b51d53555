"""A sentence that a page interrupts: a picture with its caption, an advertisement, a link to another story.

Such lines stand between two long lines of prose, are much shorter than they, and end without a full stop.
What they say is no part of the sentence. Verses and lists have lines of one length or short ones on all
sides; a line of theirs that a quotation leaves out is left out.
"""

from __future__ import annotations

import re

from citecheck.match.align import Block
from citecheck.match.comparison import Comparison

MOST_WORDS = 30
"""Words of all the lines between the parts of a sentence."""
LEAST_PROSE = 120
"""Characters of the lines before and behind together."""
SHARE = 0.6
"""A line that interrupts is at most so long as this share of the longer one of both."""
CAPTION = re.compile(r"[^\W\d_]{2,14}\.?\s?\d{1,3}(?:[.-]\d{1,3})?[a-z]?(?:[.:)]|\s?[–—-]|\s)")
"""How a caption begins: *Figure 3.*, *Abb. 4:*, *Табл. 2.1 –*."""
SENTENCE_END = ".!?…;:,"
CLOSING = "\"'»”’“)] \u00a0"


def interruption(result: Comparison, j1: int, j2: int) -> bool:
    """Whether the page words `j1:j2` are lines that interrupt a sentence or a paragraph."""
    if _captioned(result, j1, j2):
        return True
    bounds = _lines(result, j1, j2)
    if bounds is None:
        return False
    content, (start, end) = result.page.text.content, bounds
    while start and content[start - 1].isspace():
        start -= 1
    first, last = bounds[0], end
    while end < len(content) and content[end].isspace():
        end += 1
    before = start - content.rfind("\n", 0, start) - 1
    behind = len(content[end : end + 2 * LEAST_PROSE].partition("\n")[0])
    if before + behind < LEAST_PROSE:
        return False
    most = SHARE * max(before, behind)
    return all(len(line) <= most for line in content[first:last].split("\n"))


def _captioned(result: Comparison, j1: int, j2: int) -> bool:
    """Whether the page words `j1:j2` are a numbered caption, and what belongs to it, in the midst of a
    sentence: text written out of a PDF has them where the picture was set."""
    page = result.page
    if not 0 < j1 < j2 < len(page) or j2 - j1 > 2 * MOST_WORDS:
        return False
    content, words = page.text.content, page.words
    before, behind = (
        content[words.ends[j1 - 1] : words.starts[j1]],
        content[words.ends[j2 - 1] : words.starts[j2]],
    )
    if "\n" not in before or "\n" not in behind or not breaks_sentence(result, j1):
        return False
    return CAPTION.match(content, words.starts[j1]) is not None and content[words.starts[j2]].islower()


def whole_lines(result: Comparison, j1: int, j2: int) -> bool:
    """Whether the page words `j1:j2` are lines of their own in the midst of a sentence."""
    return _lines(result, j1, j2) is not None and breaks_sentence(result, j1)


def _lines(result: Comparison, j1: int, j2: int) -> tuple[int, int] | None:
    """Bounds of the lines that the page words `j1:j2` fill, `None` where one ends like a sentence."""
    page = result.page
    if not 0 < j1 < j2 < len(page) or j2 - j1 > MOST_WORDS:
        return None
    content, words = page.text.content, page.words
    start = content.rfind("\n", 0, words.starts[j1]) + 1
    end = content.find("\n", words.ends[j2 - 1])
    if start <= words.ends[j1 - 1] - 1 or end < 0 or end > words.starts[j2]:
        return None
    lines = [line for line in content[start:end].split("\n") if line.strip()]
    return None if any(line.rstrip(CLOSING)[-1:] in SENTENCE_END for line in lines) else (start, end)


def breaks_sentence(result: Comparison, j1: int) -> bool:
    """Whether the page word before `j1`, the first of a line, is in the midst of a sentence."""
    words, content = result.page.words, result.page.text.content
    between = content[words.ends[j1 - 1] : words.starts[j1]].partition("\n")[0]
    return between.strip(CLOSING)[-1:] not in (*".!?…", "") or not between.strip(CLOSING)


def _has_line_end(result: Comparison, j1: int, j2: int) -> bool:
    words, content = result.page.words, result.page.text.content
    start = words.ends[j1 - 1] if j1 else 0
    return content.find("\n", start, words.starts[j2] if j2 < len(words) else len(content)) >= 0


def uninterrupted(result: Comparison, block: Block) -> tuple[int, int, int, int]:
    """The bounds of a block without the lines before or behind its page words that interrupt the sentence."""
    i1, i2, j1, j2 = block.i1, block.i2, block.j1, block.j2
    if j2 - j1 < 2 or not _has_line_end(result, j1, j2) or (i1 == i2 and interruption(result, j1, j2)):
        return i1, i2, j1, j2
    for at in range(j2 - 1, j1, -1):
        if interruption(result, j1, at):
            result.excuse(i1, i1, j1, at)
            result.calls += 1
            return i1, i2, at, j2
    for at in range(j1 + 1, j2):
        if interruption(result, at, j2):
            result.excuse(i1, i1, at, j2)
            result.calls += 1
            return i1, i2, j1, at
    return i1, i2, j1, j2


def beyond(result: Comparison, block: Block) -> bool:
    """Whether quoted words at an edge stand behind (or before) lines that interrupt the sentence there.

    The passage then reaches as far.
    """
    quoted = result.fragment.words.folded[block.i1 : block.i2]
    size = len(quoted)
    if not size:
        return False
    page = result.page
    if block.i2 == len(result.fragment.words) and block.i1:
        for at in range(block.j1 + 1, min(len(page) - size, block.j1 + MOST_WORDS) + 1):
            if page.words.folded[at : at + size] == quoted and interruption(result, block.j1, at):
                result.last = at + size
                result.excuse(block.i1, block.i1, block.j1, at)
                return True
    if block.i1 == 0 and block.i2 < len(result.fragment.words):
        for at in range(block.j2 - 1, max(size, block.j2 - MOST_WORDS) - 1, -1):
            if page.words.folded[at - size : at] == quoted and interruption(result, at, block.j2):
                result.first = at - size
                result.excuse(block.i1, block.i1, at, block.j2)
                return True
    return False
