"""YAML as plain values: objects, lists and strings, out of text that anybody may have written.

Values are put together from the parser's events: its own loaders follow aliases, which a few lines can make
grow without end, and call themselves for each level of nesting.
"""

from __future__ import annotations

LONGEST = 4_000_000
"""Characters that are parsed, about two seconds' worth without the C library; more is not read."""
DEEPEST = 40
"""Levels of nesting; what is nested deeper is left out."""


def values_of(text: str) -> object:
    """The first document of `text` with strings for all that is no list or object; damaged text: `None`.

    Aliases stand for nothing: an empty string.

    >>> values_of("a: [1, two]\\nb: {c: yes}")
    {'a': ['1', 'two'], 'b': {'c': 'yes'}}
    """
    if len(text) > LONGEST:
        return None
    import yaml  # only manuscripts with such data pay for it

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    builder = _Builder()
    try:
        for event in yaml.parse(text, Loader=loader):
            name = type(event).__name__
            if name == "DocumentEndEvent":
                break
            builder.take(name, getattr(event, "value", ""))
    except (yaml.YAMLError, ValueError):
        return None
    return builder.root


class _Builder:
    """Puts values together, event by event."""

    def __init__(self) -> None:
        self.root: object = None
        self._open: list[tuple[dict[str, object] | list[object] | None, str | None]] = []
        """Containers that are open, with the key that waits for its value; `None` for one nested too deep."""

    def take(self, event: str, value: str) -> None:
        if event == "ScalarEvent":
            self._put(value)
        elif event == "AliasEvent":
            self._put("")
        elif event in ("MappingStartEvent", "SequenceStartEvent"):
            new: dict[str, object] | list[object] = {} if event == "MappingStartEvent" else []
            self._put(new)
            self._open.append((new if len(self._open) < DEEPEST else None, None))
        elif event in ("MappingEndEvent", "SequenceEndEvent"):
            self._open.pop()

    def _put(self, value: object) -> None:
        if not self._open:
            self.root = value
            return
        container, key = self._open[-1]
        if isinstance(container, list):
            container.append(value)
        elif isinstance(container, dict):
            if key is None:
                self._open[-1] = (container, value if isinstance(value, str) else "")
            else:
                container[key] = value
                self._open[-1] = (container, None)
