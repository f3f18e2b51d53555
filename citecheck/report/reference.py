"""The corrected reference, as reports show it; made in `citecheck.reference`, which `fix` writes copies with."""

from __future__ import annotations

from citecheck.reference import Change, Edit, Part, Reference, corrected, style_of

__all__ = ["Change", "Edit", "Part", "Reference", "corrected", "style_of"]
