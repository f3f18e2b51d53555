"""A manuscript read by two processes says what it says read by one, whatever becomes of the second."""

from __future__ import annotations

import subprocess
import sys

import pytest

from citecheck.cli import in_two

SCRIPT = """
import os, sys
from citecheck.cli import in_two
from citecheck.extraction import extract_from
from citecheck.model import Manuscript, Text

fates = {"lives": None, "dies": lambda noted: os.kill(os.getpid(), 9), "fails": lambda noted: 1 / 0}
notes = [
    f'{number}. Fern, Anna: "Winter {number}", 2017, p. {number}. URL: http://www.fern.example/ru/'
    f'winter-{number}.fern.example/ru/winter-{number} (accessed 3 May 2018).'
    for number in range(1, 101)
]
body = [f'The walls "fell in winter {number}, and nobody mourned".{number}' for number in range(1, 101)]
text = Text("\\n\\n".join([*body, "Notes", *notes]))
manuscript = Manuscript("walls.txt", "", "text/plain", "utf-8", text)
alone = extract_from(manuscript)

copies, part = [], os.fork

def fork():
    copies.append(1)
    number = part()
    if not number and fates[sys.argv[1]]:
        in_two.parsed_of = fates[sys.argv[1]]
    return number

os.fork = fork
os.sched_getaffinity = lambda number: {0, 1}
beside = extract_from(manuscript, beside=in_two.in_two)
assert len(alone.parsed.notes) == 100 and len(alone.links) == 100, alone.parsed
assert beside == alone
assert len(copies) == (sys.platform == "linux")
print("same")
"""


@pytest.mark.parametrize("fate", ["lives", "dies", "fails"])
def test_same_whatever_becomes_of_the_copy(fate: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, fate], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stderr == ""
    assert done.stdout == "same\n"


def test_no_copy_for_little_or_for_very_much() -> None:
    assert not in_two._is_worth(10, ())
    assert not in_two._is_worth(in_two.MOST + 1, ())
