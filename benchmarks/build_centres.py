"""Mean vectors of words by language, for `citecheck/match/data/centres.json`; needs the extra `crosslingual`.

    python -m benchmarks.build_centres

Made from the sentences of the parts `work` and `last` of `across_languages.json`.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections import defaultdict
from pathlib import Path
from typing import Any

from benchmarks.across_written import STATEMENTS
from citecheck.match.crosslingual.contexts import centres
from citecheck.match.crosslingual.network import installed_network
from citecheck.match.fold import split_words

TARGET = Path("citecheck/match/data/centres.json")
PARTS = ("work", "last")


def main() -> None:
    network = installed_network()
    assert network is not None
    model = network.contexts
    np = model.np
    TARGET.write_text("{}\n", "utf-8")
    centres.cache_clear()
    parts = json.loads(STATEMENTS.read_text("utf-8"))["parts"]
    found: defaultdict[str, list[Any]] = defaultdict(list)
    for story in (story for part in PARTS for story in parts[part]):
        said = [(story["page_language"], one) for one in story["around"]]
        for statement in story["statements"]:
            said.append((statement["quote_language"], statement["quote"]))
            said.append((story["page_language"], statement["says"]))
        for language, text in said:
            words = split_words(text)
            found[language] += model.raw([(text, tuple(zip(words.starts, words.ends, strict=True)))])
    means = {code: np.concatenate(some).mean(axis=0) for code, some in found.items()}
    means[""] = np.mean(list(means.values()), axis=0)
    packed = {
        code: b64encode(mean.astype(np.float16).tobytes()).decode() for code, mean in sorted(means.items())
    }
    TARGET.write_text(json.dumps(packed, indent=0) + "\n", "utf-8")


if __name__ == "__main__":
    main()
