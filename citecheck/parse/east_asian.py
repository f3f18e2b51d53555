"""Citations of Chinese, Japanese and Korean notes: whose parts are told by signs and not by capitals.

`张三：《题名》，北京：人民出版社，2019年，第34页`, `田中太郎『書名』（岩波書店、2010年）34頁`,
`홍길동, 『책』(서울: 출판사, 2010), 34쪽`, and GB/T 7714 (`张三. 题名[J]. 期刊, 2019, 3(2): 12-15`).
Words of these languages are in `data/citations.toml`.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from citecheck.patterns import late

_RANGES = (
    *(("\u3041", "\u309f"), ("\u30a1", "\u30fa"), ("\u30fc", "\u30ff"), ("\u31f0", "\u31ff")),
    *(("\u3400", "\u4dbf"), ("\u4e00", "\u9fff"), ("\uac00", "\ud7a3"), ("\uf900", "\ufaff")),
)
LETTERS = "".join(f"{first}-{last}" for first, last in _RANGES)
"""Kana, Han, Hangul, as a class of a regular expression."""
CLOSING, STOPS = "」』》〉）】〕”’", "。！？"
AFTER_CALL = CLOSING + STOPS + "，、；："
"""What may stand behind the call of a note, where no space parts it from what follows."""
CALLED = late(
    r"(?![年月日時时分秒人個个つか箇回度頁页章節节巻卷号號世紀歳岁円元名件冊册枚本台位万億亿千百部点條条番項目階倍割ヶヵカ％])"
    f"[{LETTERS}]"
)
"""Signs that a call may stand right before: none that counts, since the number would be its own."""
ERAS = {"明治": (1868, 45), "大正": (1912, 15), "昭和": (1926, 64), "平成": (1989, 31), "令和": (2019, 40)}
"""First year of an era of Japan, and how many years it has; of the present one a guess."""
REPUBLIC = 1911
"""The year before the first of the Republic of China, which Taiwan counts on (民國109年 is 2020)."""
LONGEST_HEAD = 60
"""Characters before a title's bracket in which names stand."""
LONGEST_NAME = 14
MOST_NAMES = 6

_ANY = late(f"[{LETTERS}]")
_FAR = re.compile("[^\\0-\u058f\u1e00-\u2fff]")
"""What may be a letter or a stop of theirs: a class of all takes a millisecond to compile."""
_RANGE = r"\d{1,5}(?:\s?[-–—~～〜]\s?(?:第\s?)?\d{1,5})?"
_HAN_NUMBER = "[一二三四五六七八九十百〇零]{1,6}"
_PAGE = late(
    rf"(?<![全共总總총\d.\-–—~～〜])\s?(?:第\s?)?(?<![\d.\-–—])({_RANGE})\s?(?:页|頁|ページ|쪽|면(?![가-힣])|페이지|丁(?!目))"
    rf"|(?:页码?|頁碼?|페이지)\s?[:：]?\s?({_RANGE})|第({_HAN_NUMBER}(?:[-–—~～至]{_HAN_NUMBER})?)[页頁]"
)
_SECTION = late(rf"[第제]\s?({_RANGE}|{_HAN_NUMBER})\s?(?:章|节|節|条|條|款|編|编|卷|장|절|조|항)")
_NUMBER = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"零": 0}
_YEAR = late(
    r"(?<!\d)((?:1[4-9]|20)\d\d)\s?[年년]|(明治|大正|昭和|平成|令和)\s?(元|\d{1,2})\s?年|民[国國]\s?(元|\d{1,3})\s?年"
    r"|([一二][〇零一二三四五六七八九]{3})年"
)
_UPDATED = late(r"[(（]((?:19|20)\d\d)-\d{1,2}(?:-\d{1,2})?[)）]")
_DATE = late(
    r"(?:(明治|大正|昭和|平成|令和|民[国國])\s?)?(元|\d{1,4})\s?[年년]\s?(\d{1,2})\s?[月월](?:\s?(\d{1,2})\s?[日号號일])?"
)
_CODE = r"\[(?:[A-Z]{1,2})(?:/[A-Z]{2})?\]"
_CODED = late(_CODE)
_VISITED = late(r"\[((?:19|20)\d\d)-(\d{1,2})-(\d{1,2})\]")
_CLOSERS = {"《": "》", "〈": "〉", "「": "」", "『": "』"}
_OPENER = late("[《〈「『]")
_LED_IN = late(r"(?:参见|參見|另见|另見|又见|详见|詳見|参看|参阅|见|見|参照|載|载)[：:]?\Z")
_NATION = late(r"\A[\[［〔(（][^\[\]［］〔〕()（）]{1,4}[\]］〕)）]\s?")
_IN_BRACKETS = late(r"[(（][^()（）]{0,12}[)）]\s?[,，、：:]?\Z")
_ROLE = late(
    r"\s?(?:等?(?:编著|編著|主编|主編|编译|編譯|校注|点校|选编|选译|編訳|監修|著|编|編|譯|译|訳|撰|辑|輯)|ほか|(?:지음|엮음|옮김|저|편))\Z"
)
_OTHERS = late(r"\s?(?:等|ほか|他|외)\Z")
_BETWEEN = late(r"\s?[、，,；;／/]\s?")
_HANGUL_PAIR = late(r"[가-힣]{2,4}(?:[·・][가-힣]{2,4})+")
_STOP = late(r"[.．](?:\s|(?=[" + LETTERS + r"]))")
_STOPPED = late(
    rf"([^《〈「『“。]{{1,{LONGEST_HEAD}}}?)[.．]\s?(?=[{LETTERS}])([^.．\[]{{2,200}})(?=[.．\[]|\Z)"
)
_FULL_NAME = late(rf"[{LETTERS}]{{2,3}}")
"""Of four letters a title may be."""
_SIGNS = " ，,、：:.．。・"


