"""Commands of LaTeX that quote (`csquotes`): quotation marks by language and depth."""

from __future__ import annotations

from citecheck.read.latex_cites import cite_in_text, cited_here
from citecheck.read.latex_machine import Handler, Machine
from citecheck.read.latex_source import Source, words

PLAIN_QUOTES = ("“", "”", "‘", "’")


def _quote(m: Machine, name: str, position: int) -> int:
    """`\\enquote` and kin; what stands in brackets before the text is printed after it."""
    after = position
    if name in words()["foreign_quote"]:
        language = m.source.argument(after)
        after = language[2] if language else after
    cite, after = m.source.option(after)
    if cite is not None:
        _, after = m.source.option(after)
    argument = m.source.argument(after)
    if argument is None:
        return after

    def close() -> None:
        _close_quote(m)
        if cite:
            m.open(Source.of(cite.replace("\n", " ")))

    _open_quote(m)
    return m.enter(argument, close)


def _cited_quote(m: Machine, name: str, position: int) -> int:
    sources, after = cited_here(m, position)
    _, after = m.source.option(after)
    argument = m.source.argument(after)
    if argument is None:
        return after

    def close() -> None:
        _close_quote(m)
        m.put(" ")
        cite_in_text(m, sources)

    _open_quote(m)
    return m.enter(argument, close)


def _open_quote(m: Machine) -> None:
    m.put(_quotes(m)[2 * (m.quote_depth % 2)])
    m.quote_depth += 1


def _close_quote(m: Machine) -> None:
    m.quote_depth -= 1
    m.put(_quotes(m)[2 * (m.quote_depth % 2) + 1])


def _quotes(m: Machine) -> tuple[str, ...]:
    return tuple(words()["quotes"].get(m.setup.language or "en", PLAIN_QUOTES))


def quote_handlers() -> dict[str, Handler]:
    """All commands of this module by name."""
    table = words()
    found = dict.fromkeys([*table["quote"], *table["foreign_quote"]], _quote)
    return {**found, **dict.fromkeys(table["cited_quote"], _cited_quote)}
