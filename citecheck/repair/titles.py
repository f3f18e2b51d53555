"""Words behind a gap that still belong to the address although they begin with a capital or a digit.

Titles (`Battle_of_the_Somme`) and codes (`ref=AMS_ARD_EDIT`) that have lost their underscores look like the
next sentence. They are told by what they lead to (a file's ending, a further folder, a query), or by what
they follow and by nothing else being printed behind them.
"""

from __future__ import annotations

import re
import unicodedata

from citecheck.patterns import late
from citecheck.repair.cut import label_at
from citecheck.repair.identifiers import identifier_end

AHEAD = 24
"""Words that may stand before the one that shows them to be an address."""
IN_PATH = 3
"""Slashes of an address that has a path."""
_TOKEN = re.compile(r"\S+")
THROUGH = late(r"[\w'’()!&+:@~%-]+(?:[/.][\w-]+)?/?")
_BEFORE_ENDING = late(r"[\w'’()!&+:@~%/-]+\.")
_LEADS = late(
    r"[\w)]\.(?i:[sx]?html?|php\d?|aspx?|pdf|jsp|cfm|xml|txt|csv|docx?|pptx?|xlsx?|epub|djvu|zip|jpe?g|png|gif"
    r"|svg|cgi|md|rst|css|json|webp|mp[34])(?:\.(?:gz|bz2|xz|zip))?(?:[?#]\S*)?$"
    r"|\d/[\w-]{8,}|\w[?&]\w+=|\w=[^\s=&]*&\w|\w_\w|[^\W\d]\S*/\S*/|(?:[^\W\d]|\d{5})/$"
    r"|^[\w-]+/[^\W\d][\w-]*/\w|%[0-9A-F]{2}|[^\W\d]#/?[^\W\d_]{3}|[\d-]\w*\.js$"
)
_SHORT = 4
"""Letters of a label that may be the rest of a torn word."""
_SCHEME_AND_HOST = late(r"(?:[a-z ]{1,8}:\s?/\s?/)?[^/?#]*", re.IGNORECASE)
_SPLIT_ENDING = late(
    r"(?:h\s?t\s?m\s?l?|s\s?h\s?t\s?m\s?l|p\s?h\s?p|p\s?d\s?f|a\s?s\s?p\s?x?|c\s?f\s?m|z\s?i\s?p|d\s?o\s?c\s?x?"
    r"|x\s?m\s?l|t\s?x\s?t|j\s?p\s?e?\s?g|j\s?s\s?p|p\s?n\s?g|m\s?p\s?[34]|c\s?s\s?v|c\s?g\s?i|md|rst)(?:\.(?:gz|zip))?(?=/?\s*(?:[?#]|$))",
    re.IGNORECASE,
)
_TORN_FILE = late(r"\.\s?(?:html?|php|aspx?|pdf|jsp|xml|txt)(?:[?#]\S*)?\s*$")
_JOINED = re.compile(r"\w ?[/?]\w")
_PATH, _TORN = re.compile(r"[\w/?=-]+[.,;)]?"), 3
_CODE_BEFORE, _CODE_AFTER = re.compile(r"/[A-Z\d-]*[A-Z\d]-$"), re.compile(r"[A-Z\d]{2,}(?![a-z])")
EDGE = re.compile(r"[/?&=#;]|%2[Ff]")
_SIGNED = late(
    r"(?i)[,;]\w+[-_,;/=]|,\d+$|::?(?!https?:|www\.|doi:)\w[^\s.,;:]|::$|\(\w+=[\w.]|\((?=[^()]*%[0-9a-f]{2})[\w.%-]+\)[\w/.%-]*$|\([\w.-]+\)/[\w/.-]*$|@\w[\w.-]*[/:]\w"
)
_FILE_IN_BRACKETS = late(
    r"\([\w ,'&+-]{1,40}\)(?:[\w -]{0,40}(?:\.|(?<=\w)\.\s+)"
    r"(?:html?|php\d?|aspx?|pdf|docx?|jpe?g|png|gif|svg|zip|txt|xml|rtf|xlsx?|pptx?)(?:[?#]\S*)?|/)\s*$"
    r"|\([\w ,'&+-]{1,40}\)/[\w#]"
)
_LAST_FILE = late(
    r"[\w'’()&+%-]+,?(?:\s[\w'’()&+%-]+,?){0,12}\.(?:html?|php|pdf|docx?|pptx?|xlsx?|jpe?g|png|gif|mp3|txt)\s*"
)
"""The rest of a title of which a file is called, at the end of what is printed."""
_LAST_SIGNED = re.compile(r"\([\w.-]+\)|!/?\w\S*")
_OF_MODULE = re.compile(r"[A-Z]\w*")
_AFTER_COMMA, _AFTER_SEMICOLON = late(r"\d+,\w"), late(r"\w+;\S|\w+=\w")
_HEX = late(r"\s?[0-9A-F]{2}(?![^\W_])(?:[%/]|$)")
_CHAINED = late(r"[/=]\s?[^/\s]*\w:\w+:$")
_FIRST_LETTERS = re.compile(r"[^\W_]+")
_ATTRIBUTE = re.compile(r"[A-Za-z][\w-]{0,30}=['\"]")
_COMMAND = late(
    r"(?<![\w-])(?:curl|wget|git|svn|hg|pip|npm|docker|ssh|http|aria2c|yt-dlp|youtube-dl)\s|\s--?[A-Za-z]"
)
_COMMAND_REACH = 200
"""Characters before an address in which its line shows a command, or an option of one."""
_OPTION = late(r"-(?:-[a-z][\w-]*(?:=\S*)?|[A-Za-z]{1,2}|X[A-Z]{2,})(?=\s|\Z)")


