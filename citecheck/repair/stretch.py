"""How far a printed address reaches.

An address may go over several lines and hold spaces, and it stands among prose, dates of access, further
citations and the next sentence. So the tokens behind its first one are taken one at a time: each must be
shown to go on with the address, by the sign at the joint, by its own shape, or by a later token that can only
belong to an address.
"""

from __future__ import annotations

import re
from functools import lru_cache

from citecheck.patterns import late
from citecheck.repair.address import host_end
from citecheck.repair.copies import begins_copy, copy_goes_on, second_copy
from citecheck.repair.cut import SPACED_SCHEME
from citecheck.repair.ended import BEHIND_SLASH, in_title
from citecheck.repair.glued import access_glued
from citecheck.repair.handed import before_next, bracketed, goes_on_handed, holds_next, is_dated, one_folder
from citecheck.repair.identifiers import doi_goes_on, identifier_end
from citecheck.repair.linked import doubled_run
from citecheck.repair.scripts import may_hold_letters, run_end
from citecheck.repair.titles import (
    begins_akin,
    by_sign,
    code_goes_on,
    is_akin,
    is_ending,
    is_label,
    joined_at_end,
    leads_on,
    title_begun,
)
from citecheck.repair.wrapped import (
    BELOW_FOLDER,
    BELOW_HYPHEN,
    ending_goes_on,
    escape_goes_on,
    goes_on_below,
    in_host,
    shown,
)

AHEAD = 14
"""Plain words that may stand in a row where underscores were lost."""
LONGEST = 4_000
"""Characters after which no further token is taken."""
_TOKEN = re.compile(r"\S+")
_HARD = re.compile(
    r"[<>\"«»“”„‹›|\x00\x01\x03-\x08\x0e-\x1f…\];,.](?:(?<=[^\];,.])|(?<=\])(?=\()"
    r"|(?<=[;,])(?=(?:https?|ftp)://)|(?<=\.)\.\.(?![\w/.&]))"
)
_HARD_OF_EAST = late(
    r"(?<=[!-~])[。，、；：（）「」『』【】〔〕《》〈〉［］！？،؛؟۔׃]|[\u202c\u2069]"
    r"|(?<=[!-~])[\u061c\u200e\u200f]{1,3}(?=[.,،؛؟۔׃)\]]|[^\x00-\x7f]|\Z)"
    r"|。(?=\S)|[。，、；：）](?=\S{0,40}(?:https?|ftp)://)"
)
"""Signs that no address goes over. Those of Chinese, Japanese and Arabic type end it behind a Latin sign
only: behind their own letters they may be part of a title, unless a sentence ends or the next address
follows. Marks of direction end it where they close a stretch, or where no address goes on behind them."""
_OPENS = "([{<«“„\"'‘‹–—•*†‡§"
_JOINERS = "-/_=&?%#~+@"
_URLISH = re.compile(
    r"[=&_%?]|[^-]-[^-]+-[^-]|[a-z]-\d|\d-[a-z]|\d{4,}-|\.(?:html?|php|aspx?|pdf|s?html|jsp|xml|txt|docx?|cgi)\b|/[^/]*/|[a-z0-9-]{4}/[a-z0-9]{3}|.{4}/$"
)
_SURELY = re.compile(
    r"[=&_%?]|\.(?:html?|php|aspx?|pdf|s?html|jsp|xml|txt|docx?|cgi)\b|/[^/]*/|.{4}/$|-\d{4,}|\d{4,}-|(?:[^-]+-){4}"
)
"""What no word of prose holds: *side-by-side*, *a 19-year-old* and *input/output* do hold other signs."""
_PLAIN, _LINE_END = re.compile(r"[a-z0-9-]+"), re.compile("[\n\r\f]")
_SPACED_HEAD = re.compile(
    rf"(?i){SPACED_SCHEME}[:;]\s{{0,40}}/\s{{0,40}}/\s{{0,40}}|doi:?\s{{1,2}}(?=10\.\d{{4,9}}/)"
)
_DOTTED = re.compile(r"[#=](?:\w+\.){2,}$")
_SIGNED = late(r"\w[_=%]\w|[^\W\d]-\s{0,3}[^\W\d]|\w\.(?:html?|php)\b")
_NEAR, _WIKI = 40, "/wiki/"
"""Characters in which a sign between letters shows that a slug goes on."""
_OPEN_HOST = late(r"%(?:25)*3A(?:%(?:25)*2F){2}$", re.IGNORECASE)
_IN_OPEN_HOST = late(r"%(?:25)*3A(?:%(?:25)*2F){2}[\w.\s-]*\.$", re.IGNORECASE)
_MARK = late(r"[a-z]|(?=\w*\d)(?=\w*[a-z])\w{6,}")
"""What goes on behind `#.`: a name or a code, and no number of the next note."""
_DATE, _NEXT = late(r"\d{1,4}/\d{1,2}(?:/\d{2,4})?$"), re.compile(r"(?i)(?:https?|ftp):/|www\d?\.|doi:")


