"""A manuscript read by two processes says what it says read by one, whatever becomes of the second."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

from citecheck.cli import in_two

SCRIPT = """
import os, signal, sys
from citecheck.cli import in_two
from citecheck.extraction import extract_from
from citecheck.model import Manuscript, Text

def dies(*_):
    os.kill(os.getpid(), 9)

fates = {
    "lives": {},
    "dies at once": {"notes": dies},
    "dies later": {"finished": dies},
    "fails": {"notes": lambda here: 1 / 0},
    "fails later": {"finished": lambda here, loose: 1 / 0},
}
notes = [
    f'{number}. Fern, Anna: "Winter {number}", 2017, p. {number}. URL: http://www.fern.example/ru/'
    f'winter-{number}.fern.example/ru/winter-{number} (accessed 3 May 2018).'
    for number in range(1, 151)
]
body = [f'The walls "fell in winter {number}, and nobody mourned".{number}' for number in range(1, 151)]
text = Text("\\n\\n".join([*body, "Notes", *notes]))
manuscript = Manuscript("walls.txt", "", "text/plain", "utf-8", text)
alone = extract_from(manuscript)

copies, pipes, part, join, fate = [], [], os.fork, os.pipe, sys.argv[1]

def fork():
    copies.append(1)
    if fate == "refused":
        raise BlockingIOError
    number = part()
    if not number:
        for name, change in fates[fate].items():
            setattr(in_two.ParsedHere, name, change)
    return number

def pipe():
    if len(pipes) == {"no pipe": 0, "one pipe": 1}.get(fate, 2):
        raise OSError("too many open files")
    pipes.append(join())
    return pipes[-1]

os.fork = fork
os.sched_getaffinity = lambda number: {0, 1}
os.pipe = pipe
if fate == "unheard":
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
beside = extract_from(manuscript, begun=in_two.in_two)
assert len(alone.parsed.notes) == 150 and len(alone.links) == 150, alone.parsed
assert beside == alone
assert len(copies) == (sys.platform == "linux" and fate not in ("no pipe", "one pipe", "unheard"))
for end in [end for ends in pipes for end in ends]:
    try:
        os.fstat(end)
    except OSError:
        continue
    print("left open")
print("same")
"""


@pytest.mark.parametrize(
    "fate",
    [
        *("lives", "dies at once", "dies later", "fails", "fails later"),
        *("refused", "no pipe", "one pipe", "unheard"),
    ],
)
def test_same_whatever_becomes_of_the_copy(fate: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, fate], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stderr == ""
    assert done.stdout == "same\n"


def test_no_copy_for_little_or_for_very_much() -> None:
    address = "http://www.fern.example/ru/winter "
    assert in_two._is_worth(address * 600)
    assert not in_two._is_worth(address * 60)
    assert not in_two._is_worth("The walls fell in winter. " * 1000 + address * 10)
    assert not in_two._is_worth(address * 60_000)


ENDED = """
import os, signal, sys, time
from citecheck.cli import in_two
from citecheck.model import Text

part = os.fork

def fork():
    number = part()
    if number:
        print(number, flush=True)
        os.kill(os.getpid(), signal.SIGTERM)
    in_two.ParsedHere.notes = lambda here: time.sleep(600)
    return number

os.fork = fork
os.sched_getaffinity = lambda number: {0, 1}
with in_two.in_two(Text("http://www.fern.example/ru/winter " * 1000)):
    time.sleep(600)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux alone")
def test_the_copy_ends_with_the_process_it_is_of() -> None:
    """Both hold standard output: it is at its end when neither is left."""
    done = subprocess.run([sys.executable, "-c", ENDED], capture_output=True, timeout=60, check=False)
    assert done.returncode == -signal.SIGTERM
    assert done.stdout.strip().isdigit()