def is_akin(word: str, so_far: str) -> bool:
    """Whether the letters of `word` may go on with an address: Latin ones, or such of the script that its
    last letter beyond ASCII is of.

    >>> [is_akin(word, "https://a.example/wiki/Первая") for word in ("мировая", "świat", "πρώτος")]
    [True, True, False]
    >>> is_akin("мировая", "https://a.example/wiki/First")
    False
    """
    if _is_latin(word):
        return True
    own = next((sign for sign in reversed(so_far) if sign.isalpha() and not sign.isascii()), None)
    return own is not None and all(
        _script(sign) == _script(own) for sign in word if sign.isalpha() and not _is_latin(sign)
    )


def begins_akin(word: str, so_far: str) -> bool:
    """The same for the letters that `word` begins with: `ua/погода` may follow a host's name.

    >>> begins_akin("noptik.ua/погода", "https://si"), begins_akin("погода", "https://a.example/b")
    (True, False)
    """
    first = _FIRST_LETTERS.search(word)
    return is_akin(first[0] if first else word, so_far)


def _is_latin(word: str) -> bool:
    """Whether the letters of `word` are of the Latin script (Unicode's blocks up to U+024F)."""
    return all(ord(character) < 0x250 or not character.isalpha() for character in word)


def _script(letter: str) -> str:
    """The script of a letter, which its name begins with (Unicode 15, 4.8)."""
    return unicodedata.name(letter, "").partition(" ")[0]


def is_label(text: str, end: int, at: int, so_far: str) -> bool:
    """Whether a date of access or the like, an identifier of its own, an attribute of a tag or short code
    (`width="640"`), or an option of a command (`-O`) begins at `at`; the address so far ends at `end`."""
    if _ATTRIBUTE.match(text, at) or (text[at] == "-" and _is_option(text, end, at, so_far)):
        return True
    if so_far[-1] not in "/=" and identifier_end(text, at) is not None:
        return True
    match = label_at(text, at)
    if match is None or (so_far[-1] in "-_=&" and match["label"] == match[0]):
        return False
    word, rest = match["label"], text[match.end() : match.end() + 48]
    if (
        match[0] == word
        and len(word) <= _SHORT
        and word.islower()
        and (_SCHEME_AND_HOST.fullmatch(so_far) or not rest.strip() or _TORN_FILE.match(rest))
    ):
        return False  # the rest of a torn word: `www.thingiver se.com`
    marked = text[end:at].strip() or so_far[-1] in ".,;)" or match["label"] != match[0]
    return bool(marked) or bool(re.match(r"[.:](?!\w)|\s*$", rest)) or bool(re.match(r"[^/=_]*\d", rest))


def _is_option(text: str, end: int, at: int, so_far: str) -> bool:
    """Whether an option begins at `at`, in the line of a command that has the address before it."""
    if text[end:at] != " " or not _OPTION.match(text, at):
        return False
    start = end - len(so_far)
    return _COMMAND.search(text, max(text.rfind("\n", 0, start), start - _COMMAND_REACH), start) is not None


