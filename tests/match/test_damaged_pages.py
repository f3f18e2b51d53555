"""A page that a scanner read badly: what it has for a name, a number word or a negation is no other one."""

from __future__ import annotations

import pytest

from citecheck.match import compare, prepare
from citecheck.model import Flag, Text, Verdict

TAIL = (
    "\nNothing more was said of it that evening, and the lamp went out by itself before the guests had gone."
)
CASES = [
    ("Thc miller Andrsen sald nct a word ahout tbe dam whcn agan came to Holt in tlie spring.",
     "The miller Andersen said not a word about the dam when Reagan came to Holt in the spring"),
    ("In tbe sovonth yoar of thc war nohody knew wbere ohnson had hidden tlie church hells.",
     "In the seventh year of the war nobody knew where Johnson had hidden the church bells"),
    ("Thev cou1d iiever agrcc on wbo slould pay fcr tle bridgc at Nortbwick, and it was 1eft as it wvas.",
     "They could never agree on who should pay for the bridge at Northwick, and it was left as it was"),
]  # fmt: skip


@pytest.mark.parametrize(("page", "quotation"), CASES, ids=["name", "number", "negation"])
def test_a_true_quotation_of_a_bad_scan_is_no_alteration(page: str, quotation: str) -> None:
    got = compare(quotation, prepare(Text(page + TAIL)), language="en")
    assert got.verdict in (Verdict.MODIFIED, Verdict.NEAR), got.differences
    assert Flag.POSSIBLE_OCR in got.flags


@pytest.mark.parametrize(
    ("page", "changed"),
    [
        (CASES[0][0].replace("agan", "Nixon"), "name"),
        (CASES[1][0].replace("sovonth", "ninth"), "number"),
        (CASES[2][0].replace("iiever", "soon"), "negation"),
    ],
)
def test_another_word_is_one_on_a_bad_scan_too(page: str, changed: str) -> None:
    quotation = next(quoted for damaged, quoted in CASES if damaged[:6] == page[:6])
    got = compare(quotation, prepare(Text(page + TAIL)), language="en")
    assert got.verdict is Verdict.ALTERED
    assert changed in {one.kind.value for one in got.differences}