def is_letter(sign: str) -> bool:
    """Whether one sign is a letter of these scripts."""
    return any(first <= sign <= last for first, last in _RANGES)


def is_east_asian(text: str) -> bool:
    """Whether a text has any letter of these scripts."""
    return may_be_east_asian(text) and _ANY.search(text) is not None


@lru_cache(maxsize=64)
def may_be_east_asian(text: str) -> bool:
    """Whether a text has anything from where Unicode has these scripts and their stops: soon said."""
    return not text.isascii() and _FAR.search(text) is not None


def page_of(text: str) -> str | None:
    """The page, else the chapter, that a citation points at: the last one named, without its word.

    >>> page_of("《题名》，2019年，第34-36页"), page_of("『書名』34頁"), page_of("12–15쪽"), page_of("全34頁")
    ('34-36', '34', '12–15', None)
    """
    for shape in (_PAGE, _SECTION) if is_east_asian(text) else ():
        found = [group for match in shape.finditer(text) for group in match.groups() if group]
        if found:
            return found[-1]
    return None


def year_of(text: str) -> int | None:
    """The last year that is printed as one: with its sign, in an era, as the date of a page in GB/T 7714.

    >>> year_of("平成30年"), year_of("民國109年"), year_of("二〇一九年"), year_of("(2019-01-02)[2020-03-04]")
    (2018, 2020, 2019, 2019)
    """
    found = _YEAR.finditer(text) if is_east_asian(text) else ()
    years = [year for match in found if (year := _year(match))]
    updated = _UPDATED.findall(text)
    return years[-1] if years else int(updated[-1]) if updated else None


def _year(match: re.Match[str]) -> int | None:
    plain, era, of_era, of_republic, han = match.groups()
    if plain:
        return int(plain)
    if era:
        return _of_era(era, of_era)
    if of_republic:
        return _of_era("民国", of_republic)
    return int("".join(str(_NUMBER[sign]) for sign in han))


def _of_era(era: str, number: str) -> int | None:
    """The year of an era; `None` where the era has none of that number."""
    count = 1 if number == "元" else int(number)
    if era not in ERAS:
        return REPUBLIC + count if 0 < count <= 200 else None
    first, most = ERAS[era]
    return first + count - 1 if 0 < count <= most else None