def stretch_end(text: str, start: int, *, generous: bool = False, titles: bool = False) -> int:
    """Offset at which the address that begins at `start` ends, its own trailing full stop included.

    `generous`: the text was handed over as one address, so that words in small letters are taken for part
    of it unless something speaks against. `titles`: so are words with capitals that go on with a title or a
    code and after which nothing else is printed.

    >>> text = "http://news.example/peace- talks/. - 2018. - 12 p."
    >>> text[: stretch_end(text, 0)]
    'http://news.example/peace- talks/.'
    >>> text = "https://news.example/a (accessed 5 May 2020)"
    >>> text[: stretch_end(text, 0)]
    'https://news.example/a'
    """
    end, further = _without_titles(text, start, generous)
    while titles and further is not None and in_title(text, start, end, further):
        end, further = _taken(text, start, *_within(text, start, further.start(), further.end()), generous)
    return end


@lru_cache(maxsize=4)  # asked for with titles and without them
def _without_titles(text: str, start: int, generous: bool) -> tuple[int, re.Match[str] | None]:
    """The same but for titles, and the token at which it is in question whether the address goes on."""
    whole = identifier_end(text, start)
    if whole is not None:
        return _within(text, start, start, whole)[0], None
    head = _SPACED_HEAD.match(text, start)
    first = _TOKEN.match(text, head.end() if head else start)
    if first is None:
        return (start if head is None else head.end()), None
    return _taken(text, start, *_within(text, start, first.start(), first.end()), generous)


def _taken(text: str, start: int, end: int, over: bool, generous: bool) -> tuple[int, re.Match[str] | None]:
    """`end` with the tokens that follow and go on with the address, and the first that does not."""
    while not over and end - start <= LONGEST:
        token = _TOKEN.search(text, end)
        if token is None:
            break
        twice = doubled_run(text, start, token.start())
        if twice is None and not _goes_on(text, start, end, token, generous):
            return end, token
        end, over = _within(text, start, token.start(), token.end() if twice is None else twice)
    return end, None


def _within(text: str, start: int, token: int, end: int) -> tuple[int, bool]:
    """End of the address within the token, and whether it surely ends there."""
    stop, begin = end, max(token, start + 1)
    hard = [_HARD.search(text, begin, stop)]
    if may_hold_letters(text, start, end):
        stop = run_end(text, start, end)
        hard = [_HARD.search(text, begin, stop), _HARD_OF_EAST.search(text, begin, stop)]
    at = min((match.start() for match in hard if match), default=None)
    stop, over = (stop, stop < end) if at is None else (at, True)
    glued = access_glued(text, begin, stop)
    return (stop, over) if glued < 0 else (glued, True)


def _goes_on(text: str, start: int, end: int, token: re.Match[str], generous: bool) -> bool:
    so_far, word = text[start:end], shown(token[0])
    if generous and (before_next(text, so_far, token) or is_dated(text, so_far, token)):
        return False
    if generous and (_in_wiki(text, end, token, so_far) or by_sign(text, so_far, token)):
        return True
    if generous and bracketed(text, so_far, token):
        return True
    if not word or word[0] in _OPENS or so_far[-1] in ";,!" or is_label(text, end, token.start(), so_far):
        return False
    if copy_goes_on(so_far, word) or ("%" in so_far[-2:] and escape_goes_on(so_far, word)):
        return True
    if _NEXT.match(word) and not begins_copy(so_far, text, token.start(), handed=generous):
        return _OPEN_HOST.search(so_far) is not None if word[0] == "w" else holds_next(so_far)
    if generous and goes_on_handed(text, so_far, token):
        return True
    if set(word) <= {"-", "/", "."}:
        return (so_far[-1] == "-" and word == "-") or (
            generous
            and (
                _before_small(text, token.end())
                or leads_on(text, token.end())
                or (word == "/" and one_folder(text, token.end()))
            )
        )
    if word[0].isupper() and (generous or title_begun(so_far)) and leads_on(text, token.start()):
        return True
    if word[0].isupper() and generous and title_begun(so_far) and joined_at_end(text, token.start()):
        return True
    if not word.isascii() and _is_foreign(text, so_far, token, generous):
        return False
    parted = _LINE_END.search(text, end, token.start()) or ("/" in word and not _DATE.match(word))
    if ending_goes_on(so_far, word) or (parted and goes_on_below(text, so_far, token)):
        return True
    if so_far[-1] in ".:)]":
        return _after_stop(text, so_far, token, generous)
    if so_far[-1] in _JOINERS:
        return _after_joiner(text, so_far, token, generous)
    if word[0] in "-/_?&=%#.~+" and len(word) > 1 and not _prose_after(word):
        return True
    return _by_shape(text, so_far, token, generous)


def _in_wiki(text: str, end: int, token: re.Match[str], so_far: str) -> bool:
    """Whether the token goes on with a wiki's title: capitals, and a word in brackets at its end."""
    title = (so_far := BEHIND_SLASH.sub("", so_far)).rpartition("/")[2]
    begun = title[:1].isupper() or (title[:1].isalnum() and "/wiki/" in so_far)
    if not begun or so_far[-1] in ".,;:)" or is_label(text, end, token.start(), so_far):
        return False
    word = token[0]
    if word[0] == "(":
        return "/wiki/" in so_far and re.fullmatch(r"\([\w%-]+\)\S{0,2}", word) is not None
    return word[0].isalnum() and is_akin(word, so_far) and not _NEXT.match(word)


