"""Where a word of an address stands and what stands around it, as traits that are weighed.

A strange word among the common words of a slug is a slip more often than one among codes, in a query's value
or in the name of a site.
"""

from __future__ import annotations

import re
from functools import lru_cache

from citecheck.repair.address import host_end
from citecheck.repair.common import common_bits
from citecheck.repair.lexicon import known

Traits = dict[str, float]
_EDGES = "/?&=#;"
_EDGE_AFTER = re.compile(rf"[^{_EDGES}]*")
REACH = 120
"""Characters on each side that are looked at."""
_CAPITAL = re.compile("[A-Z]")
_LONGER = re.compile(r"[A-Za-z]{3,}")
_DIGIT = re.compile(r"\d")
_MIXED = re.compile(r"(?<![A-Za-z0-9])(?=[A-Za-z]*\d)(?=\d*[A-Za-z])[A-Za-z0-9]{3,}")


def place(url: str, start: int, end: int, plain: str, word: str) -> Traits:
    """Traits of the place of `url[start:end]`, which is `plain` in small letters and may mean `word`."""
    traits = dict(_around(url, start, end, plain))
    if word in url.lower():
        traits["meant elsewhere"] = 1.0
    if "host" in traits:
        bits = common_bits(word)
        traits["common host"] = 0.0 if bits is None else (bits + 24) / 4.0
    return traits


@lru_cache(maxsize=256)  # the same for all that a word may mean
def _around(url: str, start: int, end: int, plain: str) -> Traits:
    host = start < host_end(url)
    edge = max(start - REACH - 1, *(url.rfind(sign, 0, start) for sign in _EDGES))
    after = _EDGE_AFTER.match(url, end, end + REACH)
    beside = url[edge + 1 : start] + " " + (after[0] if after else "")
    words = _LONGER.findall(beside)
    usual = sum(common_bits(other.lower()) is not None for other in words)
    listed = sum(known(other.lower()) for other in words)
    return {
        "host" if host else "path": 1.0,
        f"company {min(3, usual)}": 1.0,
        f"listed beside {min(3, listed)}": 1.0,
        "listed words": float(listed),
        "all listed": 1.0 * (listed == len(words) > 1),
        "stranger beside": 1.0 * (len(words) > usual),
        "whole segment": 1.0 * (beside == " " and not host),
        "first segment": 1.0 * (not host and url.count("/", 8, start) == 1),
        "printed again": 1.0 * (url.lower().count(plain) > 1),
        "capital": 1.0 * url[start].isupper(),
        "capitals": float(min(3, len(_CAPITAL.findall(beside + url[start:end])))),
        "query": 1.0 * (0 <= url.find("?") < start),
        "value": 1.0 * (url[edge] == "="),
        "parameter": 1.0 * (url[end : end + 1] == "="),
        "codes beside": float(min(2, len(_MIXED.findall(beside)))) if _DIGIT.search(beside) else 0.0,
        "escapes beside": 1.0 * ("%" in beside),
    }
