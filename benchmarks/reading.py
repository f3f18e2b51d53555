"""What reading a manuscript costs: processor time of `citecheck extract` over that of starting.

    python -m benchmarks.reading [FILE...]

Without files: books as `benchmarks.pipeline` makes them, and fixtures. Of alternated runs of `extract` and
`--version` the least time of each counts (user and system). Modules are compiled before, as pip does it.
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


def seconds(*words: str) -> float:
    """Processor seconds of one run of the command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "citecheck", *words]
    subprocess.run(command, stdout=subprocess.DEVNULL, env=ENVIRONMENT, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def cost(path: Path, runs: int) -> tuple[float, float]:
    """Least seconds of starting, and of reading over that."""
    pairs = [(seconds("--version"), seconds("extract", str(path))) for _ in range(runs)]
    start = min(one for one, _ in pairs)
    return start, min(whole for _, whole in pairs) - start


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
        seconds("extract", str(files[0]))
        for path in files:
            start, more = cost(path, given.runs)
            print(f"{path.name}: {more:.2f} s over the {start:.3f} s of starting")


if __name__ == "__main__":
    main()
