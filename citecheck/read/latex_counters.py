"""Numbers of notes as LaTeX counts and shows them."""

from __future__ import annotations

from dataclasses import dataclass, field

from citecheck.romans import roman

SYMBOLS = ("*", "†", "‡", "§", "¶", "‖", "**", "††", "‡‡")
"""`\\fnsymbol`, from the LaTeX kernel."""
MOST = 99_999


@dataclass(slots=True)
class Counters:
    """Values of the counters of notes, and how each is shown."""

    values: dict[str, int] = field(default_factory=dict)
    styles: dict[str, str] = field(default_factory=dict)
    """Counter → `arabic`, `roman`, `Roman`, `alph`, `Alph`, `fnsymbol`."""
    rounds: dict[str, int] = field(default_factory=dict)
    """How many times a counter has started anew."""

    def step(self, name: str) -> int:
        return self.set(name, self.values.get(name, 0) + 1)

    def set(self, name: str, value: int) -> int:
        """Give a counter a value; one that falls back to its start begins a new round."""
        value = max(-MOST, min(value, MOST))
        if value <= 0 < self.values.get(name, 0):
            self.rounds[name] = self.rounds.get(name, 0) + 1
        self.values[name] = value
        return value

    def shown(self, name: str, value: int | None = None) -> str:
        """The label of a counter's value (its present one)."""
        number = self.values.get(name, 0) if value is None else value
        return shown(number, self.styles.get(name, "fnsymbol" if name == "thanks" else "arabic"))

    def key(self, name: str, label: str) -> str:
        """What ties a call to its note."""
        return f"{name}:{self.rounds.get(name, 0)}:{label}"


def shown(number: int, style: str) -> str:
    """A number in a style of LaTeX's.

    >>> shown(4, "roman"), shown(2, "alph"), shown(3, "fnsymbol"), shown(7, "arabic")
    ('iv', 'b', '‡', '7')
    """
    if style.lower() == "alph" and 1 <= number <= 26:
        letter = chr(ord("a") + number - 1)
        return letter.upper() if style == "Alph" else letter
    if style == "fnsymbol" and 1 <= number <= len(SYMBOLS):
        return SYMBOLS[number - 1]
    if style.lower() == "roman":
        return roman(number).upper() if style == "Roman" else roman(number)
    return str(number)
