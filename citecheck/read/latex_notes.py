"""Commands of LaTeX that make notes and their calls."""

from __future__ import annotations

from citecheck.model import MarkKind
from citecheck.read.latex_machine import Handler, Machine
from citecheck.read.latex_output import Output
from citecheck.read.latex_source import words

COUNTERS = ("footnote", "endnote", "thanks")


def _label(m: Machine, counter: str, given: str | None, *, step: bool) -> str:
    """The label of a note: given in brackets, or the next of its counter."""
    number = (given or "").strip()
    if number == "\\value{footnote}" or number == "\\thefootnote":
        return m.counters.shown(counter)
    if number.isdecimal() and len(number) <= 5:
        return m.counters.shown(counter, int(number))
    if step:
        m.counters.step(counter)
    return m.counters.shown(counter)


def call(m: Machine, label: str, key: str, place: str = "") -> None:
    """Write the call of a note; `place`: the page of the source that it names."""
    if not m.hidden:
        start = m.out.length
        m.put(label)
        m.out.mark(MarkKind.MARKER, start, m.out.length, label=label, key=key, detail=place)


def open_note(m: Machine, label: str, key: str, detail: str) -> None:
    """Begin a note; its text stands in place, in the brackets that Markdown gives an inline note."""
    m.put("^[")
    m.inside_notes += 1
    m.note_stack.append((label, key))
    start, out = m.out.length, m.out
    m.at_note_end.append(lambda: _close_note(m, out, start, label, key, detail))


def close_note(m: Machine) -> None:
    """End the note that was begun last."""
    m.at_note_end.pop()()


def _close_note(m: Machine, out: Output, start: int, label: str, key: str, detail: str) -> None:
    m.inside_notes -= 1
    m.note_stack.pop()
    if not m.hidden and m.out is out:
        m.out.mark(MarkKind.NOTE, start, m.out.length, label=label, key=key, detail=detail)
        m.put("]")


def written_note(m: Machine, text: str, label: str, key: str) -> None:
    """A footnote whose text is no part of the source: what a citation command prints."""
    if not m.hidden:
        open_note(m, label, key, "footnote")
        m.put(text)
        close_note(m)


def next_footnote(m: Machine) -> tuple[str, str]:
    """Label and key of the next footnote."""
    label = _label(m, "footnote", None, step=True)
    return label, m.counters.key("footnote", label)


def _note(counter: str, *, calls: bool, text: bool) -> Handler:
    detail = "endnote" if counter == "endnote" else "footnote"

    def handle(m: Machine, name: str, position: int) -> int:
        given, after = m.source.option(position)
        argument = m.source.argument(after) if text else None
        if text and argument is None:
            return after
        if m.hidden and counter != "thanks":
            return argument[2] if argument else after
        label = _label(m, counter, given, step=calls)
        key = m.counters.key(counter, label)
        if calls:
            call(m, label, key)
        if argument is None:
            return after
        open_note(m, label, key, detail)
        return m.enter(argument, lambda: close_note(m))

    return handle


def _text_of(m: Machine, position: int) -> tuple[str, int]:
    argument = m.source.argument(position)
    if argument is None:
        return "", position
    return m.source.text[argument[0] : argument[1]].strip(), argument[2]


def _set_counter(m: Machine, name: str, position: int) -> int:
    counter, position = _text_of(m, position)
    number, position = ("1", position) if name.endswith("stepcounter") else _text_of(m, position)
    digits = number.removeprefix("-").strip()
    if counter in COUNTERS and digits.isdecimal() and len(digits) <= 5:
        value = int(digits) * (-1 if number.startswith("-") else 1)
        before = 0 if name == "setcounter" else m.counters.values.get(counter, 0)
        m.counters.set(counter, before + value)
    return position


def _foot_reference(m: Machine, name: str, position: int) -> int:
    label, position = _text_of(m, position)
    if label in m.labels:
        call(m, *m.labels[label])
    return position


def _remember(m: Machine, name: str, position: int) -> int:
    label, position = _text_of(m, position)
    if m.note_stack:
        m.labels.setdefault(label, m.note_stack[-1])
    return position


def note_handlers() -> dict[str, Handler]:
    """All commands of this module by name."""
    table = words()
    found: dict[str, Handler] = {}
    for group, counter, calls, text in (
        ("footnote", "footnote", True, True),
        ("footnote_mark", "footnote", True, False),
        ("footnote_text", "footnote", False, True),
        ("endnote", "endnote", True, True),
        ("endnote_mark", "endnote", True, False),
        ("endnote_text", "endnote", False, True),
        ("thanks", "thanks", True, True),
    ):
        handler = _note(counter, calls=calls, text=text)
        found |= dict.fromkeys(table[group], handler)
    for name in ("setcounter", "addtocounter", "stepcounter", "refstepcounter"):
        found[name] = _set_counter
    return {**found, "footref": _foot_reference, "label": _remember}
