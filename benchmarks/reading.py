"""What reading a manuscript costs: processor time of `citecheck extract`, and the time it takes, over that of
starting and over that of reading a manuscript of one line.

    python -m benchmarks.reading [FILE...]

Without files: books as `benchmarks.pipeline` makes them, and fixtures. Of alternated runs of `--version` and
of `extract` on one line and on the manuscript the least time of each counts (user and system; elapsed, which
says something on an idle machine only). Modules are compiled before, as pip does it.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.pipeline import ENVIRONMENT, LINKS_A_NOTE, manuscript

NOTES = (100, 1000, 10_000)
"""Of the books that are made."""
FIXTURES = Path(__file__).parent.parent / "fixtures" / "manuscripts"
RUNS = 7
LINE = "It is said at https://harbour.example/winter.\n"


def seconds(*words: str) -> tuple[float, float]:
    """Processor seconds of one run of the command, and seconds until it ends."""
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [sys.executable, "-m", "citecheck", *words]
    subprocess.run(command, stdout=subprocess.DEVNULL, env=ENVIRONMENT, check=True)
    after, ended = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, ended - begun


def cost(path: Path, line: Path, runs: int) -> Iterator[tuple[float, float, float]]:
    """Least seconds of starting, and of reading over that and over reading one line: processor time, then
    elapsed time."""
    ways = (["--version"], ["extract", str(line)], ["extract", str(path)])
    times = [[seconds(*way) for way in ways] for _ in range(runs)]
    for kind in (0, 1):
        start, one, whole = (min(run[kind] for run in way) for way in zip(*times, strict=True))
        yield start, whole - start, whole - one


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--runs", type=int, default=RUNS)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        files = given.files or [FIXTURES / "regions.txt"]
        if not given.files:
            for notes in NOTES:
                files.append(Path(folder, f"{notes}-notes.md"))
                files[-1].write_text(manuscript(round(notes * LINKS_A_NOTE)), "utf-8")
        line = Path(folder, "line.txt")
        line.write_text(LINE, "utf-8")
        seconds("extract", str(files[0]))
        for path in files:
            print(path.name)
            for name, (start, more, beyond) in zip(
                ("processor", "elapsed"), cost(path, line, given.runs), strict=True
            ):
                over = f"{more:.2f} s over the {start:.3f} s of starting, {beyond:.2f} s over one line"
                print(f"  {name:9} {over}")


if __name__ == "__main__":
    main()
