"""How well manuscripts of every format are read: notes, labels, order, calls, addresses, against the truth.

    python -m benchmarks.formats [--misses]

Documents written here by hand (tests/read), the sources of fixtures/manuscripts set as plain text and on PDF
pages, and the same sources as other programs write them: pandoc, and LibreOffice where they are installed.
Figures of docs/accuracy/formats.md, "Manuscript formats", come from here.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from fixtures.typeset import LANGUAGES
from tests.read import by_pandoc, corpus
from tests.read.corpus import Document
from tests.read.truth import Score, found_in, score

OFFICE = shutil.which("soffice")
OFFICE_FORMATS = ("docx", "odt", "epub", "html", "pdf")


def by_libreoffice() -> Iterator[Document]:
    """The sources as LibreOffice writes them, out of pandoc's OpenDocument files."""
    assert OFFICE is not None
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        for language in LANGUAGES:
            (folder / f"{language}.odt").write_bytes(by_pandoc.written(language, "odt")[0])
        for ending in OFFICE_FORMATS:
            out = folder / ending
            command = [OFFICE, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to"]
            command += [ending, "--outdir", str(out), *[str(folder / f"{name}.odt") for name in LANGUAGES]]
            subprocess.run(command, check=True, capture_output=True, timeout=300)
            for language in LANGUAGES:
                data = (out / f"{language}.{ending}").read_bytes()
                truth = by_pandoc.truth_of(language)
                yield Document(ending, f"{language}, by LibreOffice", f"book.{ending}", data, truth)


def sources() -> Iterator[tuple[str, Iterator[Document]]]:
    yield "own", corpus.own()
    yield "own", corpus.set_pages()
    yield "own", corpus.text()
    if by_pandoc.PANDOC:
        yield "pandoc", corpus.by_a_program()
    if by_pandoc.PANDOC and OFFICE:
        yield "LibreOffice", by_libreoffice()


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--misses", action="store_true", help="name documents that are not all right")
    shown = arguments.parse_args()
    totals: defaultdict[tuple[str, str], Score] = defaultdict(Score)
    for origin, documents in sources():
        for document in documents:
            found = found_in(document.data, document.name, document.siblings)
            one = score(document.truth, found)
            totals[document.format, origin] += one
            if shown.misses and (one.right < one.notes or one.others or one.exact < one.urls):
                print(f"    {document.format}, {document.title}: {one}")
    print(f"{'format':<11}{'written by':<13}{'files':>5}  {'notes':>11}  others  {'calls':>11}  {'URLs':>9}")
    for (format_, origin), one in sorted(totals.items()):
        print(
            f"{format_:<11}{origin:<13}{one.documents:>5}  {one.right:>5}/{one.notes:<5}  {one.others:>6}"
            f"  {one.paired:>5}/{one.calls:<5}  {one.exact:>4}/{one.urls:<4}"
        )
    whole = sum(totals.values(), Score())
    print(
        f"{whole.documents} documents: {whole.right} of {whole.notes} notes, {whole.others} others, "
        f"{whole.paired} of {whole.calls} calls, {whole.exact} of {whole.urls} addresses"
    )


if __name__ == "__main__":
    main()
