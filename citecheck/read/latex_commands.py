"""The other commands of LaTeX that mean something here: addresses, quotations, headings, files, macros."""

from __future__ import annotations

import posixpath
import re

from citecheck.model import MarkKind
from citecheck.read.latex_cites import cite_handlers
from citecheck.read.latex_lists import close_item, list_handlers
from citecheck.read.latex_machine import Handler, Machine
from citecheck.read.latex_notes import note_handlers
from citecheck.read.latex_quotes import quote_handlers
from citecheck.read.latex_signs import plain, unescaped
from citecheck.read.latex_source import Source, words
from citecheck.read.latex_values import value_handlers

_STYLE = re.compile(r"\\(arabic|roman|Roman|alph|Alph|fnsymbol)\b")
_FILE = re.compile(r"[ \t]*([^\s{}\\%]{1,200})")
_LET = re.compile(r"\s*\\([A-Za-z@]{1,60})\s*=?\s*\\([A-Za-z@]{1,60})")


def _url(m: Machine, name: str, position: int) -> int:
    _, at = m.source.option(position)
    argument = _delimited(m, at) or m.source.argument(at)
    if argument is None:
        return position
    address = unescaped(m.source.text[argument[0] : argument[1]])
    if not m.hidden:
        start = m.out.length
        m.put(address)
        m.out.mark(MarkKind.LINK, start, m.out.length, target=address, origin="url")
    return argument[2]


def _delimited(m: Machine, position: int) -> tuple[int, int, int] | None:
    """An address between two equal signs, as `\\url` allows: `|…|`."""
    sign = m.source.text[position : position + 1]
    if not sign or sign not in "|!+/=":
        return None
    line = m.source.text.find("\n", position)
    end = m.source.text.find(sign, position + 1, line if line >= 0 else len(m.source.text))
    return (position + 1, end, end + 1) if end >= 0 else None


def _href(m: Machine, name: str, position: int) -> int:
    _, at = m.source.option(position)
    target = m.source.argument(at)
    shown = m.source.argument(target[2]) if target else None
    if target is None or shown is None:
        return target[2] if target else position
    address = unescaped(m.source.text[target[0] : target[1]])
    start, out = m.out.length, m.out

    def close() -> None:
        if not m.hidden and m.out is out:
            out.mark(MarkKind.LINK, start, out.length, target=address, origin="href")

    return m.enter(shown, close)


def _section(m: Machine, name: str, position: int) -> int:
    _, at = m.source.option(position)
    starred = m.source.text[position - 1 : position] == "*"
    argument = m.source.argument(at)
    if argument is None:
        return at
    if name == m.setup.reset and not starred:
        m.counters.set("footnote", 0)
    start, out = m.out.length, m.out
    level = str(words()["sections"][name])

    def close() -> None:
        if not m.hidden and m.out is out:
            out.mark(MarkKind.HEADING, start, out.length, detail=level)

    return m.enter(argument, close)


def _field(m: Machine, name: str, position: int) -> int:
    """`\\title`, `\\author`, `\\date`: shown even in the preamble, for the notes in them."""
    _, at = m.source.option(position)
    argument = m.source.argument(at)
    if argument is None:
        return at
    m.fields.setdefault(name, plain(m.source.text[argument[0] : argument[1]].split("\\thanks")[0]))
    hidden, m.hidden = m.hidden, 0

    def close() -> None:
        m.hidden = hidden

    return m.enter(argument, close)


def _begin(m: Machine, name: str, position: int) -> int:
    argument = m.source.argument(position)
    if argument is None:
        return position
    environment = m.source.text[argument[0] : argument[1]].strip()
    bare = environment.rstrip("*")
    start = m.source.text.rfind("\\begin", 0, position + 1)
    if start in m.source.kept:
        return _kept(m, bare, argument[2], m.source.kept[start])
    _, after = m.source.option(argument[2])
    if bare == "document":
        m.hidden = 0
    elif bare in words()["quote_environments"]:
        return _begin_block(m, bare, argument[2])
    for _ in range(words()["environment_arguments"].get(environment, 0)):
        _, after = m.source.option(after)
        skipped = m.source.argument(after)
        after = skipped[2] if skipped else after
    return after


def _kept(m: Machine, name: str, start: int, end: int) -> int:
    """Verbatim text is shown as code; a comment is not shown."""
    if name not in words()["comment_environments"]:
        m.verbatim(m.frame, start, end)
        m.credit += m.source.text.count("\n", start, end)
    return end


def _begin_block(m: Machine, name: str, position: int) -> int:
    cite, after = m.source.option(position)
    if name == "foreigndisplayquote":
        language = m.source.argument(position)
        cite, after = m.source.option(language[2] if language else position)
    start, out = m.out.length, m.out

    def close() -> None:
        if not m.hidden and m.out is out:
            out.mark(MarkKind.BLOCK_QUOTATION, start, out.length)
        if cite:
            m.open(Source.of(cite.replace("\n", " ")))

    m.environments.append((name, close))
    return after


