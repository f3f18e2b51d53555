"""What a manuscript's macros ask of their arguments: whether they are given, whether a star is there."""

from __future__ import annotations

from citecheck.read.latex_machine import Handler, Machine
from citecheck.read.latex_macros import NO_VALUE, TRUE

_ASKED = {"IfValue": True, "IfNoValue": False, "IfBlank": False, "IfBoolean": True}


def _holds(name: str, value: str) -> bool:
    value = value.strip()
    if name == "IfBoolean":
        return value == TRUE
    given = bool(value) if name == "IfBlank" else value not in (NO_VALUE, NO_VALUE[:-2])
    return given is _ASKED[name]


def _asks(question: str, branches: str) -> Handler:
    """`\\IfValueTF{#1}{yes}{no}` and kin: the branch that holds is read, the other passed by."""

    def handle(m: Machine, name: str, position: int) -> int:
        value = m.source.argument(position)
        if value is None:
            return position
        holds = _holds(question, m.source.text[value[0] : value[1]])
        chosen, at = None, value[2]
        for branch in branches:
            argument = m.source.argument(at)
            if argument is None:
                break
            chosen = argument if (branch == "T") is holds else chosen
            at = argument[2]
        if chosen is None:
            return at
        if chosen[2] == at:
            return m.enter(chosen, lambda: None)
        frame, end = m.frame, chosen[2]

        def pass_over() -> None:
            m.line_ends(frame.output, frame.source.text.count("\n", end, at))
            frame.position = at

        inside = frame.source.closes.get(chosen[0] - 1) == chosen[1]
        start = m.enter(chosen, pass_over if inside else lambda: None)
        return start if inside else at

    return handle


def value_handlers() -> dict[str, Handler]:
    """All commands of this module by name."""
    found: dict[str, Handler] = {"NoValue": lambda m, name, position: position}
    for question in _ASKED:
        for branches in ("T", "F", "TF"):
            found[question + branches] = _asks(question, branches)
    return found
