"""The corrected copy of a manuscript: what is certain is changed, all else is left and listed.

`plan` decides (pure, from an extraction and, where there is one, a report); `corrected` writes the changes
into the bytes of the manuscript. The manuscript itself is never written to.
"""

from __future__ import annotations

from citecheck.fix.changes import Change, Edit, Left, Plan, Why
from citecheck.fix.corrected import corrected
from citecheck.fix.plan import plan
from citecheck.fix.report import Checked, checked_of

__all__ = ["Change", "Checked", "Edit", "Left", "Plan", "Why", "checked_of", "corrected", "plan"]
