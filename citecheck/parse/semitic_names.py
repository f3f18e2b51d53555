"""Who wrote a source, where neither capital letters nor signs tell names: Arabic, Persian, Hebrew.

A name of two to four words up to the first comma is taken for the author's, where more parts follow it and
it begins like no law, paper or office.
"""

from __future__ import annotations

import re

from citecheck.patterns import late

_SCRIPT = re.compile("[\u0590-\u06ff]")
_PART = late("[\u0590-\u05f4\u0610-\u06ff'’״׳\"-]+(?:[ \u00a0.][\u0590-\u05f4\u0610-\u06ff'’״׳\"-]+){1,6}")
_COMMA = re.compile(r"\s?[,،:]\s")
_NO_NAME = late(
    "(?:ال)?(?:قانون|مرسوم|دستور|جريدة|صحيفة|مجلة|وزارة|منظمة|تقرير|محكمة|أمم|جمعية|مركز|مؤسسة|قرار|اتفاقية|روزنامه|سازمان)"
    '|ה?(?:חוק|תקנות|פקודת|צו|משרד|מדינת|דוח|דו״ח|דו"ח|עיתון|כתב|הודעת|ארכיון|ספר|פרוטוקול|ועדת|בית|מרכז|אגודת)(?![\u0590-\u05ff])'
)
_AND = late("[ \u00a0](?:ו|و)(?=[\u0590-\u06ff])")
LEAST_PARTS = 2
"""Commas behind a name: title and year at least."""
MOST_WORDS = 4


def semitic_author(text: str, start: int) -> tuple[str, int] | None:
    """Authors at `start`, joined by `; `, and the offset after them; `None` where no name stands there.

    >>> semitic_author("אבנר דרור, מעבורת ועיר, תל אביב: מפרץ, 1998, עמ' 45.", 0)
    ('אבנר דרור', 9)
    >>> semitic_author("חוק המעבורות, ספר החוקים, 1998, עמ' 45.", 0)
    """
    if not _SCRIPT.match(text, start):
        return None
    found = _PART.match(text, start)
    if found is None or _NO_NAME.match(text, start):
        return None
    shown = found[0].rstrip("\u060c, ")
    end = start + len(shown)
    if not _COMMA.match(text, end) or len(_COMMA.findall(text, end)) < LEAST_PARTS:
        return None
    names = _AND.split(shown)
    if any(not 2 <= len(name.split()) <= MOST_WORDS for name in names):
        names = [shown]
    if not 2 <= len(names[0].split()) <= MOST_WORDS:
        return None
    return "; ".join(names), end