def _is_foreign(text: str, so_far: str, token: re.Match[str], generous: bool) -> bool:
    """Whether letters of the token beyond ASCII show it to be prose behind an address."""
    word = token[0]
    if not "".join(so_far.split()).isascii():
        return generous and not begins_akin(word, so_far)
    if generous and (begins_akin(word, so_far) or word[0] in _JOINERS or so_far[-1] in "-_="):
        return False
    if so_far[-1] not in _JOINERS:
        return True
    near = text[token.start() : token.start() + _NEAR] if generous else word
    return _SIGNED.search(near) is None and not (generous and so_far.endswith(_WIKI))


def _before_small(text: str, at: int) -> bool:
    following = _TOKEN.search(text, at)
    return following is not None and (following[0][0].islower() or following[0][0] == "/")


def _prose_after(word: str) -> bool:
    return (word[0] == "." and not word[1:2].isalnum()) or not word.strip("#")


def _after_stop(text: str, so_far: str, token: re.Match[str], generous: bool) -> bool:
    word, squeezed = token[0], "".join(so_far.split())
    inside_host = host_end(squeezed) == len(squeezed)
    if so_far[-1] == ":":
        return word.startswith("//") or (
            generous
            and (
                word[0].islower()
                or (inside_host and word[0].isdigit())
                or re.match(r"[:/]\w", word) is not None
                or (word[0].isdigit() and "=" in so_far.rpartition("?")[2])
            )
        )
    if (so_far.endswith("#.") and _MARK.match(word)) or (_IN_OPEN_HOST.search(so_far) and word[0].isalnum()):
        return generous
    if so_far[-1] == "." and so_far[-2:-1] != "/":
        if inside_host and (word[0].islower() or in_host(so_far, word)):
            return generous or "/" in word or word.count(".") > 0 or len(word) <= 4
        if re.match(r"(?:html?|php|aspx?|pdf|s?html|jsp|xml|txt|docx?)\b", word):
            return True
        if generous and word[0].isdigit() and so_far[-2:-1].isdigit():
            return bool(re.search(r"[/._?-]", word))
        lone = re.fullmatch(r"[a-z]{2,8}\s*", text[token.start() :]) is not None
        if generous and so_far[-2:-1].isalnum() and (lone or is_ending(text, token.start())):
            return True  # a file's ending; no sentence begins so
        if generous and _DOTTED.search(so_far) and re.fullmatch(r"\w+\s*", text[token.start() :]):
            return True  # a name of a program: `#package.module. Name`
        doi = not generous and doi_goes_on(text, so_far, token.start())
        return doi or ((word[0].islower() or generous) and bool(_URLISH.search(word)))
    goes_on = word[0].islower() or leads_on(text, token.start())
    return generous and so_far[-1] in ")]" and goes_on and so_far.count("(") >= so_far.count(")")


def _after_joiner(text: str, so_far: str, token: re.Match[str], generous: bool) -> bool:
    word = token[0]
    if so_far[-1] == "/" and not so_far.endswith(":/") and not so_far.endswith("://"):
        if word[0] in "#?&=-_%~+":
            return len(word) > 1
        if generous and word[0].isupper():
            more = _TOKEN.search(text, token.end()) is not None
            return (
                bool(re.search(r"[/_#=?\d-]|\w:\w", word)) or not more or joined_at_end(text, token.start())
            )
        at_line_end = "\n" in text[token.start() - 2 : token.start()]
        return _by_shape(text, so_far, token, generous) or (at_line_end and bool(BELOW_FOLDER.search(word)))
    if word[0].isupper():
        below = so_far[-1] == "-" and text[token.start() - 1] == "\n" and BELOW_HYPHEN.fullmatch(word)
        return bool(_URLISH.search(word)) or generous or bool(below) or code_goes_on(so_far, word)
    return word[0].isalnum() or word[0] in "-./?=&_%" or so_far[-2:] + word[0] == "+-+"


def _by_shape(text: str, so_far: str, token: re.Match[str], generous: bool) -> bool:
    """Whether the token looks like part of an address, or leads through plain words to one that does."""
    word = token[0]
    if _URLISH.search(word):
        return not _NEXT.match(word) or second_copy(so_far, word)
    if generous:
        return word[0].isalnum() and not word[0].isupper()
    if word.rstrip(".;,").isdigit() and so_far[-1].isdigit():
        return (
            re.fullmatch(r"(?:\d{1,2}\s+){0,3}\d{1,2}\W*", text[token.start() : token.start() + 32])
            is not None
        )
    at = token
    for _ in range(AHEAD):
        if at is not token and _SURELY.search(at[0]):
            return not _NEXT.match(at[0])
        if not _PLAIN.fullmatch(at[0]):
            return False
        following = _TOKEN.search(text, at.end())
        if following is None:
            return False
        at = following
    return False
