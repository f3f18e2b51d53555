"""Slavic forms that look like a present and say what is to come, since their verb is done once: *построит*,
*даст*, *znajdzie*.

A verb is taken for such a one by a prefix and the lack of an ending of what goes on (*-ает*, *-ует*,
*-водит*), or since it is one of the few without a prefix (*купит*). What has a prefix in form and goes on all
the same (*зависит*, *należy*) and what has such an ending and is done once (*сделает*, *sprzeda*) is listed
by its stem in `data/aspects.jsonl`, written for this project.
"""

from __future__ import annotations

import re
from functools import cache

from citecheck.match.rows import rows

REFLEXIVE = {"ru": "(?:ся)?", "uk": "(?:ся)?", "be": "", "pl": ""}
MEDIAL = {"ru": "(?!)", "uk": "[иі]?[єе]ться|(?:[їи]т|[аяую]т)ься", "be": "[еія]цца|[уюя]цца", "pl": "(?!)"}
"""Endings of those that are done to oneself: *відкриється*, *адкрыецца*."""
LONGER = {"ru": "[еюу]т|[ею]м", "uk": "[єею]?(?:ть)?|ють|ємо", "be": "е|юць|ем", "pl": "e|ą|ją|my"}
"""Endings behind a stem in a vowel."""


def perfective(form: str, code: str) -> bool:
    """Whether a form, small letters with *е* for *ё*, is a present in form of a verb that is done once."""
    patterns = _patterns(code)
    if patterns is None:
        return False
    once, prefixed, shaped, goes_on, going = patterns
    if once.fullmatch(form):
        return True
    here = prefixed.fullmatch(form) and shaped.search(form)
    return bool(here) and not goes_on.search(form) and not going.fullmatch(form)


def goes_on(form: str, code: str) -> bool:
    """Whether a form is a present of a verb that goes on."""
    patterns = _patterns(code)
    return patterns is not None and bool(patterns[3].search(form) or patterns[4].fullmatch(form))


def went_on(form: str, code: str) -> bool:
    """Whether a past is one of a verb that goes on: without a prefix, or with an ending that says so."""
    pasts = _pasts(code)
    return pasts is not None and bool(pasts[0].search(form) or not pasts[1].match(form))


def _row(code: str) -> dict[str, str]:
    """The row of a language, each cell as a pattern of any of its parts; none where it has none."""
    return {name: "|".join(str(cell).split()) for name, cell in rows("aspects.jsonl").get(code, {}).items()}


@cache
def _patterns(code: str) -> tuple[re.Pattern[str], ...] | None:
    """Of what is done once whatever its ending; of what has a prefix and an ending of such a form, and of how
    stems and such endings meet; of what goes on by its ending, and by its stem."""
    row = _row(code)
    if not row:
        return None
    prefix, own = f"(?:{row['prefixes']})", REFLEXIVE[code]
    ending = f"(?:{row['endings']}){own}|{MEDIAL[code]}"
    once = (
        rf"(?:{row['alone']}){own}",
        rf"{prefix}(?:дасть?|дадуть?|дасць|дадуць|dadzą){own}",
        rf"(?:{row['once']})(?:{ending})",
        rf"{prefix}(?:{row['prefixed']})(?:(?<=a)|{LONGER[code]}|{ending}){own}",
    )
    return tuple(
        re.compile(pattern)
        for pattern in (
            "|".join(once),
            rf"{prefix}\w+?(?:{ending})",
            rf"(?:(?:{row['shapes']}){own}|{MEDIAL[code]})$",
            rf"(?:{row['goes_on']}){own}$",
            rf"(?:{row['going']})(?:{ending}|[ієе](?:ть)?{own}|ють{own}|юць)",
        )
    )


@cache
def _pasts(code: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    """Of endings of what went on, and of beginnings of what was done once."""
    row = _row(code)
    if not row:
        return None
    own = REFLEXIVE[code].replace("ся", "с[ья]")
    return re.compile(rf"(?:{row['went_on']}){own}$"), re.compile(rf"(?:{row['prefixes']}|{row['did']})")
