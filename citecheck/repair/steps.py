"""The named parts of a repair, and how they are played again.

Each step reads the whole string and gives the whole string; what it may do is written beside its name. A repair
carries its steps, so that an editor can follow it from the print to the address (in the manner of an explanation
that can be replayed), and a step that does not fit the string before it is an error, never a silent change.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from citecheck.model import Step

__all__ = ["STEPS", "letters_only", "replay"]

_SPACE = "\t\n\r\f\v \u00a0\u00ad\u200b\u200c\u200d\u2009\u202f\u2060\ufeff\x02\ufffe"