def leads_on(text: str, at: int) -> bool:
    """Whether the words from `at` on lead to one that only an address holds.

    >>> leads_on("Introduzione a Ruby.pdf", 0), leads_on("The next sentence. See a/b.", 0)
    (True, False)
    """
    for _ in range(AHEAD):
        token = _TOKEN.search(text, at)
        if token is None or label_at(text, token.start()):
            return False
        word = token[0].rstrip(".,;)")
        if _LEADS.search(word) and "://" not in word and not word.startswith("www."):
            return True
        if not THROUGH.fullmatch(token[0]):
            return _BEFORE_ENDING.fullmatch(token[0]) is not None and is_ending(text, _next(text, token))
        at = token.end()
    return False


def _next(text: str, token: re.Match[str]) -> int:
    """Where the token behind `token` begins."""
    following = _TOKEN.search(text, token.end())
    return following.start() if following else len(text)


def by_sign(text: str, so_far: str, token: re.Match[str]) -> bool:
    """Whether signs at the gap show that `token` goes on with an address that was handed over as one: such as
    stand in no prose (`,Roman`, `:mpeg21`, `7, 75398,24812`, `(Roman%20law)`, `(law)/`, a lone `%`).

    >>> text = "https://a.example/7, 75398,2481 (Roman-law)/"
    >>> [by_sign(text, text[: m.start() - 1], m) for m in list(_TOKEN.finditer(text))[1:]]
    [True, True]
    """
    word = token[0]
    if word == "%":
        return _HEX.match(text, token.end()) is not None
    if so_far[-1] == ",":
        number = so_far[-2:-1].isdigit() and _AFTER_COMMA.match(word) is not None
        return number or (title_begun(so_far[:-1]) and _LAST_FILE.fullmatch(text, token.start()) is not None)
    if so_far[-1] == ";":
        return _AFTER_SEMICOLON.match(word) is not None
    if so_far[-1] == ":":
        chained = _CHAINED.search(so_far) is not None and _PATH.fullmatch(word) is not None
        module = so_far[-2:] == "::" and so_far[-3:-2].isalnum()  # alone they part a page's title from it
        return chained or (module and _OF_MODULE.match(word) is not None)
    if word[0] == "(" and so_far[-1].isalnum() and so_far.count("/") >= IN_PATH:
        return _SIGNED.match(word) is not None or _FILE_IN_BRACKETS.match(text, token.start()) is not None
    if word[0] in "(!" and so_far[-1] in "-#":
        fits = word[0] == ("(" if so_far[-1] == "-" else "!") and _LAST_SIGNED.fullmatch(word) is not None
        last = fits and not text[token.end() :].strip()  # *b- (2017) p. 5* is a citation's
        return last or (word[0] == "(" and _SIGNED.match(word) is not None)
    return so_far[-1] not in ".;!" and _SIGNED.match(word) is not None


def is_ending(text: str, at: int) -> bool:
    """Whether a file's ending stands at `at`, maybe torn, and nothing but a query after it.

    >>> is_ending("Citations. h tml", 11), is_ending("proview. ph p?ID=17", 9), is_ending("this. Do", 6)
    (True, True, False)
    """
    return _SPLIT_ENDING.match(text, at) is not None


def joined_at_end(text: str, at: int) -> bool:
    """Whether up to three torn words, one with a sign between letters, are all that stands from `at` on.

    >>> joined_at_end("Map Server/68", 0), joined_at_end("Ministry of Finance", 0)
    (True, False)
    """
    words = text[at:].split(maxsplit=_TORN)
    return (
        len(words) <= _TORN
        and all(map(_PATH.fullmatch, words))
        and _JOINED.search(" ".join(words)) is not None
    )


def title_begun(so_far: str) -> bool:
    """Whether the address as taken so far ends within a file's name that is a title.

    >>> title_begun("http://a.example/2017/Annual"), title_begun("http://a.example/2017/Annual.pdf")
    (True, False)
    """
    segment = EDGE.split(so_far)[-1].lstrip()
    return (
        so_far.count("/") >= IN_PATH
        and segment[:1].isupper()
        and segment[-1].isalnum()
        and "." not in segment
    )


def code_goes_on(so_far: str, word: str) -> bool:
    """Whether a code of capitals and digits that ends in a hyphen goes on with `word`.

    >>> code_goes_on("https://perma.cc/AB12-", "CD34]"), code_goes_on("https://a.example/b-", "The")
    (True, False)
    """
    before, after = _CODE_BEFORE.search(so_far), _CODE_AFTER.match(word)
    return bool(before and after) and any(sign.isdigit() for sign in so_far.rpartition("/")[2])
