"""One thing of a foreign sentence exchanged for another of its class; needs the extra `crosslingual`.

    python -m benchmarks.across_classes [--show]

`across_classes.json` holds statements with their translations, in pairs of the nine languages, and words of
the translations with others of the same class in their place (*tractor*, *harvester*; *minister*, *deputy*;
*rye*, *wheat*; *opened*, *closed*), with which they no longer say the same. They were written without a look
at the table of senses or the rules, and no rule was set on them. Words, names and numbers are compared,
without margins over other sentences: pages agree less often.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from benchmarks.across_exchanged import tally
from citecheck.match.crosslingual import dictionaries, installed

CLASSES = Path(__file__).with_name("across_classes.json")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--show", action="store_true", help="print what is not as it should be")
    options = parser.parse_args()
    if installed() is None:
        sys.exit("needs the extra: pip install 'citecheck-audit[crosslingual]'")
    dictionaries.FOLDERS = ()
    tally(json.loads(CLASSES.read_text("utf-8")), options.show)


if __name__ == "__main__":
    main()
