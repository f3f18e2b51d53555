"""A manuscript read by two processes says what it says read by one, whatever becomes of the second."""

from __future__ import annotations

import subprocess
import sys

import pytest

from citecheck.cli import in_two

SCRIPT = """
import os, signal, sys
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

copies, part, fate = [], os.fork, sys.argv[1]

def fork():
    copies.append(1)
    if fate == "refused":
        raise BlockingIOError
    number = part()
    if not number and fates[fate]:
        in_two.parsed_of = fates[fate]
    return number

def pipe():
    raise OSError("too many open files")

os.fork = fork
os.sched_getaffinity = lambda number: {0, 1}
if fate == "no pipe":
    os.pipe = pipe
if fate == "unheard":
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
beside = extract_from(manuscript, beside=in_two.in_two)
assert len(alone.parsed.notes) == 100 and len(alone.links) == 100, alone.parsed
assert beside == alone
assert len(copies) == (sys.platform == "linux" and fate not in ("no pipe", "unheard"))
print("same")
"""


@pytest.mark.parametrize("fate", ["lives", "dies", "fails", "refused", "no pipe", "unheard"])
def test_same_whatever_becomes_of_the_copy(fate: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, fate], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stderr == ""
    assert done.stdout == "same\n"


def test_no_copy_for_little_or_for_very_much() -> None:
    assert not in_two._is_worth(10, ())
    assert not in_two._is_worth(in_two.MOST + 1, ())
