"""Notes, calls and addresses of PDF files set by other programs out of texts whose truth is known.

    python -m benchmarks.pdf_layouts [--misses] [--keep FOLDER] [--only WORD]

Set with whatever of pdfLaTeX, XeLaTeX, LuaLaTeX, LibreOffice, Chromium, WeasyPrint, Typst and groff is
installed; the others are named. Beside each layout: how many times the bare characters of its pages reading
takes, with pypdfium2 in the same run. Figures of docs/accuracy/formats.md, "PDF", come from here.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from benchmarks import pdf_layout_forms as forms
from benchmarks.pdf import bare, best
from benchmarks.pdf_layout_text import Score, Section, scored, sections_of
from citecheck.read import read_manuscript

LANGUAGES = ("en", "de", "fr", "pl", "ru")
PROGRAMS = ("pdflatex", "xelatex", "lualatex", "soffice", "chromium", "weasyprint", "typst", "groff")
UNICODE_LAYOUTS = ("article", "two columns", "one paragraph", "margin: sidenotes", "margin: footmisc")
SECONDS = 180


def layouts() -> Iterator[tuple[str, str]]:
    """Programs that are installed, and the layouts each is given."""
    known = {
        "pdflatex": list(forms.LATEX),
        "xelatex": list(UNICODE_LAYOUTS),
        "lualatex": list(UNICODE_LAYOUTS),
        "soffice": list(forms.ODT),
        "chromium": [name for name in forms.HTML if name != "foot"],
        # WeasyPrint puts floats in margins that do not fit their page out of it.
        "weasyprint": [name for name in forms.HTML if not name.startswith("margin")],
        "typst": list(forms.TYPST),
        "groff": ["ms"],
    }
    for program in PROGRAMS:
        if shutil.which(program) is None:
            print(f"{program} is not installed, its {len(known[program])} layouts are left out")
            continue
        for name in known[program]:
            yield program, name


def made(program: str, name: str, language: str, sections: Sequence[Section], folder: Path) -> bytes | None:
    """The file, `None` where the program cannot set that language (groff: no Cyrillic)."""
    out = folder / "set.pdf"
    if program in ("pdflatex", "xelatex", "lualatex"):
        source = forms.latex(name, language, sections, unicode=program != "pdflatex")
        (folder / "set.tex").write_text(source, encoding="utf-8")
        commands = [[program, "-interaction=nonstopmode", "set.tex"]] * 2
    elif program == "soffice":
        (folder / "set.fodt").write_text(forms.flat_odt(name, sections), encoding="utf-8")
        profile = f"-env:UserInstallation=file://{folder.parent}/profile"
        commands = [[program, profile, "--headless", "--convert-to", "pdf", "set.fodt"]]
    elif program == "typst":
        (folder / "set.typ").write_text(forms.typst(name, language, sections), encoding="utf-8")
        commands = [[program, "compile", "set.typ", "set.pdf"]]
    elif program == "groff":
        if language == "ru":
            return None
        (folder / "set.ms").write_text(forms.groff(sections), encoding="utf-8")
        written = subprocess.run(
            ["groff", "-k", "-ms", "-Tpdf", "set.ms"],
            cwd=folder,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
        return written.stdout or None
    else:
        (folder / "set.html").write_text(forms.html(name, language, sections), encoding="utf-8")
        chromium = [
            "chromium",
            "--headless",
            "--no-sandbox",
            "--no-pdf-header-footer",
            "--print-to-pdf=set.pdf",
        ]
        command = chromium if program == "chromium" else ["weasyprint"]
        commands = [[*command, "set.html"] + ([] if program == "chromium" else ["set.pdf"])]
    for command in commands:
        subprocess.run(command, cwd=folder, capture_output=True, timeout=SECONDS, check=False)
    return out.read_bytes() if out.exists() else None


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument(
        "--misses", action="store_true", help="name what was not found, and what was beside it"
    )
    arguments.add_argument("--keep", type=Path, help="folder for the files")
    arguments.add_argument("--only", default="", help="layouts or programs with this word in their name")
    given = arguments.parse_args()
    print(f"{'':<52}{'notes':>11}  others  {'calls':>11}  astray  {'addresses':>11}  times")
    whole = Score()
    margins = Score()
    for program, name in layouts():
        if given.only not in f"{program}: {name}":
            continue
        total, times, unset = Score(), [], []
        for seed, language in enumerate(LANGUAGES):
            sections = sections_of(language, seed=seed)
            with tempfile.TemporaryDirectory() as place:
                folder = Path(place) / "set"
                folder.mkdir()
                data = made(program, name, language, sections, folder)
            if data is None:
                unset.append(language)
                continue
            if given.keep:
                title = f"{program}-{name}-{language}".replace(" ", "_").replace(":", "").replace(",", "")
                (given.keep / f"{title}.pdf").write_bytes(data)
            one = scored(sections, data)
            times.append(best(partial(read_manuscript, data, "set.pdf")) / best(partial(bare, data)))
            if given.misses and one.misses:
                print(f"    {language}: " + "\n        ".join(one.misses))
            total.add(one)
        if unset:
            print(f"    {program} did not set {name} in {', '.join(unset)}")
        if not times:
            continue
        print(row(f"{program}, {name}", total) + f"  {max(times):>5.1f}")
        (margins if name.startswith("margin") else whole).add(total)
    print(row("all others", whole))
    print(row("notes in margins", margins))


def row(title: str, score: Score) -> str:
    return (
        f"{title:<52}{score.right:>5}/{score.notes:<5}  {score.others:>6}  {score.paired:>5}/{score.notes:<5}"
        f"  {score.astray:>6}  {score.exact:>5}/{score.urls:<5}"
    )


if __name__ == "__main__":
    main()
