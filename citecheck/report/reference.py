"""The corrected reference as reports show it; it is made in `citecheck.reference`, as for `fix`."""

from __future__ import annotations

from citecheck.reference import Change, Edit, Part, Reference, corrected, style_of

__all__ = ["Change", "Edit", "Part", "Reference", "corrected", "style_of"]
