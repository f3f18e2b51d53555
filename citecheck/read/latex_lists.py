"""Commands of LaTeX that make lists of sources: written by hand, out of a database, or of amsrefs."""

from __future__ import annotations

from citecheck.model import MarkKind
from citecheck.read.bibtex import entry_of_source
from citecheck.read.latex_cites import cited_here, mark_lost
from citecheck.read.latex_machine import Handler, Machine


def print_list(m: Machine) -> None:
    """Write the entries of the sources called so far, but for those that are written already: an appendix
    behind the list calls further ones."""
    keys = list(m.cited)[m.listed :]
    if m.hidden or not keys:
        return
    m.listed = len(m.cited)
    for place, key in enumerate(keys):
        entry = m.entries[key]
        label = entry.call if m.setup.by_year else str(m.cited[key])
        m.put(" " if place else "")
        m.put("" if m.setup.by_year else f"[{label}] ")
        start = m.out.length
        m.put(entry.printed(m.setup.language or "en"))
        m.out.mark(MarkKind.REFERENCE, start, m.out.length, label=label, key=f"bib:{key}")


def _bibliography(m: Machine, name: str, position: int) -> int:
    _, after = m.source.option(position)
    argument = m.source.argument(after) if name == "bibliography" else None
    print_list(m)
    made = next((path for path in m.files if path.endswith(".bbl")), None)
    if made is not None and not m.inside_notes:
        m.open_file(made, m.files[made])
    return argument[2] if argument else after


def _bib_item(m: Machine, name: str, position: int) -> int:
    close_item(m)
    _, after = m.source.option(position)
    argument = m.source.argument(after)
    if argument is None:
        return after
    key = m.source.text[argument[0] : argument[1]].strip()
    label = m.items.get(key, "")
    if not m.hidden:
        m.put(f"[{label}] " if label.isdigit() else "")
        m.item = (label, f"bib:{key}", m.out, m.out.length)
    return argument[2]


def close_item(m: Machine) -> None:
    """End the entry of a list written by hand that is being read, if any."""
    if m.item is not None:
        label, key, out, start = m.item
        out.mark(MarkKind.REFERENCE, start, out.length, label=label, key=key)
        m.item = None


def _nocite(m: Machine, name: str, position: int) -> int:
    sources, after = cited_here(m, position)
    keys = list(m.entries) if [cited.key for cited in sources] == ["*"] else [cited.key for cited in sources]
    for key in keys:
        if key in m.entries:
            m.cited.setdefault(key, len(m.cited) + 1)
    if not m.hidden and any(cited.key not in m.entries for cited in sources):
        start = m.out.length
        m.put("%")
        m.out.mark(MarkKind.COMMENT, start, m.out.length)
        mark_lost(m, sources, start)
    return after


def _source(m: Machine, name: str, position: int) -> int:
    """`\\bib{key}{type}{fields}` of amsrefs: an entry of its list."""
    key = m.source.argument(position)
    kind = m.source.argument(key[2]) if key else None
    fields = m.source.argument(kind[2]) if kind else None
    if key is None or fields is None:
        return position
    close_item(m)
    name = m.source.text[key[0] : key[1]].strip()
    label = m.items.get(name, "")
    if not m.hidden:
        m.put(f"[{label}] ")
        start = m.out.length
        m.put(entry_of_source(name, m.source.text[fields[0] : fields[1]]).printed(m.setup.language or "en"))
        m.out.mark(MarkKind.REFERENCE, start, m.out.length, label=label, key=f"bib:{name}")
    return fields[2]


def list_handlers() -> dict[str, Handler]:
    """All commands of this module by name."""
    return {
        "bibliography": _bibliography,
        "printbibliography": _bibliography,
        "bibitem": _bib_item,
        "bib": _source,
        "nocite": _nocite,
    }