def date_at(text: str, start: int) -> tuple[str, int] | None:
    """The date at `start` (`2020年3月4日`, `令和2年3月4日`, `2020년 3월 4일`): ISO 8601, and its end.

    >>> date_at("令和2年3月4日", 0), date_at("2020년 3월", 0), date_at("2020年13月1日", 0)
    (('2020-03-04', 8), ('2020-03', 8), None)
    """
    match = _DATE.match(text, start)
    if match is None:
        return None
    era, number, month, day = match.groups()
    year = _of_era(era, number) if era else int(number) if number.isdecimal() and len(number) == 4 else None
    if year is None:
        return None
    try:
        found = date(year, int(month), int(day or 1))
    except ValueError:
        return None
    return (found.isoformat() if day else found.isoformat()[:7]), match.end()


def visited(text: str) -> tuple[str, int, int] | None:
    """Date of the visit in GB/T 7714 (`[2020-03-04]`) with where it stands; only beside its sign for a kind.

    >>> visited("题名[EB/OL]. (2019-01-02)[2020-03-04]. https://a.example/")
    ('2020-03-04', 23, 35)
    """
    match = _VISITED.search(text)
    if match is None or not _CODED.search(text[: match.start()]):
        return None
    try:
        found = date(*map(int, match.groups()))
    except ValueError:
        return None
    return found.isoformat(), match.start(), match.end()


def described(text: str) -> tuple[str | None, str | None] | None:
    """Author (several joined by `; `) and title of a citation led in by nothing; `None` where it has no shape
    that is known.

    >>> described("张三、李四：《题名》，北京：人民出版社，2019年")
    ('张三; 李四', '题名')
    >>> described("王五, 赵六, 等. 题名: 副题[J]. 期刊, 2019, 3(2): 12-15.")
    ('王五; 赵六', '题名: 副题')
    """
    coded = _CODED.search(text)
    if coded:
        return _in_gb(text[: coded.start()])
    opener = _OPENER.search(text, 0, LONGEST_HEAD) if is_east_asian(text) else None
    if opener is None:
        return _in_stops(text) if is_east_asian(text) else None
    title = _title(text, opener.start())
    return (_names(text[: opener.start()]), title) if title else None


def _in_stops(text: str) -> tuple[str | None, str | None] | None:
    """The same where full stops part names, title and the rest: `张三. 题名. 北京: 出版社, 2003`."""
    match = _STOPPED.match(text)
    names = _names(match[1]) if match else None
    if match is None or names is None:
        return None
    if any(is_east_asian(name) and not _FULL_NAME.fullmatch(name) for name in names.split("; ")):
        return None
    return names, match[2].strip(_SIGNS) or None


def _title(text: str, start: int) -> str | None:
    """What stands between the brackets that open at `start`."""
    opener, depth = text[start], 0
    for place in range(start, min(len(text), start + 300)):
        depth += (text[place] == opener) - (text[place] == _CLOSERS[opener])
        if not depth:
            return text[start + 1 : place].strip() or None
    return None


def _in_gb(head: str) -> tuple[str | None, str | None]:
    """Author and title before the sign for a kind: parted by the first full stop after names."""
    stop = _STOP.search(head)
    names = _names(head[: stop.start()]) if stop and stop.start() <= 4 * LONGEST_HEAD else None
    title = head[stop.end() :] if stop and names else head
    return names, title.strip(_SIGNS) or None


def _names(head: str) -> str | None:
    """The names of which what stands before a title consists, joined by `; `; `None` where it is something
    else."""
    head = _LED_IN.sub("", _IN_BRACKETS.sub("", head.strip()).strip(_SIGNS))
    parts: list[str] = []
    for part in _BETWEEN.split(head.strip(_SIGNS)):
        part = _OTHERS.sub("", _ROLE.sub("", _NATION.sub("", part).strip(_SIGNS))).strip(_SIGNS)
        parts += re.split("[·・]", part) if _HANGUL_PAIR.fullmatch(part) else [part] if part else []
    if not parts or len(parts) > MOST_NAMES or not all(map(_is_name, parts)):
        return None
    return "; ".join(dict.fromkeys(parts))


def _is_name(part: str) -> bool:
    if any(map(str.isdigit, part)) or not part[0].isalpha():
        return False
    return len(part) <= LONGEST_NAME if is_east_asian(part) else len(part) <= 2 * LONGEST_NAME