def _end(m: Machine, name: str, position: int) -> int:
    argument = m.source.argument(position)
    if argument is None:
        return position
    environment = m.source.text[argument[0] : argument[1]].strip().rstrip("*")
    if environment == "document":
        m.hidden = 1
    elif environment == "thebibliography":
        close_item(m)
    elif m.environments and m.environments[-1][0] == environment:
        m.environments.pop()[1]()
    return argument[2]


def _input(m: Machine, name: str, position: int) -> int:
    """`\\input{file}` and kin; files that were not handed over are passed by."""
    folder = ""
    if name in ("import", "subimport", "includefrom", "inputfrom"):
        first = m.source.argument(position)
        if first is None:
            return position
        folder, position = m.source.text[first[0] : first[1]].strip(), first[2]
    start = m.source.skip(position)
    if m.source.text[start : start + 1] == "{":
        end = m.source.closing(start)
        wanted, after = m.source.text[start + 1 : end], end + 1
    else:
        bare = _FILE.match(m.source.text, position)
        if bare is None:
            return position
        wanted, after = bare.group(1), bare.end()
    after = min(after, len(m.source.text))
    here = next((frame.name for frame in reversed(m.frames) if frame.name), "")
    for path in paths_of(wanted.strip().strip('"'), folder, here):
        if path in m.files and not m.inside_notes:
            m.open_file(path, m.files[path])
            break
    return after


def paths_of(wanted: str, folder: str = "", here: str = "") -> tuple[str, ...]:
    """Names a file may have been handed over under: from the manuscript's folder, or the file's own.

    >>> paths_of("a/b", here="x/main.tex")
    ('a/b.tex', 'a/b', 'x/a/b.tex', 'x/a/b')
    """
    found: list[str] = []
    for base in ("", posixpath.dirname(here)):
        path = posixpath.normpath(posixpath.join(base, folder, wanted))
        found += [path] if path.endswith(".tex") else [path + ".tex", path]
    return tuple(dict.fromkeys(found))


def _define(m: Machine, name: str, position: int) -> int:
    if name in ("def", "gdef", "edef", "xdef"):
        defined, after = m.macros.define_primitive(m.source, position)
    elif name.endswith("DocumentCommand"):
        defined, after = m.macros.define_document(m.source, position)
    else:
        defined, after = m.macros.define(m.source, position)
    if defined.startswith("the") and defined[3:] in ("footnote", "endnote"):
        style = _STYLE.search(m.macros.known[defined].body) if defined in m.macros.known else None
        if style:
            m.counters.styles[defined[3:]] = style.group(1)
    return after


def _let(m: Machine, name: str, position: int) -> int:
    found = _LET.match(m.source.text, position, position + 200)
    if found is None:
        return position
    m.macros.alias(*found.groups())
    return found.end()


def _conditional(m: Machine, name: str, position: int) -> int:
    """`\\iffalse … \\fi` is a comment."""
    end = m.source.text.find("\\fi", position)
    return end + 3 if end >= 0 else len(m.source.text)


def _closing_guillemet(m: Machine, name: str, position: int) -> int:
    m.put("»")
    return position + 2 if m.source.text.startswith("{}", position) else position


def _opening_guillemet(m: Machine, name: str, position: int) -> int:
    m.put("« ")
    after = position + 2 if m.source.text.startswith("{}", position) else position
    while m.source.text[after : after + 1] in (" ", "\t", "~"):
        after += 1
    return after


def _item(m: Machine, name: str, position: int) -> int:
    label, after = m.source.option(position)
    m.put(f"{plain(label)} " if label else "• ")
    return after


def _swallow(m: Machine, name: str, position: int) -> int:
    for _ in range(words()["swallow"][name]):
        _, position = m.source.option(position)
        argument = m.source.argument(position)
        if argument is None:
            break
        position = argument[2]
    return m.source.option(position)[1]


def all_handlers() -> dict[str, Handler]:
    """Every command that is known, by name."""
    table = words()
    found: dict[str, Handler] = dict.fromkeys(table["swallow"], _swallow)
    found |= dict.fromkeys(table["url"], _url)
    found |= dict.fromkeys(table["sections"], _section)
    found |= dict.fromkeys(("title", "author", "date", "subtitle"), _field)
    found |= dict.fromkeys(table["inputs"], _input)
    found |= dict.fromkeys(table["definitions"], _define)
    own: dict[str, Handler] = {
        "href": _href, "begin": _begin, "end": _end, "let": _let, "iffalse": _conditional,
        "fg": _closing_guillemet, "og": _opening_guillemet, "item": _item,
    }  # fmt: skip
    known = (note_handlers, cite_handlers, list_handlers, quote_handlers, value_handlers)
    return found | own | {name: handler for group in known for name, handler in group().items()}
