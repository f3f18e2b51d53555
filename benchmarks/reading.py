"""What reading a manuscript costs: processor time of `citecheck extract` over that of starting, and over that
of reading a manuscript of one line.

    python -m benchmarks.reading [FILE...]

Without files: books as `benchmarks.pipeline` makes them, and fixtures. Of alternated runs of `--version` and
of `extract` on one line and on the manuscript the least time of each counts (user and system). Modules are
compiled before, as pip does it.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.pipeline import ENVIRONMENT, LINKS_A_NOTE, manuscript

NOTES = (100, 1000, 10_000)
"""Of the books that are made."""
FIXTURES = Path(__file__).parent.parent / "fixtures" / "manuscripts"
RUNS = 7
LINE = "It is said at https://harbour.example/winter.\n"


def seconds(*words: str) -> float:
    """Processor seconds of one run of the command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "citecheck", *words]
    subprocess.run(command, stdout=subprocess.DEVNULL, env=ENVIRONMENT, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def cost(path: Path, line: Path, runs: int) -> tuple[float, float, float]:
    """Least seconds of starting, and of reading over that and over reading one line."""
    ways = (["--version"], ["extract", str(line)], ["extract", str(path)])
    times = [[seconds(*way) for way in ways] for _ in range(runs)]
    start, one, whole = map(min, zip(*times, strict=True))
    return start, whole - start, whole - one


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
            start, more, beyond = cost(path, line, given.runs)
            print(
                f"{path.name}: {more:.2f} s over the {start:.3f} s of starting, {beyond:.2f} s over one line"
            )


if __name__ == "__main__":
    main()
