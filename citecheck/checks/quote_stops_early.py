"""The quotation ends just before the source limits what it says.

## What it means

The quoted words are there, and the source goes on with *but*, *unless*,
*except*, *однако*, *mais* or the like.

## Why it matters

The part left out may take back what is quoted, and no eye sees that without
the source.

## Example

Quoted "The programme will be continued", found "The programme will be
continued unless the parliament refuses".

## What to do

Read on in the source and quote the limitation too if it matters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citecheck.checks._common import flagged, quote_finding
from citecheck.model import Audit, Finding, Flag, Severity

ID = "quote-stops-early"
SEVERITY = Severity.WARNING
_BEFORE_WORDS = re.compile(r"^(?:[^\w([]|[\[(]\d{1,4}[\])])+")
"""Closing quotation marks, commas and note numbers between the quotation and the words that limit it."""


def check(audit: Audit) -> Iterator[Finding]:
    for quote in flagged(audit, Flag.STOPS_EARLY):
        # The suffix is cut by length, so its last word may be torn.
        after = _BEFORE_WORDS.sub("", quote.alignment.suffix).rpartition(" ")[0].strip(" ,;:")
        message = "The quotation ends just before the source limits it" + (f": “{after} …”" if after else "")
        advice = "Read on in the source, and quote the limitation too if it matters."
        yield quote_finding(ID, SEVERITY, audit, quote, message, advice, suffix=quote.alignment.suffix)
